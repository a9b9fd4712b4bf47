import Testing
import TieoutModel

extension BudgetProfileTests {
  @Test("The prose has a slip and a letter, which begins after the line that ends with 文件")
  func letterParts() {
    #expect(profile.letter.partStarts == [["文件"]])
    #expect(profile.letter.remainder.map { $0.map(profile.name) } == [nil, "body"])
    #expect(profile.letter.signer.map(profile.name) == "slip_signer")
  }

  @Test("Each rule says how its line is recognised")
  func letterRules() {
    func rules(_ field: String) -> [LetterSpec.LineRule] {
      profile.letter.rules.filter { profile.name($0.field) == field }
    }
    #expect(profile.letter.rules.count == 19)
    #expect(rules("issuer").map(\.pattern) == [.before(["文件"])])
    let titles = ["的报告", "的请示", "的函", "的复函", "的汇报", "的通知"]
    #expect(rules("title").map(\.pattern) == [.ending(titles)])
    #expect(rules("attachments").map(\.pattern) == [.after(["附件：", "附件:"])])
    #expect(rules("slip_subject").map(\.pattern) == [.containing(["的报告。", "的请示。", "的函。"])])
    #expect(rules("number").map(\.pattern) == [.whole])
    #expect(rules("number").map(\.type) == [.code])
    #expect(rules("slip_phone").map(\.part) == [0, 1])
    #expect(profile.letter.rules.filter(\.isShort).map { profile.name($0.field) } == ["addressee"])
  }

  @Test("Notes on the slip have a text, a person and a date")
  func letterNotes() throws {
    let notes = try #require(profile.letter.notes)
    let names = [notes.group, notes.text, notes.person, notes.date].map(profile.name)
    #expect(names == ["slip_notes", "text", "person", "date"])
  }
}
