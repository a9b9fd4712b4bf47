internal import TieoutModel

/// Counts how often each number is printed; numbers that rise, as those of rows do, cost no hashing.
struct NumberCounts {
  /// The numbers of which each was greater than all before it, and their counts.
  private var rising: [(number: Int64, count: Int)] = []
  /// The counts of all others.
  private var others: [Quantity: Int] = [:]

  /// Counts a number once more; how often it was counted before.
  ///
  /// - Parameter start: what stands for that where it was not.
  mutating func count(_ number: Quantity, from start: Int) -> Int {
    guard number.scale == 0 else { return countOther(number, from: start) }
    if rising.last.map({ $0.number < number.digits }) ?? true {
      // What is greater than all before was never one of the others.
      rising.append((number.digits, start + 1))
      return start
    }
    let place = rising.partitionPoint { $0.number < number.digits }
    guard place < rising.count, rising[place].number == number.digits else {
      return countOther(number, from: start)
    }
    rising[place].count += 1
    return rising[place].count - 1
  }

  private mutating func countOther(_ number: Quantity, from start: Int) -> Int {
    let count = others[number, default: start]
    others[number] = count + 1
    return count
  }

  /// What tells a repeated number from the first: `b`, `c` and so on.
  static func suffix(_ count: Int) -> String {
    guard count > 0 else { return "" }
    guard count < 26 else { return "z\(count)" }
    return String(UnicodeScalar(UInt8(0x61 + count)))
  }
}
