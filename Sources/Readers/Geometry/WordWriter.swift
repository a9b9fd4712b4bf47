internal import TieoutMarkup
internal import TieoutModel

/// Hands the words of a page over to a draft, with their marks.
struct WordWriter {
  var page: WordPage
  let text: SourceText

  /// Adds words that stand behind each other, or below each other as the lines of a cell.
  ///
  /// - Parameter before: the word that they go on from, where they go on.
  func add(_ words: some Sequence<Int>, after before: Int? = nil, to draft: inout Draft) {
    var last = before
    for place in words {
      if let last, needsSpace(last, place) { draft.space() }
      last = place
      draft.mark(page.boxes == .counted ? nil : page.words[place].mark)
      draft.append(text, page.words[place].text)
    }
  }

  /// Adds lines of prose, joined to paragraphs.
  func addLines(_ lines: [[Segment]], em: Double, to draft: inout Draft) {
    for paragraph in Paragraphs(lines, em: em).paragraphs {
      draft.beginLine()
      var last: Int?
      for line in paragraph {
        for (place, segment) in line.enumerated() {
          if place > 0 { draft.gap() }
          add(segment.words, after: place > 0 ? nil : last, to: &draft)
          last = segment.words.last
        }
      }
      draft.endRow()
    }
  }

  /// Whether a space parts two words: `Café Ondes`, `figures £k`, but not where a Han character or
  /// another wide one stands on either side, nor inside of a number whose boxes touch.
  private func needsSpace(_ left: Int, _ right: Int) -> Bool {
    guard let before = text.bytes[page.words[left].text].last,
      let after = text.bytes[page.words[right].text].first
    else { return false }
    if page.words[left].goesOn { return false }
    if before.isOfNumber, after.isOfNumber, touch(left, right), makeNumber(left, right) {
      return false
    }
    let isBroken = page.words[left].line != page.words[right].line
    // A word that is broken at the end of a line goes on in the next one.
    if isBroken, before == 0x2D, (0x61...0x7A).contains(after) { return false }
    return before < 0x80 && after < 0x80
      || !isWide(endOf: page.words[left].text) && !isWide(startOf: page.words[right].text)
  }

  /// Whether the boxes of two words of a line leave no room for a space.
  ///
  /// Boxes that overlap are drawn badly, and say nothing; an engine's line may hold the words of two.
  private func touch(_ left: Int, _ right: Int) -> Bool {
    guard page.words[left].line == page.words[right].line, let first = page.words[left].mark.box,
      let next = page.words[right].mark.box
    else { return false }
    let height = min(first.bottom - first.top, next.bottom - next.top)
    let shared = min(first.bottom, next.bottom) - max(first.top, next.top)
    return abs(next.left - first.right) * 10 < height && shared * 2 >= height
  }

  /// Whether the digits that a word ends with and those that the next one begins with are one number, or
  /// a piece of one: `1,2` and `34.50`, not the amounts of two columns.
  private func makeNumber(_ left: Int, _ right: Int) -> Bool {
    let end = text.bytes[page.words[left].text].reversed().prefix(while: \.isOfNumber).reversed()
    let start = text.bytes[page.words[right].text].prefix(while: \.isOfNumber)
    var number = Array(end) + start
    // Signs at the end are of the sentence, or of digits still to come.
    while let last = number.last, !last.isDigitASCII { number.removeLast() }
    let halves = number.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard let whole = halves.first, halves.count < 3, halves.count < 2 || !halves[1].contains(0x2C)
    else { return false }
    let groups = whole.split(separator: 0x2C, omittingEmptySubsequences: false)
    return groups.count < 2
      || groups[0].count < 4 && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private func isWide(startOf word: Range<Int>) -> Bool {
    let length = max(text.bytes.scalarLength(at: word.lowerBound), 1)
    return text.bytes[word].prefix(length).columns > 1
  }

  private func isWide(endOf word: Range<Int>) -> Bool {
    let start = word.last { text.bytes[$0].isScalarStart } ?? word.lowerBound
    return text.bytes[start..<word.upperBound].columns > 1
  }
}

extension UInt8 {
  /// Whether it is a digit, or a sign that stands between digits.
  fileprivate var isOfNumber: Bool { isDigitASCII || self == 0x2C || self == 0x2E }
}
