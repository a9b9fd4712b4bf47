internal import TieoutModel

extension SummaryReader {
  /// Whether a row without a name begins with a word for the total and more words: `Total recommended`.
  func isTotal(_ fields: [Field]) -> Bool {
    guard let first = fields.first, first.quantity == nil,
      fields.dropFirst().allSatisfy({ $0.quantity != nil }), fields.count > 1
    else { return false }
    let text = reader.text
    return profile.summary.totals.contains { label in
      let word = Array(profile.labels.word(label).utf8)
      guard word.last?.isLetterASCII == true, first.printed.count > word.count else { return false }
      let start = Int(first.printed.start)
      return zip(word, text[first.printed.range]).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        && text[start + word.count] == 0x20
    }
  }
}
