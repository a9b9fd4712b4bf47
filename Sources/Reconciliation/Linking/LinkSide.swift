internal import TieoutModel

/// One side of the linking, the rows or the forms: what each record is compared by.
struct LinkSide {
  /// What one record is compared by.
  struct Entry {
    /// The letters of its name in `letters`, prefixes that do not distinguish left out.
    var name: Range<Int> = 0..<0
    /// The pairs of letters of its name in `pairs`, in ascending order.
    var pairs: Range<Int> = 0..<0
    /// The prefix of its name, counted from 1; 0 for none.
    var prefix = 0
    /// The name's number; `nil` where it has no letters.
    var nameNumber: Int32?
    /// The organisation's number.
    var organisation: Int32?
    /// The number of the organisation above.
    var department: Int32?
    /// The amount.
    var amount: MoneyReading?
    /// The amount's number.
    var amountNumber: Int32?
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
  /// The numbers of the letters of all names.
  private(set) var letters: [Int32] = []
  /// The numbers of the pairs of letters of all names.
  private(set) var pairs: [Int32] = []

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
    letters.reserveCapacity(records.count * 24)
    pairs.reserveCapacity(records.count * 24)
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
        read(name, prefixes, &alphabet, &entry)
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
    for index in records.indices {
      let reading = MoneyReading(records[index][amount], units)
      entries[index].amount = reading
      entries[index].amountNumber = reading.map { Int32(numbers.number(of: $0.key)) }
    }
  }

  /// The letters of a record's name.
  func name(_ record: Int) -> ArraySlice<Int32> { letters[entries[record].name] }

  private mutating func read(
    _ name: [UInt32], _ prefixes: [[UInt32]], _ alphabet: inout Alphabet, _ entry: inout Entry
  ) {
    var bare = name[...]
    if let index = prefixes.firstIndex(where: { $0.count < name.count && name.starts(with: $0) }) {
      entry.prefix = index + 1
      bare = name[prefixes[index].count...]
    }
    let first = (letter: letters.count, pair: pairs.count)
    for letter in bare { letters.append(alphabet.number(ofLetter: letter)) }
    entry.name = first.letter..<letters.count
    if !bare.isEmpty { entry.nameNumber = alphabet.number(ofName: bare) }
    for index in bare.indices.dropLast() {
      pairs.append(alphabet.number(ofPair: bare[index], bare[index + 1]))
    }
    sortPairs(from: first.pair)
    entry.pairs = first.pair..<pairs.count
  }

  /// Sorts the pairs of one name: mostly a dozen, for which nothing is as quick as insertion.
  private mutating func sortPairs(from first: Int) {
    guard pairs.count - first <= 64 else { return pairs[first...].sort() }
    var pairs = pairs.mutableSpan
    for index in first..<pairs.count {
      let pair = pairs[index]
      var place = index
      while place > first, pairs[place - 1] > pair {
        pairs[place] = pairs[place - 1]
        place -= 1
      }
      pairs[place] = pair
    }
  }
}
