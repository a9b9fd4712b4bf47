internal import TieoutModel

/// Tells the lines of the summary by which the sum of its rows grows or shrinks, and the total that
/// stands behind them where the rows have theirs above.
///
/// - is one: `减：上年结转资金`, `加：追加资金`, and among counted rows `扣除上年结余` without a number
/// - is none: `减灾项目`, `加固工程`: without a colon a name may well begin so
struct SignedLines {
  private var hasRows = false
  private var isBelowTotal = false
  private var isBelowSign = false

  /// What a line without a label is; `nil` for a row.
  ///
  /// - Parameter isCounted: Whether the rows above have numbers.
  func label(
    of fields: [Field], isCounted: Bool, _ reader: ValueReader
  ) -> LabelRole.SummaryRow? {
    let summary = reader.profile.summary
    let hasNumber = fields.named(summary.sequence)?.quantity != nil
    for field in fields where field.quantity == nil {
      if let sign = Self.sign(of: field.printed, reader.text) {
        if sign.hasColon || isCounted && !hasNumber { return sign.label }
      }
      // The name may stand where the others have their numbers; behind it stand remarks.
      if field.name != summary.sequence { break }
    }
    let isNet = isBelowSign && !hasNumber && fields.named(summary.amount)?.quantity != nil
    return isNet ? .subtotal : nil
  }

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
  ) -> (label: LabelRole.SummaryRow, hasColon: Bool)? {
    guard let first = text[name.range].first, leads.contains(first | 0x20) else { return nil }
    for sign in signs where sign.word.count < name.count {
      let behind = Int(name.start) + sign.word.count
      let isSame = zip(sign.word, text[name.range]).allSatisfy { letter, printed in
        letter == (printed.isLetterASCII ? printed | 0x20 : printed)
      }
      guard isSame else { continue }
      let rest = Slice(behind..<Int(name.end)).trimmed(in: text)
      let hasColon = colons.contains { text[rest.range].starts(with: $0) }
      if hasColon || sign.isClear { return (sign.label, hasColon) }
    }
    return nil
  }

  /// The words, and whether no name of a project begins with one.
  private static let signs: [(word: [UInt8], label: LabelRole.SummaryRow, isClear: Bool)] = [
    (Array("减".utf8), .deduction, false), (Array("扣除".utf8), .deduction, true),
    (Array("扣减".utf8), .deduction, true), (Array("加".utf8), .addition, false),
    (Array("less".utf8), .deduction, false), (Array("add".utf8), .addition, false),
  ]
  private static let leads = Set(signs.compactMap { $0.word.first.map { $0 | 0x20 } })
  private static let colons = ["：", ":"].map { Array($0.utf8) }
}
