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
  }

  struct Indicator: Decodable {
    var level1, level2, sublevel, level3, name, comparator, bound, bound_unit: String?
    var unit, target, target_comparator, target_status: String?
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

  func paper() -> Paper {
    var paper = Paper()
    paper.captions = paper.fields(["threshold": "(单笔项目金额200万元以上为重点项目)"])
    for row in summary {
      guard let seq = row.seq else {
        paper.sum(row.amount)
        continue
      }
      paper.row(
        row.amount, number: String(seq), project: row.project ?? "", department: row.department)
    }
    let lost = paper.addRepair("ST05")
    for form in forms { add(form, to: &paper, lost: lost) }
    paper.link()
    return paper
  }

  private func add(_ form: Form, to paper: inout Paper, lost: UInt32) {
    let order = ["一般公共预算", "政府性基金预算", "国有资本经营预算", "专项资金", "债券资金", "其他资金"]
    paper.form(
      form.total, parts: order.map { ($0, form.sources[$0].flatMap(\.self)) },
      footnote: Self.footnote, title: "2024年度项目支出预算绩效目标表", complete: false)
    let last = paper.details.count - 1
    for field in paper.fields([
      "unit": form.unit, "department": form.department, "head": form.head,
      "head_phone": form.head_phone, "goal": form.goal,
    ]) {
      paper.details[last].set(field)
    }
    for item in form.indicators {
      let comparators = [">=": "≥", "<=": "≤"]
      func sign(_ comparator: String?) -> String {
        comparator.map { comparators[$0] ?? $0 } ?? ""
      }
      paper.indicator(
        item.level2 ?? "", item.name,
        sign(item.comparator) + (item.bound ?? "") + (item.bound_unit ?? ""), unit: item.unit,
        target: item.target.map { sign(item.target_comparator) + $0 },
        repair: item.target_status == "lost_in_ocr" ? lost : 0)
    }
  }
}

extension Paper {
  /// Adds a repair without cells and gives its number.
  mutating func addRepair(_ rule: String, record: String? = nil) -> UInt32 {
    repairs.append(
      Repair(rule: rule, state: .proved, record: record, cells: [], before: [], after: []))
    return UInt32(repairs.count)
  }
}

@Suite struct TheBudgetCorpus {
  @Test func showsWhatAnAuditorFindsAndNothingElse() throws {
    let paper = try CorpusTruth.load().paper()
    var report = CheckReport()
    for check in Catalogue.checks { check.run(paper.submission, &report) }
    for finding in report.findings {
      print(finding.line, finding.attribution, finding.diagnosis, finding.difference ?? "")
      print("    ", finding.message.zh)
      print("    ", finding.message.en)
      print("    ", finding.values.map { "\($0.role) \($0.subject.record).\($0.subject.field ?? "") \($0.value)\($0.unit)" })
    }
    print(report.tally)
  }
}
