/// Cutting and breaking text by the columns that it takes.
enum TextLayout {
  /// The text in lines of at most `width` columns, as ranges of its bytes.
  ///
  /// Breaks at spaces and between wide characters; a closing mark never begins a line, an
  /// opening one never ends it.
  static func lines(_ text: borrowing Span<UInt8>, to width: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    var columns = 0
    var previous: UInt32 = 0x20
    // The last place where the line may end.
    var place: Int?
    while index < text.count {
      let glyph = Glyph(text, index)
      let isBreak = glyph.columns == 2 || isOpening(glyph.scalar)
      if isBreak, index > start, !isOpening(previous), !isClosing(glyph.scalar) { place = index }
      if columns + glyph.columns > width, index > start {
        let cut = glyph.scalar == 0x20 ? index : place ?? index
        lines.append(trimmed(text, start..<cut))
        start = cut
        while start < text.count, text[start] == 0x20 { start += 1 }
        index = max(index, start)
        columns = Display.width(text.extracting(start..<index))
        place = nil
        continue
      }
      columns += glyph.columns
      previous = glyph.scalar
      index += glyph.length
      if glyph.scalar == 0x20 { place = index }
    }
    if lines.isEmpty { return [0..<text.count] }
    if start < text.count { lines.append(trimmed(text, start..<text.count)) }
    return lines
  }

  /// The text in lines of at most `width` columns.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    let bytes = Array(text.utf8)
    return lines(bytes.span, to: width).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// Whether a character is a mark that may not begin a line.
  private static func isClosing(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "，", "。", "、", "；", "：", "？", "！", "”", "’", "）", "》", "】", "」", "％": true
    default: false
    }
  }

  /// Whether a character is a mark that may not end a line.
  private static func isOpening(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "“", "‘", "（", "《", "【", "「", "≥", "≤": true
    default: false
    }
  }

  /// A range without spaces at its end.
  private static func trimmed(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  /// The beginning of a text, at most `width` columns wide, with an ellipsis where it is cut.
  static func head(_ text: String, _ width: Int) -> String {
    var part = ByteBuffer()
    part.head(text.utf8Span.span, width)
    return String(decoding: part.array, as: UTF8.self)
  }

  /// The end of a text, at most `width` columns wide, with an ellipsis where it is cut.
  static func tail(_ text: String, _ width: Int) -> String {
    var part = ByteBuffer()
    part.tail(text.utf8Span.span, width)
    return String(decoding: part.array, as: UTF8.self)
  }
}

extension ByteBuffer {
  /// Appends the beginning of a text, at most `width` columns wide, with an ellipsis where it is
  /// cut.
  mutating func head(_ text: borrowing Span<UInt8>, _ width: Int) {
    var index = 0
    var columns = 0
    // The end of what fits before an ellipsis.
    var end = 0
    while index < text.count {
      let glyph = Glyph(text, index)
      columns += glyph.columns
      if columns > width {
        guard width > 0 else { return }
        raw(text.extracting(0..<end))
        literal("…")
        return
      }
      index += glyph.length
      if columns < width { end = index }
    }
    raw(text)
  }

  /// Appends the end of a text, at most `width` columns wide, with an ellipsis where it is cut.
  mutating func tail(_ text: borrowing Span<UInt8>, _ width: Int) {
    let surplus = Display.width(text) - width
    guard surplus > 0 else { return raw(text) }
    guard width > 0 else { return }
    literal("…")
    var index = 0
    var columns = 0
    // One column more goes for the ellipsis; marks on what is cut go with it.
    while index < text.count {
      let glyph = Glyph(text, index)
      if columns > surplus, glyph.columns > 0 { break }
      columns += glyph.columns
      index += glyph.length
    }
    raw(text.extracting(index..<text.count))
  }
}
