internal import TieoutModel

extension Profile {
  /// Whether a head that is no label may be one of a column, misread: it is about as long as one of
  /// its labels and has more than a third of its characters, or it is too short to be told.
  func mayHead(_ head: Document.Cell, _ spec: ColumnSpec, _ document: Document) -> Bool {
    let printed = document.string(head.text).unicodeScalars.filter { $0 != " " }
    let known = Set(printed)
    return printed.count < 2
      || spec.labels.contains { label in
        let word = labels.word(label).unicodeScalars.filter { $0 != " " }
        return abs(word.count - printed.count) <= 1 + word.count / 4
          && word.count { known.contains($0) } * 3 > word.count
      }
  }
}
