/// How much something counts that occurs `count` times among `total`.
enum Rarity {
  /// log₂(1 + total ÷ count) in sixteenths, in integers so that every machine agrees.
  static func weight(count: Int, of total: Int) -> Int {
    let ratio = UInt64(16 + 16 * total / max(count, 1))
    // The power of two below, and the rest as a straight line.
    let power = 63 - ratio.leadingZeroBitCount
    let rest = Int((ratio << 4) >> UInt64(power)) - 16
    return (power - 4) * 16 + rest
  }

  /// The weights of all counts up to a greatest one.
  static func weights(upTo most: Int, of total: Int) -> [Int32] {
    (0...max(most, 0)).map { Int32(weight(count: $0, of: total)) }
  }
}
