internal import TieoutModel

extension LabelWalk {
  /// Takes a row for a part of the total that the profile has no word for; says whether it is one.
  mutating func takesUnknownPart(
    _ row: Document.Row, _ place: Int, _ funding: inout Record.Group,
    _ submission: inout Submission
  ) -> Bool {
    guard let parts, let known = above else { return false }
    above = nil
    guard let (part, here) = known.below(row, place, reader, parts, unit: unit) else {
      return false
    }
    submission.ledger.book(part.at, .value)
    funding.items.append(parts.item(part))
    above = here
    return true
  }

  /// Remembers where a part or the total stands.
  mutating func notePart(_ row: Document.Row, _ place: Int) {
    if let parts { above = PartPlace(row, place, reader, parts) }
  }
}

/// Where the word and the amount of a part, or of the total, stand in a row.
struct PartPlace {
  private let row: Int
  private let word: UInt16
  private let amount: UInt16

  /// `nil` where a row does not end with the word of a part or the total and an amount.
  init?(_ row: Document.Row, _ place: Int, _ reader: ValueReader, _ parts: PartsReader) {
    let cells = reader.document.cells
    guard !row.isLine, let amount = row.cells.last(where: { !cells[$0].text.isEmpty }),
      let word = row.cells.last(where: { $0 < amount && !cells[$0].text.isEmpty }),
      cells[word].label != .none,
      Self.isTotal(cells[word].label, reader) || parts.begin(cells[word], row) != nil,
      reader.quantity(cells[amount].text) != nil
    else { return nil }
    self.row = place
    self.word = cells[word].column
    self.amount = cells[amount].column
  }

  private init(row: Int, word: UInt16, amount: UInt16) {
    self.row = row
    self.word = word
    self.amount = amount
  }

  private static func isTotal(_ label: LabelID, _ reader: ValueReader) -> Bool {
    reader.profile.meanings.detailFields(label).contains {
      reader.profile.detail.fields[$0].name == reader.profile.detail.total
    }
  }

  /// Whether a label means nothing in a form; the summary may use it.
  private static func isUnknown(_ label: LabelID, _ reader: ValueReader) -> Bool {
    let traits = reader.profile.meanings.traits(label)
    return !traits.isOfForm && !traits.contains(.summaryRow)
  }

  /// The part in the row below, if its name is nobody's label: it has a word and an amount of money
  /// and nothing else, each where they stand above, behind the heading of both.
  func below(
    _ row: Document.Row, _ place: Int, _ reader: ValueReader, _ parts: PartsReader, unit: UnitID
  ) -> (part: PartsReader.Open, place: PartPlace)? {
    guard place == self.row + 1, !row.isLine, word > 0 else { return nil }
    let cells = reader.document.cells
    let filled = row.cells.filter { !cells[$0].text.isEmpty }
    guard filled.count == 2, cells[filled[0]].column == word, cells[filled[1]].column == amount,
      Self.isUnknown(cells[filled[0]].label, reader), cells[filled[0]].text.count <= 36,
      !cells[filled[0]].text.hasDigit(in: reader.document.text),
      reader.quantity(cells[filled[1]].text) != nil, reader.mayBeMoney(cells[filled[1]].text),
      let part = parts.add(
        cells[filled[1]], to: parts.begin(unknown: cells[filled[0]], row), unit: unit)
    else { return nil }
    return (part, PartPlace(row: place, word: word, amount: amount))
  }
}
