internal import TieoutMarkup
internal import TieoutModel

extension GridTable {
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

  /// The lines of each row: each line, where rules stand below the heads alone.
  ///
  /// Else a cell may go on in the lines down to the next rule: a line begins a row where its first cell
  /// is filled, and at least half as many cells as in the first line of the row above.
  private var rows: [[[Range<Int>]]] {
    var bands: [[[Range<Int>]]] = [[]]
    var hasDouble = false
    for line in lines {
      switch line {
      case .rule(_, let isDouble):
        hasDouble = hasDouble || isDouble
        if bands.last?.isEmpty == false { bands.append([]) }
      case .cells(let bars): bands[bands.count - 1].append(bars)
      }
    }
    if bands.last?.isEmpty == true { bands.removeLast() }
    guard bands.count > 2 || hasDouble else { return bands.joined().map { [$0] } }
    return bands.flatMap { band -> [[[Range<Int>]]] in
      var rows: [[[Range<Int>]]] = []
      var most = 0
      for line in band {
        let filled = filled(line)
        if rows.isEmpty || filled.isFirst && 2 * filled.count >= most {
          rows.append([line])
          most = filled.count
        } else {
          rows[rows.count - 1].append(line)
        }
      }
      return rows
    }
  }

  /// How many cells of a line are filled, and whether the first one is.
  private func filled(_ bars: [Range<Int>]) -> (count: Int, isFirst: Bool) {
    var filled = (count: 0, isFirst: false)
    for bar in bars.indices.dropLast() {
      let cell = trimmed(bars[bar].upperBound..<bars[bar + 1].lowerBound)
      guard !cell.isEmpty else { continue }
      filled.count += 1
      if bar == 0 { filled.isFirst = true }
    }
    return filled
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
    return Columns(
      corners: corners, isWide: fitting(true) > fitting(false), isDrawn: corners.count > 2)
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
    for var bars in row {
      var places = columns.isDrawn ? Self.places(of: bars, text.bytes, columns.isWide) : []
      if columns.isDrawn, bars.count > columns.corners.count {
        // A bar that stands below no corner is printed in a cell.
        let drawn = places.indices.filter { place in
          place == 0 || place == places.count - 1 || columns.isCorner(places[place])
        }
        (bars, places) = (drawn.map { bars[$0] }, drawn.map { places[$0] })
      }
      let isWhole = !columns.isDrawn || bars.count == columns.corners.count
      let pieces = bars.indices.dropLast().map { bars[$0].upperBound..<bars[$0 + 1].lowerBound }
      func corner(_ bar: Int) -> Int { isWhole ? bar : columns.nearest(to: places[bar]) }
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
  /// Whether a corner stands in a column.
  func isCorner(_ column: Int) -> Bool {
    let next = corners.partitionPoint { $0 < column }
    return next < corners.count && corners[next] == column
  }

  /// The number of the corner nearest to a column.
  func nearest(to column: Int) -> Int {
    let next = corners.partitionPoint { $0 < column }
    guard next > 0 else { return 0 }
    guard next < corners.count else { return corners.count - 1 }
    return corners[next] - column < column - corners[next - 1] ? next : next - 1
  }
}
