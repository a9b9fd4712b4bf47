internal import TieoutModel

extension LabelWalk {
  /// Takes a row for a part of the total that the profile has no word for; says whether it is one.
  mutating func takesUnknownPart(
    _ row: Document.Row, _ place: Int, _ funding: inout ItemList,
    _ submission: inout Submission
  ) -> Bool {
    guard let parts, let above else { return false }
    self.above = nil
    guard let pair = UnknownPair(row, reader),
      // Few rows come so far: only then is it worth while to look at the one above.
      let known = above.place ?? PartPlace(above.row, reader, parts),
      let (part, here) = known.below(pair, row, place, reader, parts, unit: unit)
    else { return false }
    submission.ledger.book(part.at, .value)
    parts.close(part, &funding)
    self.above = (place, here)
    return true
  }
}

/// A word that means nothing in a form, and one more cell, in a row that holds nothing else.
struct UnknownPair {
  let word: Int
  let value: Int

  init?(_ row: Document.Row, _ reader: ValueReader) {
    guard !row.isLine else { return nil }
    let cells = reader.cells
    var filled: (first: Int, second: Int) = (-1, -1)
    for index in row.cells where !cells[index].text.isEmpty {
      if filled.first < 0 {
        guard Self.isUnknown(cells[index].label, reader) else { return nil }
        filled.first = index
      } else {
        guard filled.second < 0 else { return nil }
        filled.second = index
      }
    }
    guard filled.second >= 0 else { return nil }
    (word, value) = (filled.first, filled.second)
  }

  /// Whether a label means nothing in a form; the summary may use it.
  private static func isUnknown(_ label: LabelID, _ reader: ValueReader) -> Bool {
    let traits = reader.profile.meanings.traits(label)
    return !traits.isOfForm && !traits.contains(.summaryRow)
  }
}

/// Where the word and the amount of a part, or of the total, stand in a row.
struct PartPlace {
  private let row: Int
  private let word: UInt16
  private let amount: UInt16

  /// `nil` where a row does not end with the word of a part or the total and an amount.
  init?(_ place: Int, _ reader: ValueReader, _ parts: PartsReader) {
    let cells = reader.cells
    let row = reader.rows[place]
    guard !row.isLine, let amount = row.cells.last(where: { !cells[$0].text.isEmpty }),
      let word = row.cells.last(where: { $0 < amount && !cells[$0].text.isEmpty }),
      cells[word].label != .none,
      Self.isTotal(cells[word].label, reader) || parts.begins(cells[word].label),
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

  /// The part in the row below, if its name is nobody's label: it has a word and an amount of money
  /// and nothing else, each where they stand above, behind the heading of both.
  func below(
    _ pair: UnknownPair, _ row: Document.Row, _ place: Int, _ reader: ValueReader,
    _ parts: PartsReader, unit: UnitID
  ) -> (part: PartsReader.Open, place: PartPlace)? {
    guard place == self.row + 1, word > 0 else { return nil }
    let cells = reader.cells
    let (name, value) = (cells[pair.word], cells[pair.value])
    var part = parts.begin(unknown: name, row)
    guard name.column == word, value.column == amount, name.text.count <= 36,
      !name.text.hasDigit(in: reader.text),
      reader.quantity(value.text) != nil, reader.mayBeMoney(value.text),
      parts.add(value, to: &part, unit: unit)
    else { return nil }
    return (part, PartPlace(row: place, word: word, amount: amount))
  }
}
