internal import TieoutModel

/// Tells lines that count pages from those that hold a figure of the paper.
///
/// - counts pages: `第 3 页`, `- 3 -`; at the end of a page `3/12`, the number of the page, and a number
///   as far from that as another page ends with
/// - is of the paper: `3` in the middle of a page, `300` at the end of one, `0319-8123456`
struct ListedMargins {
  /// How far from its page the number is that stands at its end, and of how many pages.
  private var shifts: [Int: Int] = [:]
  /// The most digits of a number that counts pages or papers.
  private static let mostDigits = 8

  init(_ document: borrowing Document) {
    for line in document.rows.indices where Self.endsPage(line, document) {
      let slice = Self.text(line, document)
      guard Marginalia.holds(slice, document), let number = Self.number(slice, document.text)
      else { continue }
      shifts[number - Int(document.rows[line].page), default: 0] += 1
    }
  }

  /// Whether a line counts pages or papers, in words, between dashes, or as a number at the end of a page.
  func holds(_ line: Int, _ document: borrowing Document) -> Bool {
    let slice = Self.text(line, document)
    guard !slice.isEmpty, Marginalia.holds(slice, document) else { return false }
    let text = document.text
    // Telephone numbers have dashes between their digits.
    if !text[Int(slice.start)].isDigitASCII || !text[slice.range.upperBound - 1].isDigitASCII {
      return true
    }
    guard Self.endsPage(line, document) else { return false }
    if text[slice.range].contains(0x2F) { return true }
    guard let number = Self.number(slice, text) else { return false }
    // Papers are stamped with zeros before their number.
    if text[Int(slice.start)] == 0x30 { return true }
    let shift = number - Int(document.rows[line].page)
    return shift == 0 || shifts[shift, default: 0] > 1
  }

  private static func text(_ line: Int, _ document: borrowing Document) -> Slice {
    document.rows[line].cells.reduce(Slice.none) { $0.joined(with: document.cells[$1].text) }
  }

  /// Whether a line is the last one of a page.
  private static func endsPage(_ line: Int, _ document: borrowing Document) -> Bool {
    let rows = document.rows
    let isLast = line + 1 == rows.count || rows[line + 1].page != rows[line].page
    return isLast && rows[line].page > 0
  }

  /// The whole number that a line is.
  private static func number(_ slice: Slice, _ text: [UInt8]) -> Int? {
    let digits = text[slice.range]
    guard digits.count <= mostDigits, digits.allSatisfy(\.isDigitASCII) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
