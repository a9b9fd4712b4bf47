internal import TieoutMarkup
internal import TieoutModel

/// A table that is drawn with characters: rules of `+---+` or of box drawing, and bars between cells.
///
/// Programs write it for a fixed pitch: a cell begins where a bar stands. Wide characters take two
/// columns for some of them and one for others; the table is read as its bars stand best below the
/// corners of its rules.
struct GridTable {
  /// The bytes behind the table's last line.
  let end: Int
  let text: SourceText
  private(set) var lines: [Line] = []

  enum Line {
    /// A rule, with the columns of its corners; `isDouble` below the heads.
    case rule(corners: [Int], isDouble: Bool)
    /// Cells, with the places of the bars around them.
    case cells(bars: [Range<Int>])
  }

  /// The table that begins with a rule at an offset; `nil` where no table begins.
  init?(_ text: SourceText, at start: Int, _ limit: Int) {
    self.text = text
    let bytes = text.bytes
    guard Self.rule(bytes, Self.line(bytes, start, limit)) != nil else { return nil }
    // Columns are counted from the beginning of each line.
    var start = start
    while start > 0, bytes[start - 1].isBlankASCII, !bytes[start - 1].endsLine { start -= 1 }
    var end = start
    while start < limit {
      let line = Self.line(bytes, start, limit)
      if let rule = Self.rule(bytes, line) {
        // Below the first rule stand cells: rules alone are none of a table.
        if lines.count == 1 { return nil }
        lines.append(rule)
      } else if let bars = Self.bars(bytes, line) {
        lines.append(.cells(bars: bars))
      } else {
        break
      }
      end = line.upperBound
      start = line.upperBound
      if start < limit, bytes[start] == 0x0D { start += 1 }
      if start < limit, bytes[start] == 0x0A { start += 1 }
    }
    guard lines.count > 1 else { return nil }
    self.end = end
  }

  /// Whether a rule may begin with a byte.
  static func mayBegin(_ byte: UInt8) -> Bool { byte == 0x2B || byte == 0xE2 }

  /// Whether a table begins with a rule at an offset.
  static func begins(_ bytes: [UInt8], at start: Int) -> Bool {
    GridTable(SourceText(file: bytes), at: start, bytes.count) != nil
  }

  private static func line(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Range<Int> {
    start..<(bytes[start..<limit].firstIndex(where: \.endsLine) ?? limit)
  }

  // MARK: Signs

  private enum Sign { case corner, dash, doubleDash, bar, blank, other }

  /// What the character at an offset draws, and how many bytes it has.
  private static func sign(_ bytes: [UInt8], _ index: Int) -> (sign: Sign, length: Int) {
    switch bytes[index] {
    case 0x2B: return (.corner, 1)
    case 0x2D, 0x3A: return (.dash, 1)
    case 0x3D: return (.doubleDash, 1)
    case 0x7C: return (.bar, 1)
    case 0x20, 0x09: return (.blank, 1)
    // U+2500 to U+257F.
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] & 0xFE == 0x94:
      let number = UInt32(bytes[index + 1] & 1) << 6 | UInt32(bytes[index + 2] & 0x3F)
      switch number {
      case 0x00, 0x01, 0x04, 0x05, 0x08, 0x09: return (.dash, 3)
      case 0x50: return (.doubleDash, 3)
      case 0x02, 0x03, 0x06, 0x07, 0x0A, 0x0B, 0x51: return (.bar, 3)
      default: return (.corner, 3)
      }
    default:
      return (.other, max(1, bytes.scalarLength(at: index)))
    }
  }

  /// A line of corners and dashes; where a cell reaches over it, bars and blanks stand in it as well.
  private static func rule(_ bytes: [UInt8], _ line: Range<Int>) -> Line? {
    var corners: [Int] = []
    var bars = 0
    var (dashes, run, longest) = (0, 0, 0)
    var isDouble = false
    var index = line.lowerBound
    var column = 0
    while index < line.upperBound {
      let (sign, length) = sign(bytes, index)
      run = sign == .dash || sign == .doubleDash ? run + 1 : 0
      longest = max(longest, run)
      switch sign {
      case .corner: corners.append(column)
      case .dash: dashes += 1
      case .doubleDash:
        dashes += 1
        isDouble = true
      case .bar: bars += 1
      case .blank: break
      case .other: return nil
      }
      index += length
      column += 1
    }
    // A dash may be printed in a cell; some of them in a row are drawn.
    let isRule = bars > 0 ? !corners.isEmpty && longest > 2 : corners.count > 1 && dashes > 0
    return isRule ? .rule(corners: corners, isDouble: isDouble) : nil
  }

  /// The bars of a line that begins and ends with one, of the form that the first one has; `nil` for
  /// any other line, and for the dashes below the head of a pipe table.
  private static func bars(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>]? {
    var bars: [Range<Int>] = []
    var isLast = false
    var index = line.lowerBound
    if MarkdownLine(bytes, line).isLongDelimiterRow { return nil }
    while index < line.upperBound {
      let (sign, length) = sign(bytes, index)
      let bar = index..<index + length
      // Behind a backslash, and between bars of another form, it is a character.
      if sign == .bar, index == line.lowerBound || bytes[index - 1] != 0x5C,
        bytes[bar] == bytes[bars.first ?? bar]
      {
        bars.append(bar)
        isLast = true
      } else if sign != .blank {
        if bars.isEmpty { return nil }
        isLast = false
      }
      index += length
    }
    return bars.count > 1 && isLast ? bars : nil
  }
}
