import Foundation
import TieoutMaking

/// Sets the pages of a made document on paper, without rules: what stands where.
///
/// Cells wrap, span and stand in the middle of their height, as word processors set them; the sheet
/// may lie askew, and an engine's boxes are never quite right.
struct PaperPress {
  /// How a paper is set; lengths are in widths of a Han character.
  struct Style {
    enum Alignment { case left, centre, mixed }

    var alignment: Alignment
    var padding: Double
    var leading: Double
    var slope: Double
    var jitter: Double
  }

  /// One line of text on a page.
  struct Line {
    var text: String
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
  }

  private(set) var pages: [[Line]] = []
  private let style: Style
  private var generator: SplitMix

  private static let em = 27.0
  private static let left = 100.0

  /// Sets pages; `seed` says by how much each line stands off its place.
  init(_ made: MadePages, _ style: Style, seed: UInt64 = 7) {
    self.style = style
    generator = SplitMix(seed: seed)
    for page in made.pages { set(page) }
  }

  private mutating func set(_ blocks: [MadePages.Block]) {
    pages.append([])
    let width =
      blocks.contains { block in
        if case .table(let rows) = block { rows.contains { $0.count > 6 } } else { false }
      } ? 2140.0 : 1450.0
    var top = 120.0
    for block in blocks {
      switch block {
      case .line(let text): set(text, width, &top)
      case .table(let rows): set(rows, width, &top)
      }
    }
  }

  // MARK: Prose

  private mutating func set(_ text: String, _ width: Double, _ top: inout Double) {
    let parts = text.components(separatedBy: "  ").map { $0.trimmingPrefix { $0 == " " } }
      .filter { !$0.isEmpty }
    guard parts.count > 1 else {
      for line in Self.wrapped(text, width / Self.em) {
        add(line, Self.left, top)
        top += Self.em * 1.9
      }
      return
    }
    for (place, part) in parts.enumerated() {
      add(String(part), Self.left + Double(place) * width / Double(parts.count), top)
    }
    top += Self.em * 1.9
  }

  // MARK: Tables

  private mutating func set(_ rows: [[MadePages.Cell]], _ width: Double, _ top: inout Double) {
    let cells = Self.placed(rows)
    let count = cells.map { $0.column + $0.cell.columnSpan }.max() ?? 1
    var natural = Array(repeating: 2.5, count: count)
    for (_, column, cell) in cells where cell.columnSpan == 1 {
      natural[column] = max(natural[column], min(Self.width(cell.text), 14))
    }
    let sum = natural.reduce(0, +)
    let room = width / Self.em - Double(count) * 2 * style.padding
    var edges = [Self.left]
    for wish in natural {
      edges.append((edges.last ?? 0) + (wish * room / sum + 2 * style.padding) * Self.em)
    }
    let texts = cells.map { _, column, cell in
      Self.wrapped(
        cell.text,
        (edges[column + cell.columnSpan] - edges[column]) / Self.em - 2 * style.padding)
    }
    let heights = heights(cells, texts, rows.count)
    top += Self.em * 0.3
    var tops = [top]
    for height in heights { tops.append((tops.last ?? 0) + height * Self.em) }
    for ((row, column, cell), lines) in zip(cells, texts) {
      let middle = (tops[row] + tops[min(row + cell.rowSpan, rows.count)]) / 2
      for (place, line) in lines.enumerated() where !line.isEmpty {
        let offset = Double(place) - Double(lines.count - 1) / 2
        let span = edges[column]..<edges[column + cell.columnSpan]
        add(line, left(of: line, span, row), middle + offset * style.leading * Self.em)
      }
    }
    top = (tops.last ?? top) + Self.em * 1.5
  }

  private func heights(
    _ cells: [(row: Int, column: Int, cell: MadePages.Cell)], _ texts: [[String]], _ rows: Int
  ) -> [Double] {
    var heights = Array(repeating: 0.0, count: rows)
    for ((row, _, cell), lines) in zip(cells, texts) {
      let height = Double(lines.count) * style.leading + 2 * style.padding
      let span = row..<min(row + cell.rowSpan, rows)
      let missing = height - heights[span].reduce(0, +)
      if missing > 0 { for row in span { heights[row] += missing / Double(span.count) } }
    }
    return heights
  }

  private func left(of line: String, _ span: Range<Double>, _ row: Int) -> Double {
    let width = Self.width(line) * Self.em
    let isNumber = line.allSatisfy { $0.isNumber || $0 == "," || $0 == "." }
    switch style.alignment {
    case .mixed where isNumber: return span.upperBound - style.padding * Self.em - width
    case .left: return span.lowerBound + style.padding * Self.em
    case .mixed where row > 0: return span.lowerBound + style.padding * Self.em
    default: return (span.lowerBound + span.upperBound - width) / 2
    }
  }

  /// The cells with their places.
  static func placed(
    _ rows: [[MadePages.Cell]]
  ) -> [(row: Int, column: Int, cell: MadePages.Cell)] {
    var taken: Set<[Int]> = []
    var cells: [(row: Int, column: Int, cell: MadePages.Cell)] = []
    for (row, line) in rows.enumerated() {
      var column = 0
      for cell in line {
        while taken.contains([row, column]) { column += 1 }
        for down in row..<row + cell.rowSpan {
          for across in column..<column + cell.columnSpan { taken.insert([down, across]) }
        }
        cells.append((row, column, cell))
        column += cell.columnSpan
      }
    }
    return cells
  }

  // MARK: Lines

  private mutating func add(_ text: String, _ left: Double, _ middle: Double) {
    let width = Self.width(text) * Self.em
    let dx = Double.random(in: -1...1, using: &generator) * style.jitter * Self.em
    let dy = Double.random(in: -1...1, using: &generator) * style.jitter * Self.em * 0.6
    let centre = left + width / 2 + dx
    let height = middle + dy + style.slope * centre
    let half = Self.em * 0.62 + style.slope.magnitude * width / 2
    let shift = style.slope * middle
    pages[pages.count - 1].append(
      Line(
        text: text, left: centre - width / 2 - 3 - shift, top: height - half,
        right: centre + width / 2 + 3 - shift, bottom: height + half))
  }

  private static func width(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 1 : 0.55) }
  }

  /// Lines that are not wider than a cell; words of Latin letters stay whole.
  private static func wrapped(_ text: String, _ widest: Double) -> [String] {
    var lines = [""]
    var word = ""
    func flush() {
      if width(lines[lines.count - 1] + word) > widest, !lines[lines.count - 1].isEmpty {
        lines.append("")
      }
      lines[lines.count - 1] += word
      word = ""
    }
    for character in text {
      let isHan = character.unicodeScalars.contains { $0.value > 0x2E80 }
      if isHan || character == " " { flush() }
      word.append(character)
      if isHan { flush() }
    }
    flush()
    return lines.map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
  }
}
