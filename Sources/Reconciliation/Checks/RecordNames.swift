internal import TieoutModel

/// Numbers for the names of records and of their organisations: equal ones are one name, whatever
/// their widths, spaces and signs.
struct RecordNames {
  /// What tells a record from others.
  struct Key {
    /// The name, prefixes that do not distinguish left out.
    var name: UInt64
    /// The name with its prefix.
    var whole: UInt64
    /// The organisation; `nil` where none is named.
    var organisation: UInt64?
  }

  /// One key a record; `nil` where it has no name.
  let keys: [Key?]

  /// Reads the names of records.
  init(
    _ records: [Record], key: FieldName?, organisation: FieldName?, _ submission: Submission
  ) {
    let text = submission.document.text
    let prefixes = submission.profile.namePrefixes.map { NameText.letters(of: $0) }
      .sorted { $0.count > $1.count }
    var letters: [UInt32] = []
    func hash(_ field: Field?) -> UInt64? {
      guard let field else { return nil }
      letters.removeAll(keepingCapacity: true)
      NameText.appendLetters(of: text, field.words.range, to: &letters)
      return letters.isEmpty ? nil : letters.stableHash(seed: 0)
    }
    keys = records.map { record in
      let organisation = hash(record[organisation])
      guard let whole = hash(record[key]) else { return nil }
      let prefix = prefixes.first { $0.count < letters.count && letters.starts(with: $0) }
      let name = prefix.map { letters.dropFirst($0.count).stableHash(seed: 0) } ?? whole
      return Key(name: name, whole: whole, organisation: organisation)
    }
  }
}
