import Testing
import TieoutModel

@testable import TieoutRecords

@Suite("What stands at the edge of the paper")
struct MarginaliaTests {
  private func holds(_ line: String) -> Bool {
    var document = Document()
    document.text = Array(line.utf8)
    return Marginalia.holds(Slice(0..<document.text.count), document)
  }

  @Test(
    "page numbers and the numbers of stamps",
    arguments: ["0007171", "- 3 -", "第 3 页 共 12 页", "3/12", "— 7 —"])
  func marginalia(_ line: String) { #expect(holds(line)) }

  @Test(
    "anything else stays where it is looked at",
    arguments: ["12 万元", "2024年3月", "合计 5", "第页", "", "1234567890123"])
  func content(_ line: String) { #expect(!holds(line)) }
}
