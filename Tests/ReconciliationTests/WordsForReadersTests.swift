import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("Words for readers")
struct WordsForReadersTests {
  @Test(
    "Records are called by what they are",
    arguments: [
      ("letter", "来文", "The letter"), ("summary", "汇总表", "The summary"),
      ("summary/12", "汇总表第12项", "Summary item 12"),
      ("summary/3b", "汇总表第3项（同号第2行）", "Summary item 3 (row 2 of that number)"),
      ("summary/0b", "汇总表未编号的行", "An unnumbered row of the summary"),
      ("detail/4", "第4张明细表", "Form 4"),
    ])
  func names(record: String, zh: String, en: String) {
    var sentence = Sentence()
    sentence.addName(of: record, isOpening: true)
    #expect(sentence.message.zh == zh)
    #expect(sentence.message.en == en)
  }

  private func aligned(_ left: String, _ right: String) -> String? {
    let text = Array((left + right).utf8)
    let middle = left.utf8.count
    return NameDifference(text, 0..<middle, middle..<text.count, prefixes: [])?.aligned
  }

  @Test("English names are put side by side word by word")
  func words() {
    #expect(
      aligned("Harbour community bus", "Harbour minibus") == "Harbour {community bus→minibus}")
    #expect(aligned("Old Mill repair", "Old Mill Repairs") == "Old Mill {repair→Repairs}")
    #expect(aligned("Green Lane", "green lane") == nil)
  }

  @Test("Chinese names are put side by side letter by letter")
  func letters() { #expect(aligned("维修补助资金", "维修补贴资金") == "维修补{助→贴}资金") }

  @Test("Sums and dates in the wrong order are told in words of their own, sums by how much")
  func orders() throws {
    var paper = Draft()
    paper.profile.rules.relations = [
      RelationSpec(
        kind: .order, fields: [paper.name("executed"), paper.name("amount")], result: nil)
    ]
    paper.row("33.8")
    paper.setRow(["executed": "35.8"])
    let finding = try #require(paper.findings(OutOfDomain.self).first)
    #expect(finding.difference == "2.0")
    #expect(finding.message.zh.contains("大于"))
    #expect(!finding.message.zh.contains("晚于"))
  }

  @Test("The number of a line may be words, a misread one is told", arguments: ["第1期", "首付款"])
  func numbersOfLines(words: String) {
    func findings(_ number: String) -> [Finding] {
      var paper = Draft()
      var column = ColumnSpec(name: paper.profile.intern("instalment"))
      column.type = .sequence
      guard let group = paper.profile.detail.groups.firstIndex(where: { $0.kind == .lines }) else {
        return []
      }
      paper.profile.detail.groups[group].columns.append(column)
      paper.form("1")
      let field = paper.field("instalment", number)
      paper.details[0].groups.append(
        Record.Group(
          name: paper.profile.detail.groups[group].name,
          items: [Record.Item(at: field.printed, fields: [field])]))
      return paper.findings(ImplausibleToken.self)
    }
    #expect(findings(words).isEmpty)
    #expect(findings("1O").count == 1)
  }

  @Test("Things are counted to the piece, money is rounded")
  func pieces() {
    let submission = Draft().submission
    func reading(_ number: Int64, _ unit: String) -> Reading {
      let unit = submission.profile.units.unit(named: unit) ?? .none
      let quantity = Quantity(digits: number, scale: 0)
      let name = FieldName(rawValue: 0)
      let field = Field(name: name, printed: .none, value: .quantity(quantity), unit: unit)
      return submission.reading(field) ?? .zero
    }
    func verdict(_ unit: String) -> Verdict? {
      Reading.sum(reading(5, unit), reading(6, unit)).flatMap {
        Ladder(reading(12, unit), $0)?.verdict
      }
    }
    #expect(verdict("") == .broken)
    #expect(verdict("万元") == .rounded)
  }

  @Test("A blank name is not put in quotes")
  func noName() {
    var paper = Draft()
    paper.row("1", project: nil)
    paper.row("2")
    paper.form("3")
    let words = paper.findings(Unmatched.self).map(\.message.zh)
    #expect(words.contains("汇总表第1项没有对应的明细表。"))
    #expect(words.contains("汇总表第2项“项目”没有对应的明细表。"))
  }
}
