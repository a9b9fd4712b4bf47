import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite struct SummaryAgainstForm {
  private func paper(
    _ amount: String?, _ total: String?, unsure: Bool = false, parts: String? = nil
  ) -> Draft {
    var paper = Draft()
    paper.row(amount)
    paper.form(total, parts: parts.map { [("一般公共预算", $0)] } ?? [])
    paper.link(unsure: unsure ? [0] : [])
    return paper
  }

  @Test(arguments: [
    ("417.312", "417.312", nil as Verdict?), ("1526.00", "1526", nil),
    ("511.63", "511.628", .rounded), ("124.72", "124.27", .broken), ("1062万元", "1062", nil),
    ("10620000元", "1062", nil),
  ])
  func comparesTheFigures(amount: String, total: String, verdict: Verdict?) {
    let report = paper(amount, total).report(AgreeWithSummary.self)
    #expect(report.findings.first?.verdict == verdict)
    #expect(report.tally.exact == (verdict == nil ? 1 : 0))
  }

  @Test func namesTheSwapAndTheDifference() throws {
    let finding = try #require(
      paper("124.72", "124.27").findings(AgreeWithSummary.self).first)
    #expect(finding.severity == .error)
    #expect(finding.attribution == .undetermined)
    #expect(finding.diagnosis == [.transposition])
    #expect(finding.difference == "0.45")
    #expect(finding.differenceInYuan == "4500")
    #expect(finding.values.map(\.value) == ["124.27", "124.72"])
    #expect(finding.values.map(\.role) == ["total", "summary"])
    #expect(finding.values.map(\.unit) == ["万元", "万元"])
    #expect(finding.records == ["summary/1", "detail/1"])
    #expect(finding.fingerprint == "AG01:detail/1:total:total")
    #expect(finding.message.zh.contains("124.72 万元") && finding.message.zh.contains("第"))
    #expect(finding.message.en.contains("124.27 万元") && finding.message.en.contains("line"))
  }

  @Test func staysOpenWhereThePairingIsUnsure() throws {
    let finding = try #require(
      paper("124.72", "124.27", unsure: true).findings(AgreeWithSummary.self).first)
    #expect(finding.verdict == .open)
    #expect(finding.severity == .review)
  }

  @Test func isNoPassWhereThePairingIsUnsure() {
    // Equal figures are no proof of it either, and NM02's open finding speaks of the pair.
    let paper = paper("124.72", "124.72", unsure: true)
    #expect(paper.report(AgreeWithSummary.self) == CheckReport())
    #expect(paper.findings(PairingUnsure.self).map(\.verdict) == [.open])
  }

  @Test(
    arguments: [
      (nil, "5", "The amount of summary item 1 is blank", "summary/1.amount"),
      ("5", nil, "The total of form 1 is blank", "detail/1.total"),
      ("五", "5", "The amount of summary item 1, “五”", "summary/1.amount"),
      (nil, nil, "is blank, and the total of form 1 is blank", "summary/1.amount"),
    ] as [(String?, String?, String, String)])
  func isOpenWhereASideIsMissing(
    amount: String?, total: String?, words: String, subject: String
  ) throws {
    let report = paper(amount, total).report(AgreeWithSummary.self)
    #expect(report.findings.map(\.line) == ["AG01 \(subject) open review"])
    #expect(report.tally.open == 1)
    #expect(try #require(report.findings.first).message.en.contains(words))
  }

  @Test func leavesAMissingAmountOfAnUnsurePairToThePairing() {
    #expect(paper(nil, "5", unsure: true).report(AgreeWithSummary.self) == CheckReport())
  }

  @Test func listsTheSumThatCannotBeVerifiedUnderTheMissingAmount() throws {
    var paper = Draft()
    let names = ["道路养护资金", "校舍维修经费", "水库除险加固"]
    for (name, amount) in zip(names, ["5.25", "149※", "4.75"]) {
      paper.row(amount, project: name)
    }
    paper.sum("1499.998")
    for (name, total) in zip(names, ["5.25", "1490", "4.75"]) { paper.form(total, project: name) }
    var submission = paper.submission
    Reconciler.reconcile(&submission, checks: Catalogue.checks)
    func place(_ check: String) -> Int? {
      submission.findings.firstIndex { $0.check == check && $0.verdict == .open }.map { $0 + 1 }
    }
    let agreement = try #require(place("AG01"))
    let sum = try #require(place("FT01"))
    let token = try #require(place("ST06"))
    #expect(submission.findings[agreement - 1].related == ["f\(sum)"])
    #expect(submission.findings[token - 1].related == ["f\(agreement)"])
    #expect(!submission.findings.contains { $0.check == "CP02" })
    // 1489.998 is left for it, and its form states 1490: that is what is named.
    #expect(submission.findings[sum - 1].suggested?.value == "1490")
    #expect(!submission.findings[sum - 1].message.en.contains("must be"))
  }

  @Test func leavesAPowerOfTenToTheUnitCheck() throws {
    let paper = paper("1062", "10620000")
    #expect(paper.findings(AgreeWithSummary.self).isEmpty)
    let finding = try #require(paper.findings(UnitSlip.self).first)
    #expect(finding.severity == .error)
    #expect(finding.diagnosis == [.unitSlip])
    #expect(paper.findings(UnitSlip.self).count == 1)
  }

  @Test func listsEveryPlaceThatIsWrongUnderOneFinding() throws {
    var paper = paper("2348.82", "2384.82", parts: "2348.82")
    paper.indicator("成本指标", "成本控制", "≤2348.82万元", unit: "万元", target: "2348.82")
    paper.sum("2348.82")
    #expect(paper.all == ["AG01 detail/1.total broken error"])
    let finding = try #require(paper.findings(AgreeWithSummary.self).first)
    #expect(finding.majority == "2348.82")
    #expect(finding.suggested?.value == "2348.82")
    #expect(finding.attribution == .source)
    #expect(
      finding.values.map(\.role) == [
        "total", "summary", "parts", "bound", "target", "summary-total",
      ])
    #expect(finding.subject == Subject(record: "detail/1", field: "total"))
  }

  @Test func isProvedByTheSummarysTotal() throws {
    var paper = Draft()
    paper.row("323")
    paper.row("500")
    paper.sum("828")
    paper.form("328")
    paper.form("500")
    paper.link()
    // The row breaks the footing too: one cause, one finding.
    #expect(paper.all == ["AG01 summary/1.amount broken error"])
    let finding = try #require(paper.findings(AgreeWithSummary.self).first)
    #expect(finding.suggested?.value == "328")
    #expect(finding.attribution == .ocr)
    #expect(finding.values.last?.role == "summary-total")
  }

  @Test func blamesNobodyWhereSummaryAndFormHoldTogetherEach() throws {
    var paper = paper("3227.61", "3550.37", parts: "3550.37")
    paper.indicator("成本指标", "总成本", "≤3550.37万元", unit: "万元", target: "3550.37")
    paper.sum("3227.61")
    #expect(paper.all == ["AG01 summary/1.amount broken error"])
    let finding = try #require(paper.findings(AgreeWithSummary.self).first)
    #expect(finding.majority == nil)
    #expect(finding.suggested == nil)
    #expect(finding.attribution == .undetermined)
  }
}
