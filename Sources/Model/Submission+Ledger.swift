extension Submission {
  /// Counts the non-blank Unicode scalars of the input by account, in one walk along the source map.
  ///
  /// A copied scalar is in the account of its own bytes. A replaced one is in the account of the
  /// first byte of its replacement. A removed one was markup.
  public func ledgerTotals() -> Ledger.Totals {
    var counts: [Int] = Array(repeating: 0, count: Ledger.Account.allCases.count)
    let bytes = document.bytes
    let accounts = ledger.accounts
    let unplaced = Int(Ledger.Account.unplaced.rawValue)
    func account(_ offset: Int) -> Int {
      offset < accounts.count ? Int(accounts[offset]) : unplaced
    }
    var source = 0
    var text = 0
    func copy(until end: Int) {
      while source < end {
        let length = bytes.blankLength(at: source)
        if length > 0 {
          source += length
          text += length
          continue
        }
        if bytes[source].isScalarStart { counts[account(text)] += 1 }
        source += 1
        text += 1
      }
    }
    for entry in document.map.entries {
      copy(until: Int(entry.source.start))
      let end = Int(entry.source.end)
      let target =
        entry.text.isEmpty
        ? Int(Ledger.Account.markup.rawValue) : account(Int(entry.text.start))
      counts[target] += bytes.solidScalars(in: min(source, end)..<end)
      source = max(source, end)
      text = Int(entry.text.end)
    }
    copy(until: bytes.count)

    var totals = Ledger.Totals()
    // Counted on its own, so that a map with gaps or overlaps shows as a ledger out of balance.
    totals.scalars = bytes.solidScalars(in: 0..<bytes.count)
    totals.values = counts[Int(Ledger.Account.value.rawValue)]
    totals.labels = counts[Int(Ledger.Account.label.rawValue)]
    totals.boilerplate = counts[Int(Ledger.Account.boilerplate.rawValue)]
    totals.markup = counts[Int(Ledger.Account.markup.rawValue)]
    totals.unplaced = counts[unplaced]
    return totals
  }

  /// The runs of cleaned text that nobody claimed, in order: at most one cell or line each, without
  /// white space at their edges.
  public func unplaced() -> [Slice] {
    let text = document.text
    let accounts = ledger.accounts
    var runs: [Slice] = []
    var start = -1
    var end = 0
    var index = 0
    let count = min(text.count, accounts.count)
    while index < count {
      let isSeam = text[index] == 0x09 || text[index] == 0x0A
      if isSeam || accounts[index] != Ledger.Account.unplaced.rawValue {
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

extension [UInt8] {
  /// The number of bytes of the white space at an offset; 0 where none stands there.
  ///
  /// The scalars are those with the Unicode property White_Space.
  func blankLength(at index: Int) -> Int {
    let byte = self[index]
    if byte < 0x80 { return byte.isBlankASCII ? 1 : 0 }
    switch byte {
    case 0xC2:
      guard index + 1 < count else { return 0 }
      return self[index + 1] == 0x85 || self[index + 1] == 0xA0 ? 2 : 0
    case 0xE1, 0xE2, 0xE3:
      guard index + 2 < count else { return 0 }
      let scalar =
        UInt32(byte) << 16 | UInt32(self[index + 1]) << 8 | UInt32(self[index + 2])
      switch scalar {
      case 0xE19A80, 0xE28080...0xE2808A, 0xE280A8, 0xE280A9, 0xE280AF, 0xE2819F, 0xE38080:
        return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// The number of scalars in a range that are no white space.
  func solidScalars(in range: Range<Int>) -> Int {
    var total = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let length = blankLength(at: index)
      if length > 0 {
        index += length
      } else {
        if self[index].isScalarStart { total += 1 }
        index += 1
      }
    }
    return total
  }
}
