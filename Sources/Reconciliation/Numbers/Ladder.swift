import TieoutModel

/// How a number compares with another place of it, or a sum with its total.
///
/// Exact: the decimals are equal. Rounded: unequal, but the intervals meet even when the column's
/// dropped zeros are put back. Coarse: they meet only as printed. Broken: they don't meet.
///
/// One number against one other is a rounding of it only if it has fewer decimals and the other one
/// rounds to it: the same fact printed twice with equal decimals is the same, or it is wrong.
struct Ladder: Hashable, Sendable {
  /// The first side, at the scale of both.
  let left: Reading
  /// The second side, at the scale of both.
  let right: Reading
  /// The outcome; never `open`.
  let verdict: Verdict

  /// Compares two readings; `nil` where they cannot be compared exactly.
  init?(_ left: Reading, _ right: Reading) {
    guard let (left, right) = Reading.aligned(left, right) else { return nil }
    self.left = left
    self.right = right
    let apart = 2 * (left.value - right.value).magnitude
    if apart == 0 {
      verdict = .exact
    } else if left.steps > 0, right.steps > 0 {
      verdict =
        Self.rounds(left, right, left.strictWidth, right.strictWidth)
        ? .rounded
        : Self.rounds(left, right, left.printedWidth, right.printedWidth) ? .coarse : .broken
    } else if apart <= (left.strictWidth + right.strictWidth).magnitude {
      // Touching intervals meet, so that rounding half up and half to even both pass.
      verdict = .rounded
    } else if apart <= (left.printedWidth + right.printedWidth).magnitude {
      verdict = .coarse
    } else {
      verdict = .broken
    }
  }

  /// Whether the finer of two numbers is printed as the other one where its last digits are dropped:
  /// rounded half up or half to even, or cut off where that is done.
  private static func rounds(
    _ left: Reading, _ right: Reading, _ leftWidth: Int128, _ rightWidth: Int128
  ) -> Bool {
    let (coarse, fine) = leftWidth > rightWidth ? (left, right) : (right, left)
    let width = max(leftWidth, rightWidth)
    let apart = Int128(2 * (coarse.value - fine.value).magnitude)
    guard leftWidth != rightWidth, apart <= width else { return false }
    if apart < width { return true }
    return coarse.steps == 1
      && (coarse.value.magnitude > fine.value.magnitude || (coarse.value / width).isMultiple(of: 2))
  }

  /// How far the sides are apart, in a unit of 10^`exponent`.
  func difference(exponent: Int = 0) -> String {
    let apart = left.value - right.value
    let decimals = max(left.decimals, right.decimals) + exponent
    return DecimalText.text(
      apart < 0 ? -apart : apart, scale: left.scale + exponent, least: max(0, decimals))
  }

  /// Half the widths of the first side's intervals, in a unit of 10^`exponent`.
  func slack(exponent: Int = 0) -> String {
    DecimalText.text(left.strictWidth * 5, scale: left.scale + 1 + exponent)
  }

  /// The strict interval of a side, in a unit of 10^`exponent`.
  func interval(_ side: Reading, role: String, exponent: Int = 0) -> Finding.Interval {
    let width = side.strictWidth * 5
    func end(_ offset: Int128) -> String {
      DecimalText.text(side.value * 10 + offset, scale: side.scale + 1 + exponent)
    }
    return Finding.Interval(role: role, low: end(-width), high: end(width))
  }
}

extension Verdict {
  /// What a verdict on figures becomes, where broken figures weigh `broken`.
  func severity(broken: Severity) -> Severity {
    switch self {
    case .exact, .rounded: .note
    case .coarse, .open: .review
    case .broken: broken
    }
  }
}
