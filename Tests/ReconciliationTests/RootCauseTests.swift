import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite struct RootCausesAndTheirEchoes {
  private static let forms = """
    道路养护资金 | 甲局 | 甲局 | 100.5 |
    校舍维修经费 | 乙局 | 乙局 | 200.5 |
    水库除险加固 | 丙局 | 丙局 | 300.5 |
    图书购置补助 | 丁局 | 丁局 | 400.5 |
    """

  private func findings(_ summary: String) -> [Finding] {
    Submission.reconciled(
      Paper(summary: summary, forms: Self.forms), checks: Catalogue.checks
    ).findings.filter { $0.severity >= .warning }
  }

  @Test func aRowThatStandsTwiceIsOneFinding() throws {
    let findings = findings(
      """
      1 | 甲局 | 甲局 | 道路养护资金 | 100.5 |
      2 | 乙局 | 乙局 | 校舍维修经费 | 200.5 |
      3 | 丙局 | 丙局 | 水库除险加固 | 300.5 |
      3 | 丙局 | 丙局 | 水库除险加固 | 300.5 |
      4 | 丁局 | 丁局 | 图书购置补助 | 400.5 |
      合计 |  |  |  | 1002.0 |
      """)
    let finding = try #require(findings.first)
    #expect(findings.map(\.check) == ["DU03"])
    #expect(finding.severity == .error)
    #expect(finding.message.zh.contains("FT01"))
    #expect(finding.message.zh.contains("ST03"))
  }

  @Test func twoAmountsInEachOthersRowsAreOneFinding() throws {
    let findings = findings(
      """
      1 | 甲局 | 甲局 | 道路养护资金 | 100.5 |
      2 | 乙局 | 乙局 | 校舍维修经费 | 300.5 |
      3 | 丙局 | 丙局 | 水库除险加固 | 200.5 |
      4 | 丁局 | 丁局 | 图书购置补助 | 400.5 |
      合计 |  |  |  | 1002.0 |
      """)
    #expect(findings.map(\.check) == ["AG01"])
    #expect(findings.first?.message.en.contains("in each other's rows") == true)
    #expect(Set(findings.first?.records ?? []).count == 4)
  }

  @Test func aUnitThatIsWrongOverTheWholeTableIsOneFinding() throws {
    let rows = ["道路养护资金", "校舍维修经费", "水库除险加固", "图书购置补助"].enumerated().map { place, name in
      let office = ["甲局", "乙局", "丙局", "丁局"][place]
      return "\(place + 1) | \(office) | \(office) | \(name) | \(place + 1)005000 |"
    }
    let findings = findings((rows + ["合计 |  |  |  | 10020000 |"]).joined(separator: "\n"))
    #expect(findings.map(\.check) == ["UN01"], "\(findings.map(\.message.en))")
    #expect(findings.first?.subject.record == "summary")
    #expect(findings.first?.message.en.contains("10 to the power 4") == true)
  }

  @Test func aTotalAndAGroupThatAreOffAlikeAreOneFinding() throws {
    let findings = findings(
      """
      一、甲组 |  |  |  | 301.0 |
      1 | 甲局 | 甲局 | 道路养护资金 | 100.5 |
      2 | 乙局 | 乙局 | 校舍维修经费 | 190.5 |
      二、乙组 |  |  |  | 701.0 |
      3 | 丙局 | 丙局 | 水库除险加固 | 300.5 |
      4 | 丁局 | 丁局 | 图书购置补助 | 400.5 |
      合计 |  |  |  | 1002.0 |
      """)
    // The row disagrees with its form: that is the cause of both.
    #expect(findings.map(\.check) == ["AG01"])
  }

  @Test func aTotalAndAGroupAreOneFindingWithoutAForm() throws {
    var paper = Paper(
      summary: """
        一、甲组 |  |  |  | 301.0 |
        1 | 甲局 | 甲局 | 道路养护资金 | 100.5 |
        2 | 乙局 | 乙局 | 校舍维修经费 | 190.5 |
        二、乙组 |  |  |  | 701.0 |
        3 | 丙局 | 丙局 | 水库除险加固 | 300.5 |
        4 | 丁局 | 丁局 | 图书购置补助 | 400.5 |
        合计 |  |  |  | 1002.0 |
        """, forms: "")
    paper.forms = []
    let findings = Submission.reconciled(paper, checks: Catalogue.checks).findings
      .filter { $0.severity == .error }
    #expect(findings.map(\.check) == ["FT01"])
    #expect(findings.first?.message.zh.contains("FT03") == true)
  }

  @Test func independentFindingsStayApart() {
    let findings = findings(
      """
      1 | 甲局 | 甲局 | 道路养护资金 | 100.5 |
      2 | 乙局 | 乙局 | 校舍维修经费 | 200.5 |
      4 | 丙局 | 丙局 | 水库除险加固 | 300.5 |
      5 | 丁局 | 丁局 | 图书购置补助 | 400.5 |
      合计 |  |  |  | 2002.0 |
      """)
    #expect(findings.map(\.check) == ["ST03", "FT01"])
  }
}
