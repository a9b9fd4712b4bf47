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
  }

  /// Reads the names of one side's records.
  init(
    _ records: [Record], _ fields: Fields, _ submission: borrowing Submission,
    _ organisations: inout Organisations
  ) {
    let prefixes = submission.profile.namePrefixes
      .map { NameText.letters(of: $0) }
      .sorted { $0.count > $1.count }
    entries.reserveCapacity(records.count)
    for record in records {
      var entry = Entry()
      if let field = record[fields.key] {
        readName(submission.document.text, field.printed.range, prefixes, &entry)
      }
      if let field = record[fields.organisation] {
        entry.organisation = organisations.number(
          of: submission.document.text, field.printed.range)
      }
      if let field = record[fields.department] {
        entry.department = organisations.number(
          of: submission.document.text, field.printed.range)
      }
      entries.append(entry)
    }
  }

  /// Reads the amounts of the records, which may have moved since their names were read.
  mutating func readAmounts(_ records: [Record], _ amount: FieldName?, _ units: UnitTable) {
    for (index, record) in records.enumerated() {
      entries[index].amount = MoneyReading(record[amount], units)
    }
  }

  /// The letters of a record's name.
  func name(_ entry: Entry) -> ArraySlice<UInt32> { letters[entry.name] }

  private mutating func readName(
    _ text: [UInt8], _ printed: Range<Int>, _ prefixes: [[UInt32]], _ entry: inout Entry
  ) {
    var start = letters.count
    NameText.appendLetters(of: text, printed, to: &letters)
    let count = letters.count - start
    if let index = prefixes.firstIndex(where: { $0.count < count && stands($0, at: start) }) {
      entry.prefix = index + 1
      start += prefixes[index].count
    }
    entry.name = start..<letters.count
    entry.nameHash = letters[entry.name].stableHash(seed: 1)
    let first = bigrams.count
    for index in entry.name.dropLast() {
      bigrams.append(UInt64(letters[index]) << 32 | UInt64(letters[index + 1]))
    }
    sortBigrams(from: first)
    entry.bigrams = first..<bigrams.count
  }

  private func stands(_ word: [UInt32], at start: Int) -> Bool {
    for index in word.indices where letters[start + index] != word[index] { return false }
    return true
  }

  /// Sorts the bigrams of one name: mostly a dozen, for which nothing is as quick as insertion.
  private mutating func sortBigrams(from first: Int) {
    guard bigrams.count - first <= 64 else {
      let sorted = bigrams[first...].sorted()
      bigrams.replaceSubrange(first..., with: sorted)
      return
    }
    for index in first..<bigrams.count {
      let bigram = bigrams[index]
      var place = index
      while place > first, bigrams[place - 1] > bigram {
        bigrams[place] = bigrams[place - 1]
        place -= 1
      }
      bigrams[place] = bigram
    }
  }
}
