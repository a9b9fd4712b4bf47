internal import TieoutModel

/// A line of Markdown that is words in a command or in tags that say what they are: a heading of LaTeX,
/// a page's number or a watermark as models name them.
enum NamedLine {
  private static let commands = [
    "title", "chapter", "section", "subsection", "subsubsection", "paragraph", "textbf", "caption",
  ]
  private static let tags = ["page_number", "watermark", "signature", "header", "footer"]

  /// The words of `\section*{words}`, where the line is nothing else.
  static func command(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard line.count > 4, bytes[line.upperBound - 1] == 0x7D,
      let open = bytes[line].firstIndex(of: 0x7B)
    else { return nil }
    var name = bytes[line.lowerBound + 1..<open]
    if name.last == 0x2A { name = name.dropLast() }
    guard commands.contains(where: { name.elementsEqual($0.utf8) }) else { return nil }
    var depth = 0
    for index in open..<line.upperBound where bytes[index - 1] != 0x5C {
      if bytes[index] == 0x7B { depth += 1 } else if bytes[index] == 0x7D { depth -= 1 }
      if depth == 0, index < line.upperBound - 1 { return nil }
    }
    return depth == 0 ? open + 1..<line.upperBound - 1 : nil
  }

  /// The words of `<watermark>words</watermark>`, where the line is nothing else.
  static func tagged(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard bytes[line.upperBound - 1] == 0x3E, let open = bytes[line].firstIndex(of: 0x3E) else {
      return nil
    }
    let name = bytes[line.lowerBound + 1..<open]
    let close = line.upperBound - name.count - 3
    guard close > open, tags.contains(where: { name.elementsEqual($0.utf8) }),
      bytes[close] == 0x3C, bytes[close + 1] == 0x2F,
      bytes[close + 2..<line.upperBound - 1] == name
    else { return nil }
    let words = open + 1..<close
    return bytes[words].contains(0x3C) ? nil : words
  }
}
