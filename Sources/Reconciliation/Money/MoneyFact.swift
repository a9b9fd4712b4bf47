import TieoutModel

/// The sum of money that a form is about, with every place that states it.
///
/// The total, its row in the summary, the form's parts, the indicators of its cost, and indicators
/// that repeat it. The checks AG01, FT04, AG02 and UN01 share it, so that one wrong figure is one
/// finding, however many comparisons it breaks.
struct MoneyFact: Sendable {
  /// Places that state one and the same sum, or round to it, other than the total.
  struct Deviation: Sendable {
    /// The places, the weightiest first.
    var places: [MoneyPlace]
    /// How the total compares with the first of them.
    var ladder: Ladder
    /// The step between units by which they differ, where they differ by nothing else.
    var unitStep: Int?
    /// The patterns in which the figures differ.
    var diagnosis: [Diagnosis]

    /// The place that decides which check speaks of it.
    var first: MoneyPlace { places[0] }
    /// Whether it is a matter of the unit alone.
    var isUnitSlip: Bool { unitStep != nil && ladder.verdict == .broken }
  }

  /// The form's total.
  let total: MoneyPlace
  /// All other places.
  let others: [MoneyPlace]
  /// What the other places state instead of the total.
  let deviations: [Deviation]

  /// Gathers the places of a form's sum; `nil` where the form states no total that can be read.
  init?(detail: Int, _ paper: Workpaper) {
    guard let total = paper.totals[detail] else { return nil }
    var others: [MoneyPlace] = []
    if let link = paper.submission.link(ofDetail: detail), !link.isUnsure,
      let row = paper.amounts[link.row]
    {
      others.append(row)
    }
    let indicators = paper.context.indicators.map {
      MoneyIndicators(detail: detail, $0, paper)
    }
    others += indicators.flatMap { $0.costs(of: total, paper) }
    for group in paper.context.parts.indices {
      guard let parts = paper.parts(ofDetail: detail, group), let sum = parts.sum,
        !parts.mayHold(whatIsMissingTo: total) || others.contains(where: { $0.equals(sum) })
      else { continue }
      others.append(sum)
    }
    others += indicators.flatMap { $0.echoes(of: [total] + others) }
    others.sort { $0.kind < $1.kind }
    self.total = total
    self.others = others
    deviations = Self.deviations(total, others)
  }

  /// Whether an indicator's figures are spoken of in a deviation.
  func speaks(ofIndicator place: Int, in group: FieldName) -> Bool {
    deviations.contains { deviation in
      deviation.places.contains { $0.item?.group == group && $0.item?.place == place }
    }
  }

  private static func deviations(_ total: MoneyPlace, _ others: [MoneyPlace]) -> [Deviation] {
    var deviations: [Deviation] = []
    for place in others {
      guard let ladder = Ladder(total.reading, place.reading), ladder.verdict != .exact else {
        continue
      }
      let known = deviations.firstIndex { other in
        other.first.equals(place)
          || ladder.verdict == .broken && other.ladder.verdict == .broken
            && Ladder(other.first.reading, place.reading)?.verdict == .rounded
      }
      if let known {
        deviations[known].places.append(place)
        continue
      }
      var deviation = Deviation(places: [place], ladder: ladder, diagnosis: [])
      if let left = total.yuan, let right = place.yuan {
        deviation.unitStep = DigitSlip.unitStep(left, right)
        deviation.diagnosis = DigitSlip.diagnose(left, right)
      }
      deviations.append(deviation)
    }
    return deviations
  }
}
