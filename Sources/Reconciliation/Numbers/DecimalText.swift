internal import TieoutModel

/// Writes exact decimals of any size.
enum DecimalText {
  /// The text of `value` × 10^−`scale`, with at least `least` decimals and no other trailing zeros.
  static func text(_ value: Int128, scale: Int, least: Int = 0) -> String {
    if scale >= least, scale <= 20, let digits = Int64(exactly: value) {
      return short(digits, scale: scale, least: least)
    }
    var digits = Digits(value.magnitude)
    // From the last digit to the first.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    for decimals in stride(from: max(scale, 0), to: 0, by: -1) {
      let digit = digits.next()
      if !bytes.isEmpty || digit != 0x30 || decimals <= least { bytes.append(digit) }
    }
    while bytes.count < least { bytes.insert(0x30, at: 0) }
    if !bytes.isEmpty { bytes.append(0x2E) }
    if scale < 0, value != 0 { for _ in scale..<0 { bytes.append(0x30) } }
    repeat { bytes.append(digits.next()) } while !digits.isZero
    if value < 0 { bytes.append(0x2D) }
    bytes.reverse()
    return String(ofStrings: bytes)
  }

  /// The text of a number as most are: short, and with all its decimals.
  private static func short(_ digits: Int64, scale: Int, least: Int) -> String {
    var (digits, scale) = (digits, scale)
    while scale > least, digits.isMultiple(of: 10) {
      digits /= 10
      scale -= 1
    }
    return Quantity(digits: digits, scale: Int8(scale)).description
  }

  /// The digits of a number, the last one first.
  private struct Digits {
    private var high: UInt128
    private var low: UInt64

    init(_ number: UInt128) {
      high = number
      low = UInt64(truncatingIfNeeded: number)
    }

    var isZero: Bool { high == 0 }

    /// The last digit, which is taken off.
    mutating func next() -> UInt8 {
      // Most numbers are short, and dividing long ones is slow.
      if high == UInt128(low) {
        let digit = UInt8(truncatingIfNeeded: low % 10)
        low /= 10
        high = UInt128(low)
        return 0x30 + digit
      }
      let digit = UInt8(truncatingIfNeeded: high % 10)
      high /= 10
      low = UInt64(truncatingIfNeeded: high)
      return 0x30 + digit
    }
  }
}
