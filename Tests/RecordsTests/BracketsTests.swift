import Testing
import TieoutModel

@testable import TieoutRecords

@Suite("Brackets at the end of a text")
struct BracketsTests {
  @Test(
    "what they enclose is found, the last opening one counts",
    arguments: [
      ("资金来源（万元）", "万元"), ("资金(万元)", "万元"), ("(月)", "月"), ("甲（乙）（丙）", "丙"), ("()", ""), ("（）", ""),
    ])
  func enclosed(_ printed: String, _ inside: String) throws {
    let text = Array(printed.utf8)
    let brackets = try #require(Brackets(endOf: 0..<text.count, text))
    #expect(String(decoding: text[brackets.inside], as: UTF8.self) == inside)
  }

  @Test(
    "others are none", arguments: ["", ")", "）", "万元)", "万元）", "（万元)", "(万元）", "（万元）元", "万元("])
  func none(_ printed: String) {
    let text = Array(printed.utf8)
    #expect(Brackets(endOf: 0..<text.count, text) == nil)
  }

  @Test("an opening bracket before the range does not count")
  func outside() {
    let text = Array("(甲)".utf8)
    #expect(Brackets(endOf: 1..<text.count, text) == nil)
  }
}
