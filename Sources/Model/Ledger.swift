/// What became of each character of the input.
///
/// Painted over the cleaned text while records are extracted, then counted over the source: each
/// non-blank Unicode scalar ends in exactly one account, so the sum of the accounts is the number of
/// scalars, or the run has failed.
public struct Ledger: Hashable, Sendable {
  /// Where a character can end.
  public enum Account: UInt8, Hashable, Sendable, CaseIterable {
    /// Nobody claimed it.
    case unplaced
    /// Signs of the format: tags, mathematics delimiters.
    case markup
    /// Text that every paper of the family repeats.
    case boilerplate
    /// A label.
    case label
    /// A value.
    case value
  }

  /// The account of each byte of the cleaned text.
  public var accounts: [UInt8] { folded?.accounts ?? painted }
  /// The same, while bookings go on; empty while they are folded.
  private var painted: [UInt8]
  private var folded: FoldedAccounts?
  /// What `Submission.closeLedger()` counted; `nil` since the last booking.
  var closed: Closed? {
    get { isClosed ? counted : nil }
    set {
      counted = newValue
      isClosed = newValue != nil
    }
  }
  private var counted: Closed?
  /// Whether nothing was booked since: a booking clears this and leaves what was counted.
  private var isClosed = false

  /// The outcome of counting.
  struct Closed: Hashable, Sendable {
    /// The scalars by account.
    var totals: Totals
    /// The runs that nobody claimed.
    var unplaced: [Slice]
  }

  /// Creates a ledger in which every byte is unplaced.
  public init(count: Int) { painted = Array(repeating: 0, count: count) }

  /// Shorter texts are not worth folding.
  private static let least = 1 << 20

  /// Keeps the accounts of a long text in little memory while nobody books or asks: other things
  /// need more of it then.
  mutating func fold() {
    guard painted.count >= Self.least else { return }
    folded = FoldedAccounts(painted.span)
    painted = []
  }

  /// Takes the accounts out of their fold.
  mutating func unfold() {
    guard let folded else { return }
    painted = folded.accounts
    self.folded = nil
  }

  /// Books the bytes of a slice; a booking never replaces one of more weight.
  public mutating func book(_ slice: Slice, _ account: Account) {
    isClosed = false
    if folded != nil { unfold() }
    var accounts = painted.mutableSpan
    Self.paint(&accounts, slice.range, account)
  }

  /// Books what stands under the heads of a table: values where a cell is in a column, and labels
  /// beside them.
  ///
  /// Values with nothing but a tab between them, as most stand, are booked in one go: white space
  /// belongs to what stands before it.
  public mutating func book(
    entries cells: Range<Int>, of all: [Document.Cell], in text: [UInt8]
  ) {
    let (all, text) = (all.span, text.span)
    isClosed = false
    if folded != nil { unfold() }
    var accounts = painted.mutableSpan
    var run = Slice.none
    for index in cells {
      let cell = all[index].text
      if all[index].slot != Document.Cell.unassigned {
        if cell.isEmpty { continue }
        if cell.start == run.end &+ 1, text[Int(run.end)] == 0x09 {
          run.count = cell.end &- run.start
        } else {
          Self.paint(&accounts, run.range, .value)
          run = cell
        }
      } else if all[index].label != .none {
        Self.paint(&accounts, cell.range, .label)
      }
    }
    Self.paint(&accounts, run.range, .value)
  }

  @inline(__always)
  private static func paint(
    _ accounts: inout MutableSpan<UInt8>, _ range: Range<Int>, _ account: Account
  ) {
    // Known beforehand, so that the loop takes many bytes a step.
    precondition(range.upperBound <= accounts.count, "a slice of the text that is accounted for")
    if account == .value {
      // Nothing is of more weight.
      for index in range { accounts[index] = account.rawValue }
    } else {
      for index in range { accounts[index] = max(accounts[index], account.rawValue) }
    }
  }

  /// The number of scalars in each account.
  public struct Totals: Hashable, Sendable {
    /// All non-blank scalars of the input.
    public var scalars = 0
    /// In values.
    public var values = 0
    /// In labels.
    public var labels = 0
    /// In boilerplate.
    public var boilerplate = 0
    /// In markup.
    public var markup = 0
    /// Claimed by nobody.
    public var unplaced = 0
    /// Whether each piece of the input came to exactly one place of the cleaned text.
    var isWhole = true

    /// Creates empty totals.
    public init() {}

    /// Whether the accounts add up to the scalars, which are counted in the input itself.
    public var balances: Bool {
      isWhole && values + labels + boilerplate + markup + unplaced == scalars
    }
  }
}
