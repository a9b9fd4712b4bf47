import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite struct CrossFooting {
  private func paper(_ total: String?, _ parts: [(String, String?)]) -> Draft {
    var paper = Draft()
    paper.form(total, parts: parts)
    return paper
  }

  @Test func addsTheParts() {
    let report = paper("655", [("财政资金", "266.28"), ("其他资金", "388.72")])
      .report(CrossFoot.self)
    #expect(report.findings.isEmpty)
    #expect(report.tally.exact == 1)
  }

  @Test func reportsPartsThatDoNotAddUp() throws {
    let paper = paper("655", [("财政资金", "266.28"), ("其他资金", "288.72")])
    let finding = try #require(paper.findings(CrossFoot.self).first)
    #expect(finding.verdict == .broken)
    #expect(finding.severity == .error)
    #expect(finding.difference == "100.00")
    #expect(finding.values.map(\.value) == ["655", "555.00", "266.28", "288.72"])
    #expect(finding.slack == "0.01")
  }

  @Test func takesABlankForNothingWhereTheTotalProvesIt() {
    let report = paper("417.312", [("一般公共预算", "417.312"), ("其他资金", nil)])
      .report(CrossFoot.self)
    #expect(report.findings.isEmpty)
    #expect(report.tally.exact == 1)
  }

  @Test func staysOpenWhereABlankMayHoldTheRest() throws {
    let paper = paper("500", [("一般公共预算", "317"), ("其他资金", nil)])
    let finding = try #require(paper.findings(CrossFoot.self).first)
    #expect(finding.verdict == .open)
    #expect(finding.severity == .review)
  }

  @Test func seesASlipOfDigitsBehindABlank() throws {
    let paper = paper("2384.82", [("一般公共预算", "2348.82"), ("其他资金", nil)])
    let finding = try #require(paper.findings(CrossFoot.self).first)
    #expect(finding.verdict == .broken)
    #expect(finding.diagnosis == [.transposition])
  }

  @Test func isBrokenWhereThePartsAreMoreThanTheTotal() throws {
    let paper = paper("300", [("一般公共预算", "317"), ("其他资金", nil)])
    #expect(paper.findings(CrossFoot.self).first?.verdict == .broken)
  }

  @Test("A part of the total may be less than it, and cannot be more")
  func holdsAPartWithinItsWhole() throws {
    #expect(paper("300", [("其中：财政资金", "280")]).findings(CrossFoot.self).isEmpty)
    #expect(paper("300", [("其中：财政资金", nil)]).findings(CrossFoot.self).isEmpty)
    let more = paper("1455.38", [("其中：财政资金", "1455.83")])
    let finding = try #require(more.findings(CrossFoot.self).first)
    #expect(finding.line == "FT04 detail/1.funding[0].amount broken error")
    #expect(finding.diagnosis == [.transposition])
    #expect(finding.values.map(\.value) == ["1455.38", "1455.83"])
  }

  @Test("Where the row states the part's figure, the total is what is wrong")
  func leavesAWrongTotalToTheRow() {
    var paper = paper("1435.38", [("其中：财政资金", "1455.38")])
    paper.row("1455.38")
    paper.link()
    #expect(paper.findings(CrossFoot.self).isEmpty)
  }

  @Test func staysOpenWhereAPartIsUnreadable() {
    let paper = paper("500", [("一般公共预算", "317"), ("其他资金", "l83")])
    #expect(paper.findings(CrossFoot.self).first?.verdict == .open)
  }

  @Test func takesAStatedAbsenceForNothing() {
    let report = paper("317", [("一般公共预算", "317"), ("其他资金", "—")]).report(CrossFoot.self)
    #expect(report.findings.isEmpty)
    #expect(report.tally.exact == 1)
  }

  @Test(
    arguments: [
      ("500", [("一般公共预算", nil), ("其他资金", nil)]),
      // A part of another part says nothing about the rest.
      ("500", [("其中：财政资金", "300")]),
      (nil, [("一般公共预算", "300")]),
    ] as [(String?, [(String, String?)])])
  func saysNothingWithoutParts(total: String?, parts: [(String, String?)]) {
    #expect(paper(total, parts).report(CrossFoot.self) == CheckReport())
  }

  @Test(
    arguments: [
      // The word opens the list of the total's parts.
      ("500", [("其中：财政资金", "300"), ("其他资金", "200")]),
      // Parts of the first part, of which only one bears the word.
      (
        "520",
        [("财政资金", "500"), ("其中：中央资金", "300"), ("省级资金", "200"), ("其他资金", "20")]
      ),
    ] as [(String, [(String, String?)])])
  func addsWhatTheWordOpens(total: String, parts: [(String, String?)]) {
    let report = paper(total, parts).report(CrossFoot.self)
    #expect(report.findings.isEmpty)
    #expect(report.tally.exact == 1)
  }

  @Test func isBrokenWhereWhatTheWordOpensIsNotTheTotal() {
    let paper = paper("500", [("其中：财政资金", "300"), ("其他资金", "190")])
    #expect(paper.findings(CrossFoot.self).first?.verdict == .broken)
  }

  @Test func saysNothingOfSourcesListedAnewForSumsThatAreNotPrinted() {
    let parts = [
      ("其中：财政资金", "900"), ("其中：财政资金", "300"), ("其他资金", "60"), ("其他资金", "20"),
    ]
    #expect(paper("320", parts).report(CrossFoot.self) == CheckReport())
  }

  @Test func addsASourceThatIsListedOnceMore() {
    let parts = [("财政资金", "300"), ("财政资金", "100"), ("其他资金", "60"), ("自筹资金", "20")]
    #expect(paper("480", parts).report(CrossFoot.self).tally.exact == 1)
    #expect(paper("490", parts).findings(CrossFoot.self).first?.verdict == .broken)
  }

  @Test func leavesOutPartsOfParts() {
    let report = paper("500", [("一般公共预算", "500"), ("其中：财政资金", "300")])
      .report(CrossFoot.self)
    #expect(report.findings.isEmpty)
    #expect(report.tally.exact == 1)
  }
}
