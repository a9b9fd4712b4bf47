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
    guard let yuan = paper.totals[detail]?.yuan else { return nil }
    self = .divided
    if let link = paper.submission.link(ofDetail: detail), !link.isUnsure,
      let row = paper.amounts[link.row]?.yuan, !row.equals(yuan)
    {
      return
    }
    for group in paper.context.parts.indices where paper.isFooted(detail, group) == false {
      if let sum = paper.parts(ofDetail: detail, group)?.sum, let total = paper.totals[detail],
        !sum.equals(total)
      {
        return
      }
    }
    var count = 0
    // Most indicators have nothing to do with money.
    for place in paper.indicators(ofDetail: detail) where paper.indicators[place].isMoney {
      let bound = Self.yuan(
        paper.indicators[place].bound, paper.indicators[place].exponentOfBound)
      let target = Self.yuan(
        paper.indicators[place].target, paper.indicators[place].exponentOfTarget)
      guard bound != nil || target != nil else { continue }
      let (first, second) = (bound?.equals(yuan), target?.equals(yuan))
      if first == false || second == false {
        if paper.indicators[place].indicator.isCost || first == true || second == true { return }
        if let bound, Self.mayBeSwap(bound, yuan) { return }
        if let target, Self.mayBeSwap(target, yuan) { return }
      } else {
        count += 1
      }
    }
    self = .unanimous(indicators: count)
  }

  /// A number in the base unit of money; `nil` where it is no money.
  private static func yuan(_ number: Quantity?, _ exponent: Int?) -> Quantity? {
    guard let number, let exponent else { return nil }
    return number.scaled(byPowerOfTen: exponent)
  }

  /// Whether a figure may be another one with two digits swapped: then 9 divides the difference.
  private static func mayBeSwap(_ left: Quantity, _ right: Quantity) -> Bool {
    let scale = Int(max(left.scale, right.scale))
    guard let a = left.digits(at: scale), let b = right.digits(at: scale) else { return true }
    return (a - b).isMultiple(of: 9)
  }
}

extension UnitTable {
  /// A number in the base unit of money; `nil` where it is no money.
  func yuan(_ quantity: Quantity?, _ unit: UnitID) -> Quantity? {
    guard let quantity, let exponent = exponent(unit) else { return nil }
    return quantity.scaled(byPowerOfTen: exponent)
  }
}
