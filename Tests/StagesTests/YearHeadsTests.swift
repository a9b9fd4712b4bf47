import Testing
import TieoutModel

@testable import TieoutStages

@Suite("Years at the heads of columns")
struct YearHeadsTests {
  @Test(
    "Calendar and fiscal years are years",
    arguments: ["2024", "2023/24", "2023-2024", "2023–24", "FY25", "FY 2025", "2024年", "2024年度"])
  func years(_ text: String) { #expect(isYear(text)) }

  @Test(
    "Numbers, dates and words are none",
    arguments: ["2,024", "20240", "2024.5", "1700", "25", "2024-01-05", "2024年3月", "Total", "FY"])
  func others(_ text: String) { #expect(!isYear(text)) }

  private func isYear(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return Slice(0..<bytes.count).isYear(in: bytes)
  }
}
