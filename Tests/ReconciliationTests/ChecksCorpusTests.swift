import Foundation
import Testing
import TieoutModel

@testable import TieoutReconciliation

/// The whole corpus, built from its records as they must have been on paper.
struct CorpusTruth: Decodable {
  struct Row: Decodable {
    var seq: Int?
    var unit, department, office, project, amount, note: String?
  }

  struct Form: Decodable {
    var index: Int
    var project, unit, department, head, head_phone, total, goal: String?
    var finance_head, finance_phone, source_note: String?
    var sources: [String: String?]
    var indicators: [Indicator]
    var repairs: [Repair]

    /// Whether its labels slid, so that most of it was read by position.
    var isDamaged: Bool { repairs.count { $0.kind == "label_shift" } > 2 }
  }

  struct Repair: Decodable {
    var line: Int
    var kind: String
  }

  struct Indicator: Decodable {
    var level1, level2, sublevel, level3, name, comparator, bound, bound_unit: String?
    var unit, target, target_comparator, target_status: String?
    var line: Int
  }

  var summary: [Row]
  var forms: [Form]

  static func load() throws -> CorpusTruth {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Corpus/budget-2024/records.json")
    return try JSONDecoder().decode(CorpusTruth.self, from: Data(contentsOf: file))
  }

  static let footnote =
    "备注: 预算资金来源中的“备注”标清资金具体来源。产出、效益、满意度指标均需填列。涉及带率的指标,目标值应不低于90。"

  func paper() -> Draft {
    var paper = Draft()
    paper.captions = paper.fields(["threshold": "(单笔项目金额200万元以上为重点项目)"])
    for row in summary {
      guard let seq = row.seq else {
        paper.sum(row.amount)
        continue
      }
      paper.row(
        row.amount, number: String(seq), project: row.project ?? "", department: row.department)
    }
    for form in forms { add(form, to: &paper) }
    paper.link()
    return paper
  }

  private func add(_ form: Form, to paper: inout Draft) {
    let order = ["一般公共预算", "政府性基金预算", "国有资本经营预算", "专项资金", "债券资金", "其他资金"]
    paper.form(
      form.total, parts: order.map { ($0, form.sources[$0].flatMap(\.self)) },
      footnote: Self.footnote, title: "2024年度项目支出预算绩效目标表", complete: false,
      project: form.project ?? "")
    let last = paper.details.count - 1
    for field in paper.fields([
      "unit": form.unit, "department": form.department, "head": form.head,
      "head_phone": form.head_phone, "goal": form.goal,
    ]) {
      paper.details[last].set(field)
    }
    let id = paper.details[last].id
    if form.isDamaged { _ = paper.addRepair("ST07", record: id) }
    for item in form.indicators {
      let isRepaired = form.repairs.contains { $0.line == item.line }
      let comparators = [">=": "≥", "<=": "≤"]
      func sign(_ comparator: String?) -> String {
        comparator.map { comparators[$0] ?? $0 } ?? ""
      }
      paper.indicator(
        item.level2 ?? "", item.name,
        sign(item.comparator) + (item.bound ?? "") + (item.bound_unit ?? ""), unit: item.unit,
        target: item.target.map { sign(item.target_comparator) + $0 },
        repair: isRepaired ? paper.addRepair("ST05", record: id) : 0, level1: item.level1)
    }
  }
}

extension Draft {
  /// Adds a repair without cells and gives its number.
  mutating func addRepair(_ rule: String, record: String? = nil) -> UInt32 {
    repairs.append(
      Repair(rule: rule, state: .proved, record: record, cells: [], before: [], after: []))
    return UInt32(repairs.count)
  }
}

@Suite struct TheBudgetCorpus {
  /// What an auditor finds in the papers, verified by reading all 44 forms.
  ///
  /// Not here, though they look like it: costs in 元 that equal totals in 万元 (23–25), incomes and
  /// standards beside totals (1, 3, 6, 7, 14, 44), 户单位 and 户, 月 and 个月, 件 and 案件数, a share
  /// under 90 that is no 率 (14), a heated area bounded from below under costs (32).
  static let expected = [
    "FT01 summary/total.amount rounded note",
    "FT08 summary/1.amount broken note",
    "FT08 detail/27.total broken note",
    "AG01 summary/27.amount rounded note",
    "AG02 detail/27.indicators[3].bound broken warning",
    "AG02 detail/28.indicators[2].bound broken warning",
    "AG02 detail/31.indicators[3].bound broken warning",
    "AG02 detail/38.indicators[3].target broken warning",
    "AG03 detail/31.indicators[8].target broken warning",
    "AG03 detail/43.indicators[13].target broken warning",
    "UN02 detail/32.indicators[8].unit broken note",
    "UN02 detail/33.indicators[3].unit broken note",
    "UN02 detail/33.indicators[4].unit broken note",
    "RL01 detail/6.indicators[5].target broken warning",
    "RL01 detail/32.indicators[1].target broken warning",
    "RL02 detail/26.indicators[3].comparator broken warning",
    "RL02 detail/36.indicators[3].comparator broken warning",
    "RL03 detail/26.indicators[0].target broken review",
    "RL05 detail/32.indicators[0].level3 broken review",
    "RL05 detail/32.indicators[5].level3 open review",
    "RL06 detail/14.indicators[8].unit broken warning",
    "RL06 detail/26.indicators[3].unit broken warning",
    "RL06 detail/43.indicators[1].unit broken warning",
    "RL07 detail/1.indicators[8].level3 broken review",
    "RL07 detail/26.indicators[3].level3 broken review",
    "RL07 detail/35.indicators[1].level3 broken review",
    "NR01 detail/14.goal coarse review",
    "NR01 detail/26.goal broken review",
    "NR02 detail/4.goal broken review",
    "NR02 detail/9.goal broken warning",
    "CP02 detail/14.head broken warning",
    "CP02 detail/14.head_phone broken warning",
    "CP02 detail/15.head broken warning",
    "CP02 detail/15.head_phone broken warning",
    "CP02 detail/17.goal broken warning",
    "CP02 detail/23.indicators[3].target open review",
    "CP02 detail/24.indicators[3].target open review",
    "CP02 detail/25.indicators[3].target open review",
    "CP02 detail/27.department broken warning",
    "CP02 detail/28.department broken warning",
    "CP02 detail/29.goal broken warning",
    "CP02 detail/29.indicators[4].level3 open review",
    "CP02 detail/29.indicators[6].level3 open review",
    "CP02 detail/29.indicators[7].level3 open review",
    "CP02 detail/31.head open review",
    "CP02 detail/31.head_phone open review",
    "CP02 detail/32.indicators[7].level3 broken warning",
    "CP02 detail/33.goal broken warning",
    "CP02 detail/34.department broken warning",
    "CP02 detail/36.department broken warning",
    "CP02 detail/37.department broken warning",
    "CP02 detail/37.indicators[6].target open review",
    "CP02 detail/44.indicators[4].target open review",
    "DU01 detail/39.goal broken note",
    "DU01 detail/42.goal broken note",
    "DU02 detail/38.goal broken review",
    "DU02 detail/42.goal broken review", "DU02 detail/43.goal broken review",
  ]

  /// The papers and what the checks report on them, worked out once for all cases.
  static let examined = Result {
    let truth = try CorpusTruth.load()
    let submission = truth.paper().submission
    var report = CheckReport()
    let checks = Catalogue.checks.filter { !["ST01", "ST02", "CP01"].contains($0.entry.id) }
    for check in checks where !check.entry.id.hasPrefix("NM") { check.run(submission, &report) }
    return (truth: truth, report: report)
  }

  let truth: CorpusTruth
  let report: CheckReport

  init() throws { (truth, report) = try Self.examined.get() }

  private func finding(_ check: String, _ record: String) throws -> Finding {
    try #require(
      report.findings.first { $0.check == check && $0.subject.record == record })
  }

  @Test func showsWhatAnAuditorFindsAndNothingElse() {
    // The names of these made forms are of no account.
    let lines = report.findings
      .filter { !$0.check.hasPrefix("ST") && !$0.check.hasPrefix("NM") }.map(\.line)
    #expect(lines == Self.expected)
  }

  @Test func tellsOfRepairsOnceACause() {
    let rows = report.findings.filter { $0.check == "ST05" }.flatMap(\.records)
    let repaired = truth.forms.filter { form in
      form.indicators.contains { item in form.repairs.contains { $0.line == item.line } }
    }
    #expect(rows == repaired.map { "detail/\($0.index)" })
    #expect(
      report.findings.filter { $0.check == "ST07" }.map(\.line) == ["ST07 detail/31 broken review"])
  }

  @Test func tiesOutTheTotal() throws {
    let finding = try finding("FT01", "summary/total")
    #expect(finding.values.map(\.value) == ["48727.94", "48727.942", "48727.940"])
    #expect(finding.difference == "0.002")
  }

  @Test(
    arguments: [
      ("AG02", "detail/28", ["230.04", "230.4"], "0.36", [Diagnosis.transposition], "230.04"),
      ("AG02", "detail/38", ["2348.82", "2384.82"], "36.00", [.transposition], "2348.82"),
      ("AG02", "detail/31", ["235", "90"], "145", [], "235"),
      ("AG02", "detail/27", ["511.62", "511.628", "511.63"], "0.008", [.truncation], "511.628"),
      ("AG01", "summary/27", ["511.62", "511.628", "511.63"], "0.002", [], "511.628"),
      ("AG03", "detail/31", ["90", "95"], "5", [.oneDigit], nil),
      ("AG03", "detail/43", ["90", "95"], "5", [.oneDigit], nil),
      ("RL01", "detail/6", ["85", "90"], "5", [], nil),
      ("RL01", "detail/32", ["50", "90"], "40", [], nil),
    ] as [(String, String, [String], String, [Diagnosis], String?)])
  func statesAllFigures(
    check: String, record: String, figures: [String], difference: String,
    diagnosis: [Diagnosis], majority: String?
  ) throws {
    let finding = try finding(check, record)
    #expect(Set(finding.values.map(\.value)).sorted() == figures.sorted())
    #expect(finding.difference == difference)
    #expect(finding.diagnosis == diagnosis)
    #expect(finding.majority == majority)
    #expect(finding.values.allSatisfy { !$0.printed.isEmpty })
  }

  @Test func findsEachCauseOnce() {
    #expect(Set(report.findings.map(\.fingerprint)).count == report.findings.count)
  }
}
