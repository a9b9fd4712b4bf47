import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("Amounts that were read without their point")
struct LostPointTests {
  /// A paper of two rows with their forms, and its total.
  private static func repaired(
    _ amount: String, _ total: String, sum: String?, unsure: Bool = false
  ) -> Submission {
    var paper = Draft()
    paper.row(amount)
    paper.row("100.62")
    if let sum { paper.sum(sum) }
    paper.form(total, parts: [("财政拨款", total)])
    paper.form("100.62")
    paper.link(unsure: unsure ? [0] : [])
    var submission = paper.submission
    LostPoint.run(&submission)
    return submission
  }

  @Test(
    "The point is proved where the summary adds up with it",
    arguments: [("145538", "1455.38", "1556.00"), ("30245", "3024.5", "3125.12")])
  func proved(_ amount: String, _ total: String, _ sum: String) throws {
    let submission = Self.repaired(amount, total, sum: sum)
    let repair = try #require(submission.repairs.first)
    #expect(submission.repairs.count == 1)
    #expect(repair.rule == "ST06" && repair.state == .proved && repair.record == "summary/1")
    #expect(repair.before == [amount] && repair.after == [total])
    let field = submission.summary.rows[0][submission.profile.summary.amount]
    #expect(field?.quantity?.description == total)
    #expect(field?.columnRepair == 1)
  }

  @Test(
    "What is not proved stays a difference",
    arguments: [
      // No total, one that is another sum, and one that holds the amount as it is printed.
      ("145538", "1455.38", nil), ("145538", "1455.38", "1600.00"),
      ("145538", "1455.38", "145638.62"),
      // Other figures, a point on both sides, four figures, and a point that moved too far.
      ("145538", "1455.83", "1556.45"), ("14553.8", "1455.38", "1556.00"),
      ("1455", "14.55", "115.17"), ("145538", "145.538", "246.158"),
    ] as [(String, String, String?)])
  func leftAlone(_ amount: String, _ total: String, _ sum: String?) {
    let submission = Self.repaired(amount, total, sum: sum)
    #expect(submission.repairs.isEmpty)
    let field = submission.summary.rows[0][submission.profile.summary.amount]
    #expect(field?.quantity?.description == amount)
  }

  @Test("A form that may be another row's proves nothing")
  func unsure() {
    #expect(Self.repaired("145538", "1455.38", sum: "1556.00", unsure: true).repairs.isEmpty)
  }

  @Test("An amount in another unit is another amount, though the figures are the same")
  func units() {
    #expect(Self.repaired("145538元", "1455.38万元", sum: "1556.00").repairs.isEmpty)
  }
}
