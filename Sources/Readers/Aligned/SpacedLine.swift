internal import TieoutModel

/// A line of a text whose cells stand apart by wide blanks.
struct SpacedLine {
  /// Its number on the page, counted from 0.
  private(set) var number: Int
  /// The texts that wide blanks part, as bytes of the file.
  private(set) var texts: [Range<Int>]
  /// Whether it is a row of a table.
  private(set) var isRow = false

  /// How many texts make a row of a line by themselves.
  static let fewestTexts = 3
  /// How many bytes a text has that may go on in the next line: twenty Han characters.
  private static let long = 60

  /// The lines of a page.
  ///
  /// A line of two texts is a row where the next one above or below it has more of them: so the date
  /// and the signature of a letter make no table. What begins with a label and its colon is no row.
  static func lines(of page: [ColumnText.Word], _ words: ColumnText, _ bytes: [UInt8])
    -> [SpacedLine]
  {
    var lines = ColumnText.lines(page).map {
      SpacedLine(number: page[$0.lowerBound].line, texts: words.texts(page[$0], of: bytes))
    }
    for place in lines.indices {
      let line = lines[place]
      guard line.texts.count > 1, !line.beginsWithLabel(bytes) else { continue }
      let near = lines[max(place - 1, 0)...min(place + 1, lines.count - 1)].filter {
        // A total may stand behind an empty line.
        line.number - 2...line.number + 1 ~= $0.number
      }
      lines[place].isRow = near.contains { $0.texts.count >= fewestTexts }
    }
    return lines
  }

  /// Whether the first text is a label that a colon parts from its value; `10:30` is none.
  private func beginsWithLabel(_ bytes: [UInt8]) -> Bool {
    let colons = [":", "：", "︰"].map { Array($0.utf8) }
    let text = bytes[texts[0]]
    return colons.contains { colon in
      text.indices.dropFirst().contains {
        text[$0...].starts(with: colon) && !text[$0 - 1].isDigitASCII
      }
    }
  }

  /// Whether the line is the rest of the last text of the row above it, which ends in mid-sentence.
  func continues(_ above: SpacedLine, in bytes: [UInt8]) -> Bool {
    guard texts.count == 1, above.isRow, number == above.number + 1, let last = above.texts.last
    else { return false }
    return last.count >= max(Self.long, texts[0].count)
      && !["。", "！", "？", ".", "!", "?"].contains {
        bytes[last].suffix($0.utf8.count).elementsEqual($0.utf8)
      }
  }

  /// The row with the line behind it as the last of its texts, which may go on further.
  func joined(with line: SpacedLine) -> SpacedLine {
    var row = self
    row.number = line.number
    row.texts[texts.count - 1] = line.texts[0]
    return row
  }
}
