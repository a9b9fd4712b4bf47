/// A set of characters that answers fast and errs to one side: what it denies is not in it.
///
/// Most of a text can begin nothing that is looked for; this spares it a closer look.
public struct CharacterFilter: Hashable, Sendable {
  /// How many places characters may have.
  static let places = 1280

  @usableFromInline var isHeld = Array(repeating: false, count: places)
  /// The last six bits of characters of three bytes, as bits: of few characters, these deny most others
  /// at once.
  private var lasts: UInt64 = 0

  /// Creates an empty filter.
  public init() {}

  /// Adds the character at a place of a text.
  public mutating func insert(_ text: [UInt8], _ index: Int) {
    let place = Self.place(text, index)
    isHeld[place] = true
    if place >= 256 { lasts |= 1 << UInt64(text[index + 2] & 63) }
  }

  /// Adds all characters of another filter.
  public mutating func formUnion(_ other: CharacterFilter) {
    for place in isHeld.indices where other.isHeld[place] { isHeld[place] = true }
    lasts |= other.lasts
  }

  /// Whether the character at a place of a text may be in the filter.
  @inlinable @inline(__always)
  public func mayHold(_ text: [UInt8], _ index: Int) -> Bool { isHeld[Self.place(text, index)] }

  /// The first place in a range of a text at which a character of the filter may stand; the end of
  /// the range where there is none.
  ///
  /// It steps from character to character, and over bytes that continue none.
  public func next(in text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int {
    let isHeld = isHeld.span
    let behind = text.count &- range.upperBound
    var rest = text.extracting(range.lowerBound...)
    while rest.count > behind {
      let first = rest[0]
      guard first >= 0xE1, rest.count > 2 else {
        if isHeld[Int(first)] { break }
        rest = rest.extracting(droppingFirst: 1)
        continue
      }
      let (second, third) = (rest[1], rest[2])
      if lasts &>> UInt64(third & 63) & 1 != 0, isHeld[Self.place(first, second, third)] { break }
      let length = second.isScalarStart ? 1 : third.isScalarStart ? 2 : 3
      rest = rest.extracting(droppingFirst: length)
    }
    // A character may go on behind the range.
    return min(text.count &- rest.count, range.upperBound)
  }

  /// Whether a byte that was added as a character of its own may be in the filter.
  @inlinable @inline(__always)
  public func mayHold(_ byte: UInt8) -> Bool { isHeld[Int(byte)] }

  /// A byte stands for itself, a character of three bytes for what they hash to.
  @inlinable @inline(__always)
  static func place(_ text: [UInt8], _ index: Int) -> Int {
    guard text[index] >= 0xE1, index + 2 < text.count else { return Int(text[index]) }
    return place(text[index], text[index + 1], text[index + 2])
  }

  @inline(__always)
  static func place(_ text: borrowing Span<UInt8>, _ index: Int) -> Int {
    guard text[index] >= 0xE1, index &+ 2 < text.count else { return Int(text[index]) }
    return place(text[index], text[index &+ 1], text[index &+ 2])
  }

  @inlinable @inline(__always)
  static func place(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    256 &+ ((Int(second) &* 61 ^ Int(third) ^ Int(first)) & 1023)
  }
}
