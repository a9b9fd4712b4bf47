import Testing
import TieoutModel

@Suite("Reading comparators and dates")
struct ReadingTests {
  @Test(
    "the last comparator before a number bounds an indicator",
    arguments: [
      ("人数≥8694人", ">="), ("成本控制小于231万元", "<"), ("标准不低于80元", ">="),
      ("总额控制在200万元", "<="), ("数量=1项", "="), ("超过60岁人员占比≤5%", "<="),
      ("件数不大于5件", "<="), ("件数大于等于5件", ">="), ("件数>=5件", ">="), ("≥5至多9", "<="),
    ])
  func last(_ printed: String, _ symbol: String) throws {
    let text = Array(printed.utf8)
    let found = try #require(Comparator.last(text, 0..<text.count))
    #expect(found.comparator.symbol == symbol)
  }

  @Test(
    "words that only look like a comparator bound nothing",
    arguments: ["产出数量", "超过预期", "≥", "大于等于", "不低于平均水平"])
  func none(_ printed: String) {
    let text = Array(printed.utf8)
    #expect(Comparator.last(text, 0..<text.count) == nil)
  }

  @Test(
    "dates are read in all their spellings",
    arguments: [
      ("2024年3月12日", "2024-03-12"), ("2024年3月11日印", "2024-03-11"), ("2024-03-12", "2024-03-12"),
      ("2024.3.12", "2024-03-12"), ("2024年3月", "2024-03"), ("2024年", "2024"),
      ("3月14日", "--03-14"), ("14/3", "--03-14"),
    ])
  func date(_ printed: String, _ iso: String) {
    let text = Array(printed.utf8)
    #expect(PartialDate.read(text, Slice(0..<text.count))?.description == iso)
  }

  @Test(
    "what is no date is not read as one",
    arguments: ["", "2024", "2024年13月1日", "35/3", "3.14", "2024年度预算", "5550101", "1-2-3-4"])
  func noDate(_ printed: String) {
    let text = Array(printed.utf8)
    #expect(PartialDate.read(text, Slice(0..<text.count)) == nil)
  }
}
