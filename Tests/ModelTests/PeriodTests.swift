import Testing
import TieoutModel

@Suite("Dates and spans of time as targets state them")
struct PeriodTests {
  private func isPeriod(_ word: String) -> Bool {
    let text = Array(word.utf8)
    return PartialDate.isPeriod(text, Slice(text.indices))
  }

  @Test(
    "Say when something is to be done",
    arguments: [
      "2024年12月31日", "2024年12月", "2024年", "12月底前", "12月31日前", "2024年12月31日以前", "2024年6月至12月",
      "2024年1月-2024年12月", "2024-12-31", "2024.1-2024.12", "第四季度", "2024年第4季度", "31 December 2024",
    ])
  func periods(_ word: String) { #expect(isPeriod(word)) }

  @Test(
    "Are no numbers with a unit, and no words",
    arguments: [
      "12月", "5年", "3个月", "2024.5", "2024", "1937.88", "100%", "3批次", "及时", "分2批发放", "≥90",
      "12天", "2024人", "", "全年",
    ])
  func others(_ word: String) { #expect(!isPeriod(word)) }
}

@Suite("Words that mark a part of what stands before it")
struct PartWordsTests {
  private let words = PartWords(["其中", "of which", "including"])

  private func rest(_ string: String) -> String? {
    let text = Array(string.utf8)
    return words.rest(of: Slice(text.indices), in: text).map { $0.string(in: text) }
  }

  @Test(
    "Give what stands behind them",
    arguments: [
      ("其中：设备购置", "设备购置"), ("其中:设备", "设备"), ("其中设备", "设备"), ("其中", ""),
      ("Of which: equipment", "equipment"), ("of which equipment", "equipment"),
      ("including, staff", "staff"),
    ])
  func found(_ printed: String, _ rest: String) { #expect(self.rest(printed) == rest) }

  @Test("Stand at the beginning and are whole words", arguments: ["项目其中", "includingly", "of", ""])
  func others(_ printed: String) { #expect(rest(printed) == nil) }
}
