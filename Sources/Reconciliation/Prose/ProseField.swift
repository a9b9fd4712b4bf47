internal import TieoutModel

/// One text of sentences that has numbers, read.
struct ProseField: Sendable {
  /// The record that it stands in.
  let record: String
  /// The form, where it stands in one.
  let detail: Int?
  /// The field.
  let field: Field
  /// Its numbers and what it claims of them.
  let claims: ProseClaims

  /// Its numbers.
  var numbers: [ProseNumber] { claims.prose.numbers }

  /// Texts that are shorter hold no sum.
  private static let least = 18

  /// Reads the texts of a submission, form by form, that have digits.
  static func all(_ paper: Workpaper) -> [ProseField] {
    let submission = paper.submission
    let profile = submission.profile
    let floor = paper.context.detailFloor, width = profile.thresholds.width
    var fields: [ProseField] = []
    let text = submission.document.text
    func read(_ field: Field?, _ record: @autoclosure () -> String, _ detail: Int?) {
      guard let field, case .text(let slice) = field.value, slice.count >= least,
        slice.hasDigit(in: text)
      else { return }
      let prose = ProseScanner.read(text, slice.range)
      guard !prose.numbers.isEmpty else { return }
      fields.append(
        ProseField(
          record: record(), detail: detail, field: field,
          claims: ProseClaims(text, prose, floor: floor, width: width)))
    }
    if let letter = submission.letter {
      for name in profile.letter.remainder { read(letter[name], letter.id, nil) }
    }
    let rows = submission.summary.rows
    for row in rows.indices {
      read(rows[row].fields.named(profile.summary.note), rows[row].id, nil)
    }
    let details = submission.details
    let names = paper.tables.proseFields
    for detail in details.indices {
      for name in names { read(details[detail].fields.named(name), details[detail].id, detail) }
    }
    return fields
  }
}

extension DetailSpec {
  /// The fields of a form that hold sentences of its own: texts in a table, and of the lines those
  /// that say what the money is for, and those that stand under no label.
  var proseFields: [FieldName] {
    fields.filter {
      $0.type == .text && $0.name != title && $0.name != footnote
        && (!$0.isLine || $0.isRest || $0.name == goal)
    }.map(\.name)
  }
}
