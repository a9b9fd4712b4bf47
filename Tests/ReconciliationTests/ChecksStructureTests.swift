import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite struct RowNumbers {
  private func lines(_ numbers: [String], departments: [String] = []) -> [String] {
    var paper = Draft()
    for (place, number) in numbers.enumerated() {
      let department = place < departments.count ? departments[place] : nil
      paper.row("1", number: number, department: department)
    }
    return paper.findings(SequenceCheck.self).map(\.line)
  }

  @Test(
    arguments: [
      (["1", "2", "3"], []),
      (["1", "2", "4", "5"], [3]),
      (["1", "2", "2", "3"], [3]),
      (["1", "3", "2", "4"], [2, 3]),
      (["1", "2", "8", "4"], [3]),
      (["7", "8", "9"], []),
      (["1", "2", "x", "4"], []),
      (["1", "2", "1", "2"], [3]),
    ] as [([String], [Int])])
  func runOnOrAreReported(numbers: [String], rows: [Int]) {
    #expect(lines(numbers) == rows.map { "ST03 summary/\($0).seq broken error" })
  }

  @Test func mayRestartUnderAnotherSection() {
    #expect(lines(["1", "2", "1", "2"], departments: ["甲", "甲", "乙", "乙"]).isEmpty)
    #expect(lines(["1", "2", "1", "2"], departments: ["甲", "甲", "甲", "甲"]).count == 1)
  }

  @Test func mayRestartBelowASubtotal() {
    var paper = Draft()
    for number in ["1", "2", "1"] { paper.row("1", number: number) }
    typealias Line = Summary.Line
    paper.pieces = [
      Summary.Piece(lines: [
        Line(owner: .row(0), at: .none, fields: []), Line(owner: .row(1), at: .none, fields: []),
        Line(owner: .subtotal, at: .none, fields: []),
        Line(owner: .row(2), at: .none, fields: []),
      ])
    ]
    #expect(paper.findings(SequenceCheck.self).isEmpty)
  }

  @Test func areTakenForMisreadWhereDigitsLookAlike() throws {
    var paper = Draft()
    for number in ["11", "12", "18", "14"] { paper.row("1", number: number) }
    let finding = try #require(paper.findings(SequenceCheck.self).first)
    #expect(finding.attribution == .ocr)
    #expect(finding.diagnosis == [.lookAlike])
  }
}

@Suite struct TokensInPlacesForNumbers {
  @Test(arguments: [
    ("4l7.3I2", "417.312" as String?), ("5O0", "500"), ("12.34.56", nil), ("12,34", nil),
    ("待定", nil),
  ])
  func areReportedInAmounts(printed: String, reading: String?) throws {
    var paper = Draft()
    paper.row(printed)
    let finding = try #require(paper.findings(ImplausibleToken.self).first)
    #expect(finding.line == "ST06 summary/1.amount open review")
    #expect(finding.suggested?.value == reading)
    #expect(finding.attribution == (reading == nil ? .undetermined : .ocr))
    #expect(finding.values.map(\.value) == [printed])
  }

  @Test(
    arguments: [
      ("12O6.39", "1206.39", "letters that look like digits"),
      ("1 206.39", "1206.39", "digits are spaced"),
      ("1.206.39", "1206.39", "points or commas"), ("1,206,39", "1206.39", "points or commas"),
      ("1206..39", "1206.39", "points or commas"), ("约1206.39", "1206.39", "approximate"),
      ("￥1206.39", "1206.39", "currency sign"), ("1,2O6 ,39", "1206.39", "spaced, and its points"),
      ("12,06,39", nil, "cannot be read"), ("1.206.390", nil, "cannot be read"),
    ] as [(String, String?, String)])
  func areNamedByWhatIsWrongWithThem(printed: String, reading: String?, words: String) throws {
    var paper = Draft()
    paper.row(nil)
    let slice = paper.print(printed)
    paper.rows[0].fields.append(
      Field(name: paper.name("amount"), printed: slice, value: .text(slice)))
    let finding = try #require(paper.findings(ImplausibleToken.self).first)
    #expect(finding.line == "ST06 summary/1.amount open review")
    #expect(finding.suggested?.value == reading)
    #expect(finding.message.en.contains(words))
  }

  @Test(arguments: ["—", "无", "/", "1,937.88", "219.60", "1062万元"])
  func areFineInAmounts(printed: String) {
    var paper = Draft()
    paper.row(printed)
    #expect(paper.findings(ImplausibleToken.self).isEmpty)
  }

  @Test(arguments: [
    ("9O", true), ("1l8", true), ("是", false), ("每年1次", false), ("2024.12.31", false),
    ("显著", false), ("95", false),
  ])
  func areReportedInTargetsOnlyIfTheyAreNumbersSpoilt(target: String, isReported: Bool) {
    var paper = Draft()
    paper.form("1")
    paper.indicator("数量指标", "指标", unit: "项", target: target)
    #expect(paper.findings(ImplausibleToken.self).count == (isReported ? 1 : 0))
  }

  @Test func areReportedInPartsAndTotals() {
    var paper = Draft()
    paper.form("1O0", parts: [("一般公共预算", "1OO")])
    #expect(
      paper.findings(ImplausibleToken.self).map(\.subject.field) == [
        "total", "funding[0].amount",
      ])
  }
}

@Suite struct MandatoryFields {
  @Test(arguments: ["unit", "department", "head", "head_phone", "goal"])
  func areReportedWhereEmptyInOneForm(field: String) {
    var paper = Draft()
    paper.form("1", without: [field])
    // No form prints its label, and none fills it in: their layout does not ask for it.
    #expect(paper.findings(MandatoryField.self).isEmpty)
    paper.form("2")
    #expect(
      paper.findings(MandatoryField.self).map(\.line) == [
        "CP02 detail/1.\(field) broken warning"
      ])
  }

  @Test func mayStateAnAbsence() {
    var paper = Draft()
    paper.form("1", without: ["goal"])
    for absence in ["无", "—", "/"] {
      let field = paper.field("goal", absence)
      paper.details[0].set(field)
      #expect(paper.findings(MandatoryField.self).isEmpty)
    }
  }

  @Test func doNotIncludeWhatTheProfileLeavesFree() {
    var paper = Draft()
    paper.row("1")
    paper.form("1")
    #expect(paper.details[0][paper.name("finance_head")] == nil)
    #expect(paper.findings(MandatoryField.self).isEmpty)
  }

  @Test func mayStandInTheSummary() throws {
    var paper = Draft()
    let amount = paper.profile.summary.amount
    let column = try #require(
      paper.profile.summary.columns.firstIndex { $0.name == amount })
    paper.profile.summary.columns[column].isMandatory = true
    paper.row(nil)
    paper.row("5")
    #expect(
      paper.findings(MandatoryField.self).map(\.line) == ["CP02 summary/1.amount broken warning"])
  }

  @Test func ofTheSummaryAreLeftToTheSumThatTheyKeepOpen() {
    var paper = Draft()
    paper.row(nil)
    paper.row("5", project: nil)
    paper.sum("15")
    #expect(
      paper.findings(MandatoryField.self).map(\.line) == ["CP02 summary/2.project broken warning"])
    paper.total = nil
    paper.form("5")
    paper.form(nil)
    paper.link()
    // A pair without an amount on a side is AG01's.
    #expect(
      paper.findings(MandatoryField.self).map(\.line) == ["CP02 summary/2.project broken warning"])
  }

  @Test func ofIndicatorsAreOneFindingWhereTheRowIsBlank() {
    var paper = Draft()
    paper.form("1")
    paper.indicator("经济效益指标", nil, unit: nil, target: nil)
    paper.indicator("成本指标", "经济成本", unit: "元", target: nil)
    paper.indicator("数量指标", "数量", unit: "项", target: "1")
    let report = paper.report(MandatoryField.self)
    #expect(
      report.findings.map(\.line) == [
        "CP02 detail/1.indicators[0].level3 broken warning",
        "CP02 detail/1.indicators[1].target broken warning",
      ])
    #expect(report.findings[0].message.zh.contains("整行空白"))
  }

  @Test func stayOpenWhereTheRowOrTheFormWasDamaged() throws {
    var paper = Draft()
    let row = paper.addRepair("ST05", record: "detail/1")
    let form = paper.addRepair("ST07", record: "detail/2")
    paper.form("1")
    paper.indicator("数量指标", "数量", unit: "项", target: nil, repair: row)
    paper.form("1", without: ["head"])
    let findings = paper.findings(MandatoryField.self)
    #expect(
      findings.map(\.line) == [
        "CP02 detail/1.indicators[0].target open review", "CP02 detail/2.head open review",
      ])
    #expect(findings.map(\.related) == [["r\(row)"], ["r\(form)"]])
  }
}

@Suite struct DamageAtAPageBreak {
  @Test func isToldOnceForEachRecord() {
    var paper = Draft()
    _ = paper.addRepair("ST04", record: "detail/1")
    _ = paper.addRepair("ST04", record: "detail/1")
    _ = paper.addRepair("ST05", record: "detail/2")
    #expect(
      paper.findings(PageBreakDamage.self).map(\.line) == ["ST04 detail/1 broken note"])
    #expect(Draft().findings(PageBreakDamage.self).isEmpty)
  }
}

@Suite struct TheCatalogue {
  @Test func hasEachCheckOnceUnderItsName() {
    let entries = Catalogue.checks.map { $0.entry }
    #expect(Set(entries.map(\.id)).count == entries.count)
    #expect(Set(entries.map(\.name)).count == entries.count)
    for entry in entries { #expect(!entry.title.zh.isEmpty && !entry.title.en.isEmpty) }
  }

  @Test func reportsNothingOnAnEmptySubmission() {
    #expect(Draft().all.isEmpty)
  }
}
