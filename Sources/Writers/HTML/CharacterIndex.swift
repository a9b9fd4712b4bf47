/// Where the bytes of a text stand in it once a browser has read it: browsers count UTF-16 units.
///
/// What is no UTF-8 counts as the U+FFFD that `ByteBuffer.inspect` writes for it.
struct CharacterIndex {
  /// For each block of bytes the first character that begins in it or behind it, and the units
  /// before that character.
  private var marks: [(byte: Int, unit: Int)] = []
  /// The units of the whole text.
  private(set) var count = 0

  private static let block = 128

  /// Looks through a text.
  init(_ text: borrowing Span<UInt8>) {
    marks.reserveCapacity(text.count / Self.block + 1)
    var offset = 0
    while offset < text.count {
      if offset >= marks.count * Self.block { marks.append((offset, count)) }
      let (length, units) = text.character(at: offset)
      offset += length
      count += units
    }
  }

  /// The units before the character that stands at a byte offset or runs over it.
  func units(before offset: Int, in text: borrowing Span<UInt8>) -> Int {
    guard offset < text.count else { return count }
    guard offset > 0, !marks.isEmpty else { return 0 }
    var block = min(offset / Self.block, marks.count - 1)
    // A character that runs into a block begins before it.
    if marks[block].byte > offset { block -= 1 }
    var place = marks[block]
    while place.byte < offset {
      let (length, units) = text.character(at: place.byte)
      if place.byte + length > offset { break }
      place.byte += length
      place.unit += units
    }
    return place.unit
  }
}

extension Span<UInt8> {
  /// The bytes of the character at an offset, and its UTF-16 units.
  @inline(__always)
  fileprivate func character(at offset: Int) -> (length: Int, units: Int) {
    if self[offset] < 0x80 { return (1, 1) }
    let scalar = UTF8Scalar(self, offset, count)
    return (scalar.length, scalar.isValid && scalar.length == 4 ? 2 : 1)
  }
}
