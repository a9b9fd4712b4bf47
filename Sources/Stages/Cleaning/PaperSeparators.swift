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
  /// Among words numbers are changed that this convention alone allows, and those beside a currency.
  func changes(in cell: Slice, isLine: Bool, _ text: [UInt8]) -> [(place: Range<Int>, sign: UInt8)]
  {
    var slice = cell
    if isLine, let colon = cell.range.last(where: { text[$0] == 0x3A }) {
      slice = Slice(colon + 1..<Int(cell.end)).trimmed(in: text)
    }
    guard let number = SeparatedNumber(text, slice) else { return changes(amongWords: cell, text) }
    return number.isAllowed(by: convention) ? number.changes(by: convention) : []
  }

  /// The same for a text in which numbers stand among words; a blank parts these as well.
  private func changes(
    amongWords slice: Slice, _ text: [UInt8]
  ) -> [(place: Range<Int>, sign: UInt8)] {
    guard convention != .blanks else { return [] }
    var changes: [(place: Range<Int>, sign: UInt8)] = []
    var index = Int(slice.start)
    let end = Int(slice.end)
    while index < end {
      guard text[index].isDigitASCII else {
        index += 1
        continue
      }
      let start = index
      while index < end, text[index].isDigitASCII || [0x27, 0x2C, 0x2E].contains(text[index]) {
        index += 1
      }
      var stop = index
      while !text[stop - 1].isDigitASCII { stop -= 1 }
      let isOfWord = start > Int(slice.start) && text[start - 1].isLetterASCII
      guard !isOfWord, let number = SeparatedNumber(text, Slice(start..<stop)),
        number.isAllowed(by: convention),
        number.isSure(of: convention)
          || Self.isBesideCurrency(start..<stop, Int(slice.start)..<end, text)
      else { continue }
      changes += number.changes(by: convention)
    }
    return changes
  }

  /// Whether a sign or the code of a currency stands right before or behind a number.
  private static func isBesideCurrency(
    _ number: Range<Int>, _ range: Range<Int>, _ text: [UInt8]
  ) -> Bool {
    let before = text[range.lowerBound..<number.lowerBound].suffix(5)
    let behind = text[number.upperBound..<range.upperBound].prefix(5)
    func names(_ bytes: ArraySlice<UInt8>) -> Bool {
      let word = bytes.filter { $0 != 0x20 }
      if word.contains(0x24) || word.contains(0xA3) || word.contains(0xAC) { return true }
      return word.count >= 3
        && (word.prefix(3).allSatisfy { (0x41...0x5A).contains($0) }
          || word.suffix(3).allSatisfy { (0x41...0x5A).contains($0) })
    }
    return names(before) || names(behind)
  }
}
