internal import TieoutModel

extension JSONOutput {
  /// Writes the members with all records and the names of their fields.
  ///
  /// A field is an array: its name's number; its value, 0 where that is the characters at its place;
  /// its unit or 0; the repairs that moved it, the row's and the column's; its place.
  mutating func reportRecords(
    _ submission: Submission, _ places: inout SourcePlaces
  ) {
    key("\"names\":")
    open("[")
    let words = submission.profile.printedWords
    let ofGroups = submission.profile.printedWordsOfGroups
    for (index, name) in submission.profile.names.enumerated() {
      comma()
      strings([name, words[index], ofGroups[index]])
    }
    close("]")
    key("\"columns\":")
    strings(submission.profile.columnNames)
    key("\"caption\":")
    reportFields(submission.summary.fields, submission, &places)
    key("\"letter\":")
    records(submission.letter.map { [$0] } ?? [], submission, &places)
    key("\"rows\":")
    records(submission.summary.rows, submission, &places)
    key("\"total\":")
    records(submission.summary.total.map { [$0] } ?? [], submission, &places)
    key("\"details\":")
    records(submission.details, submission, &places)
    roles(submission.profile)
  }

  private mutating func records(
    _ records: [Record], _ submission: Submission, _ places: inout SourcePlaces
  ) {
    open("[")
    for record in records {
      comma()
      open("{")
      member("\"id\":", record.id)
      key("\"at\":")
      place(of: record.at, &places)
      key("\"fields\":")
      reportFields(record.fields, submission, &places)
      key("\"groups\":")
      open("[")
      for group in record.groups where !group.items.isEmpty {
        comma()
        open("[")
        buffer.integer(Int(group.name.rawValue))
        for item in group.items {
          comma()
          reportFields(Array(item.fields), submission, &places)
        }
        close("]")
      }
      close("]")
      close("}")
    }
    close("]")
  }

  private mutating func reportFields(
    _ fields: [Field], _ submission: Submission, _ places: inout SourcePlaces
  ) {
    open("[")
    var place: [Int] = []
    for field in fields where !submission.document.isAbsent(field) {
      comma()
      open("[")
      buffer.integer(Int(field.name.rawValue))
      buffer.byte(0x2C)
      value(of: field, submission, places)
      buffer.byte(0x2C)
      if field.unit == .none {
        buffer.byte(0x30)
      } else {
        string(submission.profile.units.name(field.unit))
      }
      places.place(of: field.printed, into: &place)
      for number in [Int(field.rowRepair), Int(field.columnRepair)] + place {
        comma()
        buffer.integer(number)
      }
      close("]")
    }
    close("]")
  }

  private mutating func value(
    of field: Field, _ submission: Submission, _ places: borrowing SourcePlaces
  ) {
    scratch.clear()
    scratch.value(of: field, submission.document, lookup, as: NoEscaping.self)
    if scratch.read({ places.reads(field.printed, like: $0) }) {
      buffer.byte(0x30)
    } else {
      buffer.byte(0x22)
      scratch.read { buffer.inspect($0, as: JSONEscaping.self) }
      buffer.byte(0x22)
    }
  }

  /// Writes the member with the fields that the summary and the forms share, by their numbers.
  private mutating func roles(_ profile: borrowing Profile) {
    key("\"roles\":")
    open("{")
    let (summary, detail) = (profile.summary, profile.detail)
    for (name, row, form) in [
      ("key", summary.key, detail.key), ("amount", summary.amount, detail.total),
      ("organisation", summary.organisation, detail.organisation),
      ("note", summary.note, detail.note), ("sequence", summary.sequence, nil),
      ("title", summary.title, detail.title),
    ] {
      comma()
      string(name)
      buffer.byte(0x3A)
      integers([row, form].map { $0.map { Int($0.rawValue) } ?? -1 })
    }
    close("}")
  }

  /// Writes the member with the pairs: row, form, weight, whether it is unsure, the difference of
  /// their amounts, 0 where one of them is missing, and the verdict on it.
  mutating func reportLinks(_ submission: Submission, _ tieOut: TieOut) {
    key("\"links\":")
    open("[")
    for link in submission.links {
      comma()
      open("[")
      buffer.integer(link.row)
      for number in [link.detail, link.weight, link.isUnsure ? 1 : 0] {
        comma()
        buffer.integer(number)
      }
      buffer.byte(0x2C)
      if let difference = tieOut.difference(link, submission) {
        string(difference.description)
      } else {
        buffer.byte(0x30)
      }
      buffer.byte(0x2C)
      string(tieOut.verdict(link, submission).rawValue)
      close("]")
    }
    close("]")
  }
}

extension Profile {
  /// The names of all columns, in the order in which tables print them.
  fileprivate var columnNames: [String] {
    (summary.columns + detail.groups.flatMap { $0.columns }).map { name($0.name) }
  }

  /// The word that papers print for each name of a record's own fields: its first label, where it has
  /// one.
  fileprivate var printedWords: [String] {
    printed(
      summary.columns.map { ($0.name, $0.labels) }
        + (detail.fields + summary.fields).map { ($0.name, $0.labels) })
  }

  /// The same for the columns of groups.
  fileprivate var printedWordsOfGroups: [String] {
    printed(detail.groups.flatMap { $0.columns }.map { ($0.name, $0.labels) })
  }

  private func printed(_ fields: [(name: FieldName, labels: [LabelID])]) -> [String] {
    var words = Array(repeating: "", count: names.count)
    for field in fields where words[Int(field.name.rawValue)].isEmpty {
      words[Int(field.name.rawValue)] = field.labels.first.map { labels.word($0) } ?? ""
    }
    return words
  }
}
