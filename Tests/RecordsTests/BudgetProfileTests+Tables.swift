import Testing
import TieoutModel

extension BudgetProfileTests {
  @Test("The summary has its columns in the order of the paper")
  func summaryColumns() throws {
    let summary = profile.summary
    #expect(
      summary.columns.map { profile.name($0.name) } == [
        "seq", "unit_code", "unit", "department", "office", "project_code", "project", "amount",
        "fiscal", "whole_total", "superior", "local", "fund", "state_capital", "own", "carried",
        "other", "executed", "rate", "score", "grade", "target", "note",
      ])
    #expect(
      summary.columns.map(\.type) == [
        .sequence, .code, .organisation, .organisation, .text, .code, .name, .amount, .amount,
        .amount, .amount, .amount, .amount, .amount, .amount, .amount, .amount, .amount, .rate,
        .quantity, .text, .text, .text,
      ])
    #expect(
      summary.columns.filter(\.isOptional).map { profile.name($0.name) } == [
        "unit_code", "project_code", "fiscal", "whole_total", "superior", "local", "fund",
        "state_capital", "own", "carried", "other", "executed", "rate", "score", "grade", "target",
        "note",
      ])
    #expect(profile.units.name(summary.columns[7].unit) == "万元")
    #expect(summary.titleEndings.prefix(3) == ["汇总表", "项目安排情况表", "项目安排表"])
  }

  @Test("Linking and checks know which column is which")
  func summaryMeanings() {
    let summary = profile.summary
    let meanings = [
      summary.title, summary.sequence, summary.organisation, summary.department, summary.key,
      summary.amount, summary.note, summary.section,
    ]
    #expect(
      meanings.map { $0.map(profile.name) } == [
        "title", "seq", "unit", "department", "project", "amount", "note", "department",
      ])
  }

  @Test("Captions are recognised by a label or by what they contain")
  func captions() {
    let fields = profile.summary.fields
    #expect(fields.map { profile.name($0.name) } == ["threshold", "filled_by", "unit"])
    #expect(fields[0].containing == ["为重点项目"])
    #expect(fields[1].labels.map(profile.labels.word).first == "填报科室")
    #expect(fields[2].type == .unit)
  }

  @Test("A form has its fields in the order of the paper, attachment first and footnote last")
  func detailFields() {
    let fields = profile.detail.fields
    #expect(
      fields.map { profile.name($0.name) } == [
        "attachment", "reporting_unit", "money_unit", "reviewing_department", "project",
        "project_code", "unit", "department", "central_department", "head", "head_phone",
        "finance_head", "finance_phone",
        "contact",
        "contact_phone", "total", "whole_total", "executed", "rate", "year", "kind", "period",
        "weight_total", "score",
        "goal", "whole_goal", "done", "funding_note", "filled_on", "footnote",
      ])
    #expect(
      fields.filter { !$0.isLine }.map { profile.name($0.name) } == [
        "executed", "rate", "weight_total", "score", "goal", "whole_goal", "done", "funding_note",
      ])
    #expect(
      fields.filter(\.isMandatory).map { profile.name($0.name) } == [
        "project", "unit", "department", "head", "head_phone", "total",
        "goal",
      ])
    #expect(fields[1].stamps == ["（盖章）", "(盖章)"])
    #expect(fields[10].beside.map(profile.name) == "head")
    #expect(fields[12].beside.map(profile.name) == "finance_head")
  }

  @Test("Linking and checks know which field of a form is which")
  func detailMeanings() {
    let detail = profile.detail
    let meanings = [
      detail.title, detail.key, detail.total, detail.organisation, detail.department, detail.note,
      detail.footnote, detail.attachment,
    ]
    #expect(
      meanings.map { $0.map(profile.name) } == [
        "title", "project", "total", "unit", "department", "funding_note", "footnote", "attachment",
      ])
  }

  @Test("Funding lines are parts of the total")
  func funding() throws {
    let group = try #require(profile.detail.groups.first)
    #expect(profile.name(group.name) == "funding")
    #expect(group.kind == .parts)
    #expect(group.columns.map { profile.name($0.name) } == ["source", "amount", "note"])
    #expect(
      group.roles.mapValues(profile.name) == [
        .source: "source", .amount: "amount", .note: "note",
      ])
    let terms = group.columns[0].terms
    let words = terms.map { profile.terms[Int($0.term.rawValue)] }
    #expect(words.first == "一般公共预算")
    #expect(Set(words).isSuperset(of: ["财政资金", "财政拨款", "上年结转资金", "单位资金", "其他资金"]))
    #expect(terms.allSatisfy { $0.parents.isEmpty && !$0.isOptional })
  }

  @Test("Indicators have levels, text, unit and target")
  func indicators() throws {
    let group = try #require(profile.detail.groups.first { $0.kind == .indicators })
    #expect(
      group.columns.map { profile.name($0.name) } == [
        "level1", "level2", "sublevel", "level3", "comparator", "unit", "target", "weight",
        "actual", "score", "remark", "expected", "likelihood",
      ])
    #expect(
      group.roles.mapValues(profile.name) == [
        .level1: "level1", .level2: "level2", .sublevel: "sublevel", .text: "level3",
        .name: "name", .comparator: "comparator", .bound: "bound", .boundUnit: "bound_unit",
        .period: "period",
        .unit: "unit", .target: "target", .targetComparator: "target_comparator",
        .weight: "weight",
      ])
    #expect(group.columns.prefix(3).map(\.isCarried) == [true, true, false])
    #expect(
      group.costTerms.map { profile.terms[Int($0.rawValue)] } == [
        "成本指标", "经济成本指标", "社会成本指标", "生态环境成本指标",
      ])
  }

  @Test("A word of the second level knows the words above it, the usual one first")
  func parents() throws {
    let group = try #require(profile.detail.groups.first { $0.kind == .indicators })
    let satisfaction = try #require(group.columns[1].terms.last)
    #expect(
      satisfaction.parents.map { profile.terms[Int($0.rawValue)] } == [
        "服务对象满意度指标", "满意度指标",
      ])
    let quantity = try #require(group.columns[1].terms.first)
    #expect(quantity.parents.map { profile.terms[Int($0.rawValue)] } == ["产出指标"])
    // Of the first level only 成本指标 is often missing.
    #expect(group.columns[0].terms.map(\.isOptional) == [false, false, true, false, false])
  }
}
