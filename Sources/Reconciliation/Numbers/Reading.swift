import TieoutModel

/// A number, or a sum of numbers, as the interval of values that would be printed so.
///
/// Everything is exact and in whole multiples of 10^−`scale` of the base unit (of 元 for money), so
/// 511.63 万元 is 5 116 300 ± 50. The ends of a sum's interval are the sums of its addends' ends.
struct Reading: Hashable, Sendable {
  /// The number, in multiples of 10^−`scale`.
  private(set) var value: Int128
  /// The number of decimals in which everything here is counted; negative for whole thousands.
  private(set) var scale: Int
  /// The width of the interval by the digits that are printed, in multiples of 10^−`scale`.
  private(set) var printedWidth: Int128
  /// The width of the interval where dropped zeros of the column are put back.
  private(set) var strictWidth: Int128
  /// How many units of its last digit the interval of one printed number is wide; 0 for what numbers
  /// come to, and for one that is stated as approximate.
  private(set) var steps: Int
  /// The most decimals that any of the numbers is printed with, counted in the base unit.
  private(set) var decimals: Int

  /// Reads a number in a unit of 10^`exponent`, in a column of at least `floor` decimals.
  ///
  /// The interval is `width` units of the last digit wide, the number in its middle: 1 where figures
  /// are rounded, 2 where they may have been cut off, 0 where they must agree to the digit. `nil` where it has more digits than can be counted exactly.
  init?(_ quantity: Quantity, exponent: Int = 0, floor: Int = 0, width: Int = 1) {
    let printed = Int(quantity.scale)
    let strict = max(printed, floor)
    guard let unit = Self.power(strict - printed),
      let value = Self.product(Int128(quantity.digits), unit)
    else { return nil }
    self.value = value
    scale = strict - exponent
    printedWidth = unit * Int128(width)
    strictWidth = Int128(width)
    steps = width
    decimals = printed - exponent
  }

  /// A number that is exact: so many persons, a rate that is set.
  ///
  /// Its printed width is kept only where it may have been rounded all the same.
  init?(exact quantity: Quantity, exponent: Int = 0, isRounded: Bool = false) {
    self.init(quantity, exponent: exponent)
    strictWidth = 0
    if !isRounded { printedWidth = 0 }
  }

  /// The same number where it is stated as approximate: wider by a unit of its last digit to
  /// either side.
  var approximate: Reading {
    var wide = self
    wide.printedWidth *= 3
    wide.strictWidth = wide.printedWidth
    wide.steps = 0
    return wide
  }

  /// The same number with the other sign.
  var negated: Reading {
    var other = self
    other.value = -value
    return other
  }

  /// The same number times a power of ten.
  func shifted(by power: Int) -> Reading {
    var other = self
    other.scale -= power
    other.decimals -= power
    return other
  }

  /// The sum of nothing.
  static let zero = Reading()

  private init() {
    value = 0
    scale = 0
    printedWidth = 0
    strictWidth = 0
    steps = 0
    decimals = 0
  }

  /// The sum of two readings; `nil` where it cannot be counted exactly.
  static func sum(_ left: Reading, _ right: Reading) -> Reading? {
    // The sum of nothing has no decimals of its own.
    if left == .zero { return right }
    if right == .zero { return left }
    guard let (left, right) = aligned(left, right) else { return nil }
    var sum = left
    let (value, overflow) = left.value.addingReportingOverflow(right.value)
    guard !overflow else { return nil }
    sum.value = value
    sum.printedWidth += right.printedWidth
    sum.strictWidth += right.strictWidth
    sum.steps = 0
    sum.decimals = max(left.decimals, right.decimals)
    return sum
  }

  /// The product of two readings; `nil` where it cannot be counted exactly.
  static func product(_ left: Reading, _ right: Reading) -> Reading? {
    func width(_ a: Int128, _ b: Int128) -> Int128? {
      guard let first = product(Int128(left.value.magnitude), b),
        let second = product(Int128(right.value.magnitude), a)
      else { return nil }
      return first + second
    }
    guard let value = product(left.value, right.value),
      let printed = width(left.printedWidth, right.printedWidth),
      let strict = width(left.strictWidth, right.strictWidth)
    else { return nil }
    var all = left
    all.value = value
    all.scale = left.scale + right.scale
    all.printedWidth = printed
    all.strictWidth = strict
    all.steps = 0
    // The decimals of a product are nobody's: only those that it needs are shown.
    all.decimals = -Int(Int8.max)
    return all
  }

  /// Both readings at the finer of their scales.
  static func aligned(_ left: Reading, _ right: Reading) -> (Reading, Reading)? {
    let scale = max(left.scale, right.scale)
    guard let left = left.at(scale), let right = right.at(scale) else { return nil }
    return (left, right)
  }

  private func at(_ scale: Int) -> Reading? {
    if scale == self.scale { return self }
    guard let power = Self.power(scale - self.scale),
      let value = Self.product(value, power),
      let printed = Self.product(printedWidth, power),
      let strict = Self.product(strictWidth, power)
    else { return nil }
    var finer = self
    finer.value = value
    finer.scale = scale
    finer.printedWidth = printed
    finer.strictWidth = strict
    return finer
  }

  /// 10^`exponent`, as far as sums and intervals of such numbers can still be counted.
  private static func power(_ exponent: Int) -> Int128? {
    guard exponent >= 0, exponent <= 30 else { return nil }
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// A product with room for sums, and for half units in tenths.
  private static func product(_ left: Int128, _ right: Int128) -> Int128? {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow || product.magnitude > UInt128(Int128.max) / 1_000_000 ? nil : product
  }
}

extension Reading {
  /// The sum that is left when one of its addends is taken out.
  func without(_ addend: Reading) -> Reading? {
    guard let (left, right) = Reading.aligned(self, addend) else { return nil }
    var rest = left
    rest.value -= right.value
    rest.printedWidth -= right.printedWidth
    rest.strictWidth -= right.strictWidth
    rest.steps = 0
    return rest
  }

  /// The number; `nil` where it is too long for one.
  var quantity: Quantity? {
    guard let digits = Int64(exactly: value), let scale = Int8(exactly: scale) else { return nil }
    return Quantity(digits: digits, scale: scale)
  }

  /// Whether the number is less than another one.
  func isLess(than other: Reading) -> Bool {
    guard let (left, right) = Reading.aligned(self, other) else { return false }
    return left.value < right.value
  }
}
