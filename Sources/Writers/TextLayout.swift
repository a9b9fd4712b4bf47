/// Cutting, breaking and padding text by the columns that it takes.
enum TextLayout {
  /// The text in lines of at most `width` columns.
  ///
  /// Breaks at spaces and between wide characters; a closing mark never begins a line, an
  /// opening one never ends it.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    guard Display.width(text) > width else { return [text] }
    let scalars = text.unicodeScalars
    var lines: [String] = []
    var start = scalars.startIndex
    var index = start
    var columns = 0
    var previous: Unicode.Scalar = " "
    // The last place where the line may end.
    var place: String.Index?
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let own = Display.columns(scalar)
      let isBreak = own == 2 || opening.contains(scalar)
      if isBreak, index > start, !opening.contains(previous), !closing.contains(scalar) {
        place = index
      }
      if columns + own > width, index > start {
        let cut = scalar == " " ? index : place ?? index
        lines.append(trimmed(String(scalars[start..<cut])))
        start = cut
        while start < scalars.endIndex, scalars[start] == " " {
          start = scalars.index(after: start)
        }
        index = max(index, start)
        columns = Display.width(String(scalars[start..<index]))
        place = nil
        continue
      }
      columns += own
      previous = scalar
      index = scalars.index(after: index)
      if scalar == " " { place = index }
    }
    if start < scalars.endIndex { lines.append(trimmed(String(scalars[start...]))) }
    return lines
  }

  /// Marks that may not begin a line.
  private static let closing: Set<Unicode.Scalar> = [
    "，", "。", "、", "；", "：", "？", "！", "”", "’", "）", "》", "】", "」", "％",
  ]

  /// Marks that may not end a line.
  private static let opening: Set<Unicode.Scalar> = ["“", "‘", "（", "《", "【", "「", "≥", "≤"]

  /// The text filled up with spaces to `width` columns.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Display.width(text)))
  }

  /// The beginning of a text, at most `width` columns wide, with an ellipsis where it is cut.
  static func head(_ text: String, _ width: Int) -> String {
    guard Display.width(text) > width else { return text }
    guard width > 0 else { return "" }
    return taken(text.unicodeScalars, width - 1) + "…"
  }

  /// The end of a text, at most `width` columns wide, with an ellipsis where it is cut.
  static func tail(_ text: String, _ width: Int) -> String {
    guard Display.width(text) > width else { return text }
    guard width > 0 else { return "" }
    let reversed = taken(text.unicodeScalars.reversed(), width - 1)
    return "…" + String(String.UnicodeScalarView(reversed.unicodeScalars.reversed()))
  }

  private static func taken(_ scalars: some Sequence<Unicode.Scalar>, _ width: Int) -> String {
    var part = String.UnicodeScalarView()
    var columns = 0
    for scalar in scalars {
      columns += Display.columns(scalar)
      if columns > width { break }
      part.append(scalar)
    }
    return String(part)
  }

  /// The text without spaces at its end.
  static func trimmed(_ text: String) -> String {
    var part = text[...]
    while part.last == " " { part.removeLast() }
    return String(part)
  }
}
