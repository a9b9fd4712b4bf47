import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("A column that moved in a summary with sections")
struct SubtotalShiftTests {
  private static let forms = """
    道路养护 | 甲局 | 甲局 | 100.5 |
    校舍维修 | 甲局 | 甲局 | 200.5 |
    水库除险 | 甲局 | 甲局 | 300.5 |
    图书购置 | 乙局 | 乙局 | 400.5 |
    """

  @Test("Headings with subtotals take part in the run, and it is moved back")
  func headings() {
    let submission = Submission.reconciled(
      Paper(
        summary: """
          一、甲局 | | | | |
          1 | 甲局 | 甲局 | 道路养护 | 601.5 |
          2 | 甲局 | 甲局 | 校舍维修 | 100.5 |
          3 | 甲局 | 甲局 | 水库除险 | 200.5 |
          二、乙局 | | | | 300.5 |
          4 | 乙局 | 乙局 | 图书购置 | 400.5 |
          合计 | | | | 400.5 |
           | | | | 1002 |
          """, forms: Self.forms))
    #expect(submission.repairs.map(\.state) == [.proved])
    #expect(submission.amounts == ["100.5", "200.5", "300.5", "400.5"])
    #expect(submission.totalAmount == "1002")
  }

  @Test("A subtotal below its rows takes part as well")
  func subtotals() {
    let submission = Submission.reconciled(
      Paper(
        summary: """
          1 | 甲局 | 甲局 | 道路养护 | |
          2 | 甲局 | 甲局 | 校舍维修 | 100.5 |
          3 | 甲局 | 甲局 | 水库除险 | 200.5 |
          小计 | | | | 300.5 |
          4 | 乙局 | 乙局 | 图书购置 | 601.5 |
           | | | | 400.5 |
          """, forms: Self.forms))
    #expect(submission.repairs.map(\.state) == [.proved])
    #expect(submission.amounts == ["100.5", "200.5", "300.5", "400.5"])
  }

  @Test("What stands right beside its subtotals stays")
  func right() {
    let submission = Submission.reconciled(
      Paper(
        summary: """
          一、甲局 | | | | 601.5 |
          1 | 甲局 | 甲局 | 道路养护 | 100.5 |
          2 | 甲局 | 甲局 | 校舍维修 | 200.5 |
          3 | 甲局 | 甲局 | 水库除险 | 300.5 |
          二、乙局 | | | | 400.5 |
          4 | 乙局 | 乙局 | 图书购置 | 400.5 |
          合计 | | | | 1002 |
          """, forms: Self.forms))
    #expect(submission.repairs.isEmpty)
  }
}

@Suite("A total in a data row of a summary without forms")
struct TotalWithoutFormsTests {
  private static func paper(_ last: String) -> Submission {
    Submission.reconciled(
      Paper(
        summary: """
          合计 | | | | |
          1 | 甲局 | 甲局 | 道路养护 | 1002 |
          2 | 甲局 | 甲局 | 校舍维修 | 100.5 |
          3 | 甲局 | 甲局 | 水库除险 | 200.5 |
          4 | 甲局 | 甲局 | 图书购置 | 300.5 |
          """ + "\n" + last, forms: ""), checks: Catalogue.checks)
  }

  @Test("An amount without a row is a sign of a moved column: the repair is offered only")
  func ownerless() throws {
    let submission = Self.paper(" | | | | 400.5 |")
    #expect(submission.repairs.map(\.rule) == ["ST02"])
    #expect(submission.repairs.map(\.state) == [.offered])
    #expect(submission.amounts == ["1002", "100.5", "200.5", "300.5"])
    let finding = try #require(submission.findings("ST02").first)
    #expect(finding.verdict == .open)
    #expect(finding.message.en.contains("lines without a row"))
    // The missing total is the same matter.
    #expect(submission.findings("FT01").isEmpty)
    #expect(submission.tally.open == submission.findings.count { $0.verdict == .open })
  }

  @Test("The sum of the rows alone moves it, and no form is spoken of where there is none")
  func rowsAlone() throws {
    let submission = Self.paper("5 | 甲局 | 甲局 | 桥梁加固 | 400.5 |")
    #expect(submission.repairs.map(\.state) == [.likely])
    #expect(submission.totalAmount == "1002")
    let repair = try #require(submission.repairs.first)
    for words in repair.evidence + repair.alternatives { #expect(!words.en.contains("form")) }
    #expect(repair.evidence.contains { $0.en.contains("the sum of the other rows") })
  }
}
