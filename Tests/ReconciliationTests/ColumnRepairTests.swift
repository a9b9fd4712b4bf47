import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("A column that moved")
struct ColumnRepairTests {
  @Test("The budget as it is printed: one proved repair, amounts and notes back in their rows")
  func asPrinted() throws {
    let corpus = try BudgetCorpus.load()
    let submission = Submission.reconciled(corpus.paper())
    #expect(submission.repairs.map(\.state) == [.proved])
    #expect(submission.amounts == corpus.summary.dropFirst().map { $0.amount ?? "" })
    #expect(submission.notes == corpus.summary.dropFirst().map { $0.note ?? "" })
    #expect(submission.totalAmount == "48727.94")
    #expect(submission.links.count == 44)
    #expect(submission.links.allSatisfy { !$0.isUnsure })
    let finding = try #require(submission.findings("ST01").first)
    #expect(finding.severity == .note)
    #expect(finding.related == ["r1"])
    #expect(finding.message.en.contains("48727.94"))
    #expect(submission.findings("ST02").isEmpty)
    #expect(submission.repairs[0].alternatives.count == 6)
    #expect(submission.repairs[0].cells.count == submission.repairs[0].before.count)
    #expect(submission.repairs[0].cells.count == submission.repairs[0].after.count)
  }

  @Test("No column can have moved where each line has an amount and each amount a row")
  func isPossible() throws {
    let corpus = try BudgetCorpus.load()
    #expect(ColumnRepair.isPossible(in: corpus.paper().submission()))
    #expect(!ColumnRepair.isPossible(in: corpus.undamaged().submission()))
  }

  @Test("What was printed on the line stays in the piece, and the ledger knows the overflow")
  func printedStays() throws {
    let submission = Submission.reconciled(try BudgetCorpus.load().paper())
    let amount = submission.profile.summary.amount
    let lines = submission.summary.pieces[0].lines
    #expect(submission.printed(lines[1][amount]) == "48727.94")
    let last = try #require(submission.summary.rows[18][amount])
    #expect(last.columnRepair == 1)
    #expect(submission.ledger.accounts[Int(last.printed.start)] == 4)
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

  @Test("One to three lines, up and down, with and without the total", arguments: moves)
  func moved(_ move: ColumnMove) throws {
    let straight = try BudgetCorpus.load().undamaged()
    let submission = Submission.reconciled(move.apply(to: straight))
    let truth = straight.submission()
    // Three lines off the end of the last page leave two amounts: too few for a proof.
    let isHopeless = !move.overflows && move.page == 2 && abs(move.offset) == 3
    guard !isHopeless else {
      #expect(submission.repairs.isEmpty)
      return
    }
    #expect(submission.repairs.map(\.state) == [.proved])
    for (found, expected) in zip(submission.amounts, truth.amounts) {
      #expect(found == expected || (!move.overflows && found.isEmpty))
    }
    if move.overflows {
      // Where notes fell off the page, too little may be left to tell where the others belong.
      #expect(submission.notes == truth.notes)
      #expect(submission.totalAmount == truth.totalAmount)
    }
    #expect(submission.findings("ST01").count == 1)
  }

  @Test(
    "One amount changed under the shift: still repaired, as likely, or proved by the total",
    arguments: 0..<3)
  func changed(page: Int) throws {
    // The total stands on the first page, and comes to rest in its row with the others.
    let isProved = page == 0
    var paper = try BudgetCorpus.load().undamaged()
    let row = paper.pages[page].count - 2
    paper.pages[page][row][4] = "999.99"
    for offset in [1, -1, 2] {
      let move = ColumnMove(page: page, offset: offset, withTotal: true)
      let submission = Submission.reconciled(move.apply(to: paper))
      #expect(submission.repairs.map(\.state) == [isProved ? .proved : .likely])
      #expect(submission.amounts == paper.submission().amounts)
      #expect(submission.findings("ST01").first?.severity == (isProved ? .note : .review))
      #expect(submission.repairs.first?.evidence.last?.en.contains("999.99") == true)
    }
  }

  @Test("Forms in another order, a third of them dropped: still proved", arguments: 1...5)
  func withFormsMissing(seed: Int) throws {
    let straight = try BudgetCorpus.load().undamaged()
    let (paper, _) = LinkerTests.shuffled(straight, seed: seed, dropping: 1)
    for page in 0..<2 {
      for offset in [1, -2, 3] {
        let move = ColumnMove(page: page, offset: offset, withTotal: true)
        let submission = Submission.reconciled(move.apply(to: paper))
        #expect(submission.repairs.map(\.state) == [.proved])
        #expect(submission.amounts == straight.submission().amounts)
        #expect(submission.totalAmount == "48727.94")
      }
    }
  }

  @Test("An amount's digits swapped, two amounts swapped, three turned round: nothing moves")
  func notMoved() throws {
    let straight = try BudgetCorpus.load().undamaged()
    for damage in [
      { (lines: inout [[String]]) in lines[3][4] = "1562" },
      { (lines: inout [[String]]) in (lines[3][4], lines[4][4]) = (lines[4][4], lines[3][4]) },
      { (lines: inout [[String]]) in
        (lines[3][4], lines[4][4], lines[5][4]) = (lines[4][4], lines[5][4], lines[3][4])
      },
      { (lines: inout [[String]]) in
        let amounts = lines[3...8].map { $0[4] }
        for (index, line) in (3...8).enumerated() { lines[line][4] = amounts[(index + 5) % 6] }
      },
    ] {
      var paper = straight
      damage(&paper.pages[0])
      let submission = Submission.reconciled(paper)
      #expect(submission.repairs.isEmpty)
      #expect(submission.findings("ST01").isEmpty)
      #expect(submission.amounts == paper.submission().amounts)
    }
  }

  @Test("Equal amounts below one another are no sign of a shift")
  func equalAmounts() {
    let rows = (1...6).map { ["\($0)", "甲局", "甲局", "项目第\($0)号", "300", ""] }
    let forms = (1...6).map { ["项目第\($0)号", "甲局", "甲局", "300", ""] }
    var pages = [[["合计", "", "", "", "1800", ""]] + rows]
    #expect(Submission.reconciled(Paper(pages: pages, forms: forms)).repairs.isEmpty)
    // Even where one amount is missing: nothing tells which.
    pages[0][1][4] = ""
    #expect(Submission.reconciled(Paper(pages: pages, forms: forms)).repairs.isEmpty)
  }

  @Test("A run in the middle of a page moves alone; what stands right stays")
  func middle() throws {
    var paper = try BudgetCorpus.load().undamaged()
    for line in (6...10).reversed() { paper.pages[0][line + 1][4] = paper.pages[0][line][4] }
    paper.pages[0][6][4] = ""
    // The amount of the last line of the run was printed over.
    let submission = Submission.reconciled(paper)
    #expect(submission.repairs.map(\.state) == [.offered] || submission.amounts[4] == "323")
    #expect(submission.amounts[..<5] == paper.submission().amounts[..<5])
    #expect(submission.amounts[11...] == paper.submission().amounts[11...])
  }

  @Test("Notes that stand right stay, though the amounts move")
  func notesStay() throws {
    let straight = try BudgetCorpus.load().undamaged()
    var paper = ColumnMove(page: 0, offset: 1, withTotal: true).apply(to: straight)
    for line in straight.pages[0].indices { paper.pages[0][line][5] = straight.pages[0][line][5] }
    let submission = Submission.reconciled(paper)
    #expect(submission.repairs.map(\.state) == [.proved])
    #expect(submission.notes == straight.submission().notes)
  }

  @Test("A total in a data row and nothing else moved")
  func totalAlone() throws {
    var paper = try BudgetCorpus.load().undamaged()
    paper.pages[0][0][4] = ""
    paper.pages[0][1][4] = "48727.94"
    let submission = Submission.reconciled(paper)
    #expect(submission.repairs.map(\.rule) == ["ST02"])
    #expect(submission.repairs.map(\.state) == [.proved])
    #expect(submission.totalAmount == "48727.94")
    #expect(submission.amounts[0].isEmpty)
    #expect(submission.findings("ST02").map(\.severity) == [.note])
  }

  @Test("A subtotal is no total in a data row")
  func subtotal() {
    let submission = Submission.reconciled(
      Paper(
        summary: """
          合计 | | | | |
          1 | 甲局 | 甲局 | 道路养护 | 100.5 |
          2 | 甲局 | 甲局 | 校舍维修 | 200.5 |
          3 | 甲局 | 甲局 | 水库除险 | 300.5 |
          4 | 甲局 | 甲局 | 图书购置 | 400.5 |
          小计 | | | | 1002 |
          """,
        forms: """
          道路养护 | 甲局 | 甲局 | 100.5 |
          校舍维修 | 甲局 | 甲局 | 200.5 |
          水库除险 | 甲局 | 甲局 | 300.5 |
          图书购置 | 甲局 | 甲局 | 400.5 |
          """))
    #expect(submission.repairs.isEmpty)
    #expect(submission.totalAmount.isEmpty)
  }

  @Test("Where as many amounts are right as they stand, a shift is at most offered")
  func undecided() {
    // Three amounts fit one line up, and the three rows between them fit as they stand.
    let amounts = ["11.5", "12.5", "13.5", "14.5", "15.5", "16.5", "17.5"]
    let printed = ["", "11.5", "12.5", "13.5", "15.5", "16.5", "17.5"]
    let rows = printed.indices.map {
      ["\($0 + 1)", "甲局", "甲局", "项目第\($0 + 1)号", printed[$0], ""]
    }
    let forms = amounts.indices.map { ["项目第\($0 + 1)号", "甲局", "甲局", amounts[$0], ""] }
    let submission = Submission.reconciled(Paper(pages: [rows], forms: forms))
    #expect(submission.repairs.allSatisfy { $0.state != .proved })
    #expect(Array(submission.amounts[4...]) == ["15.5", "16.5", "17.5"])
    if submission.repairs.isEmpty { #expect(submission.findings("ST01").isEmpty) }
  }
}
