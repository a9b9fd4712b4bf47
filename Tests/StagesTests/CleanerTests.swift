import Testing
import TieoutModel

@testable import TieoutReaders
@testable import TieoutStages

@Suite("Cleaning many cells")
struct CleanerTests {
  @Test("no rule looks at a common byte, which the scan passes over")
  func leads() {
    for rule in Cleaner.rules {
      for lead in rule.leads {
        let bytes = Array(repeating: lead, count: 8)
        let isPassedOver = bytes.span.isCommon(0..<8)
        #expect(!isPassedOver, "\(rule.name)")
      }
    }
  }

  @Test("A number has an end: a long run of them is a list, of which no blank asks once more")
  func numbers() {
    let number = Array("１，２３４ ．５０".utf8)
    #expect(NumericCell.holds(number, number.indices))
    let list = Array(String(repeating: "１．２\u{3000}", count: 30).utf8)
    #expect(!NumericCell.holds(list, list.indices))
  }

  @Test("the changes of the map make the cleaned text of the source, cell by cell")
  func map() throws {
    let cells = ["甲 乙", "１2", "丙", "", "$\\geq 95\\%$", "第一，第二", "丁戊己庚辛壬癸", "5 6", "<b>"]
    let lines = (0..<cells.count).map { first in
      (cells[first...] + cells[..<first]).joined(separator: "\t")
    }
    var document = Document()
    let source = Array((lines + ["甲 1 2  乙"] + lines).joined(separator: "\n").utf8)
    try TextReader.read(source, name: "case", reason: "", into: &document)
    let printed = document.cells.map { document.string($0.text) }
    CleanText.run(&document, Profile(id: "none", version: "0"))
    var text: [UInt8] = []
    var copied = 0
    for entry in document.map.entries {
      text += source[copied..<Int(entry.source.start)] + document.text[entry.text.range]
      copied = Int(entry.source.end)
    }
    #expect(text + source[copied...] == document.text)
    let cleaned = ["甲乙", "12", "丙", "", "≥95%", "第一，第二", "丁戊己庚辛壬癸", "5 6", ""]
    let expected = Dictionary(zip(cells, cleaned)) { first, _ in first }
    for (cell, before) in zip(document.cells, printed) {
      if let after = expected[before] { #expect(document.string(cell.text) == after) }
    }
  }

  @Test("cut cells stand in the place of the whole, the others as they were, all in their rows")
  func cuts() {
    func cell(_ start: Int) -> Document.Cell {
      Document.Cell(text: Slice(start..<start + 1), column: 0)
    }
    var document = Document()
    document.cells = (0..<6).map { cell($0 * 10) }
    let places: [(first: UInt32, count: UInt32)] = [(0, 1), (1, 2), (3, 0), (3, 3)]
    document.rows = places.map { Document.Row(firstCell: $0.first, cellCount: $0.count) }
    var cuts = CellCuts()
    cuts.cut(0, into: [cell(1)])
    cuts.cut(3, into: [cell(31), cell(32), cell(33)])
    cuts.cut(4, into: [cell(41), cell(42)])
    #expect(cuts.added == 3)
    cuts.apply(to: &document)
    #expect(document.cells.map(\.text.start) == [1, 10, 20, 31, 32, 33, 41, 42, 50])
    #expect(document.rows.map(\.firstCell) == [0, 1, 3, 3])
  }
}
