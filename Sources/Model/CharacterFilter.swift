/// A set of characters that answers fast and errs to one side: what it denies is not in it.
///
/// Most of a text can begin nothing that is looked for; this spares it a closer look.
public struct CharacterFilter: Hashable, Sendable {
  /// How many places characters may have.
  static let places = 1280

  @usableFromInline var isHeld = Array(repeating: false, count: places)

  /// Creates an empty filter.
  public init() {}

  /// Adds the character at a place of a text.
  public mutating func insert(_ text: [UInt8], _ index: Int) {
    isHeld[Self.place(text, index)] = true
  }

  /// Adds all characters of another filter.
  public mutating func formUnion(_ other: CharacterFilter) {
    for place in isHeld.indices where other.isHeld[place] { isHeld[place] = true }
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
    var index = range.lowerBound
    while index < range.upperBound {
      let first = text[index]
      guard first >= 0xE1, index &+ 2 < text.count else {
        if isHeld[Int(first)] { return index }
        index &+= 1
        continue
      }
      let (second, third) = (text[index &+ 1], text[index &+ 2])
      if isHeld[Self.place(first, second, third)] { return index }
      index &+= second.isScalarStart ? 1 : third.isScalarStart ? 2 : 3
    }
    return range.upperBound
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
