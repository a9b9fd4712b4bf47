import Testing
import Tieout

@Suite("A column of the summary that recognition moved")
struct MovedColumnTests {
  /// Every page, one to three lines down and up, with and without the notes and the total.
  static let moves: [ColumnMove] = (0..<3).flatMap { page in
    [1, 2, 3, -1, -2, -3].flatMap { offset in
      // The last page has no notes, and only the first one has a total.
      (page == 2 ? [false] : [false, true]).flatMap { withNote in
        (page == 0 ? [false, true] : [false]).flatMap { withTotal in
          [false, true].map { losing in
            ColumnMove(
              page: page, offset: offset, withNote: withNote, withTotal: withTotal, losing: losing)
          }
        }
      }
    }
  }

  @Test("The paper that was put back by hand is right and needs no repair")
  func undamaged() throws {
    let outcome = try Outcome(lines: BudgetPaper().lines)
    Comparison(outcome, try Budget.truth.get()).expectAllRight()
    #expect(outcome.submission.repairs.filter { $0.rule == "ST01" || $0.rule == "ST02" }.isEmpty)
    #expect(outcome.findings("AG01").map { $0.subject.record } == ["summary/27"])
  }

  @Test("Moved by one line with its total and notes, it is the corpus's paper")
  func asPrinted() throws {
    var paper = try BudgetPaper()
    _ = ColumnMove(page: 0, offset: 1, withNote: true, withTotal: true).apply(to: &paper)
    let isSame = paper.lines == (try Corpus.lines("budget-2024/submission.txt"))
    #expect(isSame)
  }

  @Test("It is moved back, with proof", arguments: moves)
  func isMovedBack(_ move: ColumnMove) throws {
    var paper = try BudgetPaper()
    let lost = move.apply(to: &paper)
    let outcome = try Outcome(lines: paper.lines)
    let repairs = outcome.submission.repairs.filter { $0.rule == "ST01" }
    if paper.pages[move.page].lines.count - lost.amounts.count < 3 {
      // Two amounts that are left of five prove nothing.
      #expect(repairs.isEmpty)
      return
    }
    #expect(repairs.map { $0.state } == [.proved])
    let places =
      lost.amounts.map { "summary.amount \($0)" } + lost.notes.map { "summary.note \($0)" }
    Comparison(outcome, try Budget.truth.get(), lost: Set(places)).expectAllRight()
    let total = outcome.json["summary"]["total"]["fields"]["amount"].value
    let isTotalLost = lost.amounts.contains("合计")
    #expect(isTotalLost ? total == nil : SameValue.holds("48727.94", total))
    let broken = outcome.submission.findings.filter {
      ["AG01", "FT01", "FT02", "CP01"].contains($0.check) && $0.severity >= .warning
    }
    #expect(broken.map { $0.fingerprint } == [])
    // Nothing but its amount and its place tie row 17 to its form: without the amount, it is unsure.
    let unsure = outcome.findings("NM02").map { $0.subject.record }
    #expect(unsure == (lost.amounts.contains("17") ? ["summary/17"] : []))
    #expect(outcome.findings("ST01").count == 1)
  }

  @Test(
    "With one amount changed it is still moved back, and that one is reported",
    arguments: [
      (0, 1, 7, "13092"), (0, -2, 12, "276.8"), (0, 3, 18, "273.69"), (1, 1, 26, "1,085.50"),
      (1, -1, 36, "7,150.00"), (1, 2, 39, "651.70"), (2, 1, 41, "580.00"), (2, -1, 43, "213.00"),
    ])
  func withOneAmountChanged(_ page: Int, _ offset: Int, _ row: Int, _ amount: String) throws {
    var paper = try BudgetPaper()
    let line = try #require(paper.pages[page].lines.firstIndex { $0[0] == "\(row)" })
    paper.pages[page].lines[line][BudgetPaper.amount] = amount
    let move = ColumnMove(page: page, offset: offset, withNote: true, withTotal: page == 0)
    _ = move.apply(to: &paper)
    let outcome = try Outcome(lines: paper.lines)
    let states = outcome.submission.repairs.filter { $0.rule == "ST01" }.map { $0.state }
    #expect(states == [.proved] || states == [.likely])
    var truth = try Budget.truth.get()
    let value = try #require(truth.rows[row - 1].values.firstIndex { $0.name == "amount" })
    truth.rows[row - 1].values[value].text = amount
    Comparison(outcome, truth).expectAllRight()
    let broken = outcome.findings("AG01").filter { $0.severity >= .warning }
    #expect(broken.map { $0.records.contains("summary/\(row)") } == [true])
    #expect(broken.map { $0.severity } == [.error])
  }

  @Test(
    "Two digits swapped in one amount move nothing and are reported",
    arguments: [
      (0, 3, "1562"), (0, 18, "273.69"), (1, 26, "1,080.05"), (1, 36, "7,150.00"),
      (2, 44, "383.65"),
    ])
  func transposition(_ page: Int, _ row: Int, _ amount: String) throws {
    var paper = try BudgetPaper()
    let line = try #require(paper.pages[page].lines.firstIndex { $0[0] == "\(row)" })
    paper.pages[page].lines[line][BudgetPaper.amount] = amount
    let outcome = try Outcome(lines: paper.lines)
    #expect(outcome.submission.repairs.filter { $0.rule.hasPrefix("ST01") }.isEmpty)
    let broken = outcome.findings("AG01").filter { $0.severity >= .warning }
    #expect(broken.map { $0.records.contains("summary/\(row)") } == [true])
    #expect(broken.map { $0.diagnosis.contains(.transposition) } == [true])
  }

  @Test("Where nothing but the amount ties a row to its form, a wrong one leaves the pair unsure")
  func onlyTheAmount() throws {
    var paper = try BudgetPaper()
    let line = try #require(paper.pages[0].lines.firstIndex { $0[0] == "17" })
    paper.pages[0].lines[line][BudgetPaper.amount] = "1,973.88"
    let outcome = try Outcome(lines: paper.lines)
    #expect(outcome.submission.repairs.filter { $0.rule.hasPrefix("ST01") }.isEmpty)
    // They are the only ones left between two sure pairs.
    #expect(outcome.findings("CP01").isEmpty)
    #expect(outcome.findings("NM02").map { $0.subject.record } == ["summary/17"])
    #expect(outcome.findings("NM02").map { $0.severity } == [.review])
    #expect(outcome.findings("AG01").filter { $0.verdict == .open }.count == 1)
    #expect(outcome.findings("FT01").map { $0.verdict } == [.broken])
  }

  @Test(
    "Two rows whose amounts are swapped move nothing, and one finding names both",
    arguments: [
      (0, 3, 4), (0, 10, 18), (1, 21, 22), (2, 41, 42),
    ])
  func swapped(_ page: Int, _ first: Int, _ second: Int) throws {
    var paper = try BudgetPaper()
    let lines = paper.pages[page].lines
    let left = try #require(lines.firstIndex { $0[0] == "\(first)" })
    let right = try #require(lines.firstIndex { $0[0] == "\(second)" })
    let column = BudgetPaper.amount
    paper.pages[page].lines[left][column] = lines[right][column]
    paper.pages[page].lines[right][column] = lines[left][column]
    let outcome = try Outcome(lines: paper.lines)
    #expect(outcome.submission.repairs.filter { $0.rule.hasPrefix("ST01") }.isEmpty)
    let broken = outcome.findings("AG01").filter { $0.severity >= .warning }
    let rows = Set(broken.flatMap { $0.records }).intersection([
      "summary/\(first)", "summary/\(second)",
    ])
    #expect(rows.count == 2)
    #expect(broken.count == 1)
    #expect(outcome.links == (1...44).map { ["summary/\($0)", "detail/\($0)"] })
  }
}
