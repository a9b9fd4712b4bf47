extension Submission {
  /// Counts what became of each character, once for all who ask, and folds the accounts.
  public mutating func closeLedger() {
    ledger.unfold()
    ledger.closed = count()
    ledger.fold()
  }

  /// The non-blank Unicode scalars of the input by account.
  public func ledgerTotals() -> Ledger.Totals { (ledger.closed ?? count()).totals }

  /// The runs of cleaned text that nobody claimed, in order: at most one cell or line each, without
  /// white space at their edges.
  public func unplaced() -> [Slice] { (ledger.closed ?? count()).unplaced }

  /// Counts the non-blank Unicode scalars of the input by account, and lists what nobody claimed.
  ///
  /// Nearly all of the cleaned text is a copy of the source, so its scalars are counted first, each
  /// in the account of its first byte. Then the changes are put right: what replaced a piece of the
  /// source goes, and that piece comes, into the account of the first byte of its replacement; what
  /// was removed was markup. How many scalars there must be is counted in the inputs, whatever the
  /// text and the map say, unless comparing shows that the text is a copy where the map says so: then
  /// the inputs were counted with it.
  private func count() -> Ledger.Closed {
    var count = LedgerCount()
    let accounts = ledger.accounts
    count.add(document.text.span, accounts.span)
    let isWhole = count.correct(document, accounts.span)
    var totals = totals(count)
    if isWhole, !totals.balances, accounts.count == document.text.count - document.addedBytes {
      // Bytes that are no UTF-8 read otherwise where what stood between them is gone: what each
      // byte of the source became is exact.
      var exact = LedgerCount()
      exact.add(document.bytes.span, accountsOfSource().span)
      totals = self.totals(exact)
    }
    totals.isWhole = isWhole
    return Ledger.Closed(totals: totals, unplaced: count.unplaced)
  }

  private func totals(_ count: LedgerCount) -> Ledger.Totals {
    var totals = count.totals
    let counted =
      totals.values + totals.labels + totals.boilerplate + totals.markup + totals.unplaced
    for source in document.sources { totals.markup += source.markup }
    totals.scalars =
      count.isExact && document.isOneText
      ? counted + document.sources[0].byteOrderMarks : document.solidScalars
    return totals
  }
}

extension Document.Source {
  /// How many byte order marks stand before its characters: scalars that no reader sees.
  fileprivate var byteOrderMarks: Int { transcoding?.hasMark == true ? 1 : 0 }
}

extension Document {
  /// Whether its bytes are the characters of one input that is text.
  fileprivate var isOneText: Bool {
    sources.count == 1 && sources[0].file == nil && sources[0].range == bytes.indices
  }

  /// The non-blank Unicode scalars of all inputs, counted in their files.
  fileprivate var solidScalars: Int {
    guard !sources.isEmpty else { return bytes.span.solidScalars(in: bytes.indices) }
    var total = 0
    for source in sources {
      let characters = bytes.span.solidScalars(in: source.range)
      // Bytes of a file that are no UTF-8 may be more characters than scalars.
      let file = source.file.map { $0.bytes.span.solidScalars(in: $0.bytes.indices) } ?? 0
      total += max(characters, file) + source.byteOrderMarks
    }
    return total
  }
}
