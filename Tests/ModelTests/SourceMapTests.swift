import Testing
import TieoutModel

@Suite("The way back to the source")
struct SourceMapTests {
  /// `a$b\geq c` was cleaned to `ab≥c`: the dollar removed, the command with its blank replaced.
  let map = SourceMap(entries: [
    SourceMap.Entry(text: Slice(1..<1), source: Slice(1..<2), rule: 0),
    SourceMap.Entry(text: Slice(2..<5), source: Slice(3..<8), rule: 1),
  ])

  @Test("a slice covers the source characters that it came from")
  func source() {
    #expect(map.source(of: Slice(0..<6)) == Slice(0..<9))
    #expect(map.source(of: Slice(0..<1)) == Slice(0..<1))
    #expect(map.source(of: Slice(1..<2)) == Slice(2..<3))
    #expect(map.source(of: Slice(2..<5)) == Slice(3..<8))
    #expect(map.source(of: Slice(5..<6)) == Slice(8..<9))
  }

  @Test("the edits of a slice are those inside it")
  func edits() {
    #expect(map.edits(in: Slice(0..<6)).count == 2)
    #expect(map.edits(in: Slice(0..<1)).isEmpty)
    #expect(map.edits(in: Slice(5..<6)).isEmpty)
    #expect(map.edits(in: Slice(2..<6)).map(\.rule) == [1])
  }

  @Test("without changes every slice is its own source")
  func identity() {
    #expect(SourceMap().source(of: Slice(3..<7)) == Slice(3..<7))
  }
}
