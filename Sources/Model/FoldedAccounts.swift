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
      let account = accounts[start]
      let limit = min(count, start + Self.longest)
      var end = start + 1
      while end < limit, accounts[end] == account { end += 1 }
      runs.append(account << Self.width | UInt8(end - start))
      start = end
    }
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
