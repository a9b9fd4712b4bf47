/// The accounts of a text as runs: some tenth of what they take byte by byte.
struct FoldedAccounts: Hashable, Sendable {
  /// A byte a run: the account, and behind it how many bytes; longer runs are several.
  private var runs: [UInt8] = []
  private let count: Int

  private static let width: UInt8 = 5
  private static let longest = 1 << Int(width) - 1

  /// Folds the accounts of a text.
  init(_ accounts: borrowing Span<UInt8>) {
    count = accounts.count
    runs.reserveCapacity(count / 8)
    var start = 0
    while start < count {
      let end = Self.endOfRun(accounts, start)
      runs.append(accounts[start] << Self.width | UInt8(end - start))
      start = end
    }
  }

  /// Where a run ends that begins at a place, eight bytes at a step.
  private static func endOfRun(_ accounts: borrowing Span<UInt8>, _ start: Int) -> Int {
    let account = accounts[start]
    let limit = min(accounts.count, start + longest)
    var end = start
    while end + 8 <= limit {
      let others = accounts.word(at: end).bits ^ ByteWord.all(account)
      if others != 0 { return end + others.trailingZeroBitCount / 8 }
      end += 8
    }
    while end < limit, accounts[end] == account { end += 1 }
    return end
  }

  /// The account of each byte.
  var accounts: [UInt8] {
    var accounts: [UInt8] = []
    accounts.reserveCapacity(count)
    for run in runs {
      accounts.append(
        contentsOf: repeatElement(run >> Self.width, count: Int(run) & Self.longest))
    }
    return accounts
  }
}
