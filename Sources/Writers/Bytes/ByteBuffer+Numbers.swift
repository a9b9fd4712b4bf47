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
    let (high, low) = number.quotientAndRemainder(dividingBy: 100_000_000)
    if high > 0 {
      digits(high)
      fill(0x30, 8 - Self.length(low))
    }
    // The last digit is found first and stands highest.
    var word: UInt64 = 0
    var length = 0
    var rest = low
    repeat {
      word = word << 8 | (0x30 + rest % 10)
      rest /= 10
      length &+= 1
    } while rest > 0
    bytes(word, length)
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
