internal import TieoutModel

/// Recognises words of closed lists that were cut short or misread.
///
/// - before: `服务对象满意度指`, `服务对象满意`, `可持读影响指标`
/// - after: `服务对象满意度指标`, `服务对象满意度指标`, `可持续影响指标`
/// - leaves alone: what two words of the list are equally near to, and words under four characters
struct NearTerms {
  private struct Entry {
    var column: Int
    var term: Int
    var scalars: [Unicode.Scalar]
  }

  private let entries: [Entry]
  private let longest: Int

  init(_ profile: Profile, group: Int) {
    var entries: [Entry] = []
    for (column, spec) in profile.detail.groups[group].columns.enumerated() {
      for (term, termSpec) in spec.terms.enumerated()
      where !Self.isRare(termSpec, profile.detail.groups[group].columns[..<column]) {
        for label in termSpec.labels {
          let word = String(decoding: profile.labels.key(label), as: UTF8.self)
          entries.append(Entry(column: column, term: term, scalars: Array(word.unicodeScalars)))
        }
      }
    }
    self.entries = entries
    longest = entries.map(\.scalars.count).max() ?? 0
  }

  /// Whether many papers do without a word, or without all words that it belongs to.
  ///
  /// Such a word has to be spelt out: `经济成本` may well be no `经济成本指标`.
  private static func isRare(_ term: TermSpec, _ above: ArraySlice<ColumnSpec>) -> Bool {
    if term.isOptional { return true }
    let parents = above.flatMap(\.terms).filter { term.parents.contains($0.term) }
    return !parents.isEmpty && parents.allSatisfy { $0.isOptional }
  }

  /// The word that a slice nearly spells in a column; `nil` where none or two are near.
  func find(_ slice: Slice, column: Int, _ document: Document) -> Int? {
    // Three bytes a Han character, and room for a character too many.
    guard slice.count >= 12, Int(slice.count) <= 3 * (longest + 2) else { return nil }
    guard !document.text[slice.range].contains(where: { $0.isDigitASCII }) else { return nil }
    let key = LabelTable.normalised(document.text[slice.range])
    let scalars = Array(String(decoding: key, as: UTF8.self).unicodeScalars)
    guard scalars.count >= 4 else { return nil }
    var best: (term: Int, distance: Int)?
    var isTied = false
    for entry in entries where entry.column == column {
      guard let distance = distance(scalars, entry.scalars) else { continue }
      if let known = best {
        if distance < known.distance {
          best = (entry.term, distance)
          isTied = false
        } else if distance == known.distance, entry.term != known.term {
          isTied = true
        }
      } else {
        best = (entry.term, distance)
      }
    }
    return isTied ? nil : best?.term
  }

  /// How far two words are apart; `nil` beyond a quarter of the longer one.
  ///
  /// A word cut off at its end is near whatever was lost, as long as more than half is there.
  private func distance(_ printed: [Unicode.Scalar], _ word: [Unicode.Scalar]) -> Int? {
    if word.starts(with: printed) {
      return printed.count * 2 > word.count ? word.count - printed.count : nil
    }
    let limit = max(printed.count, word.count) / 4
    let distance = editDistance(printed, word)
    return distance <= limit ? distance : nil
  }

  private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[right.count]
  }
}
