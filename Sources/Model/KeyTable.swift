/// Numbers for byte strings, by one hash and a confirming comparison.
public struct KeyTable: Hashable, Sendable {
  /// All byte strings, one after the other.
  private var bytes: [UInt8] = []
  /// The place in `bytes` and the hash of each byte string, by number less one.
  private var entries: [Entry] = []
  /// The length of the longest key, in bytes.
  public private(set) var longest = 0
  /// The lengths of the keys that begin with a character, a bit each: nearly all that is asked for
  /// begins otherwise than any key, or is longer or shorter.
  private var lengths = [UInt32](repeating: 0, count: CharacterFilter.places)
  private var slots: [UInt16] = Array(repeating: 0, count: 64)

  private struct Entry: Hashable {
    var at: Slice
    var hash: UInt64
  }

  /// Creates an empty table.
  public init() {}

  /// The number of keys.
  public var count: Int { entries.count }

  /// The key with a number.
  public func key(_ number: Int) -> [UInt8] { Array(bytes[entries[number - 1].at.range]) }

  /// The number of the key that stands in a range of a text, from 1; `nil` where none does.
  ///
  /// Not generic on purpose: it is asked for every cell, and other modules could not specialise it.
  public func find(in text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    return find(in: text, range, lengths[CharacterFilter.place(text, range.lowerBound)])
  }

  /// The same where it is known what lengths the keys have that begin like a range with a character.
  @inline(__always)
  func find(in text: borrowing Span<UInt8>, _ range: Range<Int>, _ lengths: UInt32) -> Int? {
    guard lengths & Self.bit(range.count) != 0, range.count <= longest else { return nil }
    return locate(text, range)
  }

  /// The lengths of the keys that begin with the character at an offset, a bit each; 0 where none does.
  @inline(__always)
  func lengths(at index: Int, of text: borrowing Span<UInt8>) -> UInt32 {
    lengths[CharacterFilter.place(text, index)]
  }

  /// The same for a character of one byte.
  @inline(__always)
  func lengths(from byte: UInt8) -> UInt32 { lengths[Int(byte)] }

  /// The number of the key that stands in a range, which is not empty.
  private func locate(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    let hash = Self.hash(text, range)
    let (slots, entries) = (slots.span, entries.span)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot])
      if entries[number &- 1].hash == hash, matches(entries[number &- 1].at.range, text, range) {
        return number
      }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  @inline(__always)
  private func matches(
    _ known: Range<Int>, _ text: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard known.count == range.count else { return false }
    // Of so few bytes the hash is a permutation: there is nothing to confirm.
    if range.count <= 8 { return true }
    let keys = bytes.span
    var offset = 0
    while offset &+ 8 < range.count {
      let word = text.word(at: range.lowerBound &+ offset)
      if keys.word(at: known.lowerBound &+ offset).bits != word.bits { return false }
      offset &+= 8
    }
    let last = text.word(at: range.upperBound &- 8)
    return keys.word(at: known.upperBound &- 8).bits == last.bits
  }

  /// Adds a key that is not in the table and gives its number, from 1.
  public mutating func add(_ key: [UInt8]) -> Int {
    precondition(entries.count < Int(UInt16.max), "a table may have 65,534 keys")
    let start = bytes.count
    bytes += key
    entries.append(
      Entry(at: Slice(start..<bytes.count), hash: Self.hash(key.span, key.indices)))
    longest = max(longest, key.count)
    if !key.isEmpty { lengths[CharacterFilter.place(key.span, 0)] |= Self.bit(key.count) }
    if entries.count * 2 > slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for number in 1...entries.count { insert(number) }
    } else {
      insert(entries.count)
    }
    return entries.count
  }

  private mutating func insert(_ number: Int) {
    var slot = Int(truncatingIfNeeded: entries[number - 1].hash) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt16(number)
  }

  private static func bit(_ length: Int) -> UInt32 { 1 &<< UInt32(truncatingIfNeeded: length) }

  /// A hash of the length and of the first and the last eight bytes, of long keys some between as well:
  /// few keys share all of it.
  @inline(__always)
  private static func hash(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: range.count)
    func mix(_ word: ByteWord) {
      hash = (hash ^ word.bits) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    guard range.count > 8 else {
      mix(text.word(range))
      return hash
    }
    mix(text.word(at: range.lowerBound))
    mix(text.word(at: range.upperBound &- 8))
    if range.count > 24 { mix(text.word(at: range.lowerBound &+ range.count / 2)) }
    return hash
  }
}
