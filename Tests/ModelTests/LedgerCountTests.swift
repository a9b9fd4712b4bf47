import Testing
import TieoutModel
import TieoutTestSupport

@Suite("Counting long texts by account")
struct LedgerCountTests {
  /// Pieces with the number of their characters, white space left out.
  private static let pieces: [(text: String, count: Int)] = [
    ("表", 1), ("指标甲", 3), ("、。“”≥", 5), ("12.5%", 5), ("\t", 0), ("\n", 0), ("  ", 0),
    ("\u{3000}", 0), ("\u{A0}", 0), ("\u{2003}", 0), ("\u{1680}", 0), ("😀é", 2), ("㐀丁", 2),
    ("Total", 5), ("\u{7F}", 1),
  ]

  @Test("whatever is booked, each character counts once", arguments: 1...60)
  func counts(_ seed: Int) {
    let accounts = Ledger.Account.allCases
    var state = UInt64(seed)
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    // Texts of few accounts and few pieces are those that are counted in one go.
    let (kinds, variety) = (1 + seed % Self.pieces.count, 1 + seed % accounts.count)
    var text = ""
    var expected = [Int](repeating: 0, count: accounts.count)
    var bookings: [(Slice, Ledger.Account)] = []
    while text.utf8.count < 700 {
      let piece = Self.pieces[next(kinds)]
      let account = accounts[accounts.count - 1 - next(variety)]
      let start = text.utf8.count
      text += piece.text
      expected[Int(account.rawValue)] += piece.count
      bookings.append((Slice(start..<text.utf8.count), account))
    }
    var maker = DocumentMaker()
    maker.source("a") { $0.copy(text) }
    var document = maker.document
    // Of UTF-8 the copy is compared with the input, of other bytes both are counted.
    document.isWellFormed = seed.isMultiple(of: 2)
    var submission = Submission(
      document: document, profile: Profile(id: "p", version: "1"), profileScore: 0)
    for (slice, account) in bookings { submission.ledger.book(slice, account) }
    let totals = submission.ledgerTotals()
    #expect(
      [totals.unplaced, totals.markup, totals.boilerplate, totals.labels, totals.values]
        == expected)
    #expect(totals.balances)
  }
}
