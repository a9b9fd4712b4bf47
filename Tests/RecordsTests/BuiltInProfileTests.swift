import Testing
import TieoutModel
import TieoutRecords

@Suite("The built-in profiles")
struct BuiltInProfileTests {
  @Test("Every built-in profile loads", arguments: BuiltInProfiles.ids)
  func loads(_ id: String) throws {
    let source = try #require(BuiltInProfiles.source(id))
    #expect(throws: Never.self) { try ProfileLoader.load(source, name: id) }
    #expect(BuiltInProfiles.load(id)?.id == id)
  }

  @Test("A profile that is not built in is not found")
  func unknown() {
    #expect(BuiltInProfiles.load("cn-budget") == nil)
    #expect(BuiltInProfiles.source("cn-budget") == nil)
  }
}

@Suite("The profile of budget performance targets")
struct BudgetProfileTests {
  let profile: Profile

  init() throws {
    profile = try #require(BuiltInProfiles.load("cn-budget-performance"))
  }

  @Test("It says what it is")
  func identity() {
    #expect(profile.version == "1")
    #expect(profile.title.zh == "项目支出预算绩效目标")
    #expect(profile.title.en == "Performance targets of budget projects")
  }

  @Test(
    "Money is a power of ten of 元, everything else a plain unit",
    arguments: [("元", 0), ("万元", 4), ("亿元", 8), ("个月", nil), ("%", nil)] as [(String, Int?)])
  func units(_ name: String, _ exponent: Int?) throws {
    let unit = try #require(profile.units.unit(named: name))
    #expect(profile.units.exponent(unit) == exponent)
  }

  @Test("Words for one thing are grouped")
  func synonyms() {
    #expect(profile.rules.unitSynonyms.first == ["月", "个月"])
    #expect(profile.organisations.aliases.first == ["就业局", "就业创业服务中心"])
    #expect(profile.organisations.endings.contains("本级"))
    #expect(profile.namePrefixes.contains("部门项目款-"))
    #expect(profile.rules.rateWords == ["率", "满意度", "占比"])
    #expect(profile.rules.rateFloorWords.first == "应不低于")
    #expect(profile.rules.lessIsBetter.first == "投诉")
  }

  @Test("The summary has its columns in the order of the paper")
  func summaryColumns() throws {
    let summary = profile.summary
    #expect(
      summary.columns.map { profile.name($0.name) } == [
        "seq", "unit", "department", "office", "project", "amount", "fiscal", "other", "note",
      ])
    #expect(
      summary.columns.map(\.type) == [
        .sequence, .organisation, .organisation, .text, .name, .amount, .amount, .amount, .text,
      ])
    #expect(
      summary.columns.filter(\.isOptional).map { profile.name($0.name) } == [
        "fiscal", "other", "note",
      ])
    #expect(profile.units.name(summary.columns[5].unit) == "万元")
    #expect(summary.titleEndings == ["汇总表", "项目安排情况表", "项目安排表"])
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
    #expect(fields[1].labels.map(profile.labels.word) == ["填报科室"])
    #expect(fields[2].type == .unit)
  }

  @Test("A form has its fields in the order of the paper, attachment first and footnote last")
  func detailFields() {
    let fields = profile.detail.fields
    #expect(
      fields.map { profile.name($0.name) } == [
        "attachment", "reporting_unit", "reviewing_department", "project", "unit", "department",
        "head", "head_phone", "finance_head", "finance_phone", "total", "goal", "funding_note",
        "footnote",
      ])
    #expect(
      fields.filter(\.isLine).map { profile.name($0.name) } == [
        "attachment", "reporting_unit", "reviewing_department", "footnote",
      ])
    #expect(
      fields.filter(\.isMandatory).map { profile.name($0.name) } == [
        "project", "unit", "department", "head", "head_phone", "total", "goal",
      ])
    #expect(fields[1].stamps == ["（盖章）", "(盖章)"])
    #expect(fields[7].beside.map(profile.name) == "head")
    #expect(fields[9].beside.map(profile.name) == "finance_head")
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
    #expect(terms.map { profile.terms[Int($0.term.rawValue)] }.first == "一般公共预算")
    #expect(terms.count == 8)
    #expect(terms.allSatisfy { $0.parents.isEmpty && !$0.isOptional })
  }

  @Test("Indicators have levels, text, unit and target")
  func indicators() throws {
    let group = try #require(profile.detail.groups.last)
    #expect(group.kind == .indicators)
    #expect(
      group.columns.map { profile.name($0.name) } == [
        "level1", "level2", "sublevel", "level3", "comparator", "unit", "target", "weight",
        "remark",
      ])
    #expect(
      group.roles.mapValues(profile.name) == [
        .level1: "level1", .level2: "level2", .sublevel: "sublevel", .text: "level3",
        .name: "name", .comparator: "comparator", .bound: "bound", .boundUnit: "bound_unit",
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
    let group = try #require(profile.detail.groups.last)
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
    #expect(role.terms.map(\.group) == [1, 1])
    #expect(role.terms.map(\.column) == [0, 1])
    #expect(role.term(group: 1, column: 0) == 2)
    #expect(role.term(group: 1, column: 1) == 3)
    #expect(role.term(group: 0, column: 0) == nil)
  }

  @Test("联系电话 is the telephone of two persons")
  func telephone() throws {
    let role = try role(of: "联系电话")
    #expect(
      role.detailFields.map { profile.name(profile.detail.fields[$0].name) } == [
        "head_phone", "finance_phone",
      ])
  }

  @Test("备注 heads a column here and a block there, and announces the footnote")
  func note() throws {
    let role = try role(of: "备注")
    #expect(role.summaryColumn == 8)
    #expect(role.isHeading)
    #expect(role.detailFields == [13])
    #expect(role.groupColumns.map(\.column) == [8])
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
    #expect(role.summaryColumn == 5)
  }

  @Test("A label of no profile means nothing")
  func noLabel() {
    #expect(profile.labels.find(LabelTable.normalised("页码".utf8)) == nil)
  }

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
    #expect(rules("title").map(\.pattern) == [.ending(["的报告", "的请示", "的函"])])
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

  @Test("Names are numbered in the order of the file")
  func names() {
    #expect(profile.names.first == "slip_body")
    let places = ["body", "threshold", "seq", "note", "attachment", "head", "footnote", "level1"]
      .compactMap(profile.field).map(\.rawValue)
    #expect(places.count == 8)
    #expect(places == places.sorted())
  }

  private func role(of word: String) throws -> LabelRole {
    profile.role(try #require(profile.labels.find(LabelTable.normalised(word.utf8))))
  }
}
