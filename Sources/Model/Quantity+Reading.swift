extension Quantity {
  /// Reads the number at the start of a range of text; `nil` where none stands there.
  ///
  /// Digits with an optional point and optional separators: `1,937.88`, `1937.88`, `.5`. A comma
  /// separates thousands or ten-thousands and nothing else, so `12,34` is no number, and neither
  /// is `12.34.56`. Negatives are `-3`, `−3`, `△3`, `负3`, `(3)` and `3-`. More than 18 digits,
  /// a zero before the point aside, are refused, never rounded. What names a currency may stand before
  /// it (`￥1,206.39`, `USD 450`), or between it and its minus (`-£450`).
  public static func read(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (quantity: Quantity, end: Int)? {
    if let number = plain(text.span, range) { return number }
    guard !range.isEmpty else { return nil }
    var index = range.lowerBound
    var isNegative = false
    var isBracketed = false
    // Most cells begin with nothing that a number begins with.
    if !text[index].isDigitASCII {
      guard mayBegin(text[index]) else { return nil }
      index += CurrencySign.length(text, range)
      if let length = signLength(text, index, range.upperBound) {
        isNegative = true
        index += length
      } else if index < range.upperBound, text[index] == 0x28 {
        isBracketed = true
        index += 1
      }
      if isNegative || isBracketed { index += CurrencySign.length(text, index..<range.upperBound) }
    }
    guard let body = digits(text, index..<range.upperBound) else { return nil }
    index = body.end
    if isBracketed {
      guard index < range.upperBound, text[index] == 0x29 else { return nil }
      index += 1
      isNegative = true
    } else if index + 1 == range.upperBound, text[index] == 0x2D {
      index += 1
      isNegative.toggle()
    }
    return (Quantity(digits: isNegative ? -body.digits : body.digits, scale: body.scale), index)
  }

  /// The number that a slice is, nothing before or after it; `nil` where it is none.
  public static func whole(_ text: [UInt8], _ slice: Slice) -> Quantity? {
    guard let (quantity, end) = read(text, slice.range), end == slice.range.upperBound else {
      return nil
    }
    return quantity
  }

  /// Reads a number as nearly all are printed.
  ///
  /// That is a few digits, a point between them at the most, and behind them nothing with which a
  /// number goes on; `nil` says nothing.
  @inline(__always)
  private static func plain(
    _ text: borrowing Span<UInt8>, _ range: Range<Int>
  ) -> (quantity: Quantity, end: Int)? {
    let end = min(range.upperBound, range.lowerBound &+ 18)
    var index = range.lowerBound
    var value: Int64 = 0
    var point = -1
    while index < end {
      let byte = text[index]
      if byte.isDigitASCII {
        value = value &* 10 &+ Int64(byte &- 0x30)
      } else {
        guard byte == 0x2E, point < 0, index > range.lowerBound else { break }
        point = index
      }
      index &+= 1
    }
    guard index > range.lowerBound, index &- 1 != point,
      index == range.upperBound || !mayGoOn(text[index])
    else { return nil }
    let scale = point < 0 ? 0 : index &- point &- 1
    return (Quantity(digits: value, scale: Int8(truncatingIfNeeded: scale)), index)
  }

  private static func digits(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (digits: Int64, scale: Int8, end: Int)? {
    let text = text.span
    var index = range.lowerBound
    var value: Int64 = 0
    var count = 0
    var significant = 0
    var scale = -1
    var sinceSeparator = -1
    while index < range.upperBound {
      let byte = text[index]
      if byte.isDigitASCII {
        // A zero before the point is no digit that counts: `.5` is written `0.5`.
        if value != 0 || byte != 0x30 || scale >= 0 { significant &+= 1 }
        count &+= 1
        guard significant <= 18, count <= 19 else { return nil }
        value = value &* 10 &+ Int64(byte &- 0x30)
        if scale >= 0 { scale &+= 1 } else if sinceSeparator >= 0 { sinceSeparator &+= 1 }
      } else if byte == 0x2E, scale < 0, index + 1 < range.upperBound,
        text[index + 1].isDigitASCII
      {
        guard isSeparated(sinceSeparator) else { return nil }
        scale = 0
      } else if byte == 0x2C, scale < 0, count > 0, index + 1 < range.upperBound,
        text[index + 1].isDigitASCII
      {
        guard isSeparated(sinceSeparator), sinceSeparator >= 0 || count <= 4 else { return nil }
        sinceSeparator = 0
      } else {
        // A second point means that this is a section number or two glued numbers.
        if byte == 0x2E, scale >= 0, index + 1 < range.upperBound, text[index + 1].isDigitASCII {
          return nil
        }
        break
      }
      index &+= 1
    }
    guard count > 0, isSeparated(sinceSeparator) else { return nil }
    return (value, Int8(max(scale, 0)), index)
  }

  /// Whether a number may go on with a byte: a digit, a point, a comma or a minus sign.
  private static func mayGoOn(_ byte: UInt8) -> Bool {
    byte.isDigitASCII || (0x2C...0x2E).contains(byte)
  }

  /// Whether a byte begins a point, a sign, a bracket or what names a currency.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x24, 0x28, 0x2D, 0x2E, 0x41...0x5A, 0xC2, 0xE2, 0xE8, 0xEF: true
    default: false
    }
  }

  /// Whether a group of digits after a comma has a length that separators leave.
  private static func isSeparated(_ length: Int) -> Bool {
    length < 0 || length == 3 || length == 4
  }

  /// The length of a minus sign: `-`, `−`, `△`, `▲`, `负`.
  private static func signLength(_ text: [UInt8], _ index: Int, _ end: Int) -> Int? {
    guard index < end else { return nil }
    if text[index] == 0x2D { return 1 }
    guard index + 3 <= end, text[index] >= 0xE0 else { return nil }
    let scalar =
      UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
    switch scalar {
    case 0xE28892, 0xE296B3, 0xE296B2, 0xE8B49F: return 3
    default: return nil
    }
  }
}
