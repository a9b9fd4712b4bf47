/// Eight bytes of text, the first one lowest: what hot loops look at in one step.
///
/// The questions answer with the highest bit of each byte for which they hold, and nothing else.
@frozen
public struct ByteWord: Sendable, BitwiseCopyable {
  /// The bytes.
  public let bits: UInt64

  /// Takes eight bytes as they are.
  @inlinable
  public init(bits: UInt64) { self.bits = bits }

  /// The same byte eight times.
  @inlinable @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The bytes without their highest bits, so that sums stay inside their byte.
  @inlinable @inline(__always)
  var low: UInt64 { bits & ByteWord.all(0x7F) }

  /// Where a control character stands: a byte below 0x20.
  @inlinable @inline(__always)
  public var controls: UInt64 { ~((low &+ ByteWord.all(0x80 - 0x20)) | bits) & ByteWord.all(0x80) }

  /// Where a byte stands that no text holds: a control character that neither parts anything nor
  /// belongs to a terminal's sequences.
  @inlinable @inline(__always)
  public var binary: UInt64 {
    let isBelow8 = ~(low &+ ByteWord.all(0x80 - 0x08))
    let isFromE = low &+ ByteWord.all(0x80 - 0x0E)
    let isBelow1B = ~(low &+ ByteWord.all(0x80 - 0x1B))
    return (isBelow8 | (isFromE & isBelow1B)) & ~bits & ByteWord.all(0x80)
  }

  /// Where a byte stands that neither continues a character nor begins one of U+4000 to U+9FFF,
  /// the common Han characters, nor is one of `'` to `;`, the digits among them.
  @inlinable @inline(__always)
  public var uncommon: UInt64 {
    let isWide = bits
    let isBeyond = low &+ ByteWord.all(0x80 - 0x6A)
    let isShort = ~(low &+ ByteWord.all(0x80 - 0x64)) & (low << 1)
    let isBelow = ~(low &+ ByteWord.all(0x80 - 0x27))
    let isAbove = low &+ ByteWord.all(0x80 - 0x3C)
    return ((isWide & (isBeyond | isShort)) | (~isWide & (isBelow | isAbove)))
      & ByteWord.all(0x80)
  }
}

extension Span<UInt8> {
  /// The eight bytes from an offset on.
  @inlinable @inline(__always)
  public func word(at offset: Int) -> ByteWord {
    // Eight reads of a part whose length is known become one load.
    let part = extracting(offset..<offset &+ 8)
    var bits: UInt64 = 0
    for place in 0..<8 { bits |= UInt64(part[place]) &<< UInt64(place &* 8) }
    return ByteWord(bits: bits)
  }
}
