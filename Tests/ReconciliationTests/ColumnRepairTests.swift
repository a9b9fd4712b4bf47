import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("A column that moved")
struct ColumnRepairTests {
  @Test("The budget as it is printed: one proved repair, amounts and notes back in their rows")
  func asPrinted() throws {
    let corpus = try BudgetCorpus.load()
    let submission = Submission.reconciled(corpus.paper())
    print(submission.repairs)
    for finding in submission.findings { print(finding.check, finding.severity, finding.message.zh, finding.message.en) }
    print(submission.tally)
    #expect(submission.repairs.map(\.state) == [.proved])
    #expect(submission.amounts == corpus.summary.dropFirst().map { $0.amount ?? "" })
    #expect(submission.notes == corpus.summary.dropFirst().map { $0.note ?? "" })
    #expect(submission.totalAmount == "48727.94")
  }

  static let moves: [ColumnMove] = [0, 1, 2].flatMap { page in
    [1, 2, 3, -1, -2, -3].flatMap { offset in
      [true, false].flatMap { withTotal in
        [true, false].map {
          ColumnMove(page: page, offset: offset, withTotal: withTotal, overflows: $0)
        }
      }
    }
  }

  @Test("explore moves", arguments: moves)
  func moved(_ move: ColumnMove) throws {
    let corpus = try BudgetCorpus.load()
    let straight = corpus.undamaged()
    let submission = Submission.reconciled(move.apply(to: straight))
    let truth = Submission.reconciled(straight)
    let wrong = zip(submission.amounts, truth.amounts).filter { $0 != $1 }
    let wrongNotes = zip(submission.notes, truth.notes).filter { $0 != $1 }
    print(move, submission.repairs.map(\.state), wrong, wrongNotes, submission.totalAmount, submission.links.count)
  }
}
