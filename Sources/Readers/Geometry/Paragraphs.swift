/// Joins the lines of prose that a paragraph was broken into.
///
/// Where the engine tells paragraphs, no others are made. A line that reaches the right margin goes on
/// in the next one where that begins at the left margin and stands as near as lines do, unless both
/// are a label with its figure.
struct Paragraphs {
  /// The paragraphs, each as its lines, and each line as its texts from left to right.
  private(set) var paragraphs: [[[Segment]]] = []

  /// How far from the margins lines may end and begin, in widths of a Han character.
  private static let right = 2.5
  private static let left = 0.8
  /// How far the first line of a paragraph is drawn in; other lines begin at the margin, or are in
  /// the middle of the page.
  private static let indent = 1.6...2.8
  /// How far apart lines stand at the most, in widths of a Han character.
  private static let pitch = 2.6

  init(_ lines: [[Segment]], em: Double) {
    let left = lines.compactMap { $0.first?.left }.min() ?? 0
    let right = lines.compactMap { $0.last?.right }.max() ?? 0
    for line in lines {
      guard let before = paragraphs.last?.last?.last, line.count == 1,
        paragraphs.last?.last?.count == 1, before.right > right - Self.right * em,
        line[0].left < left + Self.left * em, line[0].middle - before.middle < Self.pitch * em,
        before.width > (right - left) / 2, line[0].block == before.block,
        !(before.isPairWithFigure && line[0].isPairWithFigure),
        before.left < left + Self.left * em || Self.indent.contains((before.left - left) / em)
      else {
        paragraphs.append([line])
        continue
      }
      paragraphs[paragraphs.count - 1].append(line)
    }
  }
}
