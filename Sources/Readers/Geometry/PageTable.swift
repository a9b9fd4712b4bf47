/// A table as rows and columns of cells, made of the levels of a zone.
struct PageTable {
  /// One cell.
  struct Cell {
    var row: Int
    var columns: Range<Int>
    var rowSpan = 1
    /// Its lines from top to bottom, each from left to right.
    var lines: [[Segment]] { didSet { measure() } }
    /// Its middle.
    var middle: Double

    /// The left edge of its text.
    private(set) var left = 0.0
    /// The right edge of its text.
    private(set) var right = 0.0
    var centre: Double { (left + right) / 2 }

    init(row: Int, columns: Range<Int>, lines: [[Segment]], middle: Double) {
      self.row = row
      self.columns = columns
      self.lines = lines
      self.middle = middle
      measure()
    }

    private mutating func measure() {
      left = lines.joined().map(\.left).min() ?? 0
      right = lines.joined().map(\.right).max() ?? 0
    }
  }

  /// The cells, row by row, from left to right.
  private(set) var cells: [[Cell]] = []
  /// The levels of each row.
  private(set) var rows: [Range<Int>] = []
  /// The height under which a text is the next line of the one above it.
  let pitch: Double
  /// The number of columns.
  let columns: Int
  private let spans: ColumnSpans

  /// How far the first line of a cell is drawn in at the most, in widths of a Han character.
  private static let indent = 2.5

  /// One text with the columns that it stands in.
  struct Placed {
    var segment: Segment
    var level: Int
    var columns: Range<Int>

    func isSame(_ other: Placed) -> Bool { segment.words == other.segment.words }
  }

  init(_ levels: [[Segment]], _ middles: [Double], _ lines: [Corridors.Line], _ sheet: Sheet) {
    let em = sheet.em
    let places = lines.map(\.place)
    columns = places.count + 1
    spans = ColumnSpans(sheet: sheet, places: places)
    let placed = levels.enumerated().map { level, segments in
      segments.map {
        Placed(segment: $0, level: level, columns: Self.columns($0, level, lines, em))
      }
    }
    let pairs = Self.pairs(placed, columns, sheet)
    let grid = TableRows(
      placed.map { $0.map(\.columns) }, columns: columns, pairs: pairs,
      middles: middles.map { $0 / em }, boxes: sheet.boxes,
      lines: middles.map { $0 / WordPage.countedLine })
    pitch = grid.threshold * em
    rows = grid.rows
    cells = grid.rows.enumerated().map { place, row in
      Self.cells(row.flatMap { placed[$0] }, row: place)
    }
    joinLabels()
    spans.apply(to: &cells)
    RowSpans(sheet: sheet, pitch: pitch).apply(to: &cells, body, columns: columns)
  }

  /// The columns that a text stands in: more than one where it runs over a line between them, and
  /// where a line beside it does not run through its level.
  private static func columns(
    _ segment: Segment, _ level: Int, _ lines: [Corridors.Line], _ em: Double
  ) -> Range<Int> {
    let edge = segment.edge(em: em)
    var first = lines.count { $0.place <= segment.left + edge }
    var last = lines.count { $0.place < segment.right - edge }
    if first >= last {
      first = lines.count { $0.place < segment.centre }
      last = first
    }
    while first > 0, !lines[first - 1].levels.contains(level) { first -= 1 }
    while last < lines.count, !lines[last].levels.contains(level) { last += 1 }
    return first..<last + 1
  }

  /// All texts that stand over each other, with nothing between them.
  private static func pairs(
    _ levels: [[Placed]], _ columns: Int, _ sheet: Sheet
  ) -> [TableRows.Pair] {
    let em = sheet.em
    var widest = Array(repeating: 0.0, count: columns)
    for placed in levels.joined() where placed.columns.count == 1 {
      let column = placed.columns.lowerBound
      widest[column] = max(widest[column], placed.segment.width)
    }
    var last: [Placed?] = Array(repeating: nil, count: columns)
    var pairs: [TableRows.Pair] = []
    for level in levels {
      for placed in level {
        let uppers = placed.columns.compactMap { last[$0] }
        for (place, upper) in uppers.enumerated() {
          if place > 0, uppers[place - 1].isSame(upper) { continue }
          // One text below several, or several below one, are cells of their own.
          let isApart =
            uppers.contains { $0.level == upper.level && !$0.isSame(upper) }
            || level.contains { !$0.isSame(placed) && $0.columns.overlaps(upper.columns) }
            || upper.columns.count < placed.columns.count
          // A label with its figure, and nothing beside them, is no line of a cell.
          let isPair =
            sheet.boxes == .counted
            && (levels[upper.level].count == 1 && upper.segment.isPairWithFigure
              || level.count == 1 && placed.segment.isPairWithFigure)
          let left = max(upper.segment.left, placed.segment.left)
          let right = min(upper.segment.right, placed.segment.right)
          let isOver = left < right
          let isParted = sheet.rules.part(
            upper.segment.middle, placed.segment.middle,
            isOver ? left : placed.segment.left, isOver ? right : placed.segment.right)
          let full = upper.columns.count == 1 ? widest[upper.columns.lowerBound] * 0.8 : em * 8
          pairs.append(
            TableRows.Pair(
              upper: upper.level, lower: placed.level,
              pitch: (placed.segment.middle - upper.segment.middle) / em,
              isApart: isApart || isParted || isPair
                || Self.areApart(upper.segment, placed.segment, sheet),
              isFull: upper.segment.width >= full))
        }
      }
      for placed in level { for column in placed.columns { last[column] = placed } }
    }
    return pairs
  }

  /// Whether two texts over each other are no lines of one cell, by what they are: numbers do not wrap,
  /// and where all lines stand equally far apart, what names itself begins anew, and lines of a cell
  /// begin or end in line, be the first one drawn in, or stand in its middle.
  private static func areApart(_ upper: Segment, _ lower: Segment, _ sheet: Sheet) -> Bool {
    guard sheet.boxes == .counted else { return upper.isNumeric && lower.isNumeric }
    if lower.isNumeric && !upper.isBroken || upper.isLabelled && lower.isLabelled { return true }
    return abs(upper.left - lower.left) > sheet.em * indent
      && abs(upper.centre - lower.centre) > sheet.em && abs(upper.right - lower.right) > sheet.em
  }

  /// The cells of a row: texts that share a column are one cell.
  private static func cells(_ texts: [Placed], row: Int) -> [Cell] {
    var cells: [(columns: Range<Int>, texts: [Placed])] = []
    for text in texts.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
      if let last = cells.last, last.columns.upperBound > text.columns.lowerBound {
        let end = max(last.columns.upperBound, text.columns.upperBound)
        cells[cells.count - 1].columns = last.columns.lowerBound..<end
        cells[cells.count - 1].texts.append(text)
      } else {
        cells.append((text.columns, [text]))
      }
    }
    return cells.map { cell in
      var lines: [(level: Int, segments: [Segment])] = []
      for text in cell.texts.sorted(by: {
        ($0.level, $0.segment.left) < ($1.level, $1.segment.left)
      }) {
        if lines.last?.level == text.level {
          lines[lines.count - 1].segments.append(text.segment)
        } else {
          lines.append((text.level, [text.segment]))
        }
      }
      let middles = cell.texts.map(\.segment.middle)
      let middle = ((middles.min() ?? 0) + (middles.max() ?? 0)) / 2
      return Cell(row: row, columns: cell.columns, lines: lines.map(\.segments), middle: middle)
    }
  }

  /// Adds labels that stand between two rows to the nearer one: they are no row, but span rows.
  private mutating func joinLabels() {
    func middle(_ row: Int) -> Double {
      let middles = cells[row].flatMap { $0.lines.joined().map(\.middle) }
      return ((middles.min() ?? 0) + (middles.max() ?? 0)) / 2
    }
    let full = cells.indices.filter { cells[$0].count > 1 }
    let pitches = zip(full, full.dropFirst()).filter { $1 == $0 + 1 }
      .map { middle($1) - middle($0) }.sorted()
    guard !pitches.isEmpty else { return }
    let usual = pitches[pitches.count / 2]
    for row in cells.indices.dropFirst().dropLast().reversed() {
      let labels = cells[row]
      let above = middle(row) - middle(row - 1)
      let below = middle(row + 1) - middle(row)
      let neighbours = cells[row - 1] + cells[row + 1]
      // Rows stand as far from each other as usual; a label between two of them stands nearer.
      guard above + below < usual * 1.5,
        labels.count < min(cells[row - 1].count, cells[row + 1].count),
        !labels.contains(where: { label in
          label.columns.count > 1 || neighbours.contains { $0.columns.overlaps(label.columns) }
        })
      else { continue }
      let other = above <= below ? row - 1 : row + 1
      cells[other] += labels
      cells[other].sort { $0.columns.lowerBound < $1.columns.lowerBound }
      rows[other] =
        min(
          rows[row].lowerBound, rows[other].lowerBound)..<max(
          rows[row].upperBound, rows[other].upperBound)
      cells.remove(at: row)
      rows.remove(at: row)
    }
    for row in cells.indices { for cell in cells[row].indices { cells[row][cell].row = row } }
  }

  /// The rows of the table itself: captions above it and notes below it are lines.
  var body: Range<Int> {
    var first = 0
    var last = cells.count
    while first < last, isMarginal(first) { first += 1 }
    while last > first, isMarginal(last - 1) { last -= 1 }
    return first..<last
  }

  /// Whether a row is one text over several columns, and not in line with a cell above or below.
  func isLine(_ row: Int) -> Bool {
    guard cells[row].count == 1, let cell = cells[row].first, cell.columns.count > 1 else {
      return false
    }
    return ![row - 1, row + 1].filter(cells.indices.contains).contains { other in
      cells[other].count > 1
        && cells[other].contains { $0.columns == cell.columns && spans.isAligned($0, cell) }
    }
  }

  /// Whether a row at the edge of a table is a line beside it: one text alone, or some that name
  /// what stands behind their colons.
  private func isMarginal(_ row: Int) -> Bool {
    let cells = self.cells[row]
    if cells.count == 1 { return cells[0].rowSpan == 1 }
    guard cells.count < 4 else { return false }
    let labelled = cells.count { $0.lines.joined().allSatisfy(\.isLabelled) }
    return labelled == cells.count || labelled > 0 && cells.count * 2 < columns
  }
}
