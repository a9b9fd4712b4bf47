import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("A row and a form left over between sure neighbours")
struct LeftOverPairTests {
  private static let summary = """
    1 | 甲局 | 甲局 | 道路养护资金 | 100.5 |
    2 | 乙局 | 乙局 | 校舍维修经费 | 200.5 |
    3 | 丙局 | 丙局 | 水库除险加固 | 300.5 |
    4 | 丁局 | 丁局 | 图书购置补助 | 400.5 |
    5 | 戊局 | 戊局 | 桥梁检测费用 | 500.5 |
    6 | 己局 | 己局 | 林木病虫防治 | 600.5 |
    """

  private static func reconciled(_ third: String, also: String = "") -> Submission {
    Submission.reconciled(
      Paper(
        summary: summary,
        forms: """
          道路养护资金 | 甲局 | 甲局 | 100.5 |
          校舍维修经费 | 乙局 | 乙局 | 200.5 |
          \(third)\(also)
          图书购置补助 | 丁局 | 丁局 | 400.5 |
          桥梁检测费用 | 戊局 | 戊局 | 500.5 |
          林木病虫防治 | 己局 | 己局 | 600.5 |
          """), checks: Catalogue.checks)
  }

  @Test(
    "They are an unsure pair if a department, a unit or a word of the name agrees",
    arguments: [
      "老旧管网改造 | 庚局 | 丙局 | 777.7 |", "城区水库清淤 | 庚局 | 辛局 | 777.7 |",
    ])
  func paired(_ form: String) throws {
    let submission = Self.reconciled(form)
    let link = try #require(submission.link(ofRow: 2))
    #expect(link.detail == 2)
    #expect(link.isUnsure)
    #expect(submission.findings("CP01").isEmpty)
    #expect(submission.findings("NM02").map(\.severity) == [.review])
  }

  @Test("They stay alone if nothing but their place speaks for it")
  func nothingInCommon() {
    let submission = Self.reconciled("老旧管网改造 | 庚局 | 辛局 | 777.7 |")
    #expect(submission.link(ofRow: 2) == nil)
    #expect(submission.findings("CP01").count == 2)
  }

  @Test("They stay alone if there is a second form that may be meant")
  func twoForms() {
    let submission = Self.reconciled(
      "老旧管网改造 | 庚局 | 丙局 | 777.7 |", also: "\n公园绿化补植 | 庚局 | 丙局 | 888.8 |")
    #expect(submission.link(ofRow: 2) == nil)
  }

  @Test(
    "A form that lost its name is the row's of its unit, where the rows around have another unit")
  func withoutName() throws {
    let forms = """
      道路养护资金 | 甲局 | 甲局 | 100.5 |
       | 乙局 | 乙局 | 999.9 |
      图书购置补助 | 丁局 | 丁局 | 400.5 |
      桥梁检测费用 | 戊局 | 戊局 | 500.5 |
      林木病虫防治 | 己局 | 己局 | 600.5 |
      """
    let submission = Submission.reconciled(
      Paper(summary: Self.summary, forms: forms), checks: Catalogue.checks)
    let link = try #require(submission.link(ofRow: 1))
    #expect(link.detail == 1 && link.isUnsure)
    #expect(submission.findings("CP01").map(\.records) == [["summary/3"]])
    // With a name of its own, or the unit of two rows, it is anybody's guess.
    let named = forms.replacing("\n |", with: "\n公园绿化补植 |")
    let shared = Self.summary.replacing("丙局 | 丙局", with: "乙局 | 乙局")
    for paper in [
      Paper(summary: Self.summary, forms: named), Paper(summary: shared, forms: forms),
    ] {
      let submission = Submission.reconciled(paper, checks: Catalogue.checks)
      #expect(submission.links.allSatisfy { $0.detail != 1 })
      #expect(submission.findings("CP01").count == 3)
    }
  }

  @Test("Fingerprints call a linked form by its row, and one without a row by its own name")
  func fingerprints() throws {
    let submission = Self.reconciled(
      "老旧管网改造 | 庚局 | 辛局 | 777.7 |", also: "\n水库除险加固 | 丙局 | 丙局 | 300.9 |")
    let prints = submission.findings.map(\.fingerprint)
    #expect(prints.contains { $0.hasPrefix("AG01:form-of/水库除险加固-") })
    #expect(prints.contains { $0.hasPrefix("CP01:detail/老旧管网改造-") })
    #expect(submission.findings("AG01").map(\.records) == [["summary/3", "detail/4"]])
  }
}
