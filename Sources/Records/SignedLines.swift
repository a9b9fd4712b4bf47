internal import TieoutModel

/// Tells the lines of the summary by which the sum of its rows grows or shrinks, and the total that
/// stands behind them where the rows have theirs above.
///
/// - is one: `减：上年结转资金`, `加：追加资金`, without a number `Less: carried forward`
/// - is none: `减灾项目`, `扣除体制上解`: without a colon a name may well begin so
struct SignedLines {
  private var hasRows = false
  private var isBelowTotal = false
  private var isBelowSign = false

  /// What a line without a label is; `nil` for a row.
  func label(of fields: [Field], _ reader: ValueReader) -> LabelRole.SummaryRow? {
    let summary = reader.profile.summary
    let hasNumber = fields.named(summary.sequence)?.quantity != nil
    for field in fields where field.quantity == nil {
      if let sign = Self.sign(of: field.printed, reader.text), !(sign.isLatin && hasNumber) {
        return sign.label
      }
      // The name may stand where the others have their numbers; behind it stand remarks.
      if field.name != summary.sequence { break }
    }
    guard isBelowSign, !hasNumber, fields.named(summary.amount)?.quantity != nil else { return nil }
    let words = fields.filter { $0.quantity == nil }
    let isNet =
      words.count == 1
      && Self.nets.contains { reader.document.contains($0, in: words[0].printed) }
    return isNet ? .subtotal : nil
  }

  /// What papers call a net total.
  private static let nets = ["净额", "净安排", "实际安排", "应安排", "核定"]

  /// Goes on behind a line.
  mutating func pass(_ line: Summary.Line) {
    switch line.owner {
    case .row: (hasRows, isBelowTotal, isBelowSign) = (true, false, false)
    case .total: isBelowTotal = hasRows
    case .subtotal: isBelowSign = isBelowTotal && line.isSigned
    case .nobody: break
    }
  }

  /// The sign with which a name begins; `nil` for none.
  private static func sign(
    of name: Slice, _ text: [UInt8]
  ) -> (label: LabelRole.SummaryRow, isLatin: Bool)? {
    guard let first = text[name.range].first, leads.contains(first | 0x20) else { return nil }
    for sign in signs where sign.word.count < name.count {
      let behind = Int(name.start) + sign.word.count
      let isSame = zip(sign.word, text[name.range]).allSatisfy { letter, printed in
        letter == (printed.isLetterASCII ? printed | 0x20 : printed)
      }
      guard isSame else { continue }
      let rest = Slice(behind..<Int(name.end)).trimmed(in: text)
      if colons.contains(where: { text[rest.range].starts(with: $0) }) {
        return (sign.label, first.isLetterASCII)
      }
    }
    return nil
  }

  private static let signs: [(word: [UInt8], label: LabelRole.SummaryRow)] = [
    (Array("减".utf8), .deduction), (Array("扣除".utf8), .deduction),
    (Array("扣减".utf8), .deduction), (Array("加".utf8), .addition),
    (Array("less".utf8), .deduction), (Array("add".utf8), .addition),
  ]
  private static let leads = Set(signs.compactMap { $0.word.first.map { $0 | 0x20 } })
  private static let colons = ["：", ":"].map { Array($0.utf8) }
}
