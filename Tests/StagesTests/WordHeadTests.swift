import Testing

@testable import TieoutStages

@Suite("How words begin")
struct WordHeadTests {
  private func head(_ text: String, from start: Int = 0) -> WordHead {
    let text = Array(text.utf8)
    return WordHead(text, start, text.count)
  }

  @Test(
    "a word may stand where a text begins like it, whatever the case",
    arguments: [
      ("填报单位", "填报单位：甲"), ("Unit", "unit: x"), ("unit", "UNIT: x"), ("é", "É: x"), ("年", "年"),
    ])
  func stands(_ word: String, _ text: String) { #expect(head(word).mayStand(at: head(text))) }

  @Test("a blank in a word may be left out in the text")
  func blank() { #expect(head("of unit", from: 2).mayStand(at: head("unit"))) }

  @Test(
    "a word stands nowhere where a text begins otherwise",
    arguments: [("填报单位", "审核部门"), ("年", "月"), ("Unit", "name"), ("单位", "unit")])
  func standsNot(_ word: String, _ text: String) { #expect(!head(word).mayStand(at: head(text))) }
}
