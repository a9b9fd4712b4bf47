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
  private let text: SourceText
  private var lines: [Line] = []

  private enum Line {
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
    var start = start
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

  /// A line of corners and dashes, two corners at the least.
  private static func rule(_ bytes: [UInt8], _ line: Range<Int>) -> Line? {
    var corners: [Int] = []
    var dashes = 0
    var isDouble = false
    var index = line.lowerBound
    var column = 0
    while index < line.upperBound {
      let (sign, length) = sign(bytes, index)
      switch sign {
      case .corner: corners.append(column)
      case .dash: dashes += 1
      case .doubleDash:
        dashes += 1
        isDouble = true
      case .blank where corners.isEmpty || dashes > 0: break
      case .bar, .blank, .other: return nil
      }
      index += length
      column += 1
    }
    return corners.count > 1 && dashes > corners.count - 2
      ? .rule(corners: corners, isDouble: isDouble) : nil
  }

  /// The bars of a line that begins and ends with one; all have one form.
  private static func bars(_ bytes: [UInt8], _ line: Range<Int>) -> [Range<Int>]? {
    var bars: [Range<Int>] = []
    var isLast = false
    var index = line.lowerBound
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

  // MARK: Rows

  /// Hands the table over.
  func draft(_ inline: MarkdownInline, into draft: inout Draft) {
    let columns = columns
    draft.beginTable()
    for row in rows {
      draft.beginRow()
      for cell in cells(of: row, columns) {
        draft.beginCell(column: cell.column, columnSpan: cell.span)
        for (place, part) in cell.parts.enumerated() {
          if place > 0, !isWide(before: cell.parts[place - 1].upperBound),
            !isWide(at: part.lowerBound)
          {
            draft.space()
          }
          inline.append(part, to: &draft)
        }
      }
    }
    draft.endBlock()
  }

  /// Whether a wide character stands at an offset: between those a line breaks anywhere.
  private func isWide(at index: Int) -> Bool {
    let length = max(1, text.bytes.scalarLength(at: index))
    return text.bytes[index..<index + length].columns > 1
  }

  private func isWide(before end: Int) -> Bool {
    var start = end - 1
    while start > 0, !text.bytes[start].isScalarStart { start -= 1 }
    return isWide(at: start)
  }

  /// A range without the blanks at its edges.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text.bytes[start].isBlankASCII { start += 1 }
    while start < end, text.bytes[end - 1].isBlankASCII { end -= 1 }
    return start..<end
  }

  /// The lines of each row: where heads have a double rule or more rules than three are drawn, those
  /// between two rules; else each line.
  private var rows: [[[Range<Int>]]] {
    var bands: [[[Range<Int>]]] = [[]]
    var rules = 0
    var hasDouble = false
    for line in lines {
      switch line {
      case .rule(_, let isDouble):
        rules += 1
        hasDouble = hasDouble || isDouble
        if bands.last?.isEmpty == false { bands.append([]) }
      case .cells(let bars): bands[bands.count - 1].append(bars)
      }
    }
    let isBanded = rules > 3 || hasDouble
    return bands.filter { !$0.isEmpty }.flatMap { isBanded ? [$0] : $0.map { [$0] } }
  }

  private struct Cell {
    var column: Int
    var span: Int
    var parts: [Range<Int>]
  }

  /// The columns that the rules draw, and how wide characters are counted.
  ///
  /// Rules without corners amid them draw none: the bars of each line are counted then.
  fileprivate struct Columns {
    var corners: [Int]
    var isWide: Bool
    var isDrawn: Bool
  }

  private var columns: Columns {
    var all: Set<Int> = []
    for case .rule(let corners, _) in lines { all.formUnion(corners) }
    let corners = all.sorted()
    func fitting(_ isWide: Bool) -> Int {
      var count = 0
      for case .cells(let bars) in lines {
        count += Self.places(of: bars, text.bytes, isWide).count { all.contains($0) }
      }
      return count
    }
    var mostBars = 0
    for case .cells(let bars) in lines { mostBars = max(mostBars, bars.count) }
    return Columns(
      corners: corners, isWide: fitting(true) > fitting(false), isDrawn: mostBars <= corners.count)
  }

  /// The columns that bars stand in, as many as the table has characters before them.
  private static func places(of bars: [Range<Int>], _ bytes: [UInt8], _ isWide: Bool) -> [Int] {
    guard let first = bars.first else { return [] }
    var start = first.lowerBound
    while start > 0, !bytes[start - 1].endsLine { start -= 1 }
    var places: [Int] = []
    var column = 0
    var index = start
    for bar in bars {
      while index < bar.lowerBound {
        let length = max(1, bytes.scalarLength(at: index))
        column += isWide ? bytes[index..<min(index + length, bytes.count)].columns : 1
        index += length
      }
      places.append(column)
    }
    return places
  }

  /// The cells of a row: those of its lines, joined column by column.
  private func cells(of row: [[Range<Int>]], _ columns: Columns) -> [Cell] {
    var cells: [Cell] = []
    // The place of the cell of each column.
    var known: [Int: Int] = [:]
    for bars in row {
      let pieces = bars.indices.dropLast().map { bars[$0].upperBound..<bars[$0 + 1].lowerBound }
      let isWhole = !columns.isDrawn || bars.count == columns.corners.count
      let places = isWhole ? [] : Self.places(of: bars, text.bytes, columns.isWide)
      func corner(_ bar: Int) -> Int {
        isWhole ? bar : columns.nearest(to: places[bar])
      }
      for (bar, piece) in pieces.enumerated() {
        let column = corner(bar)
        let part = trimmed(piece)
        if let place = known[column] {
          if !part.isEmpty { cells[place].parts.append(part) }
        } else {
          known[column] = cells.count
          let span = max(1, corner(bar + 1) - column)
          cells.append(Cell(column: column, span: span, parts: part.isEmpty ? [] : [part]))
        }
      }
    }
    return cells.sorted { $0.column < $1.column }
  }
}

extension GridTable.Columns {
  /// The number of the corner nearest to a column.
  fileprivate func nearest(to column: Int) -> Int {
    let next = corners.partitionPoint { $0 < column }
    guard next > 0 else { return 0 }
    guard next < corners.count else { return corners.count - 1 }
    return corners[next] - column < column - corners[next - 1] ? next : next - 1
  }
}
