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
  /// Whether the parts of a form surely add up to a total, by a quick look at printed numbers; `nil`
  /// where no part has an amount.
  func isFooted(_ record: borrowing Record, _ columns: PartColumns, total: Quantity?) -> Bool? {
    // Fine enough for all money; what is finer is left to a closer look.
    let scale = 6
    guard let index = record.groups.firstIndex(where: { $0.name == columns.group }) else {
      return nil
    }
    var isEmpty = true
    var sum: Int128 = 0
    for place in record.groups[index].items.indices {
      guard let field = record.groups[index].items[place][columns.amount],
        let amount = field.quantity
      else { continue }
      if place > 0 || record.groups[index].items.count == 1,
        let source = record.groups[index].items[place][columns.source], isPartOfAnother(source)
      {
        return false
      }
      isEmpty = false
      guard let exponent = profile.units.exponent(field.unit == .none ? columns.unit : field.unit),
        let addend = amount.scaled(byPowerOfTen: exponent).digits(at: scale)
      else { return false }
      sum += addend
    }
    if isEmpty { return nil }
    return total?.digits(at: scale) == sum
  }

  /// The parts of a form, those left out that are part of another; `nil` where none has an amount.
  func parts(of record: Record, _ columns: PartColumns, _ context: MoneyContext) -> Parts? {
    guard let group = record.group(columns.group) else { return nil }
    var parts = Parts()
    var total: Reading? = .zero
    let skipped = partsOfOthers(group, columns)
    for (place, item) in group.items.enumerated() where !skipped.contains(place) {
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

  /// Whether a part is printed as part of what stands before it: `其中：财政资金`.
  private func isPartOfAnother(_ source: Field) -> Bool {
    profile.meanings.partWords.rest(of: source.printed, in: document.text) != nil
  }

  /// The lines of a group that are part of another line.
  ///
  /// They are what 其中 begins, as far as it adds up to the line before. Where nothing stands before
  /// it the total is meant, and the lines are parts of that; a single one says nothing about the rest.
  private func partsOfOthers(_ group: Record.Group, _ columns: PartColumns) -> Set<Int> {
    var skipped: Set<Int> = []
    if group.items.count == 1, let source = group.items[0][columns.source], isPartOfAnother(source)
    {
      return [0]
    }
    for (place, item) in group.items.enumerated().dropFirst() where !skipped.contains(place) {
      guard let source = item[columns.source], isPartOfAnother(source) else { continue }
      skipped.insert(place)
      func digits(_ place: Int) -> Int128? {
        group.items[place][columns.amount]?.quantity?.digits(at: 6)
      }
      guard let whole = digits(place - 1) else { continue }
      var sum: Int128 = 0
      let last = group.items.indices[place...].first { next in
        sum += digits(next) ?? 0
        return sum == whole
      }
      if let last { skipped.formUnion(place...last) }
    }
    return skipped
  }

  /// Whether a cell says that there is nothing: `无`, `—`, `/`.
  func isStatedAbsence(_ printed: Slice) -> Bool {
    printed.count <= 12
      && ["无", "—", "——", "-", "--", "–", "/", "\\", "N/A"].contains(document.string(printed))
  }
}
