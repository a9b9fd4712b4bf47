/// Writes exact decimals of any size.
enum DecimalText {
  /// The text of `value` × 10^−`scale`, with at least `least` decimals and no other trailing zeros.
  static func text(_ value: Int128, scale: Int, least: Int = 0) -> String {
    var digits = Array(String(value.magnitude).utf8)
    if scale < 0, value != 0 { digits += Array(repeating: 0x30, count: -scale) }
    var decimals: [UInt8] = []
    if scale > 0 {
      let missing = scale + 1 - digits.count
      if missing > 0 { digits = Array(repeating: 0x30, count: missing) + digits }
      decimals = Array(digits.suffix(scale))
      digits.removeLast(scale)
    }
    while decimals.count > least, decimals.last == 0x30 { decimals.removeLast() }
    while decimals.count < least { decimals.append(0x30) }
    let sign = value < 0 ? "-" : ""
    let whole = sign + String(decoding: digits, as: UTF8.self)
    return decimals.isEmpty ? whole : whole + "." + String(decoding: decimals, as: UTF8.self)
  }
}
