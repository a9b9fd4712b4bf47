internal import TieoutModel

/// The words of a document, to tell whether another one holds the same.
///
/// A word is a number, some letters of the Latin alphabet, or one character of another script; other
/// signs may be the format's own and are none.
struct WordCount {
  /// The words in their order, by their hashes.
  private var words: [Int] = []
  /// How often each number stands behind the same words of its row or line.
  private var numbers: [Int: Int] = [:]

  /// How many words there are.
  var total: Int { words.count }

  /// A number and so many words before it are looked at together: the same numbers beside other names
  /// are another paper.
  private static let context = 5

  init(_ document: borrowing Document) {
    for row in document.rows {
      let start = words.count
      for cell in row.cells { add(document.text[document.cells[cell].text.range], from: start) }
    }
  }

  private mutating func add(_ text: ArraySlice<UInt8>, from first: Int) {
    var start = text.startIndex
    while start < text.endIndex {
      let kind = Kind(text[start])
      var end = start + 1
      while end < text.endIndex, kind.goesOn(text[end]) { end += 1 }
      if kind != .sign { words.append(text[start..<end].hashValue) }
      if kind == .number {
        numbers[words[first...].suffix(Self.context).hashValue, default: 0] += 1
      }
      start = end
    }
  }

  /// Whether two documents hold the same words; `isExact` where no difference is that of a format.
  ///
  /// A part of a paper is not the paper, and its numbers are what tells two forms apart.
  func isSame(as other: WordCount, isExact: Bool) -> Bool {
    let (small, large) = total < other.total ? (self, other) : (other, self)
    guard small.total * 3 >= large.total * 2 else { return false }
    if isExact { return small.words.stand(in: large.words) }
    let words = Self.lacking(Self.counts(small.words), in: Self.counts(large.words))
    let numbers = Self.lacking(small.numbers, in: large.numbers)
    return words * 33 <= small.total && numbers * 25 <= small.numbers.values.reduce(0, +)
  }

  private static func counts(_ words: [Int]) -> [Int: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// How many of some are not among others.
  private static func lacking(_ counts: [Int: Int], in others: [Int: Int]) -> Int {
    counts.reduce(0) { $0 + max(0, $1.value - (others[$1.key] ?? 0)) }
  }

  /// What a byte belongs to.
  private enum Kind {
    case number
    case letters
    case character
    case sign

    init(_ byte: UInt8) {
      self =
        byte.isDigitASCII
        ? .number : byte.isLetterASCII ? .letters : byte < 0x80 ? .sign : .character
    }

    /// Whether a byte belongs to the same word.
    func goesOn(_ byte: UInt8) -> Bool {
      switch self {
      case .number: byte.isDigitASCII || byte == 0x2C || byte == 0x2E
      case .letters: byte.isLetterASCII
      case .character: byte & 0xC0 == 0x80
      case .sign: false
      }
    }
  }
}

extension [Int] {
  /// Whether all stand in others in the same order, perhaps with more between them.
  fileprivate func stand(in others: [Int]) -> Bool {
    var rest = self[...]
    for other in others where rest.first == other { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
