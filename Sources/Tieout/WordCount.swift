internal import TieoutModel

/// How often each word stands in a document, to tell whether another one holds the same.
///
/// A word is a number, some letters of the Latin alphabet, or one character of another script; other
/// signs may be the format's own and are none.
struct WordCount {
  private var counts: [ArraySlice<UInt8>: Int] = [:]
  /// How many words there are, and how many of them are numbers.
  private(set) var total = 0
  private var numbers = 0

  init(_ document: borrowing Document) {
    for cell in document.cells { add(document.text[cell.text.range]) }
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    var start = text.startIndex
    while start < text.endIndex {
      let kind = Kind(text[start])
      var end = start + 1
      while end < text.endIndex, kind.goesOn(text[end]) { end += 1 }
      if kind != .sign {
        counts[text[start..<end], default: 0] += 1
        total += 1
        if kind == .number { numbers += 1 }
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
    var missing = 0
    var missingNumbers = 0
    for (word, count) in small.counts {
      let lack = count - (large.counts[word] ?? 0)
      guard lack > 0 else { continue }
      missing += lack
      if word.first?.isDigitASCII == true { missingNumbers += lack }
    }
    if isExact { return missing == 0 }
    return missing * 33 <= small.total && missingNumbers * 50 <= small.numbers
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
