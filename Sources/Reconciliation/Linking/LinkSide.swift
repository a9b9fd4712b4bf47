internal import TieoutModel

/// One side of the linking, the rows or the forms: what each record is compared by.
struct LinkSide {
  /// What one record is compared by.
  struct Entry {
    /// The prefix of its name, counted from 1; 0 for none.
    var prefix: Int32 = 0
    /// The number of its name, prefixes that do not distinguish left out; `nil` where it has no letters.
    var name: Int32?
    /// The organisation's number.
    var organisation: Int32?
    /// The number of the organisation above.
    var department: Int32?
    /// The amount's number.
    var amount: Int32?
    /// What the engine was hardly sure of: where that differs, it speaks against no pair.
    var doubts = Doubts()
  }

  /// The values of a record that its engine was hardly sure of.
  struct Doubts: OptionSet {
    var rawValue: UInt8 = 0
    static let name = Doubts(rawValue: 1)
    static let organisation = Doubts(rawValue: 2)
    static let department = Doubts(rawValue: 4)
    static let amount = Doubts(rawValue: 8)
  }

  /// What each record is compared by.
  private(set) var entries: [Entry] = []
  /// The amount of each record.
  private(set) var amounts: [MoneyReading?] = []

  /// The fields that are compared.
  struct Fields {
    var key: FieldName?
    var organisation: FieldName?
    var department: FieldName?
    var amount: FieldName?
  }

  /// An organisation that was read, and its number.
  private struct Known {
    var words: Slice
    var number: Int32?
  }

  /// Reads the names of one side's records.
  init(
    _ records: [Record], _ fields: Fields, _ submission: borrowing Submission,
    _ alphabet: inout Alphabet, _ organisations: inout Organisations
  ) {
    let prefixes = submission.profile.namePrefixes
      .map { NameText.letters(of: $0) }
      .sorted { $0.count > $1.count }
    entries.reserveCapacity(records.count)
    var name: [UInt32] = []
    // Neighbours mostly share their organisations: no letter of those is looked at twice.
    var last: (organisation: Known?, department: Known?)
    let tellsDoubts = EngineDoubt.isTold(submission.document)
    for place in records.indices {
      var entry = Entry()
      if tellsDoubts {
        entry.doubts = Self.doubts(records[place], fields, submission.document)
      }
      if let field = records[place][fields.key] {
        name.removeAll(keepingCapacity: true)
        NameText.appendLetters(of: submission.document.text, field.words.range, to: &name)
        let prefix = prefixes.firstIndex { $0.count < name.count && name.starts(with: $0) }
        entry.prefix = Int32(prefix.map { $0 + 1 } ?? 0)
        entry.name = alphabet.number(of: name[(prefix.map { prefixes[$0].count } ?? 0)...])
      }
      if let field = records[place][fields.organisation] {
        entry.organisation = Self.number(
          of: field, submission, &organisations, &last.organisation)
      }
      if let field = records[place][fields.department] {
        entry.department = Self.number(
          of: field, submission, &organisations, &last.department)
      }
      entries.append(entry)
    }
  }

  /// The number of an organisation, taken over where the last one is printed alike.
  private static func number(
    of field: Field, _ submission: borrowing Submission, _ organisations: inout Organisations,
    _ last: inout Known?
  ) -> Int32? {
    if let last, submission.document.same(last.words, field.words) { return last.number }
    let number = organisations.number(of: submission.document.text, field.words.range)
    last = Known(words: field.words, number: number)
    return number
  }

  private static func doubts(
    _ record: Record, _ fields: Fields, _ document: borrowing Document
  ) -> Doubts {
    let names: [(FieldName?, Doubts)] = [
      (fields.key, .name), (fields.organisation, .organisation), (fields.department, .department),
      (fields.amount, .amount),
    ]
    var doubts = Doubts()
    for (name, doubt) in names where EngineDoubt.weighs(on: record[name], document) {
      doubts.insert(doubt)
    }
    return doubts
  }

  /// Reads the amounts of the records, which may have moved since their names were read.
  mutating func readAmounts(
    _ records: [Record], _ amount: FieldName?, _ units: UnitTable, _ numbers: inout KeyNumbers
  ) {
    amounts.removeAll(keepingCapacity: true)
    amounts.reserveCapacity(records.count)
    for index in records.indices {
      let reading = MoneyReading(records[index][amount], units)
      amounts.append(reading)
      entries[index].amount = reading.map { Int32(numbers.number(of: $0.key)) }
    }
  }

  /// Whether the engine was hardly sure of anything that a record is compared by.
  func isUnread(_ place: Int) -> Bool {
    let entry = entries[place]
    let values: [(Int32?, Doubts)] = [
      (entry.name, .name), (entry.organisation, .organisation), (entry.department, .department),
      (entry.amount, .amount),
    ]
    return !entry.doubts.isEmpty
      && values.allSatisfy { $0.0 == nil || entry.doubts.contains($0.1) }
  }

  /// Takes the amount of a record for that of another one, whose number is given.
  mutating func takeAmount(of place: Int, for number: Int32?) { entries[place].amount = number }
}
