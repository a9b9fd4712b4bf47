import TieoutModel

/// One side of a relation: its figures and what they come to.
struct RelationSide {
  /// One figure.
  struct Figure {
    var record: String
    var item: (group: FieldName, place: Int)?
    var field: Field
    var unit: UnitID
    /// The power of ten by which the unit is wrong.
    var shift = 0
    var isTakenOff = false
  }

  /// The figures that can be read.
  private(set) var figures: [Figure] = []
  /// Their sum; `nil` where it cannot be counted.
  private(set) var reading: Reading? = .zero
  /// How many places are blank.
  private(set) var blanks = 0
  /// How many of those that are taken off are blank.
  private(set) var blanksTakenOff = 0
  /// How many hold no number.
  private(set) var unreadable = 0

  /// Creates a side without figures.
  init() {}

  /// Adds up what stands in some places of a record; of groups, each item or the one given.
  init(
    _ places: [FigureRelation.Place], _ record: (FigureRelation.Place) -> Record, item: Int?,
    _ submission: borrowing Submission, summaryBy shift: Int = 0
  ) {
    for place in places {
      let count = figures.count
      read(place, record(place), item, submission)
      guard shift != 0, place.isOfSummary else { continue }
      for place in count..<figures.count { figures[place].shift = shift }
    }
    addUp(submission)
  }

  /// Adds up some items of a group.
  init(
    _ place: FigureRelation.Place, _ items: [Int], _ record: Record,
    _ submission: borrowing Submission
  ) {
    guard let group = record.group(place.group) else { return }
    let unit = submission.unit(of: place)
    for item in items {
      take(group.items[item][place.field], record.id, (group.name, item), unit, submission)
    }
    addUp(submission)
  }

  /// Takes the figures that stand in a place of a record, instead of those before; they are neither
  /// counted nor added up.
  mutating func replaceFigures(
    with place: FigureRelation.Place, in record: borrowing Record,
    _ submission: borrowing Submission
  ) {
    figures.removeAll(keepingCapacity: true)
    read(place, record, nil, submission)
  }

  private mutating func addUp(_ submission: borrowing Submission) {
    for figure in figures {
      guard let sum = reading, let own = figure.reading(submission) else {
        reading = nil
        return
      }
      reading = .sum(sum, own)
    }
  }

  /// Adds another side.
  mutating func add(_ other: RelationSide) {
    figures += other.figures
    blanks += other.blanks
    unreadable += other.unreadable
    reading = reading.flatMap { sum in other.reading.flatMap { .sum(sum, $0) } }
  }

  /// Takes another side off.
  mutating func subtract(_ other: RelationSide) {
    figures += other.figures.map {
      var figure = $0
      figure.isTakenOff = true
      return figure
    }
    blanksTakenOff += other.blanks
    unreadable += other.unreadable
    guard !other.figures.isEmpty else { return }
    reading = reading.flatMap { sum in other.reading.flatMap { sum.without($0) } }
  }

  private mutating func read(
    _ place: FigureRelation.Place, _ record: borrowing Record, _ item: Int?,
    _ submission: borrowing Submission
  ) {
    let unit = submission.unit(of: place)
    guard let group = place.group else {
      take(record.fields.named(place.field), record.id, nil, unit, submission)
      return
    }
    var items = record.group(group)?.items ?? []
    // Of lines that begin with their whole, that is what they come to.
    if item == nil, items.count > 1, submission.isWholeAmount(place, items) {
      items.removeSubrange(1...)
    }
    // A column that a table does without is no blank of its rows.
    guard items.contains(where: { $0[place.field] != nil }) else { return }
    // What few of its rows have, such as the score of all of them, the others do without as well.
    let isRare = items.count { $0[place.field] != nil } * 2 < items.count
    for (number, line) in items.enumerated()
    where item == number
      || item == nil && submission.isAddend(line) && !(isRare && line[place.field] == nil)
    {
      take(line[place.field], record.id, (group, number), unit, submission)
    }
  }

  private mutating func take(
    _ field: Field?, _ record: String, _ item: (group: FieldName, place: Int)?, _ unit: UnitID,
    _ submission: borrowing Submission
  ) {
    guard let field else {
      blanks += 1
      return
    }
    guard field.quantity != nil else {
      // A dash says that there is nothing; a blank does not say it.
      if !submission.isStatedAbsence(field.printed) { unreadable += 1 }
      return
    }
    figures.append(
      Figure(
        record: record, item: item, field: field, unit: field.unit == .none ? unit : field.unit))
  }
}

extension RelationSide {
  /// The side where it is the whole of figures with decimals: then a single whole number of it may have
  /// been rounded all the same, as the whole of scores is.
  func reading(asWholeOf parts: RelationSide) -> Reading? {
    guard figures.count == 1, figures[0].unit == .none, let whole = figures[0].field.quantity,
      whole.scale == 0,
      parts.figures.contains(where: { $0.field.quantity.map { $0.scale > 0 } == true })
    else { return reading }
    return Reading(exact: whole, isRounded: true)
  }
}

extension RelationSide.Figure {
  /// The figure as an interval, money in its base unit; whole numbers without a unit, as scores are,
  /// are meant as they stand.
  func reading(_ submission: Submission) -> Reading? {
    field.quantity.flatMap {
      if unit == .none, $0.scale == 0 { return Reading(exact: $0) }
      return Reading(
        $0, exponent: submission.profile.units.exponent(unit).map { $0 + shift } ?? 0,
        width: submission.profile.thresholds.width)
    }
  }
}

extension Submission {
  /// Whether a place is an amount of lines of which the first states the whole.
  fileprivate func isWholeAmount(_ place: FigureRelation.Place, _ items: [Record.Item]) -> Bool {
    guard let group = profile.detail.groups.first(where: { $0.name == place.group }),
      group.kind == .lines,
      group.columns.contains(where: { $0.name == place.field && $0.type == .amount })
    else { return false }
    return leadsWithWhole(items, group)
  }

  /// The unit of figures in a place, where nothing nearer names one.
  func unit(of place: FigureRelation.Place) -> UnitID {
    if place.isOfSummary {
      return profile.summary.columns.first { $0.name == place.field }?.unit ?? .none
    }
    guard let group = place.group else {
      return profile.detail.fields.first { $0.name == place.field }?.unit ?? .none
    }
    let columns = profile.detail.groups.first { $0.name == group }?.columns
    return columns?.first { $0.name == place.field }?.unit ?? .none
  }
}
