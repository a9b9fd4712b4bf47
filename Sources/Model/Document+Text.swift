extension Document {
  /// Whether an engine drew tables in it: plain text is cut at its tabs and was drawn by nobody.
  public var isDrawn: Bool { sources.contains { $0.file != nil } }

  /// The characters of a slice, its seams left out.
  public func string(_ slice: Slice) -> String {
    isWhole(slice) ? String(ofWhole: text.span.extracting(slice.range)) : slice.string(in: text)
  }

  /// Whether a slice has characters and no seams, and is UTF-8 for certain.
  ///
  /// What is cut out of UTF-8 where characters begin is UTF-8: two bytes tell, and no look at each.
  func isWhole(_ slice: Slice) -> Bool {
    let text = text.span
    let range = slice.range
    return isWellFormed && !range.isEmpty && text[range.lowerBound].isScalarStart
      && (range.upperBound == text.count || text[range.upperBound].isScalarStart)
      && !text.holds(0x09, or: 0x0A, in: range)
  }

  /// Whether two slices hold the same bytes.
  public func same(_ left: Slice, _ right: Slice) -> Bool { text.same(left, right) }

  /// The part of a slice without white space at its edges.
  public func trimmed(_ slice: Slice) -> Slice { slice.trimmed(in: text) }
}

extension [UInt8] {
  /// Whether two slices of a text hold the same bytes.
  public func same(_ left: Slice, _ right: Slice) -> Bool {
    guard left.count == right.count else { return false }
    let text = span
    let end = left.range.upperBound
    var (index, other) = (left.range.lowerBound, right.range.lowerBound)
    while index &+ 8 <= end {
      if text.word(at: index).bits != text.word(at: other).bits { return false }
      index &+= 8
      other &+= 8
    }
    return text.word(index..<end).bits == text.word(other..<right.range.upperBound).bits
  }
}

extension Slice {
  /// Its characters, its seams left out.
  public func string(in text: [UInt8]) -> String {
    guard !isEmpty else { return "" }
    let part = text[range]
    if text.span.holds(0x09, or: 0x0A, in: range) {
      return String(decoding: part.filter { $0 != 0x09 && $0 != 0x0A }, as: UTF8.self)
    }
    return String(decoding: part, as: UTF8.self)
  }

  /// The part of it without white space at its edges.
  @inlinable
  public func trimmed(in text: [UInt8]) -> Slice {
    // Most slices have none.
    if isEmpty || text[Int(start)] > 0x20 && text[Int(end) - 1] > 0x20 { return self }
    return withoutBlanks(text)
  }

  @usableFromInline
  func withoutBlanks(_ text: [UInt8]) -> Slice {
    var start = Int(start)
    var end = Int(end)
    while start < end, text[start].isBlankASCII { start += 1 }
    while start < end, text[end - 1].isBlankASCII { end -= 1 }
    return Slice(start..<end)
  }

  /// What two or more blanks part, as columns of prose stand side by side; without blanks at its ends.
  public func parts(betweenWideBlanksIn text: [UInt8]) -> [Slice] {
    var parts: [Slice] = []
    var start = Int(start)
    var index = start
    while index < Int(end) {
      guard text[index].isBlankASCII, index + 1 < Int(end), text[index + 1].isBlankASCII else {
        index += 1
        continue
      }
      parts.append(Slice(start..<index).trimmed(in: text))
      while index < Int(end), text[index].isBlankASCII { index += 1 }
      start = index
    }
    parts.append(Slice(start..<Int(end)).trimmed(in: text))
    return parts.filter { !$0.isEmpty }
  }

  /// Whether one of its characters is a digit.
  public func hasDigit(in text: [UInt8]) -> Bool {
    let text = text.span
    let end = Int(end)
    var index = Int(start)
    while index &+ 8 <= end {
      if text.word(at: index).digits != 0 { return true }
      index &+= 8
    }
    return index < end && text.word(index..<end).digits != 0
  }
}

extension UInt8 {
  /// Whether the byte is a space, a tab or a line end.
  @inlinable public var isBlankASCII: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  /// Whether the byte is one of 0 to 9.
  @inlinable public var isDigitASCII: Bool { self >= 0x30 && self <= 0x39 }
  /// Whether the byte is a Latin letter.
  @inlinable public var isLetterASCII: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  /// Whether the byte begins a Han character of U+4000 to U+9FFF, as nearly all are.
  @inlinable public var beginsHan: Bool { self >= 0xE4 && self <= 0xE9 }
  /// Whether the byte begins a UTF-8 sequence.
  @inlinable public var isScalarStart: Bool { self & 0xC0 != 0x80 }
}

extension Document {
  /// Adds words that are printed nowhere behind the text, and gives their place: the source, its map
  /// and its ledger know nothing of them.
  ///
  /// - Parameter printed: what is printed instead of them.
  public mutating func append(_ words: String, inPlaceOf printed: Slice) -> Slice {
    let start = text.count
    replaced.append((UInt32(start), printed))
    text.append(contentsOf: words.utf8)
    addedBytes += text.count - start
    return Slice(start..<text.count)
  }

  /// What is printed where a slice is read: the slice, or that in whose place its words were added.
  public func printed(_ slice: Slice) -> Slice {
    guard addedBytes > 0, Int(slice.start) >= text.count - addedBytes, !slice.isEmpty else {
      return slice
    }
    return replaced.last { $0.start <= slice.start }?.printed ?? .none
  }
}
