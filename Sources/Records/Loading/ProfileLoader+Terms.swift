import TieoutModel

extension Profile {
  /// Reads the closed list of words of a column.
  ///
  /// - Parameter above: The column to whose words `under` refers.
  mutating func readTermSpecs(
    _ value: YAMLValue, _ above: ColumnSpec?
  ) throws(ProfileError) -> [TermSpec] {
    var specs: [TermSpec] = []
    var claims = Claims()
    for value in try value.list() {
      let entry = try value.mapping(["is", "also", "under", "optional"])
      let word = try entry.required("is")
      let term = term(try word.text())
      guard !specs.contains(where: { $0.term == term }) else {
        throw word.error(
          Message(
            zh: "词语“\(terms[term])”重复出现", en: "The word “\(terms[term])” stands twice"))
      }
      // The word itself is one of its labels.
      let own = try label(word)
      var labels: [LabelID] = []
      if try claims.give(own, to: terms[term], at: word) { labels.append(own) }
      labels += try self.labels(entry["also"], for: terms[term], &claims)
      specs.append(
        TermSpec(
          term: term, labels: labels, parents: try readParents(entry["under"], above),
          isOptional: try entry.flag("optional")))
    }
    guard !specs.isEmpty else {
      throw value.error(
        Message(zh: "固定词语列表是空的", en: "The closed list of words is empty"))
    }
    return specs
  }

  /// Reads `under`: one word of the level above, or a list of them.
  private func readParents(
    _ value: YAMLValue?, _ above: ColumnSpec?
  ) throws(ProfileError) -> [TermID] {
    guard let value else { return [] }
    guard let above else {
      throw value.error(
        Message(
          zh: "前面没有带固定词语的列", en: "No column before this one has a closed list of words"))
    }
    if value.isText { return [try knownTerm(value, [above])] }
    return try readTerms(value, of: [above])
  }

  /// Reads a list of words that columns know.
  func readTerms(_ value: YAMLValue, of columns: [ColumnSpec]) throws(ProfileError) -> [TermID] {
    var terms: [TermID] = []
    for word in try value.list() { terms.append(try knownTerm(word, columns)) }
    return terms
  }

  private func knownTerm(
    _ value: YAMLValue, _ columns: [ColumnSpec]
  ) throws(ProfileError) -> TermID {
    try value.choice(
      Message(zh: "词语", en: "word"), among: columns.flatMap(\.terms).map(\.term)
    ) { terms[$0] }
  }
}

extension [String] {
  fileprivate subscript(term: TermID) -> String { self[Int(term.rawValue)] }
}
