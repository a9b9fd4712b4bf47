import TieoutModel

/// The cost items of one form that may be parts of its total.
struct CostList {
  /// One place an item.
  private(set) var places: [MoneyPlace] = []
  /// Whether an item cannot be taken for a part: its text and its target differ.
  private var isUnclear = false

  /// Looks at a form.
  init(_ detail: Int, _ paper: Workpaper) {
    var count = 0
    for place in paper.indicators(ofDetail: detail)
    where paper.indicators[place].exponentOfTarget != nil && paper.indicators[place].hasNumber {
      if paper.indicators[place].indicator.isCost { count += 1 }
    }
    guard count > 1 else { return }
    let record = paper.submission.details[detail]
    for place in paper.indicators(ofDetail: detail)
    where paper.indicators[place].indicator.isCost {
      let row = paper.indicators[place]
      guard !paper.context.scopes.narrow(row.indicator, record, paper.submission),
        var field = row.target == nil ? row.indicator.bound : row.indicator.target
      else { continue }
      if row.isPair, !row.isTrivial { isUnclear = true }
      field.unit = row.target == nil ? row.unitOfBound : row.unitOfTarget
      let money = paper.submission.place(
        .cost, of: record.id, item: (row.group, row.indicator.place), field: field, unit: .none,
        floor: paper.context.floor(field.unit, paper.submission.profile))
      if let money { places.append(money) }
    }
  }

  /// Their sum; `nil` where it cannot be counted.
  var sum: Reading? {
    places.reduce(Reading.zero as Reading?) { sum, place in
      sum.flatMap { Reading.sum($0, place.reading) }
    }
  }

  /// Whether they are parts: several, none of them the total, and not one amount said again.
  func areParts(of total: MoneyPlace) -> Bool {
    guard places.count > 1, !isUnclear else { return false }
    if places.contains(where: { $0.equals(total) }) { return false }
    if !places.dropFirst().allSatisfy({ $0.equals(places[0]) }) { return true }
    return addUp(to: total)
  }

  /// Whether their sum is exactly a total.
  func addUp(to total: MoneyPlace) -> Bool {
    places.count > 1 && sum.flatMap { Ladder($0, total.reading) }?.verdict == .exact
  }
}
