/// A set of characters that answers fast and errs to one side: what it denies is not in it.
///
/// Most of a text can begin nothing that is looked for; this spares it a closer look.
public struct CharacterFilter: Hashable, Sendable {
  @usableFromInline var isHeld = Array(repeating: false, count: 1280)

  /// Creates an empty filter.
  public init() {}

  /// Adds the character at a place of a text.
  public mutating func insert(_ text: [UInt8], _ index: Int) {
    isHeld[Self.place(text, index)] = true
  }

  /// Whether the character at a place of a text may be in the filter.
  @inlinable @inline(__always)
  public func mayHold(_ text: [UInt8], _ index: Int) -> Bool { isHeld[Self.place(text, index)] }

  /// Whether an ASCII character is in the filter.
  func mayHold(_ byte: UInt8) -> Bool { isHeld[Int(byte)] }

  /// A byte stands for itself, a character of three bytes for what they hash to.
  @inlinable @inline(__always)
  static func place(_ text: [UInt8], _ index: Int) -> Int {
    guard text[index] >= 0xE1, index + 2 < text.count else { return Int(text[index]) }
    let mixed = Int(text[index + 1]) &* 61 ^ Int(text[index + 2]) ^ Int(text[index])
    return 256 &+ (mixed & 1023)
  }
}
