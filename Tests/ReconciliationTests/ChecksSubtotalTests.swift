import Testing
import TieoutModel

@testable import TieoutReconciliation

/// What FT03 reports on a summary.
private func report(_ summary: String, forms: String = "") -> CheckReport {
  var report = CheckReport()
  GroupSubtotals.run(Paper(summary: summary, forms: forms).submission(), &report)
  return report
}

@Suite struct SubtotalsOfTheSummary {
  private static let groups = """
    一、民政局 |  |  |  | 30 |
    1 | 甲 | 民政局 | 项目一 | 10 |
    2 | 甲 | 民政局 | 项目二 | 20 |
    二、教育局 |  |  |  | 5 |
    3 | 乙 | 教育局 | 项目三 | 5 |
    合计 |  |  |  | 35 |
    """

  @Test func agreeWithTheRowsBelowTheirHeading() {
    #expect(report(Self.groups).tally.exact == 2)
    #expect(report(Self.groups).findings.isEmpty)
  }

  @Test func areReportedWhereTheyDoNot() throws {
    let findings = report(Self.groups.replacing("| 30 |", with: "| 300 |")).findings
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.line == "FT03 summary.amount broken error")
    #expect(finding.difference == "270")
    #expect(finding.records == ["summary", "summary/1", "summary/2"])
  }

  @Test func mayBeOfAllRowsBelowHoweverManyGroupsTheyMake() {
    var lines = ["一、市本级 |  |  |  | 55 |"]
    for (place, numeral) in "二三四五六七八九十".enumerated() {
      lines.append("\(numeral)、民政局 |  |  |  | \(place + 1) |")
      lines.append("\(place + 1) | 甲 | 民政局 | 项目\(numeral) | \(place + 1) |")
    }
    lines.append("十一、教育局 |  |  |  | 10 |")
    lines.append("10 | 乙 | 教育局 | 项目末 | 10 |")
    let good = lines.joined(separator: "\n")
    #expect(report(good).findings.isEmpty)
    #expect(report(good).tally.exact == 11)
    #expect(report(good.replacing("| 55 |", with: "| 550 |")).findings.count == 1)
  }

  @Test func mayStandBelowTheRows() {
    let good = """
      1 | 甲 | 民政局 | 项目一 | 10 |
      2 | 甲 | 民政局 | 项目二 | 20 |
      小计 |  |  |  | 30 |
      3 | 乙 | 教育局 | 项目三 | 5 |
      小计 |  |  |  | 5 |
      """
    #expect(report(good).findings.isEmpty)
    #expect(report(good).tally.exact == 2)
    #expect(report(good.replacing("| 30 |", with: "| 300 |")).findings.count == 1)
  }

  @Test func mayBeOfAPageAndCarryForward() {
    let good = """
      1 | 甲 | 民政局 | 项目一 | 10 |
      2 | 甲 | 民政局 | 项目二 | 20 |
      小计 |  |  |  | 30 |
      ---
      承前页 |  |  |  | 30 |
      3 | 乙 | 教育局 | 项目三 | 5 |
      """
    #expect(report(good).findings.isEmpty)
    #expect(
      report(good.replacing("承前页 |  |  |  | 30", with: "承前页 |  |  |  | 20")).findings.count == 1)
  }

  @Test func mayStandOverHeadings() {
    let nested = """
      一、市直 |  |  |  | 35 |
      （一）、民政局 |  |  |  | 30 |
      1 | 甲 | 民政局 | 项目一 | 10 |
      2 | 甲 | 民政局 | 项目二 | 20 |
      （二）、教育局 |  |  |  | 5 |
      3 | 乙 | 教育局 | 项目三 | 5 |
      """
    #expect(report(nested).findings.isEmpty)
  }

  @Test func areNotMissedWhereNoneIsPrinted() {
    #expect(
      report(
        """
        一、民政局 |  |  |  |  |
        1 | 甲 | 民政局 | 项目一 | 10 |
        合计 |  |  |  | 10 |
        """) == CheckReport())
  }

  @Test func stayOpenWhereAnAmountIsUnreadable() {
    let findings = report(Self.groups.replacing("项目二 | 20", with: "项目二 | 2O.x")).findings
    #expect(findings.map(\.line) == ["FT03 summary.amount open review"])
  }
}

@Suite struct FurtherColumnsOfTheSummary {
  private func paper(fiscal: String, other: String, total: String) -> Draft {
    var paper = Draft()
    paper.row("10")
    paper.setRow(["fiscal": fiscal, "other": other])
    paper.row("20")
    paper.setRow(["fiscal": "20"])
    paper.sum("30")
    let field = paper.field("fiscal", total)
    paper.total?.set(field)
    return paper
  }

  @Test func addUpToTheirTotals() {
    #expect(paper(fiscal: "6", other: "4", total: "26").findings(GroupSubtotals.self).isEmpty)
    #expect(
      paper(fiscal: "6", other: "4", total: "62").findings(GroupSubtotals.self).map(\.line) == [
        "FT03 summary/total.fiscal broken error"
      ])
  }

  @Test func addUpToTheAmountOfTheirRow() {
    #expect(paper(fiscal: "6", other: "4", total: "26").findings(CrossFoot.self).isEmpty)
    #expect(
      paper(fiscal: "6", other: "9", total: "26").findings(CrossFoot.self).map(\.line) == [
        "FT04 summary/1.amount broken error"
      ])
  }
}

@Suite struct DecimalsOfAColumn {
  private func paper(_ amounts: [String]) -> Draft {
    var paper = Draft()
    for amount in amounts { paper.row(amount) }
    return paper
  }

  @Test func areNotedWhereOneAmountHasMore() {
    let paper = paper(["1.25", "2.5", "3.75", "4.25", "5", "6.125", "7.11"])
    #expect(
      paper.findings(ExcessDigits.self).map(\.line) == ["FT08 summary/6.amount broken note"])
  }

  @Test func areOneFindingForARowAndItsForm() {
    var paper = paper(["1.25", "2.5", "3.75", "4.25", "5", "6.125", "7.11"])
    for row in paper.rows { paper.form(paper.rows.isEmpty ? nil : text(row, paper)) }
    paper.link()
    let findings = paper.findings(ExcessDigits.self)
    #expect(findings.count == 1)
    #expect(findings.first?.values.count == 2)
  }

  private func text(_ row: Record, _ paper: Draft) -> String? {
    row[paper.name("amount")]?.quantity?.description
  }

  @Test(arguments: [
    ["1.25", "2.125", "3", "4"], ["1.1", "2.25", "3.125", "4.1234", "5.12345"],
    ["1", "2", "3", "4", "5", "6.5"],
  ])
  func areNotNotedWithoutAHabit(amounts: [String]) {
    #expect(paper(amounts).findings(ExcessDigits.self).isEmpty)
  }
}

@Suite struct SlackOfASum {
  @Test func isNotedWhereItCouldHideAnError() throws {
    var paper = Draft()
    for amount in ["10", "20", "30"] { paper.row(amount) }
    paper.sum("61")
    let finding = try #require(paper.findings(MaskingSlack.self).first)
    #expect(finding.line == "FT09 summary/total.amount rounded note")
    #expect(finding.slack == "1.5")
  }

  @Test func isFineWhereDecimalsArePrinted() {
    var paper = Draft()
    for amount in ["1000.25", "2000.50", "3000.25"] { paper.row(amount) }
    paper.sum("6001.01")
    #expect(paper.findings(MaskingSlack.self).isEmpty)
    #expect(paper.report(MaskingSlack.self).tally.exact == 1)
  }

  @Test(arguments: ["60", "30"])
  func isNothingToASumThatFailsOrIsExactOrToASumOfOne(total: String) {
    var paper = Draft()
    for amount in ["10", "20"] { paper.row(amount) }
    paper.sum(total)
    paper.form("5", parts: [("一般公共预算", "5")])
    #expect(paper.report(MaskingSlack.self) == CheckReport())
  }
}
