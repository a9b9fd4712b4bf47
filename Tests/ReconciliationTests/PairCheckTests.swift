import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("Names, organisations and partners")
struct PairCheckTests {
  /// One row and one form, differing where a test wants it.
  static func pair(
    _ name: String, _ other: String, unit: (String, String) = ("甲局", "甲局"),
    department: (String, String) = ("乙局", "乙局")
  ) -> Submission {
    Submission.reconciled(
      Paper(
        pages: [[["1", unit.0, department.0, name, "1937.88", ""]]],
        forms: [[other, unit.1, department.1, "1937.88", ""]]))
  }

  @Test(
    "Names that differ, with the kind of difference and how much it matters",
    arguments: [
      ("社区误餐补助资金", "社区误餐补贴资金", "社区误餐补{助→贴}资金", Severity.warning, "in wording"),
      ("国企教幼教补差资金", "国企职教幼教补差资金", "国企{→职}教幼教补差资金", .warning, "in wording"),
      ("部门项目款-会商系统建设", "会商系统建设", "{部门项目款-→}会商系统建设", .note, "in a prefix only"),
      ("部门项目款-会商系统建设", "综合项目款-会商系统建设", "{部门→综合}项目款-会商系统建设", .note, "prefix"),
      ("会商系统建设", "*会商系统建设", "{→*}会商系统建设", .note, "in punctuation only"),
      ("驻村工作经费", "驻村工作经费项目", "驻村工作经费{→项目}", .note, "before or behind"),
    ])
  func nameVaries(
    _ name: String, _ other: String, _ aligned: String, _ severity: Severity, _ words: String
  ) throws {
    let submission = Self.pair(name, other)
    let finding = try #require(submission.findings("NM01").first)
    #expect(finding.severity == severity)
    #expect(finding.message.zh.contains(aligned))
    #expect(finding.message.en.contains(aligned))
    #expect(finding.message.en.contains(words))
    #expect(finding.values.map(\.value) == [name, other])
    #expect(finding.values.allSatisfy { submission.document.string($0.printed) == $0.value })
    #expect(finding.records == ["summary/1", "detail/1"])
  }

  @Test(
    "Widths and spaces are no difference",
    arguments: [("执法(业务)用车", "执法（业务）用车"), ("校舍 维修", "校舍维修"), ("A区改造", "Ａ区改造")])
  func sameName(_ name: String, _ other: String) {
    let submission = Self.pair(name, other)
    #expect(submission.links.count == 1)
    #expect(submission.findings("NM01").isEmpty)
  }

  @Test("A pair that is unsure is for review, and open; its form is not called missing")
  func unsure() throws {
    let submission = Submission.reconciled(
      Paper(
        summary: "1 | 甲局 | 甲局 | 道路养护资金 | 300 |",
        forms: """
          道路养护资金 | 甲局 | 甲局 | 300 |
          道路养护资金 | 甲局 | 甲局 | 300 |
          """))
    let finding = try #require(submission.findings("NM02").first)
    #expect(finding.severity == .review)
    #expect(finding.verdict == .open)
    #expect(finding.records == ["summary/1", "detail/1", "detail/2"])
    #expect(submission.findings("CP01").isEmpty)
    #expect(submission.findings("NM01").isEmpty)
  }

  @Test("Two rows and two forms alike in name, told apart by the amount, are sure")
  func settled() {
    let submission = Submission.reconciled(
      Paper(
        summary: """
          1 | 甲局 | 甲局 | 道路养护资金 | 312.55 |
          2 | 甲局 | 甲局 | 道路养护资金 | 477.08 |
          """,
        forms: """
          道路养护资金 | 甲局 | 甲局 | 477.08 |
          道路养护资金 | 甲局 | 甲局 | 312.55 |
          """))
    #expect(submission.links.map(\.detail) == [1, 0])
    #expect(submission.findings("NM02").isEmpty)
  }

  @Test("Units and departments that are two bodies")
  func organisationDiffers() throws {
    let submission = Self.pair(
      "工资保险资金", "工资保险资金", unit: ("住建局", "青汇市物业管理公司"),
      department: ("市财政局", "中共青汇市委组织部"))
    let findings = submission.findings("NM04")
    #expect(findings.map(\.subject.field) == ["unit", "department"])
    #expect(findings.allSatisfy { $0.severity == .warning && $0.verdict == .broken })
    #expect(findings[0].values.map(\.value) == ["住建局", "青汇市物业管理公司"])
  }

  @Test("A letter of the place is for review: it may be misread; one of the body is not")
  func organisationMisread() {
    func severities(_ row: String, _ form: String) -> [Severity] {
      Self.pair("工资", "工资", unit: (row, form), department: ("", "")).findings("NM04")
        .map(\.severity)
    }
    #expect(severities("岚圃市公安局", "岚甫市公安局") == [.review])
    #expect(severities("岚圃市水务局", "岚圃市水利局") == [.warning])
    #expect(severities("岚圃市公安局", "棠浦市公安局") == [.warning])
  }

  @Test("Abbreviations, aliases and blanks are no difference")
  func organisationAgrees() {
    #expect(
      Self.pair(
        "工资", "工资", unit: ("就业局", "青汇市就业创业服务中心"), department: ("人社局", "")
      ).findings("NM04").isEmpty)
    #expect(
      Self.pair(
        "工资", "工资", unit: ("民政局", "青汇市民政局"), department: ("住建局", "青汇市住房和城乡建设局")
      ).findings("NM04").isEmpty)
  }

  @Test("A row without a form and a form without a row are errors, one each")
  func unmatched() {
    let submission = Submission.reconciled(
      Paper(
        summary: """
          1 | 甲局 | 甲局 | 道路养护资金 | 312.55 |
          2 | 乙局 | 乙局 | 图书购置 | 477.08 |
          """,
        forms: """
          道路养护资金 | 甲局 | 甲局 | 312.55 |
          水库除险加固 | 丙局 | 丙局 | 90.17 |
          """))
    let findings = submission.findings("CP01")
    #expect(findings.map(\.subject.record) == ["summary/2", "detail/2"])
    #expect(findings.allSatisfy { $0.severity == .error })
  }

  @Test("Without a summary, or without forms, nothing is called unmatched")
  func nothingToPair() {
    let rows = Paper(summary: "1 | 甲局 | 甲局 | 道路 | 5 |", forms: "")
    #expect(Submission.reconciled(rows).findings.isEmpty)
    let forms = Paper(pages: [], forms: [["道路", "甲局", "甲局", "5", ""]])
    #expect(Submission.reconciled(forms).findings.isEmpty)
  }

  @Test("Every execution is counted, and findings come gravest first")
  func counted() throws {
    let submission = Submission.reconciled(try BudgetCorpus.load().paper())
    let tally = submission.tally
    let broken = submission.findings.count { $0.verdict == .broken }
    #expect(tally.broken == broken)
    #expect(tally.exact > 150)
    let severities = submission.findings.map(\.severity.rawValue)
    #expect(severities == severities.sorted(by: >))
    #expect(Set(submission.findings.map(\.fingerprint)).count == submission.findings.count)
  }
}
