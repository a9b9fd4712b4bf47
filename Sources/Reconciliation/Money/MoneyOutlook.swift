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
  init?(detail: Int, _ submission: Submission, _ context: MoneyContext) {
    let record = submission.details[detail]
    guard let total = submission.total(ofDetail: detail, context), let yuan = total.yuan else {
      return nil
    }
    self = .divided
    if let link = submission.link(ofDetail: detail), !link.isUnsure,
      let row = submission.amount(ofRow: link.row, context)?.yuan, !row.equals(yuan)
    {
      return
    }
    for columns in context.parts {
      if let sum = submission.parts(of: record, columns, context)?.sum, !sum.equals(total) {
        return
      }
    }
    var count = 0
    for columns in context.indicators {
      for (place, item) in (record.group(columns.group)?.items ?? []).enumerated() {
        let indicator = columns.read(item, place: place)
        let bound = submission.yuan(indicator.bound, submission.boundUnit(indicator))
        let target = submission.yuan(indicator.target, submission.targetUnit(indicator))
        let figures = [bound, target]
        let equal = figures.count { $0?.equals(yuan) == true }
        let unequal = figures.count { $0?.equals(yuan) == false }
        if equal > 0, unequal == 0 { count += 1 }
        guard unequal > 0 else { continue }
        if indicator.isCost || equal > 0 { return }
        for case let figure? in figures where Self.mayBeSwap(figure, yuan) { return }
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

extension Submission {
  /// A field's number in the base unit of money; `nil` where it is no money.
  func yuan(_ field: Field?, _ unit: UnitID) -> Quantity? {
    guard let quantity = field?.quantity, let exponent = profile.units.exponent(unit) else {
      return nil
    }
    return quantity.scaled(byPowerOfTen: exponent)
  }
}
