import Foundation

/// A decimal, exact at any length: digits without zeros at their ends, and a power of ten.
struct ExactDecimal: Hashable, Sendable {
  var isNegative: Bool
  var digits: [UInt8]
  var exponent: Int

  /// Reads a number that may have separators; `nil` where the text is anything else.
  init?(_ text: String) {
    var rest = text.utf8.filter { $0 != 0x2C && $0 != 0x20 }[...]
    isNegative = rest.first == 0x2D
    if isNegative || rest.first == 0x2B { rest.removeFirst() }
    let parts = rest.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.contains(where: { !$0.isEmpty }),
      parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    digits = parts.flatMap { $0 }
    exponent = parts.count == 2 ? -parts[1].count : 0
    while digits.first == 0x30 { digits.removeFirst() }
    while digits.last == 0x30 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty { (isNegative, exponent) = (false, 0) }
  }
}

/// When a value is what the truth says.
enum SameValue {
  private static let powers = [
    "元": 0, "千元": 3, "万元": 4, "百万元": 6, "千万元": 7, "亿元": 8,
  ]

  /// Whether two values are the same: absent like absent, numbers as exact decimals in like units,
  /// everything else by its characters after NFKC, white space left out.
  static func holds(
    _ wanted: String?, _ found: String?, unit wantedUnit: String? = nil,
    foundUnit: String? = nil
  ) -> Bool {
    guard let wanted, !wanted.isEmpty else { return found ?? "" == "" }
    guard let found else { return false }
    if var left = ExactDecimal(wanted), var right = ExactDecimal(found) {
      if let unit = wantedUnit.flatMap({ powers[$0] }),
        let other = foundUnit.flatMap({ powers[$0] })
      {
        if !left.digits.isEmpty { left.exponent += unit }
        if !right.digits.isEmpty { right.exponent += other }
      }
      return left == right
    }
    return characters(wanted) == characters(found)
  }

  /// The characters that count.
  static func characters(_ text: String) -> String {
    let folded = text.precomposedStringWithCompatibilityMapping.unicodeScalars
    return String(String.UnicodeScalarView(folded.filter { !$0.properties.isWhitespace }))
  }
}
