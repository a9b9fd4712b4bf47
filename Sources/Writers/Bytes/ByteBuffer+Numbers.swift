internal import TieoutModel

extension ByteBuffer {
  /// Appends a decimal integer.
  mutating func integer(_ number: Int) {
    if number < 0 { byte(0x2D) }
    digits(UInt64(number.magnitude))
  }

  /// Appends the canonical text of an exact decimal.
  mutating func quantity(_ quantity: Quantity) {
    if quantity.digits < 0 { byte(0x2D) }
    let magnitude = quantity.digits.magnitude
    guard quantity.scale > 0 else {
      digits(magnitude)
      // Thousands were printed: the zeros belong to the number.
      if magnitude != 0 { fill(0x30, -Int(quantity.scale)) }
      return
    }
    let scale = Int(quantity.scale)
    let power = Self.powersOfTen[min(scale, Self.powersOfTen.count - 1)]
    let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: power)
    digits(whole)
    byte(0x2E)
    if scale <= 4 {
      let digits = Self.fourDigits(UInt32(truncatingIfNeeded: fraction))
      bytes(UInt64(digits) &>> UInt64(truncatingIfNeeded: (4 &- scale) &* 8), scale)
    } else {
      fill(0x30, scale - Self.length(fraction))
      digits(fraction)
    }
  }

  /// Appends a number of hundredths as a decimal: `9.2` for 920, `0.97` for 97, `4.0` for 400.
  mutating func hundredths(_ number: Int) {
    if number.isMultiple(of: 10) {
      quantity(Quantity(digits: Int64(number / 10), scale: 1))
    } else {
      quantity(Quantity(digits: Int64(number), scale: 2))
    }
  }

  /// Appends the digits of a number.
  @inline(__always)
  private mutating func digits(_ number: UInt64) {
    guard number < 10_000 else { return manyDigits(number) }
    let digits = Self.fourDigits(UInt32(truncatingIfNeeded: number))
    // The zeros before the first other digit stand lowest; the last digit is written even if it is
    // one.
    let others = (digits ^ Self.zeros) | 1 &<< 24
    let zeros = others.trailingZeroBitCount &>> 3
    bytes(UInt64(digits &>> UInt32(truncatingIfNeeded: zeros &* 8)), 4 &- zeros)
  }

  /// Appends the digits of a number that has more than four.
  @inline(never)
  private mutating func manyDigits(_ number: UInt64) {
    let (high, low) = number.quotientAndRemainder(dividingBy: 10_000)
    digits(high)
    bytes(UInt64(Self.fourDigits(UInt32(truncatingIfNeeded: low))), 4)
  }

  /// The digits of a number below 10⁴, zeros before them, as the bytes of a word, the first one lowest.
  ///
  /// Both pairs are divided by 10 in one step; multiplications take the place of divisions.
  @inline(__always)
  private static func fourDigits(_ number: UInt32) -> UInt32 {
    let hundreds = (number &* 10_486) &>> 20
    let pairs = hundreds | (number &- hundreds &* 100) &<< 16
    let tens = (pairs &* 103) &>> 10 & 0x000F_000F
    return zeros | tens | (pairs &- tens &* 10) &<< 8
  }

  /// The digit zero four times.
  private static var zeros: UInt32 { 0x3030_3030 }

  /// The number of a number's digits.
  private static func length(_ number: UInt64) -> Int {
    var length = 1
    var rest = number / 10
    while rest > 0 {
      length += 1
      rest /= 10
    }
    return length
  }

  /// 10⁰ to 10¹⁹; no magnitude has more digits behind its point.
  private static let powersOfTen: [UInt64] = {
    var powers: [UInt64] = [1]
    while powers.count < 20 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()
}
