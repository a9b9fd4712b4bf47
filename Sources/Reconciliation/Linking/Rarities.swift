/// The weights of what names are made of, in the order in which the names bring it.
struct Rarities {
  private var numbers: KeyNumbers
  private var counts: [Int] = []
  private var order: [Int32] = []
  private var weights: [Int] = []
  private var place = 0

  init(capacity: Int) { numbers = KeyNumbers(capacity: capacity) }

  /// Counts a letter or pair.
  mutating func add(_ key: UInt64) {
    let number = numbers.number(of: key)
    if number == counts.count { counts.append(0) }
    counts[number] += 1
    order.append(Int32(number))
  }

  /// Turns the counts into weights.
  mutating func weigh(_ total: Int) {
    weights = counts.map { Rarity.weight(count: $0, of: total) }
  }

  /// The weight of the next letter or pair.
  mutating func next() -> Int {
    defer { place += 1 }
    return weights[Int(order[place])]
  }
}

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
}
