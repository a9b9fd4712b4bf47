import Testing
import TieoutModel

@Suite("Labels with a year")
struct YearLabelTests {
  private func without(_ text: String) -> [String]? {
    let bytes = Array(text.utf8)
    return Slice(0..<bytes.count).withoutYear(in: bytes).map {
      [$0.rest.string(in: bytes), $0.year.string(in: bytes)]
    }
  }

  @Test(
    "The year comes off, before the words and behind them",
    arguments: [
      ("2024年预算数", "预算数", "2024年"), ("2024年度预算", "预算", "2024年度"),
      ("2025/26 award", "award", "2025/26"), ("Grant 2024", "Grant", "2024"),
      ("Award for 2025/26", "Award for", "2025/26"), ("FY25 budget", "budget", "FY25"),
    ])
  func years(_ text: String, _ rest: String, _ year: String) {
    #expect(without(text) == [rest, year])
  }

  @Test(
    "Other numbers stay, and a year alone is no label",
    arguments: [
      "2024年", "2024", "12台", "1200 users", "附件1", "Phase 2", "5000年", "预算", "2024-05-01",
      "Grant 24",
    ])
  func others(_ text: String) { #expect(without(text) == nil) }
}
