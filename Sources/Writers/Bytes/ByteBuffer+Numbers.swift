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
    let fraction = magnitude % power
    digits(magnitude / power)
    byte(0x2E)
    fill(0x30, scale - Self.length(fraction))
    digits(fraction)
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
  private mutating func digits(_ number: UInt64) {
    if number < 100_000_000 {
      lastDigits(number)
    } else {
      let (high, low) = number.quotientAndRemainder(dividingBy: 100_000_000)
      digits(high)
      fill(0x30, 8 - Self.length(low))
      lastDigits(low)
    }
  }

  /// Appends the digits of a number of eight at the most.
  @inline(__always)
  private mutating func lastDigits(_ number: UInt64) {
    // The last digits are found first and stand highest.
    var word: UInt64 = 0
    var length = 0
    var rest = number
    while rest >= 100 {
      let (high, pair) = rest.quotientAndRemainder(dividingBy: 100)
      word = word << 16 | Self.digits(ofPair: pair)
      length &+= 2
      rest = high
    }
    let isPair = rest >= 10
    word = isPair ? word << 16 | Self.digits(ofPair: rest) : word << 8 | (0x30 + rest)
    bytes(word, length &+ (isPair ? 2 : 1))
  }

  /// The two digits of a number below 100, the first one lowest.
  @inline(__always)
  private static func digits(ofPair pair: UInt64) -> UInt64 {
    let tens = (pair &* 103) &>> 10
    return 0x3030 | tens | (pair &- tens &* 10) &<< 8
  }

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
