import Testing
import Tieout
import TieoutTestSupport

@Suite("Saying that a text holds no table any more")
struct LostTablesTests {
  private static func remarks(_ text: String) throws -> [String] {
    try remarks(Array(text.utf8))
  }

  private static func remarks(_ bytes: [UInt8]) throws -> [String] {
    try Tieout.run([Input(name: "x.txt", bytes: bytes)]).document.remarks.map(\.message.en)
  }

  private static func saysListed(_ remarks: [String]) -> Bool {
    remarks.contains { $0.contains("each cell stands in a line of its own") }
  }

  @Test(
    "The texts of an engine without their places: one remark, which asks for what holds places",
    arguments: ["d1", "d2", "d3"])
  func listed(_ folder: String) throws {
    let remarks = try Self.remarks(Corpus.bytes("\(folder)/rapidocr.txt"))
    #expect(remarks.count { $0.contains("each cell stands in a line of its own") } == 1)
    #expect(remarks.contains { $0.contains("JSON, hOCR or TSV") })
    #expect(!remarks.contains { $0.contains("recognition lost it") })
  }

  @Test("Pages with a title and nothing below it: another setting is named")
  func lost() throws {
    let remarks = try Self.remarks(Corpus.bytes("d1/tesseract-psm6.txt"))
    #expect(!Self.saysListed(remarks))
    #expect(remarks.contains { $0.contains("--psm") })
  }

  static let others: [(what: String, text: String)] = [
    ("a table", (1...20).map { "\($0)\t项目\($0)\t\($0)0.5\n" }.joined()),
    (
      "numbers of pages",
      (1...30).map { String(repeating: "一二三四。\n", count: 12) + "\($0)\n\u{0C}" }.joined()
    ),
    ("a few numbers", "预算\n10.5\n20\n30\n"),
    (
      "a table, and its numbers once more below it",
      (1...9).map { "\($0)\t项目\($0)\t\($0)0.5\n" }.joined() + (1...20).map { "\($0)\n" }.joined()
    ),
  ]

  @Test("Nothing of the kind is said of", arguments: others)
  func silent(_ what: String, _ text: String) throws {
    #expect(!Self.saysListed(try Self.remarks(text)), "\(what)")
  }
}
