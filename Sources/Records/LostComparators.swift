internal import TieoutModel

/// Restores comparators that an engine has no sign for, where the whole submission proves it.
///
/// An engine that does not know `≥` and `≤` writes `>` and `<` for them, or a digit: rates over
/// 100 % tell it. More than 100 % is no target, and three rates of 295 %, 598 % and 2100 % in a paper
/// without a single `≥` are 95 %, 98 % and 100 % behind a sign that became a digit.
///
/// - before: `>100%`, `>98%`, `<7个月`; `295%`, `598%`, `2100%`
/// - after: `≥100%`, `≥98%`, `≤7个月`; `≥95%`, `≥98%`, `≥100%`
/// - `入2906万元`, `三4333户`: the number behind the sign, see `restoreSigns`
/// - leaves alone: papers in which `≥` or `≤` can be read, and numbers that may be meant
struct LostComparators {
  let group: FieldName
  let target: FieldName
  let comparator: FieldName
  let unit: FieldName?
  private let percent: UnitID

  /// The fewest numbers with a sign or a digit too many that make a habit.
  static let fewest = 3

  /// `nil` where the profile has no targets.
  private init?(_ profile: Profile) {
    guard let spec = profile.detail.groups.first(where: { $0.kind == .indicators }),
      let target = spec.roles[.target], let comparator = spec.roles[.targetComparator],
      let percent = profile.units.unit(spelt: Array("%".utf8)[...])
    else { return nil }
    group = spec.name
    self.target = target
    self.comparator = comparator
    unit = spec.roles[.unit]
    self.percent = percent
  }

  static func restore(_ submission: inout Submission) {
    guard let restorer = LostComparators(submission.profile),
      !knowsSigns(submission.document.text)
    else { return }
    restorer.restoreAngles(&submission)
    restorer.restoreDigits(&submission)
    restorer.restoreSigns(&submission)
  }

  private static func knowsSigns(_ text: [UInt8]) -> Bool {
    let text = text.span
    let end = max(text.count - 2, 0)
    // Few bytes are E2, the first one of either sign.
    var index = text.next(0xE2, or: 0xE2, in: 0..<end)
    while index < end {
      if text[index + 1] == 0x89, text[index + 2] == 0xA5 || text[index + 2] == 0xA4 { return true }
      index = text.next(0xE2, or: 0xE2, in: index + 1..<end)
    }
    return false
  }

  // MARK: Angles

  private func restoreAngles(_ submission: inout Submission) {
    let places = self.places(submission) { item in
      guard case .comparator(let sign)? = item[comparator]?.value else { return false }
      return sign == .greater || sign == .less
    }
    let isProved = places.contains { record, item in
      let fields = self.item(record, item, submission)
      guard let value = fields[target]?.quantity,
        case .comparator(.greater)? = fields[comparator]?.value
      else { return false }
      return fields[target]?.unit == percent && value.equals(Quantity(digits: 100, scale: 0))
    }
    guard isProved else { return }
    let reason = Message(
      zh: "全文没有“≥”“≤”，且有“>100%”：识别引擎以“>”“<”代之",
      en: "no ≥ and no ≤ in the whole paper, but a target >100%: the engine writes > and < for them"
    )
    change(places, reason, &submission) { item, repair in
      for index in item.fields.indices where item.fields[index].name == comparator {
        guard case .comparator(let sign) = item.fields[index].value else { continue }
        item.fields[index].value = .comparator(sign == .less ? .lessOrEqual : .greaterOrEqual)
        item.fields[index].rowRepair = repair
      }
    }
  }

  // MARK: Digits

  private func restoreDigits(_ submission: inout Submission) {
    let places = self.places(submission) { item in
      item[comparator] == nil && item[target].map { rate($0) != nil } == true
    }
    guard places.count >= Self.fewest else { return }
    let reason = Message(
      zh: "全文没有“≥”，却有 \(places.count) 个比率超过 100%，首位数字应为“≥”",
      en:
        "no ≥ in the whole paper, but \(places.count) rates over 100%: their first digit is the sign"
    )
    change(places, reason, &submission) { item, repair in
      guard let index = item.fields.firstIndex(where: { $0.name == target }),
        let value = rate(item.fields[index])
      else { return }
      let printed = item.fields[index].printed
      var sign = Field(
        name: comparator, printed: Slice(start: printed.start, count: 1),
        value: .comparator(.greaterOrEqual))
      sign.rowRepair = repair
      item.fields[index].printed = Slice(start: printed.start + 1, count: printed.count - 1)
      item.fields[index].value = .quantity(value)
      item.fields[index].rowRepair = repair
      item.fields.insert(sign, at: index + 1)
    }
  }

  /// The rate behind a first digit, where the number is none with it: `295` is 95, `2100` is 100.
  private func rate(_ field: Field) -> Quantity? {
    guard field.unit == percent, let value = field.quantity, value.scale == 0,
      Int(field.printed.count) == String(value.digits).count, value.digits > 100
    else { return nil }
    var power: Int64 = 100
    while power * 10 <= value.digits, power < 1_000_000 { power *= 10 }
    let rest = value.digits % power
    // What is left has as many digits as it is printed with.
    return rest <= 100 && rest * 10 >= power ? Quantity(digits: rest, scale: 0) : nil
  }

  // MARK: Items

  /// The items that satisfy a condition, by record and place in the group.
  func places(
    _ submission: Submission, _ holds: (Record.Item) -> Bool
  ) -> [(record: Int, item: Int)] {
    submission.details.indices.flatMap { record in
      let items = submission.details[record].group(group)?.items ?? []
      return items.indices.filter { holds(items[$0]) }.map { (record, $0) }
    }
  }

  func item(_ record: Int, _ item: Int, _ submission: Submission) -> Record.Item {
    let group = submission.details[record].groups.first { $0.name == self.group }
    return group?.items[item] ?? Record.Item(at: .none, fields: [])
  }

  /// Changes items, with one repair a record.
  func change(
    _ places: [(record: Int, item: Int)], _ reason: Message, _ submission: inout Submission,
    _ body: (inout Record.Item, UInt32) -> Void
  ) {
    for record in Set(places.map(\.record)).sorted() {
      let items = places.filter { $0.record == record }.map(\.item)
      let cells = items.map { place in
        let item = self.item(record, place, submission)
        let printed = item[target]?.printed ?? .none
        return printed.joined(with: item[comparator]?.printed ?? .none)
      }
      var repair = Repair(
        rule: "ST06", state: .likely, record: submission.details[record].id, cells: cells,
        before: cells.map(submission.document.string), after: [], evidence: [reason])
      submission.document.turnIfOverruled(&repair)
      let number = submission.add(repair)
      guard let group = submission.details[record].groups.firstIndex(where: { $0.name == group })
      else { continue }
      var changed = items.map { submission.details[record].groups[group].items[$0] }
      for place in changed.indices { body(&changed[place], number) }
      if repair.state.isApplied {
        for (place, item) in zip(items, changed) {
          submission.details[record].groups[group].items[place] = item
        }
      }
      submission.repairs[Int(number) - 1].after = changed.map { item in
        var after = ""
        if case .comparator(let sign)? = item[comparator]?.value {
          after = sign == .lessOrEqual ? "≤" : "≥"
        }
        return after + (item[target].map { submission.document.string($0.printed) } ?? "")
      }
    }
  }
}
