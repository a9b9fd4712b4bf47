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

  /// Where a given byte stands.
  @inlinable @inline(__always)
  public func places(of byte: UInt8) -> UInt64 {
    let rest = ByteWord(bits: bits ^ ByteWord.all(byte))
    return ~((rest.low &+ ByteWord.all(0x7F)) | rest.bits) & ByteWord.all(0x80)
  }

  /// Where a control character stands: a byte below 0x20.
  @inlinable @inline(__always)
  public var controls: UInt64 { ~((low &+ ByteWord.all(0x80 - 0x20)) | bits) & ByteWord.all(0x80) }

  /// Where a digit stands.
  @inlinable @inline(__always)
  public var digits: UInt64 {
    let isFrom0 = low &+ ByteWord.all(0x80 - 0x30)
    let isBeyond9 = low &+ ByteWord.all(0x80 - 0x3A)
    return isFrom0 & ~(isBeyond9 | bits) & ByteWord.all(0x80)
  }

  /// Where a byte stands that is not common: that neither continues a character nor begins one of
  /// U+4000 to U+9FFF, the common Han characters, nor is a digit or one of `+ , - . /`.
  @inlinable @inline(__always)
  public var uncommon: UInt64 {
    let isWide = bits
    let isBeyondE9 = low &+ ByteWord.all(0x80 - 0x6A)
    let isC0ToE3 = ~(low &+ ByteWord.all(0x80 - 0x64)) & (low << 1)
    let isBelowPlus = ~(low &+ ByteWord.all(0x80 - 0x2B))
    let isBeyond9 = low &+ ByteWord.all(0x80 - 0x3A)
    return ((isWide & (isBeyondE9 | isC0ToE3)) | (~isWide & (isBelowPlus | isBeyond9)))
      & ByteWord.all(0x80)
  }
}

extension Span<UInt8> {
  /// The eight bytes from an offset on.
  @inlinable @inline(__always)
  public func word(at offset: Int) -> ByteWord {
    // Eight reads of a part whose length is known become one load.
    let part = extracting(offset...).extracting(first: 8)
    precondition(part.count == 8, "eight bytes stand here")
    var bits: UInt64 = 0
    for place in 0..<8 { bits |= UInt64(part[place]) &<< UInt64(place &* 8) }
    return ByteWord(bits: bits)
  }

  /// The bytes of a range of eight at the most, and zeros behind them.
  @inlinable @inline(__always)
  public func word(_ range: Range<Int>) -> ByteWord {
    let missing = 8 &- range.count
    guard missing < 8 else { return ByteWord(bits: 0) }
    if range.lowerBound &+ 8 <= count {
      let mask = UInt64.max &>> UInt64(truncatingIfNeeded: missing &* 8)
      return ByteWord(bits: word(at: range.lowerBound).bits & mask)
    }
    var bits: UInt64 = 0
    for offset in range.reversed() { bits = bits &<< 8 | UInt64(self[offset]) }
    return ByteWord(bits: bits)
  }

  /// The first offset in a range at which one of two bytes stands, neither of them zero; the end of
  /// the range where none does.
  public func next(_ one: UInt8, or other: UInt8, in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index &+ 64 <= range.upperBound {
      // Neither a branch nor a call is in the loop, so that it takes many bytes a step.
      let part = extracting(index..<index &+ 64)
      var found: UInt8 = 0
      for place in 0..<64 {
        found |= (part[place] == one ? 1 : 0) | (part[place] == other ? 1 : 0)
      }
      if found != 0 { break }
      index &+= 64
    }
    while index < range.upperBound {
      let word = index &+ 8 <= range.upperBound ? word(at: index) : word(index..<range.upperBound)
      let places = word.places(of: one) | word.places(of: other)
      if places != 0 { return index &+ places.trailingZeroBitCount / 8 }
      index &+= 8
    }
    return range.upperBound
  }

  /// Whether one of two bytes stands in a range; neither is zero.
  public func holds(_ one: UInt8, or other: UInt8, in range: Range<Int>) -> Bool {
    next(one, or: other, in: range) < range.upperBound
  }

  /// The first offset in a range at which no common byte stands, as `ByteWord.uncommon` has it; the
  /// end of the range where all are common.
  @inlinable
  public func uncommon(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index &+ 8 <= range.upperBound {
      let marks = word(at: index).uncommon
      if marks != 0 { return index &+ marks.trailingZeroBitCount / 8 }
      index &+= 8
    }
    // The zeros behind the last byte are uncommon.
    let marks = word(index..<range.upperBound).uncommon
    return index &+ marks.trailingZeroBitCount / 8
  }

  /// Whether all bytes of a range are common ones.
  public func isCommon(_ range: Range<Int>) -> Bool { uncommon(in: range) == range.upperBound }
}
