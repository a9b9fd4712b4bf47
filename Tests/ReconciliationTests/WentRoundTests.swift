import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("A column that moved down by one row and went round")
struct WentRoundTests {
  private static let amounts = ["644.51", "1706", "290.6", "536", "3497.55", "88.8"]
  private static let total = "6763.46"

  /// Six rows with their total below them, the amounts printed as given, and lines behind.
  private func reconciled(_ printed: [String], behind: [String] = []) -> Submission {
    var lines = printed.dropLast().enumerated().map { place, amount in
      ["\(place + 1)", "甲局", "甲局", "项目第\(place + 1)号", amount, ""]
    }
    lines.append(["合计", "", "", "", printed.last ?? "", ""])
    lines += behind.map { ["", "", "", "", $0, ""] }
    let forms = Self.amounts.enumerated().map { place, amount in
      ["项目第\(place + 1)号", "甲局", "甲局", amount, ""]
    }
    return Submission.reconciled(Paper(pages: [lines], forms: forms))
  }

  private func expectRight(_ submission: Submission, lost: Int? = nil) {
    var due = Self.amounts
    if let lost { due[lost] = "" }
    #expect(submission.repairs.map(\.rule) == ["ST01"])
    #expect(submission.repairs.map(\.state) == [.proved])
    #expect(submission.amounts == due)
    #expect(submission.totalAmount == Self.total)
    #expect(submission.findings("ST02").isEmpty)
  }

  @Test("The total stands in the first row, the last amount in the total's")
  func round() {
    expectRight(reconciled([Self.total] + Self.amounts))
  }

  @Test("The total stands in the first row, the last amount is lost")
  func lost() {
    expectRight(reconciled([Self.total] + Self.amounts.dropLast() + [""]), lost: 5)
  }

  @Test("The total stands in the first row, the last amount below the total's line")
  func below() {
    expectRight(
      reconciled([Self.total] + Self.amounts.dropLast() + [""], behind: [Self.amounts[5]]))
  }

  @Test("Up by one row: the first amount stands in the total's row")
  func up() {
    expectRight(reconciled(Self.amounts.dropFirst() + [Self.total, Self.amounts[0]]))
  }

  @Test("A first row that is no sum of the others keeps the column where it is")
  func noTotal() {
    let submission = reconciled(["6700"] + Self.amounts)
    #expect(submission.repairs.allSatisfy { !$0.state.isApplied })
    #expect(submission.amounts == ["6700"] + Self.amounts.dropLast())
  }

  @Test("A total that is less than one of its rows moves nothing where the rows are right")
  func smallTotal() {
    let submission = reconciled(Self.amounts + ["676.35"])
    #expect(submission.repairs.isEmpty)
    #expect(submission.amounts == Self.amounts)
  }
}
