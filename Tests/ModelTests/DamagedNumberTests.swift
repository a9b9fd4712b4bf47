import Testing
import TieoutModel

@Suite("Numbers that recognition damaged")
struct DamagedNumberTests {
  @Test(
    "stay numbers, to be reported, and never become words",
    arguments: [
      "12O6.39", "I206.39", "1 206.39", "12 06.39", "1.206.39", "1,206,39", "约1206.39", "9O",
      "234B.82",
      "12O6.39万元", "1.206.39元", "￥12O6.39", "$ 12O6.39",
    ])
  func damaged(_ printed: String) {
    let text = Array(printed.utf8)
    #expect(Quantity.isDamaged(text, Slice(0..<text.count)))
    #expect(Quantity.leads.mayHold(text, 0))
  }

  @Test(
    "words with numbers in them are no numbers, and whole numbers are not damaged",
    arguments: [
      "", "是", "T20240001号", "3号楼", "2024年度工作经费", "1,206.39", "95", "采购未支付资金", "第1项目",
      "A3", "办公2处", "￥1206.39", "￥ 1206.39", "USD 1,206.39", "≥95%", "USDA 1O6",
    ])
  func intact(_ printed: String) {
    let text = Array(printed.utf8)
    #expect(!Quantity.isDamaged(text, Slice(0..<text.count)))
  }

  @Test(
    "no number begins with another character",
    arguments: [
      "5", ".5", "-3", "−3", "△3", "▲3", "负3", "(3)", "￥1", "¥1", "$1", "£1", "€1", "-£450",
    ])
  func leads(_ printed: String) {
    let text = Array(printed.utf8)
    #expect(Quantity.read(text, text.indices) != nil)
    #expect(Quantity.leads.mayHold(text, 0))
  }
}
