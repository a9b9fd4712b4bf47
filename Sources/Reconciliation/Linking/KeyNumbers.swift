/// Numbers for 64-bit keys, from 0 in the order in which they come.
///
/// Records are compared and counted by such numbers, so that what belongs to a key stands in an
/// array. A table of its own because a key is mostly a hash already: one multiplication spreads it,
/// where a dictionary would hash it again with all care.
struct KeyNumbers: Sendable {
  /// The keys, by number.
  private(set) var keys: [UInt64] = []
  /// The number at each place of the table, from 1; 0 where the place is free.
  private var slots: [Int32]
  private var shift: UInt64

  /// Creates a table with room for about so many keys.
  init(capacity: Int = 32) {
    var bits = 4
    while 1 << bits < capacity * 2 { bits += 1 }
    slots = Array(repeating: 0, count: 1 << bits)
    shift = UInt64(64 - bits)
    keys.reserveCapacity(capacity)
  }

  /// How many keys there are.
  var count: Int { keys.count }

  /// The number of a key; `nil` where it has none.
  func find(_ key: UInt64) -> Int? {
    let slot = slot(of: key)
    return slots[slot] == 0 ? nil : Int(slots[slot]) &- 1
  }

  /// The place in the table of a key, or the free one where it belongs.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let (slots, keys) = (slots.span, keys.span)
    var slot = place(key)
    while slots[slot] != 0, keys[Int(slots[slot]) &- 1] != key {
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return slot
  }

  /// The number of a key, the next one where it has none yet.
  mutating func number(of key: UInt64) -> Int {
    let slot = slot(of: key)
    if slots[slot] != 0 { return Int(slots[slot]) &- 1 }
    keys.append(key)
    if keys.count * 2 > slots.count { grow() } else { slots[slot] = Int32(keys.count) }
    return keys.count - 1
  }

  private func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    shift -= 1
    for (number, key) in keys.enumerated() {
      var slot = place(key)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }
}
