extension ByteBuffer {
  /// Appends characters, escaped, looking at each of them.
  ///
  /// Seams, the tabs and line feeds between joined cells and lines, are left out where asked.
  /// Whatever is not UTF-8 becomes U+FFFD, one for each maximal part of a sequence, as Swift's own
  /// decoding has it.
  mutating func inspect<E: Escaping>(
    _ source: borrowing Span<UInt8>, withoutSeams: Bool = false, as escaping: E.Type
  ) {
    var index = 0
    while index < source.count {
      let start = index
      index = source.endOfPlain(from: index, as: E.self)
      raw(source.extracting(start..<index))
      guard index < source.count else { return }
      let byte = source[index]
      if byte < 0x80 {
        if !(withoutSeams && byte.isSeam) { E.append(byte, to: &self) }
        index += 1
      } else {
        literal("\u{FFFD}")
        index += UTF8Scalar(source, index, source.count).length
      }
    }
  }

  /// Appends a string in the same way, and a byte that ends it.
  @inline(never)
  mutating func inspect<E: Escaping>(
    _ text: borrowing String, then end: UInt8, as escaping: E.Type
  ) {
    inspect(text.utf8Span.span, as: E.self)
    byte(end)
  }
}

extension Span<UInt8> {
  /// The offset of what needs an escape, from an offset on.
  fileprivate func endOfPlain<E: Escaping>(from start: Int, as escaping: E.Type) -> Int {
    var index = start
    while index < count {
      let byte = self[index]
      if byte < 0x80 {
        guard E.isPlain(byte) else { break }
        index &+= 1
        continue
      }
      let scalar = UTF8Scalar(self, index, count)
      let isCommon = byte >= 0xE3 && byte <= 0xEE
      guard scalar.isValid, isCommon || !E.isForbidden(scalar.value(self, index)) else { break }
      index &+= scalar.length
    }
    return index
  }
}
