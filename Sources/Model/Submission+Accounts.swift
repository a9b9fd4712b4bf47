extension Ledger {
  /// A stretch of an input whose characters all ended in one account.
  public struct Run: Hashable, Sendable {
    /// Where they ended.
    public var account: Account
    /// Where they stand.
    public var at: Location
    /// The same place as offsets in the input in UTF-8, without a byte order mark.
    public var text: Range<Int>
  }
}

extension Submission {
  /// The account of each byte of `Document.bytes`; the map and the ledger must be whole.
  func accountsOfSource() -> [UInt8] {
    var accounts: [UInt8] = []
    accounts.reserveCapacity(document.bytes.count)
    let owners = ledger.accounts
    var text = 0
    for entry in document.map.entries {
      accounts += owners[text..<Int(entry.text.start)]
      let account =
        entry.text.isEmpty
        ? Ledger.Account.markup.rawValue : owners[Int(entry.text.start)]
      accounts += repeatElement(account, count: Int(entry.source.count))
      text = Int(entry.text.end)
    }
    return accounts + owners[text...]
  }

  /// The whole of each input as runs of one account, in order: no byte is left out, none comes twice.
  ///
  /// White space belongs to what stands before it. An escape or an entity is in the account of the
  /// character that it stands for; what no reader took for characters is markup.
  public func ledgerRuns() -> [Ledger.Run] {
    guard ledgerTotals().balances else { return [] }
    let accounts = accountsOfSource()
    var finder = PlaceFinder()
    var runs: [Ledger.Run] = []
    for (index, source) in document.sources.enumerated() {
      let own = Array(accounts[source.range])
      let painted = source.file.map { $0.accounts(own) } ?? own
      let bytes = source.file?.bytes ?? Array(document.bytes[source.range])
      let first = runs.count
      for (account, text) in Self.runs(bytes.span, painted.span) {
        let at = finder.location(inFile: Slice(text), ofSource: index, in: document)
        runs.append(Ledger.Run(account: account, at: at, text: text))
      }
      // A byte order mark stands before the first character, and no byte between two runs.
      for place in first..<runs.count {
        let end = place + 1 < runs.count ? runs[place + 1].at.bytes.lowerBound : source.byteCount
        let start = place == first ? 0 : runs[place].at.bytes.lowerBound
        runs[place].at.bytes = start..<max(start, end)
      }
    }
    return runs
  }

  /// Cuts a text where its account changes, white space aside.
  private static func runs(
    _ bytes: borrowing Span<UInt8>, _ accounts: borrowing Span<UInt8>
  ) -> [(Ledger.Account, Range<Int>)] {
    var runs: [(Ledger.Account, Range<Int>)] = []
    var start = 0
    var current: UInt8?
    var index = 0
    func close(at end: Int) {
      let account = current.flatMap { Ledger.Account(rawValue: $0) } ?? .markup
      if start < end { runs.append((account, start..<end)) }
      start = end
    }
    while index < bytes.count {
      let blank = bytes.blankLength(at: index)
      if blank == 0, accounts[index] != current, bytes[index].isScalarStart || current == nil {
        if current != nil { close(at: index) }
        current = accounts[index]
      }
      index += max(blank, 1)
    }
    close(at: bytes.count)
    return runs
  }
}

extension SourceFile {
  /// The account of each byte of the file, where those of its characters are given.
  fileprivate func accounts(_ characters: [UInt8]) -> [UInt8] {
    let nobody = UInt8.max
    var accounts = [UInt8](repeating: nobody, count: bytes.count)
    for piece in pieces {
      for offset in 0..<Int(piece.file.count) {
        let place = Int(piece.file.start) + offset
        let character = Int(piece.text.start) + (piece.isCopy ? offset : 0)
        guard characters.indices.contains(character), accounts.indices.contains(place) else {
          continue
        }
        let old = accounts[place]
        accounts[place] = old == nobody ? characters[character] : max(old, characters[character])
      }
    }
    return accounts.map { $0 == nobody ? Ledger.Account.markup.rawValue : $0 }
  }
}
