internal import TieoutModel

/// One side of the linking, the rows or the forms: what each record is compared by.
struct LinkSide {
  /// What one record is compared by.
  struct Entry {
    /// The letters of its name in `letters`, prefixes that do not distinguish left out.
    var name: Range<Int> = 0..<0
    /// The bigrams of its name in `bigrams`, in ascending order.
    var bigrams: Range<Int> = 0..<0
    /// The prefix of its name, counted from 1; 0 for none.
    var prefix = 0
    /// A hash of the name's letters.
    var nameHash: UInt64 = 0
    /// The organisation's number.
    var organisation: Int32?
    /// The number of the organisation above.
    var department: Int32?
    /// The amount.
    var amount: MoneyReading?
  }

  /// What each record is compared by.
  private(set) var entries: [Entry] = []
  /// The letters of all names.
  private(set) var letters: [UInt32] = []
  /// The bigrams of all names.
  private(set) var bigrams: [UInt64] = []

  /// The fields that are compared.
  struct Fields {
    var key: FieldName?
    var organisation: FieldName?
    var department: FieldName?
    var amount: FieldName?
  }

  /// Reads the records of one side.
  init(
    _ records: [Record], _ fields: Fields, _ submission: borrowing Submission,
    _ organisations: inout Organisations
  ) {
    let text = submission.document.text
    let units = submission.profile.units
    let prefixes = submission.profile.namePrefixes
      .map { NameText.letters(of: $0.utf8) }
      .sorted { $0.count > $1.count }
    entries.reserveCapacity(records.count)
    for record in records {
      var entry = Entry()
      if let field = record[fields.key] { readName(text[field.printed.range], prefixes, &entry) }
      if let field = record[fields.organisation] {
        entry.organisation = organisations.number(of: text[field.printed.range])
      }
      if let field = record[fields.department] {
        entry.department = organisations.number(of: text[field.printed.range])
      }
      entry.amount = MoneyReading(record[fields.amount], units)
      entries.append(entry)
    }
  }

  /// The letters of a record's name.
  func name(_ entry: Entry) -> ArraySlice<UInt32> { letters[entry.name] }

  private mutating func readName(
    _ printed: ArraySlice<UInt8>, _ prefixes: [[UInt32]], _ entry: inout Entry
  ) {
    var start = letters.count
    NameText.appendLetters(of: printed, to: &letters)
    let name = letters[start...]
    if let index = prefixes.firstIndex(where: { $0.count < name.count && name.starts(with: $0) }) {
      entry.prefix = index + 1
      start += prefixes[index].count
    }
    entry.name = start..<letters.count
    entry.nameHash = letters[entry.name].stableHash(seed: 1)
    let first = bigrams.count
    for index in entry.name.dropLast() {
      bigrams.append(UInt64(letters[index]) << 32 | UInt64(letters[index + 1]))
    }
    bigrams[first...].sort()
    entry.bigrams = first..<bigrams.count
  }
}
