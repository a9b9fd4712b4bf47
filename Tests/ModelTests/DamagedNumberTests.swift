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
    "letters stand for digits behind a comparator as well, however few digits are left",
    arguments: [
      ("≥9O%", "9O"), ("≥1OO人", "1OO"), ("≥l00%", "l00"), ("不低于 2l.5 万元", "2l.5"), (">=I0", "I0"),
      ("≥1 200人次", "1 200"), ("≥ 12 34", "12 34"),
    ])
  func bound(_ printed: String, _ number: String) {
    let text = Array(printed.utf8)
    let slice = Slice(0..<text.count)
    #expect(Quantity.damaged(behindComparatorOf: slice, in: text)?.string(in: text) == number)
    #expect(Quantity.isDamaged(text, slice))
  }

  @Test(
    "units that are such letters, words and numbers as they should be are no damage",
    arguments: [
      "≥95%", "≥50g", "≤5l", "≥3B级", "≥5S", "≥4G", "≥OO人", "至少2个Bus", "9O%", "≥", "≥优", "≥95 %",
      "≥5 人 3次",
    ])
  func intactBound(_ printed: String) {
    let text = Array(printed.utf8)
    #expect(Quantity.damaged(behindComparatorOf: Slice(0..<text.count), in: text) == nil)
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
