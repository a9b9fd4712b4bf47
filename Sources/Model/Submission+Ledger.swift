extension Submission {
  /// Counts what became of each character, once for all who ask.
  public mutating func closeLedger() { ledger.closed = count() }

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
  /// was removed was markup.
  private func count() -> Ledger.Closed {
    var count = LedgerCount()
    count.add(document.text.span, ledger.accounts.span)
    let isWhole = count.correct(document, ledger.accounts.span)
    var totals = count.totals
    for source in document.sources {
      totals.markup += source.markup
      totals.scalars += source.markup
    }
    if !isWhole {
      // The map has gaps or overlaps: a count of its own shows the ledger out of balance.
      totals.scalars = document.bytes.span.solidScalars(in: document.bytes.indices)
    }
    return Ledger.Closed(totals: totals, unplaced: count.unplaced)
  }
}
