import TieoutModel

/// The columns of a group of parts, by what they mean.
struct PartColumns: Sendable {
  /// The group's name.
  let group: FieldName
  /// The column that names the part.
  let source: FieldName?
  /// The column of its amount.
  let amount: FieldName?
  /// The unit of amounts whose cell names none.
  let unit: UnitID

  /// Creates the columns of a group.
  init(_ spec: GroupSpec, _ profile: Profile) {
    group = spec.name
    source = spec.roles[.source]
    amount = spec.roles[.amount]
    unit = spec.columns.first { $0.name == spec.roles[.amount] }?.unit ?? .none
  }

  /// Takes one column of amounts of a group of lines.
  init(_ group: FieldName, _ source: FieldName?, _ amount: ColumnSpec) {
    self.group = group
    self.source = source
    self.amount = amount.name
    unit = amount.unit
  }
}

/// The parts of one form's total.
struct Parts: Sendable {
  /// The lines with an amount.
  var addends: [MoneyPlace] = []
  /// Their sum.
  var sum: MoneyPlace?
  /// The number of lines without any amount.
  var blanks = 0
  /// The lines whose amount is no readable number, or in no known unit.
  var unreadable: [(place: Int, field: Field)] = []

  /// Whether a line that is blank or unreadable may hold what the sum lacks of the total.
  ///
  /// A slip of the total's own digits is no missing part.
  func mayHold(whatIsMissingTo total: MoneyPlace) -> Bool {
    guard let sum, let ladder = Ladder(sum.reading, total.reading), ladder.verdict != .exact else {
      return false
    }
    if !unreadable.isEmpty { return true }
    guard blanks > 0, ladder.verdict == .broken, sum.reading.isLess(than: total.reading) else {
      return false
    }
    guard let left = sum.yuan, let right = total.yuan else { return true }
    return DigitSlip.diagnose(left, right).isEmpty
  }
}

extension Submission {
  /// Decimals that are fine enough for all money; what is finer is left to a closer look.
  private static let scale = 6

  /// Whether the parts of a form surely add up to a total, by a quick look at printed numbers; `nil`
  /// where no part has an amount.
  func isFooted(_ detail: Int, _ columns: PartColumns, total: Quantity?) -> Bool? {
    let groups = details[detail].groups
    guard let index = groups.firstIndex(where: { $0.name == columns.group }) else { return nil }
    var isEmpty = true
    var sum: Int128 = 0
    let items = groups[index].items
    let left = left(outOf: details[detail].fields, items, columns)
    for place in items.indices {
      guard let field = items[place].fields.named(columns.amount),
        let amount = field.quantity, !left.contains(place)
      else { continue }
      isEmpty = false
      guard let exponent = profile.units.exponent(field.unit == .none ? columns.unit : field.unit),
        let addend = amount.scaled(byPowerOfTen: exponent).digits(at: Self.scale)
      else { return false }
      sum += addend
    }
    if isEmpty { return nil }
    return total?.digits(at: Self.scale) == sum
  }

  /// The parts of a form, those left out that are part of another; `nil` where none has an amount.
  func parts(of record: Record, _ columns: PartColumns, _ context: MoneyContext) -> Parts? {
    guard let group = record.group(columns.group) else { return nil }
    var parts = Parts()
    var total: Reading? = .zero
    let left = left(outOf: record.fields, group.items, columns)
    for (place, item) in group.items.enumerated() where !left.contains(place) {
      guard let field = item[columns.amount] else {
        parts.blanks += 1
        continue
      }
      let addend = self.place(
        .parts, of: record.id, item: (columns.group, place), field: field, unit: columns.unit,
        floor: context.floor(columns.unit, profile))
      if let addend {
        parts.addends.append(addend)
        total = total.flatMap { Reading.sum($0, addend.reading) }
      } else if !isStatedAbsence(field.printed) {
        parts.unreadable.append((place, field))
      }
    }
    guard let first = parts.addends.first else { return nil }
    parts.sum =
      parts.addends.count == 1
      ? first
      : total.map {
        MoneyPlace(
          kind: .parts, record: record.id, item: (columns.group, 0), field: nil, reading: $0,
          unit: first.unit, exponent: first.exponent)
      }
    return parts
  }

  /// The places of parts that are no addends of the total.
  private func left(
    outOf fields: [Field], _ items: [Record.Item], _ columns: PartColumns
  ) -> Set<Int> {
    guard let times = timesListed(items, columns) else { return innerParts(items, columns) }
    // For several periods side by side: each source once for every sum on the total's line.
    guard let block = place(ofTotalIn: fields, among: times) else { return Set(items.indices) }
    return Set(
      items.indices.filter { index in
        items[..<index].count { isOneSource($0, items[index], columns) } != block
      })
  }

  /// How often each source is listed; `nil` where that is once, or not the same for all.
  private func timesListed(_ items: [Record.Item], _ columns: PartColumns) -> Int? {
    guard items.count > 3 else { return nil }
    func times(_ item: Record.Item) -> Int { items.count { isOneSource($0, item, columns) } }
    let first = times(items[0])
    guard first > 1, items.count > first else { return nil }
    return items.allSatisfy { times($0) == first } ? first : nil
  }

  private func isOneSource(
    _ left: Record.Item, _ right: Record.Item, _ columns: PartColumns
  ) -> Bool {
    guard let left = left[columns.source], let right = right[columns.source] else { return false }
    if case .term = left.value, case .term = right.value { return left.value == right.value }
    let text = document.text
    return text[left.printed.range].elementsEqual(text[right.printed.range])
  }

  /// The place of a form's total among the sums on its line; `nil` where these are not so many.
  private func place(ofTotalIn fields: [Field], among count: Int) -> Int? {
    guard let total = fields.named(profile.detail.total)?.printed else { return nil }
    let sums = profile.detail.fields.filter { $0.type == .amount }
      .compactMap { fields.named($0.name)?.printed }
      .filter { sum in
        let between = min(sum.start, total.start)..<max(sum.start, total.start)
        return !document.text[Int(between.lowerBound)..<Int(between.upperBound)].contains(0x0A)
      }
    guard sums.count == count else { return nil }
    return sums.count { $0.start < total.start }
  }

  /// The places of parts that are addends of a whole.
  func addends(_ items: [Record.Item], _ columns: PartColumns) -> [Int] {
    let inner = innerParts(items, columns)
    return items.indices.filter { !inner.contains($0) }
  }

  /// The places of parts that are part of another part, and no addends beside it.
  ///
  /// `其中` opens the list of a total's parts where it stands at the first of several. Further down it
  /// marks a part of the one above; the unmarked ones below it belong there too as far as they make
  /// up just what that one is.
  private func innerParts(_ items: [Record.Item], _ columns: PartColumns) -> Set<Int> {
    // Most forms mark none, which is seen without a copy of anything.
    let words = profile.meanings.partWords
    guard
      items.indices.contains(where: { place in
        items[place][columns.source].map { words.rest(of: $0.printed, in: document.text) != nil }
          ?? false
      })
    else { return [] }
    func amount(_ place: Int) -> Int128? {
      items[place][columns.amount]?.quantity?.digits(at: Self.scale)
    }
    var inner: Set<Int> = []
    var whole: Int128?
    for place in items.indices where !inner.contains(place) {
      guard isMarked(items[place], columns) else {
        whole = amount(place)
        continue
      }
      if place == 0, items.count > 1, !isMarked(items[1], columns) { continue }
      inner.insert(place)
      guard let whole, var sum = amount(place) else { continue }
      for next in items.indices[(place + 1)...] {
        guard !isMarked(items[next], columns), let more = amount(next) else { break }
        sum += more
        if sum == whole { inner.formUnion(place...next) }
      }
    }
    return inner
  }

  /// Whether a part is printed as part of something: `其中：财政资金`.
  func isMarked(_ item: Record.Item, _ columns: PartColumns) -> Bool {
    guard let source = item[columns.source] else { return false }
    return profile.meanings.partWords.rest(of: source.printed, in: document.text) != nil
  }

  /// Whether a cell says that there is nothing: `无`, `—`, `/`.
  func isStatedAbsence(_ printed: Slice) -> Bool {
    printed.count <= 12
      && ["无", "—", "——", "-", "--", "–", "－", "―", "/", "／", "\\", "N/A", "n/a", "Nil", "nil"]
        .contains(document.string(printed))
  }
}
