import TieoutModel

/// The words by which a profile knows amounts that are not the whole of this year.
struct ScopeWords: Sendable {
  private let narrowing: WordList
  private let endings: [[UInt8]]
  private let savings: WordList

  /// Takes the words of a profile.
  init(_ rules: RuleSpec) {
    narrowing = WordList(rules.narrowingWords)
    endings = rules.narrowingEndings.map { Array($0.utf8) }
    savings = WordList(rules.savingWords)
  }

  /// Whether an indicator tells of what is saved, which is no cost: more of it is better.
  func isSaving(_ indicator: Indicator, in text: [UInt8]) -> Bool {
    savings.isIn(indicator.title.range, of: text)
  }

  /// Whether an indicator's name narrows its amount to a part, another year, one of many or a saving.
  func narrow(_ indicator: Indicator, _ record: Record, _ submission: Submission) -> Bool {
    let text = submission.document.text
    let name = indicator.title.range
    if narrowing.isIn(name, of: text) { return true }
    if isSaving(indicator, in: text) { return true }
    if endings.contains(where: { text[name].suffix($0.count).elementsEqual($0) }) { return true }
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

  /// Whether these bytes stand at an offset of a text, all of them before an end.
  func stands(in text: [UInt8], at start: Int, before end: Int) -> Bool {
    guard count <= end - start else { return false }
    for place in indices where text[start + place] != self[place] { return false }
    return true
  }
}
