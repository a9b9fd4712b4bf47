/// Numbers for byte strings, by one hash and a confirming comparison.
public struct KeyTable: Hashable, Sendable {
  /// The byte strings, by number less one.
  public private(set) var keys: [[UInt8]] = []
  /// The length of the longest key, in bytes.
  public private(set) var longest = 0
  private var slots: [UInt16] = Array(repeating: 0, count: 64)

  /// Creates an empty table.
  public init() {}

  /// The number of a key, from 1; `nil` where it is not in the table.
  ///
  /// Not generic on purpose: it is asked for every cell, and other modules could not specialise it.
  public func find(_ key: ArraySlice<UInt8>) -> Int? {
    guard !key.isEmpty, key.count <= longest else { return nil }
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & (slots.count - 1)
    while slots[slot] != 0 {
      if matches(Int(slots[slot]) - 1, key) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func matches(_ place: Int, _ key: ArraySlice<UInt8>) -> Bool {
    guard keys[place].count == key.count else { return false }
    for index in key.indices where keys[place][index - key.startIndex] != key[index] {
      return false
    }
    return true
  }

  /// Adds a key that is not in the table and gives its number, from 1.
  public mutating func add(_ key: [UInt8]) -> Int {
    precondition(keys.count < Int(UInt16.max), "a table may have 65,534 keys")
    keys.append(key)
    longest = max(longest, key.count)
    if keys.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for number in 1...keys.count { insert(number) }
    } else {
      insert(keys.count)
    }
    return keys.count
  }

  private mutating func insert(_ number: Int) {
    var slot = Int(truncatingIfNeeded: Self.hash(keys[number - 1][...])) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt16(number)
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}
