internal import TieoutModel

/// A printed amount in the base unit of money, for telling whether two places print one number.
struct MoneyReading: Hashable, Sendable {
  /// The number in the base unit; the number as printed where no unit is known.
  var quantity: Quantity
  /// The same number without zeros at its end: equal numbers have equal ones.
  private let bare: Quantity
  /// Whether a unit is known.
  var hasUnit: Bool
  /// The digits that count, leading and trailing zeros left out: how telling agreement is.
  var digits: Int

  /// Reads a field; `nil` where it holds no number.
  init?(_ field: Field?, _ units: UnitTable) {
    guard let field, let quantity = field.quantity else { return nil }
    let exponent = units.exponent(field.unit)
    self.init(
      exponent.map { quantity.scaled(byPowerOfTen: $0) } ?? quantity, hasUnit: exponent != nil)
  }

  /// Takes a number in the base unit, or as it is printed where no unit is known.
  init(_ quantity: Quantity, hasUnit: Bool) {
    self.quantity = quantity
    self.hasUnit = hasUnit
    var number = quantity.digits
    var scale = Int(quantity.scale)
    while number != 0, number.isMultiple(of: 10) {
      number /= 10
      scale -= 1
    }
    bare = number == 0 ? .zero : Quantity(digits: number, scale: Int8(clamping: scale))
    var digits = 0
    while number != 0 {
      digits += 1
      number /= 10
    }
    self.digits = digits
  }

  /// Whether both are one number.
  func equals(_ other: MoneyReading) -> Bool {
    bare.digits == other.bare.digits && bare.scale == other.bare.scale && hasUnit == other.hasUnit
  }

  /// Whether both are one number, or one is the other rounded to its own last place.
  ///
  /// Rounding to so few digits that many numbers would do says nothing and does not count.
  func agrees(_ other: MoneyReading) -> Bool {
    if equals(other) { return true }
    guard hasUnit == other.hasUnit, quantity.scale != other.quantity.scale else { return false }
    let (coarse, fine) = quantity.scale < other.quantity.scale ? (self, other) : (other, self)
    guard coarse.digits >= 4, let exact = coarse.quantity.digits(at: Int(fine.quantity.scale)),
      let half = Quantity(digits: 5, scale: coarse.quantity.scale + 1)
        .digits(at: Int(fine.quantity.scale))
    else { return false }
    return (exact - Int128(fine.quantity.digits)).magnitude <= half.magnitude
  }

  /// The digits that count as one number, wherever the point stands among them or behind them.
  var figures: Int64 { bare.digits }

  /// A number that is the same for equal amounts.
  var key: UInt64 {
    var hash = UInt64(bitPattern: bare.digits) &* 0x9E37_79B9_7F4A_7C15
    hash ^= UInt64(bitPattern: Int64(bare.scale)) &* 0xBF58_476D_1CE4_E5B9
    return hasUnit ? hash : ~hash
  }
}
