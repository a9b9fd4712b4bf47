import Testing

@testable import TieoutModel

@Suite("How words begin")
struct WordHeadsTests {
  /// The words of a list that may stand at the start of a text.
  private func words(_ list: [String], at text: String, from skipped: Int = 0) -> [String] {
    let heads = WordHeads(list.map { Array($0.utf8) }, from: skipped)
    let text = Array(text.utf8)
    var found: [String] = []
    let none: Int? = heads.first(at: 0, of: text, text.count) { place in
      found.append(list[place])
      return nil
    }
    #expect(none == nil)
    return found
  }

  @Test(
    "a word may stand where a text begins like it, whatever the case",
    arguments: [
      ("填报单位", "填报单位：甲"), ("Unit", "unit: x"), ("unit", "UNIT: x"), ("é", "É: x"), ("年", "年"),
    ])
  func stands(_ word: String, _ text: String) { #expect(words([word], at: text) == [word]) }

  @Test("a blank in a word may be left out in the text")
  func blank() { #expect(words(["of unit"], at: "unit", from: 2) == ["of unit"]) }

  @Test("a word that has no more than what is left out stands nowhere")
  func short() { #expect(words(["年", "年度"], at: "度", from: 3) == ["年度"]) }

  @Test("the words of a list come in its order, and the first one that is meant ends the search")
  func order() {
    let list = ["单位负责人", "联系电话", "单位名称", "单位"]
    #expect(words(list, at: "单位名称：甲") == ["单位负责人", "单位名称", "单位"])
    let heads = WordHeads(list.map { Array($0.utf8) }, from: 0)
    let text = Array("单位名称：甲".utf8)
    let found = heads.first(at: 0, of: text, text.count) { $0 > 0 ? list[$0] : nil }
    #expect(found == "单位名称")
  }

  @Test(
    "a word stands nowhere where a text begins otherwise",
    arguments: [("填报单位", "审核部门"), ("年", "月"), ("Unit", "name"), ("单位", "unit")])
  func standsNot(_ word: String, _ text: String) { #expect(words([word], at: text).isEmpty) }
}
