import Testing
import TieoutModel

@Suite("Where characters stand")
struct LocationTests {
  @Test("What stands before the first page, in an input without pages, has no page")
  func withoutPage() {
    var document = Document()
    document.bytes = Array("a\nb".utf8)
    document.text = document.bytes
    document.lineStarts = [0, 2]
    document.cells = [
      Document.Cell(text: Slice(0..<1), column: 0), Document.Cell(text: Slice(2..<3), column: 0),
    ]
    document.rows = [
      Document.Row(firstCell: 0, cellCount: 1),
      Document.Row(firstCell: 1, cellCount: 1, page: 1),
    ]
    #expect(document.location(of: Slice(0..<1)).page == nil)
    #expect(document.location(of: Slice(2..<3)).page == 1)
  }
}
