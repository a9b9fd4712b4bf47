internal import TieoutModel

/// Words that stand side by side without a gap: the text of a cell, or a part of it.
struct Segment {
  /// The words, as places in the page's list.
  var words: [Int]
  /// The edges on the page put straight.
  var left: Double
  var right: Double
  /// The middle of the line.
  var middle: Double
  /// Whether it is nothing but figures and signs.
  var isNumeric: Bool
  /// Whether it is a single character that neither counts nor compares: it may be of a stamp, or dirt.
  var mayBeStray: Bool
  /// Whether it ends with a hyphen: what stands below it may go on with it.
  var isBroken: Bool
  /// Whether it reads `label：value`.
  var isLabelled: Bool
  /// Whether it reads so and ends with a digit.
  var isPairWithFigure: Bool
  /// The number of its characters.
  var count: Int
  /// The number of the engine's paragraph that it begins in; 0 where the engine knows none.
  var block: Int
  /// Whether one above or below begins in line with it, and so do the texts to the left of both.
  var isInLine = false

  var width: Double { right - left }
  var centre: Double { (left + right) / 2 }

  /// How far it may reach over a line between columns; less than half of it, so that no line runs
  /// behind a narrow sign and before it as well.
  func edge(em: Double) -> Double { min(Corridors.Weight.edge * em, width * 0.4) }
}

extension Segment {
  /// Joins words.
  ///
  /// - Parameters:
  ///   - rects: where all words of the page stand.
  ///   - text: their characters.
  init(_ places: [Int], _ page: WordPage, _ rects: [Rect], _ text: [UInt8]) {
    words = places
    left = places.map { rects[$0].left }.min() ?? 0
    right = places.map { rects[$0].right }.max() ?? 0
    // Of a line's boxes some are too high or too low, not most of them.
    middle = places.map { rects[$0].middle }.sorted()[places.count / 2]
    let characters = places.flatMap { text[page.words[$0].text] }
    isNumeric = characters.allSatisfy {
      $0.isDigitASCII || $0.isBlankASCII || $0 == 0x25 || (0x2C...0x2E).contains($0)
    }
    isBroken = characters.last == 0x2D
    isLabelled = Self.isLabelled(characters)
    isPairWithFigure = isLabelled && characters.last?.isDigitASCII ?? false
    count = characters.count { $0.isScalarStart }
    mayBeStray = count == 1 && !isNumeric && !Self.comparators.contains(characters)
    block = places.first.map { page.words[$0].block } ?? 0
  }

  /// The signs that stand in a column of their own beside that of the figures: `≥ | 86 | 株`.
  private static let comparators = Set(
    ["≥", "≤", "≧", "≦", "＞", "＜", ">", "<"].map { Array($0.utf8) })

  /// Whether a colon stands between other characters.
  private static func isLabelled(_ text: [UInt8]) -> Bool {
    let wide: [UInt8] = [0xEF, 0xBC, 0x9A]
    guard text.count > 2 else { return false }
    for index in 1..<text.count - 1 {
      if text[index] == 0x3A { return true }
      if text[index...].starts(with: wide), index + 3 < text.count { return true }
    }
    return false
  }
}
