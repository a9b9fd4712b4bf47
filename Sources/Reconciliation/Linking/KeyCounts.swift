/// How often each key occurs.
struct KeyCounts {
  private var numbers: KeyNumbers
  private var counts: [Int] = []

  /// Creates a table with room for about so many keys.
  init(capacity: Int = 32) { numbers = KeyNumbers(capacity: capacity) }

  /// How often a key occurs.
  subscript(key: UInt64) -> Int { numbers.find(key).map { counts[$0] } ?? 0 }

  /// Counts a key once more.
  mutating func add(_ key: UInt64) {
    let number = numbers.number(of: key)
    if number == counts.count { counts.append(0) }
    counts[number] += 1
  }
}
