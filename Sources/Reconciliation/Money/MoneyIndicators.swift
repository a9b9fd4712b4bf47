import TieoutModel

/// The indicators of one form that are measured in money.
struct MoneyIndicators: Sendable {
  private struct Entry: Sendable {
    var indicator: Indicator
    var places: [MoneyPlace]
  }

  private var entries: [Entry] = []
  private let record: Record

  /// Reads the money of a form's indicators.
  init(
    detail: Int, _ columns: IndicatorColumns, _ paper: Workpaper
  ) {
    record = paper.submission.details[detail]
    for place in paper.indicators(ofDetail: detail)
    where paper.indicators[place].isMoney && paper.indicators[place].group == columns.group {
      let indicator = paper.indicators[place].indicator
      let kind: MoneyPlace.Kind = indicator.isCost ? .cost : .echo
      func read(_ field: Field?, _ unit: UnitID) -> MoneyPlace? {
        guard var field, field.quantity != nil else { return nil }
        field.unit = unit
        return paper.submission.place(
          kind, of: record.id, item: (columns.group, indicator.place), field: field, unit: .none,
          floor: paper.context.floor(unit, paper.submission.profile))
      }
      let places = [
        read(indicator.bound, indicator.unitOfBound),
        read(indicator.target, indicator.unitOfTarget),
      ].compactMap(\.self)
      if !places.isEmpty { entries.append(Entry(indicator: indicator, places: places)) }
    }
  }

  /// The places of indicators that are a cost of the whole.
  ///
  /// A cost is of the whole if it states the total or a slip of it, and otherwise only if no other
  /// cost states another amount: different amounts are costs of parts. Costs for each person, of
  /// another scope or year, and of what one of several parts states, are none.
  func costs(of total: MoneyPlace, _ paper: Workpaper) -> [MoneyPlace] {
    let costs = entries.filter(\.indicator.isCost)
    // Parts of one amount each, which are no whole.
    if costs.count > 1, Self.addUp(costs, to: total) { return [] }
    let isOneAmount = costs.dropFirst().allSatisfy { entry in
      entry.places.contains { place in costs[0].places.contains { $0.equals(place) } }
    }
    return costs.flatMap { entry -> [MoneyPlace] in
      if entry.places.contains(where: { $0.equals(total) }) { return entry.places }
      guard !paper.context.scopes.narrow(entry.indicator, record, paper.submission) else {
        return []
      }
      if entry.places.contains(where: { isPart($0, paper) }) { return [] }
      let isWhole = isOneAmount || entry.places.contains { isSlip($0, of: total) }
      return isWhole ? entry.places : []
    }
  }

  /// Whether a figure is that of one of the form's parts, and not of all of them.
  private func isPart(_ place: MoneyPlace, _ paper: Workpaper) -> Bool {
    paper.context.parts.contains { columns in
      guard let items = record.group(columns.group)?.items, items.count > 1 else { return false }
      let isStated = items.contains { item in
        paper.submission.place(
          .parts, of: record.id, field: item[columns.amount], unit: columns.unit, floor: 0)?
          .equals(place) ?? false
      }
      // Mostly it is not, and nothing has to be added up.
      return isStated
        && paper.submission.parts(of: record, columns, paper.context)?.sum?.equals(place) != true
    }
  }

  /// Whether costs are parts that add up to a total.
  private static func addUp(_ costs: [Entry], to total: MoneyPlace) -> Bool {
    var sum: Reading? = .zero
    for entry in costs {
      sum = sum.flatMap { sum in entry.places.last.flatMap { Reading.sum(sum, $0.reading) } }
    }
    return sum.flatMap { Ladder($0, total.reading) }?.verdict == .exact
  }

  /// The places of other indicators that state the same sum.
  ///
  /// What an indicator is named after never makes it the same sum (`可支配收入≥200万元` is another
  /// one); that it repeats one of the known figures digit by digit, or a swap of its digits, does.
  func echoes(of known: [MoneyPlace]) -> [MoneyPlace] {
    entries.filter { !$0.indicator.isCost }.flatMap { entry -> [MoneyPlace] in
      let isSame = entry.places.contains { place in
        known.contains { $0.equals(place) || isSwap(place, of: $0) }
      }
      return isSame ? entry.places : []
    }
  }

  /// Whether a figure is the total's, rounded, cut off or with two digits swapped.
  ///
  /// Other slips would be found between costs that are honestly different: 135 of 235.
  private func isSlip(_ place: MoneyPlace, of total: MoneyPlace) -> Bool {
    guard let left = place.yuan, let right = total.yuan else { return false }
    return Ladder(place.reading, total.reading)?.verdict != .broken
      || DigitSlip.diagnose(left, right) == [.truncation] || isSwap(place, of: total)
  }

  /// Whether a figure of four digits or more is another one with two digits swapped.
  private func isSwap(_ place: MoneyPlace, of other: MoneyPlace) -> Bool {
    guard let left = place.yuan, let right = other.yuan, left.digits.magnitude >= 1000 else {
      return false
    }
    return DigitSlip.diagnose(left, right) == [.transposition]
  }
}
