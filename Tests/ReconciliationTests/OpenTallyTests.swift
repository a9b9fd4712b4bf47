import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("What is open is listed")
struct OpenTallyTests {
  /// Papers in which something stays open: an unsure pair whose amounts agree, a shift that is
  /// offered only, an amount that is missing.
  static let papers: [(String, Paper)] = [
    (
      "an unsure pair",
      Paper(
        summary: "1 | 甲局 | 甲局 | 道路养护资金 | 300 |",
        forms: """
          道路养护资金 | 甲局 | 甲局 | 300 |
          道路养护资金 | 甲局 | 甲局 | 300 |
          """)
    ),
    ("a shift that is offered", offeredShift),
    (
      "a missing amount",
      Paper(
        summary: """
          合计 | | | | 700 |
          1 | 甲局 | 甲局 | 道路养护资金 | 300 |
          2 | 甲局 | 甲局 | 校舍维修资金 | |
          """,
        forms: """
          道路养护资金 | 甲局 | 甲局 | 300 |
          校舍维修资金 | 甲局 | 甲局 | 400 |
          """)
    ),
  ]

  /// Four amounts fit one line up, and two in their midst fit nowhere.
  private static var offeredShift: Paper {
    let amounts = ["11.5", "12.5", "13.5", "14.5", "15.5", "16.5", "17.5"]
    let printed = ["", "11.5", "12.5", "13.5", "91.5", "92.5", "16.5"]
    return Paper(
      pages: [
        printed.indices.map {
          ["\($0 + 1)", "甲局", "甲局", "项目第\($0 + 1)号", printed[$0], ""]
        }
      ],
      forms: amounts.indices.map { ["项目第\($0 + 1)号", "甲局", "甲局", amounts[$0], ""] })
  }

  @Test("The tally counts as open what the findings list as open, and no more", arguments: papers)
  func tally(_ name: String, _ paper: Paper) {
    let submission = Submission.reconciled(paper, checks: Catalogue.checks)
    let open = submission.findings.filter { $0.verdict == .open }
    #expect(!open.isEmpty)
    #expect(submission.tally.open == open.count)
    #expect(open.allSatisfy { $0.severity == .review })
  }

  @Test("Amounts that an offered repair explains count neither as broken nor as open")
  func explained() throws {
    let submission = Submission.reconciled(
      Self.offeredShift,
      checks: [
        ColumnMoved.self, AgreeWithSummary.self,
      ])
    try #require(submission.repairs.map(\.state) == [.offered])
    let listed = submission.findings("AG01")
    #expect(!listed.isEmpty)
    #expect(submission.tally.broken == listed.count { $0.verdict == .broken })
    #expect(submission.tally.open == 1)
  }
}
