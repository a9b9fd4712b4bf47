extension Submission {
  /// Counts what became of each character, once for all who ask.
  public mutating func closeLedger() {
    ledger.closed = Ledger.Closed(totals: countScalars(), unplaced: findUnplaced())
  }

  /// The non-blank Unicode scalars of the input by account.
  public func ledgerTotals() -> Ledger.Totals { ledger.closed?.totals ?? countScalars() }

  /// The runs of cleaned text that nobody claimed, in order: at most one cell or line each, without
  /// white space at their edges.
  public func unplaced() -> [Slice] { ledger.closed?.unplaced ?? findUnplaced() }

  /// Counts the non-blank Unicode scalars of the input by account, in one walk along the source map.
  ///
  /// A copied scalar is in the account of its own bytes. A replaced one is in the account of the
  /// first byte of its replacement. A removed one was markup.
  private func countScalars() -> Ledger.Totals {
    var walk = LedgerWalk()
    let bytes = document.bytes.span
    let accounts = ledger.accounts.span
    for entry in document.map.entries {
      walk.copy(until: Int(entry.source.start), bytes, accounts)
      walk.replace(entry, bytes, accounts)
    }
    walk.copy(until: bytes.count, bytes, accounts)
    var totals = walk.totals
    for source in document.sources {
      totals.markup += source.markup
      totals.scalars += source.markup
    }
    if !walk.isWhole || walk.text != document.text.count {
      // The map has gaps or overlaps: a count of its own shows the ledger out of balance.
      totals.scalars = bytes.solidScalars(in: 0..<bytes.count)
    }
    return totals
  }

  private func findUnplaced() -> [Slice] {
    let text = document.text.span
    let accounts = ledger.accounts.span
    var runs: [Slice] = []
    var start = -1
    var end = 0
    var index = 0
    let count = min(text.count, accounts.count)
    let unplaced = Ledger.Account.unplaced.rawValue
    while index < count {
      if accounts[index] != unplaced || text[index] == 0x09 || text[index] == 0x0A {
        if start >= 0 { runs.append(Slice(start..<end)) }
        start = -1
        index += 1
        continue
      }
      let blank = text.blankLength(at: index)
      index += max(blank, 1)
      guard blank == 0 else { continue }
      if start < 0 { start = index - 1 }
      end = index
    }
    if start >= 0 { runs.append(Slice(start..<end)) }
    return runs
  }
}

/// A walk along source and cleaned text at once that counts scalars by account.
private struct LedgerWalk {
  /// The offset in the cleaned text.
  private(set) var text = 0
  /// The offset in the source.
  private(set) var source = 0
  /// Whether each piece of source and text began where the last one ended.
  private(set) var isWhole = true
  private var counts: [5 of Int] = [0, 0, 0, 0, 0]

  /// Counts what is copied up to a source offset.
  mutating func copy(
    until end: Int, _ bytes: borrowing Span<UInt8>, _ accounts: borrowing Span<UInt8>
  ) {
    while source < end {
      // Most of it comes in long runs of one account.
      let rest = accounts.extracting(min(text, accounts.count)..<accounts.count)
      let account = rest.isEmpty ? Ledger.Account.unplaced.rawValue : rest[0]
      let limit = rest.isEmpty ? end - source : min(end - source, rest.count)
      var length = 1
      while length < limit, !rest.isEmpty, rest[length] == account { length &+= 1 }
      counts[Int(account)] += bytes.solidScalars(in: source..<source + length)
      source += length
      text += length
    }
  }

  /// Counts what a rule replaced.
  mutating func replace(
    _ entry: SourceMap.Entry, _ bytes: borrowing Span<UInt8>, _ accounts: borrowing Span<UInt8>
  ) {
    if Int(entry.source.start) != source || Int(entry.text.start) != text { isWhole = false }
    let first = Int(entry.text.start)
    let account =
      entry.text.isEmpty
      ? Ledger.Account.markup.rawValue : first < accounts.count ? accounts[first] : 0
    let end = max(source, min(Int(entry.source.end), bytes.count))
    counts[Int(account)] += bytes.solidScalars(in: max(source, Int(entry.source.start))..<end)
    source = end
    text = Int(entry.text.end)
  }

  /// The counts; all scalars are their sum.
  var totals: Ledger.Totals {
    var totals = Ledger.Totals()
    totals.unplaced = counts[Int(Ledger.Account.unplaced.rawValue)]
    totals.markup = counts[Int(Ledger.Account.markup.rawValue)]
    totals.boilerplate = counts[Int(Ledger.Account.boilerplate.rawValue)]
    totals.labels = counts[Int(Ledger.Account.label.rawValue)]
    totals.values = counts[Int(Ledger.Account.value.rawValue)]
    for index in counts.indices { totals.scalars += counts[index] }
    return totals
  }
}

extension Span<UInt8> {
  /// The number of bytes of the white space at an offset; 0 where none stands there.
  ///
  /// The scalars are those with the Unicode property White_Space.
  public func blankLength(at index: Int) -> Int {
    let byte = self[index]
    if byte < 0x80 { return byte.isBlankASCII ? 1 : 0 }
    guard byte <= 0xE3, byte >= 0xC2 else { return 0 }
    if byte == 0xC2, index + 1 < count {
      return self[index + 1] == 0x85 || self[index + 1] == 0xA0 ? 2 : 0
    }
    guard byte >= 0xE1, index + 2 < count else { return 0 }
    let scalar = UInt32(byte) << 16 | UInt32(self[index + 1]) << 8 | UInt32(self[index + 2])
    switch scalar {
    case 0xE19A80, 0xE28080...0xE2808A, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F, 0xE38080: return 3
    default: return 0
    }
  }

  /// The number of scalars in a range that are no white space: bytes that begin one.
  public func solidScalars(in range: Range<Int>) -> Int {
    let part = extracting(range)
    var total = 0
    for index in part.indices {
      let byte = part[index]
      if byte >= 0x21, byte & 0xC0 != 0x80 {
        total &+= 1
        if byte >= 0xC2, byte <= 0xE3, blankLength(at: range.lowerBound + index) > 0 {
          total &-= 1
        }
      } else if byte < 0x20, !byte.isBlankASCII {
        total &+= 1
      }
    }
    return total
  }
}
