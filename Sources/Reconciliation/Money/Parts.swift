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
  func isFooted(_ record: borrowing Record, _ columns: PartColumns, total: Quantity?) -> Bool? {
    guard let index = record.groups.firstIndex(where: { $0.name == columns.group }),
      !isListedTwice(record.groups[index].items, columns)
    else { return nil }
    var isEmpty = true
    var sum: Int128 = 0
    let inner = innerParts(record.groups[index].items, columns)
    for place in record.groups[index].items.indices {
      guard let field = record.groups[index].items[place][columns.amount],
        let amount = field.quantity, !inner.contains(place)
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
    guard let group = record.group(columns.group), !isListedTwice(group.items, columns) else {
      return nil
    }
    var parts = Parts()
    var total: Reading? = .zero
    let inner = innerParts(group.items, columns)
    for (place, item) in group.items.enumerated() where !inner.contains(place) {
      guard let field = item[columns.amount] else {
        parts.blanks += 1
        continue
      }
      let addend = self.place(
        .parts, record: record, item: (columns.group, place), field: field, unit: columns.unit,
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

  /// Whether each source is listed as often as every other, and more than once: for several periods
  /// side by side, which no one total adds up.
  private func isListedTwice(_ items: [Record.Item], _ columns: PartColumns) -> Bool {
    guard items.count > 3, let first = term(items[0], columns) else { return false }
    let times = items.count { term($0, columns) == first }
    guard times > 1, items.count > times else { return false }
    return items.allSatisfy { item in
      guard let term = term(item, columns) else { return false }
      return items.count { self.term($0, columns) == term } == times
    }
  }

  private func term(_ item: Record.Item, _ columns: PartColumns) -> TermID? {
    guard case .term(let term)? = item[columns.source]?.value else { return nil }
    return term
  }

  /// The places of parts that are part of another part, and no addends beside it.
  ///
  /// `其中` opens the list of a total's parts where it stands at the first of several. Further down it
  /// marks a part of the one above; the unmarked ones below it belong there too as far as they make
  /// up just what that one is.
  private func innerParts(_ items: [Record.Item], _ columns: PartColumns) -> Set<Int> {
    guard items.contains(where: { isMarked($0, columns) }) else { return [] }
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
  private func isMarked(_ item: Record.Item, _ columns: PartColumns) -> Bool {
    guard let source = item[columns.source] else { return false }
    return profile.meanings.partWords.rest(of: source.printed, in: document.text) != nil
  }

  /// Whether a cell says that there is nothing: `无`, `—`, `/`.
  func isStatedAbsence(_ printed: Slice) -> Bool {
    printed.count <= 12
      && ["无", "—", "——", "-", "--", "–", "/", "\\", "N/A"].contains(document.string(printed))
  }
}
