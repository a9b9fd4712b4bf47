internal import TieoutModel

extension ByteBuffer {
  /// Appends a decimal integer.
  mutating func integer(_ number: Int) {
    if number < 0 { byte(0x2D) }
    digits(UInt64(number.magnitude))
  }

  /// Appends a small number, such as that of a line.
  @inline(__always)
  mutating func small(_ number: UInt32) { digits(UInt64(number)) }

  /// Appends a number of any size, such as an offset: up to eight digits without a branch.
  @inline(__always)
  mutating func offset(_ number: UInt32) {
    guard number < 100_000_000 else { return integer(Int(number)) }
    upToEight(UInt64(number))
  }

  /// Appends the canonical text of an exact decimal.
  mutating func quantity(_ quantity: Quantity) {
    if quantity.digits < 0 { byte(0x2D) }
    let magnitude = quantity.digits.magnitude
    if quantity.scale == 0 { return digits(magnitude) }
    if magnitude < 10_000_000, quantity.scale > 0, quantity.scale < 7 {
      return shortDecimal(magnitude, Int(quantity.scale))
    }
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
    fill(0x30, scale - Self.length(fraction))
    digits(fraction)
  }

  /// Appends a decimal of at most seven digits, so that all of it is one word.
  @inline(__always)
  private mutating func shortDecimal(_ number: UInt64, _ scale: Int) {
    let all = Self.eightDigits(number)
    // A zero stands before the point, if nothing else does.
    let zeros = min(Self.zeros(before: all), 7 &- scale)
    let digits = all &>> UInt64(truncatingIfNeeded: zeros &* 8)
    let whole = 8 &- zeros &- scale
    let place = UInt64(truncatingIfNeeded: whole &* 8)
    let behind = UInt64.max &<< place
    bytes(digits & ~behind | 0x2E &<< place | (digits & behind) &<< 8, whole &+ scale &+ 1)
  }

  /// Appends a date in ISO 8601, as far as it is known.
  mutating func date(_ date: PartialDate) {
    if date.year > 0 { padded(Int(date.year), 4) } else { byte(0x2D) }
    guard date.month > 0 else { return }
    byte(0x2D)
    padded(Int(date.month), 2)
    guard date.day > 0 else { return }
    byte(0x2D)
    padded(Int(date.day), 2)
  }

  /// Appends a number with zeros before it.
  private mutating func padded(_ number: Int, _ width: Int) {
    fill(0x30, width - Self.length(UInt64(number.magnitude)))
    integer(number)
  }

  /// Appends a number of hundredths as a decimal: `9.2` for 920, `0.97` for 97, `4.0` for 400.
  mutating func hundredths(_ number: Int) {
    if number >= 0, number < 10_000 { return fewHundredths(UInt32(truncatingIfNeeded: number)) }
    if number.isMultiple(of: 10) {
      quantity(Quantity(digits: Int64(number / 10), scale: 1))
    } else {
      quantity(Quantity(digits: Int64(number), scale: 2))
    }
  }

  /// The same of a number below 10⁴, so that all of it is one word.
  private mutating func fewHundredths(_ number: UInt32) {
    let digits = UInt64(Self.fourDigits(number))
    let decimal = digits & 0xFFFF | 0x2E &<< 16 | (digits & 0xFFFF_0000) &<< 8
    // Neither a zero before the units nor one behind the tenths is written.
    let before = number < 1000 ? 1 : 0
    let behind = digits &>> 24 == 0x30 ? 1 : 0
    bytes(decimal &>> UInt64(truncatingIfNeeded: before &* 8), 5 &- before &- behind)
  }

  /// Appends the digits of a number.
  @inline(__always)
  private mutating func digits(_ number: UInt64) {
    guard number < 10_000 else { return manyDigits(number) }
    let digits = Self.fourDigits(UInt32(truncatingIfNeeded: number))
    // The zeros before the first other digit stand lowest; the last digit is written even if it is
    // one.
    let zeros = ((digits ^ 0x3030_3030) | 1 &<< 24).trailingZeroBitCount &>> 3
    bytes(UInt64(digits &>> UInt32(truncatingIfNeeded: zeros &* 8)), 4 &- zeros)
  }

  /// Appends the digits of a number that has more than four.
  @inline(never)
  private mutating func manyDigits(_ number: UInt64) {
    guard number >= 100_000_000 else { return upToEight(number) }
    let (high, low) = number.quotientAndRemainder(dividingBy: 100_000_000)
    digits(high)
    bytes(Self.eightDigits(low), 8)
  }

  /// Appends the digits of a number below 10⁸.
  @inline(__always)
  private mutating func upToEight(_ number: UInt64) {
    let digits = Self.eightDigits(number)
    let zeros = Self.zeros(before: digits)
    bytes(digits &>> UInt64(truncatingIfNeeded: zeros &* 8), 8 &- zeros)
  }

  /// The digits of a number below 10⁴, zeros before them, as the bytes of a word, the first one lowest.
  ///
  /// Both pairs are divided by 10 in one step; multiplications take the place of divisions.
  @inline(__always)
  private static func fourDigits(_ number: UInt32) -> UInt32 {
    let hundreds = (number &* 10_486) &>> 20
    let pairs = hundreds | (number &- hundreds &* 100) &<< 16
    let tens = (pairs &* 103) &>> 10 & 0x000F_000F
    return 0x3030_3030 | tens | (pairs &- tens &* 10) &<< 8
  }

  /// The same of a number below 10⁸: both halves are divided by 100 in one step, and all pairs by 10.
  @inline(__always)
  private static func eightDigits(_ number: UInt64) -> UInt64 {
    let number = UInt32(truncatingIfNeeded: number)
    let high = number / 10_000
    let halves = UInt64(high) | UInt64(number &- high &* 10_000) &<< 32
    let hundreds = (halves &* 10_486) &>> 20 & 0x0000_007F_0000_007F
    let pairs = hundreds | (halves &- hundreds &* 100) &<< 16
    let tens = (pairs &* 103) &>> 10 & 0x000F_000F_000F_000F
    return zeros | tens | (pairs &- tens &* 10) &<< 8
  }

  /// How many zeros stand before the first other digit, or before the last one of all.
  @inline(__always)
  private static func zeros(before digits: UInt64) -> Int {
    ((digits ^ zeros) | 1 &<< 56).trailingZeroBitCount &>> 3
  }

  /// The digit zero eight times.
  private static var zeros: UInt64 { 0x3030_3030_3030_3030 }

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
