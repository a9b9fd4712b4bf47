import TieoutModel

/// Words by which an amount is not the whole of this year.
enum ScopeWords {
  /// A part, an estimate, a running total.
  private static let scopes = ["其中", "预计", "累计", "上年"].map { Array($0.utf8) }
  /// What is saved is no cost: more of it is better.
  private static let savings = ["节约", "节省", "压减", "减少", "降低"].map { Array($0.utf8) }
  /// For each of many, not for all.
  private static let units = ["每", "人均", "户均", "平均", "年均", "月均", "日均", "亩均", "次均", "生均", "单价"]
    .map { Array($0.utf8) }
  /// A rate at which each is paid, if the name ends with it.
  private static let standard = Array("标准".utf8)

  /// Whether an indicator tells of what is saved.
  static func isSaving(_ indicator: Indicator, in text: [UInt8]) -> Bool {
    savings.contains { text.contains($0, in: indicator.title.range) }
  }

  /// Whether an indicator's name narrows its amount to a part, another year or one of many.
  static func narrow(_ indicator: Indicator, _ record: Record, _ submission: Submission) -> Bool {
    let text = submission.document.text
    let name = indicator.title.range
    if (scopes + units + savings).contains(where: { text.contains($0, in: name) }) { return true }
    if text[name].suffix(standard.count).elementsEqual(standard) { return true }
    guard let own = YearInText.first(in: name, text)?.value,
      let title = record[submission.profile.detail.title]?.printed
    else { return false }
    return YearInText.first(in: title.range, text).map { $0.value != own } ?? false
  }
}

extension Array<UInt8> {
  /// Whether a run of bytes stands in a range.
  func contains(_ word: [UInt8], in range: Range<Int>) -> Bool {
    first(of: word, in: range) != nil
  }

  /// Where a run of bytes first stands in a range.
  func first(of word: [UInt8], in range: Range<Int>) -> Range<Int>? {
    guard let lead = word.first, word.count <= range.count else { return nil }
    for start in range.lowerBound...(range.upperBound - word.count) where self[start] == lead {
      var length = 1
      while length < word.count, self[start + length] == word[length] { length += 1 }
      if length == word.count { return start..<(start + length) }
    }
    return nil
  }

  /// Whether these bytes stand at an offset of a text, all of them before an end.
  func stands(in text: [UInt8], at start: Int, before end: Int) -> Bool {
    guard count <= end - start else { return false }
    for place in indices where text[start + place] != self[place] { return false }
    return true
  }
}
