import TieoutModel

extension Profile {
  /// Reads a rule that the papers state themselves: a figure, and the sentences that it keeps.
  mutating func readRule(
    _ figure: YAMLValue, _ entry: YAMLMapping
  ) throws(ProfileError) {
    let place = try place(figure)
    let source = try entry.required("in")
    let known = sentencePlaces()
    let path = try source.text()
    guard let found = known.first(where: { $0.path == path }) else {
      throw source.unknown(
        Message(zh: "文字字段", en: "field of words"), path, among: known.map(\.path))
    }
    if place.isOfSummary, case .detail = found.source {
      throw source.error(
        Message(
          zh: "汇总表各行没有“\(path)”", en: "Rows of the summary have no “\(path)”"),
        remedy: Message(
          zh: "请写“summary.”或“letter.”的字段", en: "Name a field of “summary.” or of “letter.”"))
    }
    var rule = StatedRule(place, source: found.source)
    rule.about = try entry.words("about")
    rule.words = try words(entry)
    statedRules.append(rule)
  }

  /// All places of sentences, by their paths.
  private func sentencePlaces() -> [(path: String, source: StatedRule.Source)] {
    let words: [FieldType] = [.text, .name]
    let letter = letter.rules.filter { words.contains($0.type) }.map(\.field)
    return detail.fields.filter { words.contains($0.type) }
      .map { ("detail.\(name($0.name))", .detail($0.name)) }
      + summary.fields.filter { words.contains($0.type) }
      .map { ("summary.\(name($0.name))", .summary($0.name)) }
      + (letter + self.letter.remainder.compactMap(\.self))
      .map { ("letter.\(name($0))", .letter($0)) }
  }
}
