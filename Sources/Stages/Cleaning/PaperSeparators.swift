internal import TieoutModel

/// How a paper that prints no `1,234.56` separates its numbers, settled once for all of it.
///
/// - before: `412.500,00`, `412 500,00`, `412'500.00`
/// - after: `412,500.00`
/// - leaves alone: a paper with fewer than two numbers that no other convention allows, and one with
///   a number that this convention does not allow
struct PaperSeparators {
  /// What separates the thousands; decimals stand behind a comma, beside apostrophes behind a point.
  enum Convention: Int, CaseIterable {
    case points, blanks, apostrophes
  }

  /// The name of what is changed by it, in edits.
  static let name = "separators"
  /// So many cells show what a paper's numbers look like.
  private static let sample = 1000

  private let convention: Convention

  /// Looks for the convention of a paper; `nil` where it is the usual one, or nothing settles it.
  ///
  /// Nearly all papers show in their first cells that nothing speaks for another one.
  init?(_ document: borrowing Document) {
    let text = document.text
    let cells = document.cells.span
    let first = (0..<min(cells.count, Self.sample)).first {
      Self.mayTell(text.span, cells[$0].text)
    }
    guard first != nil else { return nil }
    var votes = Array(repeating: 0, count: Convention.allCases.count)
    var isExcluded = Array(repeating: false, count: votes.count)
    for place in cells.indices {
      guard let number = SeparatedNumber(text, cells[place].text) else { continue }
      for convention in Convention.allCases where !number.isAllowed(by: convention) {
        isExcluded[convention.rawValue] = true
      }
      if let convention = number.convention { votes[convention.rawValue] += 1 }
    }
    let settled = Convention.allCases.first {
      votes[$0.rawValue] > 1 && !isExcluded[$0.rawValue]
    }
    guard let settled else { return nil }
    convention = settled
  }

  /// Whether a cell ends as a number of another convention may: a look at a few bytes.
  @inline(__always)
  private static func mayTell(_ text: borrowing Span<UInt8>, _ cell: Slice) -> Bool {
    guard cell.count >= 7 else { return false }
    let end = Int(cell.end)
    let last = text[end - 1]
    if last.isDigitASCII {
      let (fourth, seventh) = (text[end - 4], text[end - 7])
      return text[end - 3] == 0x2C || text[end - 2] == 0x2C || fourth == 0x2E || fourth == 0x27
        || fourth == 0x99 || seventh == 0x27 || seventh == 0x99
    }
    // € and codes such as EUR may stand behind it.
    if last == 0xAC { return text[end - 2] == 0x82 && text[end - 3] == 0xE2 }
    return (0x41...0x5A).contains(last) && (0x41...0x5A).contains(text[end - 3])
      && (text[end - 4].isBlankASCII || text[end - 4].isDigitASCII)
  }

  /// The signs to be changed in a cell, and what takes their place; none where it is no such number.
  ///
  /// Of a line of prose, only what stands behind its colon is looked at.
  func changes(in cell: Slice, isLine: Bool, _ text: [UInt8]) -> [(place: Range<Int>, sign: UInt8)]
  {
    var slice = cell
    if isLine {
      guard let colon = cell.range.last(where: { text[$0] == 0x3A }) else { return [] }
      slice = Slice(colon + 1..<Int(cell.end)).trimmed(in: text)
    }
    guard let number = SeparatedNumber(text, slice), number.isAllowed(by: convention) else {
      return []
    }
    return number.changes(by: convention)
  }
}
