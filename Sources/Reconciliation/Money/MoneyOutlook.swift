import TieoutModel

/// What a quick look at a form's money shows: most forms state one figure throughout.
enum MoneyOutlook: Sendable {
  /// Every place states the total, and so do this many indicators.
  case unanimous(indicators: Int)
  /// Something differs: the whole sum has to be looked at.
  case divided

  /// Looks at a form; `nil` where it states no total that can be read.
  ///
  /// It compares printed numbers only, and calls a form divided whenever that is not enough.
  init?(detail: Int, _ paper: Workpaper) {
    guard let total = paper.totals[detail], let yuan = total.yuan else { return nil }
    let units = paper.submission.profile.units
    self = .divided
    if let link = paper.submission.link(ofDetail: detail), !link.isUnsure,
      let row = paper.amounts[link.row]?.yuan, !row.equals(yuan)
    {
      return
    }
    for parts in paper.parts(ofDetail: detail) {
      if let sum = parts?.sum, !sum.equals(total) { return }
    }
    var count = 0
    for place in paper.indicators(ofDetail: detail) {
      let indicator = paper.indicators[place].indicator
      let bound = units.yuan(indicator.bound, indicator.unitOfBound)
      let target = units.yuan(indicator.target, indicator.unitOfTarget)
      guard bound != nil || target != nil else { continue }
      let (first, second) = (bound?.equals(yuan), target?.equals(yuan))
      if first == false || second == false {
        if indicator.isCost || first == true || second == true { return }
        if let bound, Self.mayBeSwap(bound, yuan) { return }
        if let target, Self.mayBeSwap(target, yuan) { return }
      } else {
        count += 1
      }
    }
    self = .unanimous(indicators: count)
  }

  /// Whether a figure may be another one with two digits swapped: then 9 divides the difference.
  private static func mayBeSwap(_ left: Quantity, _ right: Quantity) -> Bool {
    let scale = Int(max(left.scale, right.scale))
    guard let a = left.digits(at: scale), let b = right.digits(at: scale) else { return true }
    return (a - b).isMultiple(of: 9)
  }
}

extension UnitTable {
  /// A field's number in the base unit of money; `nil` where it is no money.
  func yuan(_ field: Field?, _ unit: UnitID) -> Quantity? {
    guard let quantity = field?.quantity, let exponent = exponent(unit) else { return nil }
    return quantity.scaled(byPowerOfTen: exponent)
  }
}
