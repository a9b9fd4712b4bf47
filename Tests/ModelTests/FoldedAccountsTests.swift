import Testing

@testable import TieoutModel

@Suite("A ledger that is folded while nobody books")
struct FoldedAccountsTests {
  /// A ledger of a text long enough to be folded, with runs of all lengths and accounts.
  private static func ledger() -> Ledger {
    var ledger = Ledger(count: 1_100_000)
    var start = 0
    for length in 1...1_400 {
      let account = Ledger.Account.allCases[length % Ledger.Account.allCases.count]
      ledger.book(Slice(start..<start + length), account)
      start += length
    }
    return ledger
  }

  @Test("It holds the same accounts, folded, booked on and unfolded")
  func same() {
    let plain = Self.ledger()
    var folded = plain
    folded.fold()
    #expect(folded.accounts == plain.accounts)
    folded.book(Slice(1_000_000..<1_000_010), .value)
    var booked = plain
    booked.book(Slice(1_000_000..<1_000_010), .value)
    #expect(folded.accounts == booked.accounts)
    folded.fold()
    folded.unfold()
    #expect(folded.accounts == booked.accounts)
  }

  @Test("Its runs are a byte for 31 bytes of an account at the most, and none is lost at the end")
  func runs() {
    for length in [0, 1, 30, 31, 32, 62, 63, 1_000] {
      let accounts = [UInt8](repeating: 4, count: length) + [3, 3, 0]
      #expect(FoldedAccounts(accounts.span).accounts == accounts)
    }
    #expect(FoldedAccounts([UInt8]().span).accounts.isEmpty)
  }

  @Test("A short text is not worth it")
  func short() {
    var ledger = Ledger(count: 100)
    ledger.fold()
    ledger.book(Slice(0..<100), .label)
    #expect(ledger.accounts == [UInt8](repeating: Ledger.Account.label.rawValue, count: 100))
  }
}
