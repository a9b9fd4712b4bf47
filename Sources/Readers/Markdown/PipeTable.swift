internal import TieoutModel

/// A pipe table while its rows are read.
///
/// Unlike GitHub's tables a row keeps what it has, be it more or less than its head.
struct PipeTable {
  /// The number of rows.
  private(set) var rows = 0
  /// Whether the last row began with a pipe and did not end with one.
  private(set) var isUnended = false
  private var column = 0

  /// Adds a row.
  mutating func row(_ line: MarkdownLine, _ inline: MarkdownInline, to draft: inout Draft) {
    rows += 1
    column = 0
    draft.beginRow()
    draft.beginCell(column: 0)
    let pipes = line.pipes
    let isBarred = pipes.first == line.range.lowerBound
    isUnended = isBarred && (pipes.last ?? 0) < line.range.upperBound - 1
    let start = line.range.lowerBound + (isBarred ? 1 : 0)
    cells(start..<line.range.upperBound, pipes.dropFirst(isBarred ? 1 : 0), inline, &draft)
  }

  /// Adds what a line feed in its last cell cut off.
  mutating func goOn(_ line: MarkdownLine, _ inline: MarkdownInline, to draft: inout Draft) {
    isUnended = false
    draft.space()
    cells(line.range, line.pipes[...], inline, &draft)
  }

  private mutating func cells(
    _ range: Range<Int>, _ pipes: ArraySlice<Int>, _ inline: MarkdownInline,
    _ draft: inout Draft
  ) {
    var start = range.lowerBound
    for pipe in pipes {
      inline.append(start..<pipe, to: &draft)
      start = pipe + 1
      // Behind the last pipe stands nothing.
      guard start < range.upperBound else { return }
      column += 1
      draft.beginCell(column: column)
    }
    inline.append(start..<range.upperBound, to: &draft)
  }
}
