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

  @Test("A column is the same whichever place was asked for before")
  func anyOrder() {
    var document = Document()
    document.bytes = Array("甲乙丙丁戊\n己庚辛\n壬".utf8)
    document.text = document.bytes
    document.lineStarts = [0, 16, 26]
    let places = [0, 3, 6, 9, 12, 16, 19, 22, 26]
    for first in places {
      for second in places {
        var finder = PlaceFinder()
        _ = finder.location(of: Slice(first..<first + 3), in: document)
        let place = finder.location(of: Slice(second..<second + 3), in: document)
        let line = second < 16 ? 1 : second < 26 ? 2 : 3
        #expect(place.line == line)
        #expect(place.column == (second - [0, 16, 26][line - 1]) / 3 + 1)
      }
    }
  }

  @Test("In a file of one long line a column is counted as in a short one")
  func longLine() {
    let file = Array(("{\n" + String(repeating: "甲a乙\\u4e19é", count: 3000) + "\n}").utf8)
    let starts = file.indices.filter { file[$0] & 0xC0 != 0x80 && $0 > 1 && $0 < file.count - 2 }
    var document = Document()
    document.bytes = file
    document.text = file
    let whole = SourceFile.Piece(
      text: Slice(0..<file.count), file: Slice(0..<file.count), isCopy: true)
    document.sources = [
      .init(
        name: "x.json", range: 0..<file.count, lines: 3, format: "json", reason: "",
        encoding: "UTF-8", file: SourceFile(bytes: file, pieces: [whole], marks: []))
    ]
    var finder = PlaceFinder()
    for step in 0..<500 {
      let number = step * 7919 % starts.count
      let place = finder.location(of: Slice(starts[number]..<starts[number] + 1), in: document)
      #expect(place.line == 2)
      #expect(place.column == number + 1)
    }
  }
}
