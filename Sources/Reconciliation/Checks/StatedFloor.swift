import TieoutModel

/// The least rate that a footnote demands.
struct StatedFloor: Sendable {
  /// The least rate.
  let value: Quantity
  /// The sentence that demands it.
  let sentence: Slice
  /// The characters of the rate in it.
  private let number: Slice

  private init(value: Quantity, sentence: Slice, number: Slice) {
    self.value = value
    self.sentence = sentence
    self.number = number
  }

  /// Reads a footnote; `nil` where no sentence of it sets a least rate.
  init?(
    in footnote: Slice, _ words: borrowing RateWords, _ submission: borrowing Submission
  ) {
    let text = submission.document.text
    for sentence in Self.sentences(footnote.range, text) where words.speak(of: sentence, in: text) {
      for word in words.floors {
        guard let found = text.first(of: word, in: sentence) else { continue }
        var start = found.upperBound
        while start < sentence.upperBound, text[start].isBlankASCII { start += 1 }
        guard let (quantity, end) = Self.number(text, start..<sentence.upperBound) else { continue }
        self.init(
          value: quantity, sentence: submission.document.trimmed(Slice(sentence)),
          number: Slice(start..<end))
        return
      }
    }
    return nil
  }

  /// A rate in digits or in words: `90`, `九十`, `百分之九十`.
  private static func number(_ text: [UInt8], _ range: Range<Int>) -> (Quantity, Int)? {
    if let (quantity, end) = Quantity.read(text, range) { return (quantity, end) }
    guard let numeral = Numeral.read(text, range),
      numeral.kind == .percent || numeral.kind == .number
    else { return nil }
    return (numeral.value, numeral.end)
  }

  /// The same rule in another footnote with the same characters.
  func moved(from: Slice, to: Slice) -> StatedFloor {
    func moved(_ slice: Slice) -> Slice {
      Slice(start: slice.start - from.start + to.start, count: slice.count)
    }
    return StatedFloor(value: value, sentence: moved(sentence), number: moved(number))
  }

  /// The rule as evidence.
  func evidence(_ record: Record, _ submission: Submission) -> Finding.Evidence {
    Finding.Evidence(
      role: "rule",
      subject: Subject(
        record: record.id, field: submission.profile.detail.footnote.map { submission.path($0) }),
      printed: number, value: value.description, unit: "%")
  }

  /// The sentences of a range, their stops left out.
  static func sentences(_ range: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    let bytes = text.span
    while index < range.upperBound {
      let length = stop(bytes, index, range.upperBound)
      if length > 0 {
        sentences.append(start..<index)
        start = index + length
      }
      index += max(length, 1)
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  /// The length of the stop at an offset, `。`, `；`, `;` or a line end; 0 where none stands.
  private static func stop(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    switch text[index] {
    case 0x3B, 0x0A: return 1
    case 0xE3 where index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0x82: return 3
    case 0xEF where index + 2 < end && text[index + 1] == 0xBC && text[index + 2] == 0x9B: return 3
    default: return 0
    }
  }
}
