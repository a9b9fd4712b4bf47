import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("Amounts that recognition spoilt, beside their other print")
struct MisreadAmountTests {
  private static func repaired(
    _ amount: String?, _ total: String?, unsure: Bool = false
  ) -> Submission {
    var paper = Draft()
    paper.row(amount)
    paper.row("5")
    paper.form(total)
    paper.form("5")
    paper.link(unsure: unsure ? [0] : [])
    var submission = paper.submission
    MisreadAmount.run(&submission)
    return submission
  }

  private static func amount(_ submission: Submission) -> String? {
    submission.summary.rows[0][submission.profile.summary.amount]?.quantity?.description
  }

  @Test(
    "A row's amount with one reading is that where its form states the same",
    arguments: [
      ("31O.00", "310.00"), ("1 508.60", "1508.60"), ("1 508.60", "1508.6"), ("738,00", "738"),
      ("1.206.39", "1206.39"),
    ])
  func row(_ amount: String, _ total: String) throws {
    let submission = Self.repaired(amount, total)
    let repair = try #require(submission.repairs.first)
    #expect(submission.repairs.count == 1)
    #expect(repair.rule == "ST06" && repair.state == .proved && repair.record == "summary/1")
    #expect(repair.before == [amount] && repair.after == [Self.amount(submission)])
    #expect(repair.evidence[0].en.contains("detail/1"))
    let field = try #require(submission.summary.rows[0][submission.profile.summary.amount])
    #expect(field.columnRepair == 1)
    #expect(submission.document.string(field.printed) == amount)
  }

  @Test("A form's total is read by its row in the same way")
  func form() throws {
    let submission = Self.repaired("310.00", "3l0.00")
    let total = submission.details[0][submission.profile.detail.total]
    #expect(total?.quantity?.description == "310.00")
    #expect(submission.repairs.map(\.record) == ["detail/1"])
  }

  @Test(
    "What is not proved is left to whoever has the paper",
    arguments: [
      // Another amount, one that may be printed so, none to compare with, and no reading at all.
      ("31O.00", "301.00"), ("约310.00", "310.00"), ("31O.00", nil), ("31O.00", "31O.00"),
      ("3※0.00", "310.00"), ("310.00", "310.00"), (nil, "310.00"),
    ] as [(String?, String?)])
  func leftAlone(_ amount: String?, _ total: String?) {
    let submission = Self.repaired(amount, total)
    #expect(submission.repairs.isEmpty)
    #expect(Self.amount(submission) == (amount == "310.00" ? "310.00" : nil))
  }

  @Test("What counts something else is another amount, though the digits are the same")
  func units() {
    var paper = Draft()
    paper.row("31O.00")
    paper.form("310.00万元")
    paper.link()
    var submission = paper.submission
    MisreadAmount.run(&submission)
    #expect(submission.repairs.isEmpty)
  }

  @Test("A form that may be another row's proves nothing")
  func unsure() {
    #expect(Self.repaired("31O.00", "310.00", unsure: true).repairs.isEmpty)
  }
}
