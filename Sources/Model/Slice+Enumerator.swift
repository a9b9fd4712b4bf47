extension Slice {
  /// The part behind a numeral that only counts: `1、`, `（一）`, `2.`, `一、`.
  public func withoutEnumerator(in text: [UInt8]) -> Slice {
    guard mayBeginWithEnumerator(text.span) else { return self }
    var reader = EnumeratorReader(text: text, index: Int(start), end: Int(end))
    let isBracketed = reader.skipOpening()
    guard reader.skipNumeral() else { return self }
    guard isBracketed ? reader.skipClosing() : reader.skipPoint(), reader.index < reader.end
    else { return self }
    // `1.5` is a number, not the first point of a list.
    if !isBracketed, text[reader.index].isDigitASCII { return self }
    return Slice(reader.index..<reader.end).trimmed(in: text)
  }

  /// Whether it is nothing but a Han numeral that counts: `一`, `二、`, `（三）`.
  public func isHanCount(in text: [UInt8]) -> Bool {
    guard mayBeginWithEnumerator(text.span), !hasDigit(in: text) else { return false }
    var reader = EnumeratorReader(text: text, index: Int(start), end: Int(end))
    let isBracketed = reader.skipOpening()
    guard reader.skipNumeral() else { return false }
    if isBracketed { guard reader.skipClosing() else { return false } }
    _ = reader.skipPoint()
    return reader.index == reader.end
  }

  /// Whether it may begin with a digit, a bracket or a Han numeral: most do not.
  @inline(__always)
  func mayBeginWithEnumerator(_ text: borrowing Span<UInt8>) -> Bool {
    guard !isEmpty else { return false }
    let start = Int(start)
    let first = text[start]
    if first < 0x80 { return first == 0x28 || first.isDigitASCII && mayCount(text) }
    guard first == 0xE4 || first == 0xE5 || first == 0xEF, count >= 3 else { return false }
    switch UInt32(first) << 16 | UInt32(text[start + 1]) << 8 | UInt32(text[start + 2]) {
    // 一七三九二五, 六八, 十, 四
    case 0xE4B880, 0xE4B883, 0xE4B889, 0xE4B99D, 0xE4BA8C, 0xE4BA94: return true
    case 0xE585AB, 0xE585AD, 0xE58D81, 0xE59B9B: return true
    // （
    case 0xEFBC88: return true
    default: return false
    }
  }

  /// Whether a point may stand behind one to three digits, and no digit behind it: else it is a number.
  private func mayCount(_ text: borrowing Span<UInt8>) -> Bool {
    var index = Int(start)
    let limit = min(index + 3, Int(end))
    while index < limit, text[index].isDigitASCII { index += 1 }
    guard index < Int(end) else { return false }
    if text[index] == 0x2E { return index + 1 < Int(end) && !text[index + 1].isDigitASCII }
    // `、`, `．` and Han numerals have three bytes.
    return text[index] >= 0xE0
  }
}

extension Document {
  /// The part of a slice behind a numeral that only counts: `1、`, `（一）`, `2.`, `一、`.
  public func withoutEnumerator(_ slice: Slice) -> Slice { slice.withoutEnumerator(in: text) }
}

/// A walk over the signs that numerals of lists are made of.
private struct EnumeratorReader {
  let text: [UInt8]
  var index: Int
  let end: Int

  /// The character of three bytes that stands here; `nil` where none does.
  private var wide: Unicode.Scalar? {
    guard index + 3 <= end, text[index] & 0xF0 == 0xE0, !text[index + 1].isScalarStart,
      !text[index + 2].isScalarStart
    else { return nil }
    return Unicode.Scalar(
      UInt32(text[index] & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6
        | UInt32(text[index + 2] & 0x3F))
  }

  private mutating func skip(_ ascii: UInt8, _ wide: Unicode.Scalar) -> Bool {
    guard index < end else { return false }
    if text[index] == ascii {
      index += 1
      return true
    }
    guard text[index] >= 0xE0, self.wide == wide else { return false }
    index += 3
    return true
  }

  mutating func skipOpening() -> Bool { skip(0x28, "（") }
  mutating func skipClosing() -> Bool { skip(0x29, "）") }

  mutating func skipPoint() -> Bool {
    skip(0x2E, index < end && text[index] == 0xE3 ? "、" : "．")
  }

  /// Skips one to three digits or Han numerals.
  mutating func skipNumeral() -> Bool {
    var digits = 0
    while digits < 3, index < end {
      if text[index].isDigitASCII {
        index += 1
      } else {
        switch wide {
        case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": index += 3
        default: return digits > 0
        }
      }
      digits += 1
    }
    return digits > 0
  }
}
