import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite struct FootingTheSummary {
  private func paper(_ amounts: [String?], _ total: String?, forms: [String?] = []) -> Draft {
    var paper = Draft()
    for amount in amounts { paper.row(amount) }
    paper.sum(total)
    for form in forms { paper.form(form) }
    paper.link()
    return paper
  }

  @Test(arguments: [
    (["417.312", "292.68"], "709.992", nil as Verdict?),
    (["417.312", "292.68"], "709.99", .rounded),
    (["979", "87.45", "14"], "1080.5", .coarse),
    (["979", "87.45", "14"], "1180.45", .broken),
  ])
  func comparesTheSumWithTheTotal(amounts: [String], total: String, verdict: Verdict?) {
    let report = paper(amounts, total).report(FootSummary.self)
    #expect(report.findings.first?.verdict == verdict)
  }

  @Test func statesDifferenceSlackAndTheFormsSum() throws {
    let paper = paper(["644.51", "1706.00"], "2360.51", forms: ["644.51", "1706"])
    let finding = try #require(paper.findings(FootSummary.self).first)
    #expect(finding.severity == .error)
    #expect(finding.difference == "10.00")
    #expect(finding.slack == "0.01")
    #expect(finding.values.map(\.role) == ["total", "rows", "details"])
    #expect(finding.values.map(\.value) == ["2360.51", "2350.51", "2350.51"])
    #expect(finding.majority == "2350.51")
    // The forms' sum is wrong for the same reason.
    #expect(paper.findings(FootDetails.self).isEmpty)
    #expect(paper.report(FootDetails.self).tally.broken == 1)
  }

  @Test func leavesOutSubtotalsAndParts() {
    var paper = Draft()
    paper.row("100")
    paper.row("200")
    paper.row("300", project: "小计")
    paper.row("50", project: "其中")
    paper.sum("300")
    #expect(paper.report(FootSummary.self).tally.exact == 1)
  }

  @Test func saysWhatAMissingAddendMustBe() throws {
    let paper = paper(["100", nil, "50"], "450", forms: ["100", "300", "50"])
    let finding = try #require(paper.findings(FootSummary.self).first)
    #expect(finding.verdict == .open)
    #expect(finding.severity == .review)
    #expect(finding.suggested?.value == "300")
    #expect(finding.message.zh.contains("300"))
  }

  @Test func suggestsNothingThatTheFormDoesNotState() throws {
    let paper = paper(["100", "3oo", "50"], "450", forms: ["100", "280", "50"])
    let finding = try #require(paper.findings(FootSummary.self).first)
    #expect(finding.verdict == .open)
    #expect(finding.suggested == nil)
    #expect(finding.message.zh.contains("应为 300"))
  }

  @Test func notesABlankThatTheTotalProvesToBeNothing() {
    let findings = paper(["100", nil, "50"], "150").findings(FootSummary.self)
    #expect(findings.map(\.line) == ["FT01 summary/total.amount exact note"])
  }

  @Test func staysOpenWithoutATotal() {
    let findings = paper(["100", "50"], nil).findings(FootSummary.self)
    #expect(findings.map(\.verdict) == [.open])
  }

  @Test func saysNothingWithoutRows() {
    #expect(paper([], "5").report(FootSummary.self) == CheckReport())
  }

  @Test func leavesTheDifferenceOfAWrongRowToThatRow() {
    let paper = paper(["323", "500"], "828", forms: ["328", "500"])
    let report = paper.report(FootSummary.self)
    #expect(report.findings.isEmpty)
    #expect(report.tally.broken == 1)
  }

  @Test func reportsADifferenceThatNoFormExplains() {
    // The second form disagrees as well, but does not account for what is missing.
    let paper = paper(["323", "500"], "900", forms: ["323", "501"])
    #expect(paper.findings(FootSummary.self).map(\.verdict) == [.broken])
  }
}

@Suite struct FootingTheForms {
  private func paper(
    _ amounts: [String?], _ total: String?, _ forms: [String?], unsure: Set<Int> = []
  ) -> Draft {
    var paper = Draft()
    for amount in amounts { paper.row(amount) }
    paper.sum(total)
    for form in forms { paper.form(form) }
    paper.link(unsure: unsure)
    return paper
  }

  @Test func addsTheTotalsOfAllForms() {
    let report = paper(["5", "7"], "12", ["5", "7"]).report(FootDetails.self)
    #expect(report.findings.isEmpty)
    #expect(report.tally.exact == 1)
  }

  @Test(arguments: [["5"], ["5", "7", "9"]])
  func staysOpenWhereRowsAndFormsAreNotPaired(forms: [String]) {
    let findings = paper(["5", "7"], "12", forms).findings(FootDetails.self)
    #expect(findings.map(\.line) == ["FT02 summary/total.amount open review"])
  }

  @Test func staysOpenWhereAPairIsUnsure() {
    let findings = paper(["5", "7"], "12", ["5", "7"], unsure: [1]).findings(FootDetails.self)
    #expect(findings.map(\.verdict) == [.open])
  }

  @Test func staysOpenWhereAFormHasNoTotal() {
    let findings = paper(["5", "7"], "12", ["5", nil]).findings(FootDetails.self)
    #expect(findings.map(\.verdict) == [.open])
  }

  @Test func leavesADifferenceToTheRowThatDiffersFromItsForm() {
    let report = paper(["5", "7"], "12", ["5", "9.5"]).report(FootDetails.self)
    #expect(report.findings.isEmpty)
    #expect(report.tally.broken == 1)
  }

  @Test func reportsADifferenceWhereTheRowsCannotBeAdded() {
    let findings = paper(["5", "x"], "12", ["5", "9.5"]).findings(FootDetails.self)
    #expect(findings.map(\.line) == ["FT02 summary/total.amount broken error"])
  }

  @Test func doesNotRunWithoutATotal() {
    #expect(paper(["5"], nil, ["5"]).report(FootDetails.self) == CheckReport())
  }
}
