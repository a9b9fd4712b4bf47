internal import TieoutModel

/// What tells Markdown that has neither a pipe, HTML or LaTeX table nor a heading:
/// drawn tables, pictures, strong words, lists, tags.
enum ProseSigns {
  /// The first sign that plain text does not have, and where its line begins.
  static func first(_ bytes: [UInt8]) -> (sign: String, start: Int)? {
    var points = 0
    for part in bytes.indices.split(whereSeparator: { bytes[$0].endsLine }) {
      let line = MarkdownLine(bytes, part)
      let text = bytes[line.range]
      guard let first = text.first else { continue }
      if first == 0x3C, line.kind == .html || isPicture(text) {
        return ("a tag of HTML", line.range.lowerBound)
      }
      if GridTable.mayBegin(first), GridTable.begins(bytes, at: line.range.lowerBound) {
        return ("a table drawn with characters", line.range.lowerBound)
      }
      if text.contains(0x21), isLinkedPicture(text) {
        return ("a picture", line.range.lowerBound)
      }
      let isPoint = first == 0x2D && isPointOfList(text)
      if isStrong(isPoint ? text.dropFirst(2) : text) {
        return ("strong words", line.range.lowerBound)
      }
      // One dash may be a printed one.
      if isPoint {
        points += 1
        if points == 2 { return ("the points of a list", line.range.lowerBound) }
      }
    }
    return nil
  }

  private static func isPicture(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "<img ".utf8) && line.contains(0x3E)
  }

  /// `![words](place)`.
  private static func isLinkedPicture(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = line.firstRange(of: "![".utf8),
      let middle = line[start.upperBound...].firstRange(of: "](".utf8)
    else { return false }
    return line[middle.upperBound...].contains(0x29)
  }

  /// Whether words between signs of strength begin a line, and end with a word: stars in place of
  /// letters that nobody shall read stand amid of one.
  private static func isStrong(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.dropFirst(2)
    guard line.starts(with: "**".utf8), let first = words.first, first != 0x2A,
      !first.isBlankASCII, let end = words.firstRange(of: "**".utf8),
      !words[end.lowerBound - 1].isBlankASCII
    else { return false }
    let rest = words[end.upperBound...]
    guard let next = rest.first, !next.isBlankASCII else { return true }
    return [":", ",", ".", ";", "(", "：", "，", "。", "；", "、", "（"]
      .contains { rest.starts(with: $0.utf8) }
  }

  /// Whether a line is a point of a list: words behind a dash, no number and no columns.
  private static func isPointOfList(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.dropFirst(2)
    guard line.starts(with: "- ".utf8), let first = words.first else { return false }
    return !first.isBlankASCII && !first.isDigitASCII && first != 0x2D && line.last != 0x2D
      && words.firstRange(of: "  ".utf8) == nil
  }
}
