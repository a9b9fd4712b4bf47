import Testing
import TieoutModel

extension BudgetProfileTests {
  @Test("合计 is the total row of the summary and the total of a form")
  func total() throws {
    let role = try role(of: "合计")
    #expect(role.summaryRow == .total)
    #expect(role.detailFields.map { profile.name(profile.detail.fields[$0].name) } == ["total"])
    #expect(role.summaryColumn == nil)
    #expect(!role.isHeading)
  }

  @Test("成本指标 is a word of two levels")
  func cost() throws {
    let role = try role(of: "成本指标")
    #expect(role.terms.map(\.group) == [2, 2])
    #expect(role.terms.map(\.column) == [0, 1])
    #expect(role.term(group: 2, column: 0) == 2)
    #expect(role.term(group: 2, column: 1) == 3)
    #expect(role.term(group: 0, column: 0) == nil)
  }

  @Test("联系电话 is the telephone of three persons")
  func telephone() throws {
    let role = try role(of: "联系电话")
    #expect(
      role.detailFields.map { profile.name(profile.detail.fields[$0].name) } == [
        "head_phone", "finance_phone", "contact_phone",
      ])
  }

  @Test("备注 heads a column here and a block there, and announces the footnote")
  func note() throws {
    let role = try role(of: "备注")
    #expect(role.summaryColumn == 22)
    #expect(role.isHeading)
    #expect(role.detailFields == [29])
    #expect(role.groupColumns.map(\.column) == [10, 3, 3])
  }

  @Test("Other spellings of a word mean the word")
  func synonymOfTerm() throws {
    let word = try role(of: "可持续影响指标")
    let other = try role(of: "可持续发展影响指标")
    #expect(word.terms.map(\.term) == other.terms.map(\.term))
    #expect(!word.terms.isEmpty)
  }

  @Test("Widths, spaces, colons and a unit in brackets do not matter to labels")
  func spelling() throws {
    let role = try role(of: "金 额（万元）：")
    #expect(role.summaryColumn == 7)
  }

  @Test("A label of no profile means nothing")
  func noLabel() {
    #expect(profile.labels.find(LabelTable.normalised("页码".utf8)) == nil)
  }

  private func role(of word: String) throws -> LabelRole {
    profile.role(try #require(profile.labels.find(LabelTable.normalised(word.utf8))))
  }
}
