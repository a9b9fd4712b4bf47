import Testing

@testable import TieoutModel

@Suite("Booking the cells of a table's rows")
struct LedgerEntriesTests {
  private static let text = Array("甲\t乙 丙\t\t丁x戊".utf8)

  private static func cell(_ range: Range<Int>, slot: UInt16?) -> Document.Cell {
    var cell = Document.Cell(text: Slice(range), column: 0)
    if let slot { cell.slot = slot } else { cell.label = LabelID(rawValue: 1) }
    return cell
  }

  @Test("Neighbours are booked with the tab between them, and nothing else is")
  func runs() {
    let cells = [
      Self.cell(0..<3, slot: 0), Self.cell(4..<7, slot: 1), Self.cell(8..<11, slot: 2),
      Self.cell(12..<12, slot: 3), Self.cell(13..<16, slot: nil), Self.cell(17..<20, slot: 4),
    ]
    var ledger = Ledger(count: Self.text.count)
    ledger.book(entries: cells.indices, of: cells, in: Self.text)
    #expect(ledger.accounts.map { "\($0)" }.joined() == "44444440444003330444")
  }
}
