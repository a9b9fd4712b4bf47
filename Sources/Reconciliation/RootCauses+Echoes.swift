internal import TieoutModel

extension RootCauses {
  /// Puts findings that only say once more what another one says under it.
  ///
  /// A date that two orders find wrong is one wrong date; a figure of the letter that is neither the
  /// tables' nor its parts' sum is one wrong figure. An amount in words, a product or a rate that
  /// would be right with what another place states for one of its figures follows from that figure; and a
  /// second field of a form that disagrees with a row as its total does is no second disagreement.
  static func collapseEchoes(_ findings: inout [Finding], _ units: UnitTable) {
    let echoes = places(of: checks, findings).filter { isBroken(findings[$0]) }
    guard !echoes.isEmpty else { return }
    var first: [Subject: Int] = [:]
    let figures = figures(
      of: [AgreeWithSummary.entry.id, LetterAgainstTables.entry.id], findings)
    for place in echoes {
      let cause: Int?
      switch findings[place].check {
      case OutOfDomain.entry.id:
        cause = first[findings[place].subject]
        first[findings[place].subject] = cause ?? place
      case ProseArithmetic.entry.id:
        cause = figures.letter.first { letter in
          findings[place].values.contains { value in
            value.role == "stated"
              && findings[letter].values.contains { overlap($0.printed, value.printed) }
          }
        }
      case AgreeWithSummary.entry.id:
        cause = repeating(place, figures.printed, findings, units)
      default: cause = mending(findings[place], figures.printed, findings, units)
      }
      if let cause { put([place], under: cause, &findings) }
    }
  }

  /// An earlier disagreement of one of the figures of another, with the same figures on both sides.
  private static func repeating(
    _ place: Int, _ printed: [Slice: [Int]], _ findings: [Finding], _ units: UnitTable
  ) -> Int? {
    guard let own = Figure.all(findings[place].values, units) else { return nil }
    for value in findings[place].values where value.role == "result" || value.role == "other" {
      let cause = printed[value.printed]?.first { other in
        guard other < place, findings[other].check == AgreeWithSummary.entry.id,
          isBroken(findings[other])
        else { return false }
        let figures = findings[other].values.compactMap { Figure($0, units)?.value }
        return own.allSatisfy { figures.contains($0.value) }
      }
      if let cause { return cause }
    }
    return nil
  }

  /// The first finding that would settle one if its sides stood for one of the figures.
  private static func mending(
    _ echo: Finding, _ printed: [Slice: [Int]], _ findings: [Finding], _ units: UnitTable
  ) -> Int? {
    for index in echo.values.indices {
      let cause = printed[echo.values[index].printed]?.first {
        isBroken(findings[$0]) && mends(echo, index, findings[$0], units)
      }
      if let cause { return cause }
    }
    return nil
  }

  /// The checks whose findings may only follow from others.
  private static let checks = [
    OutOfDomain.entry.id, AmountInWords.entry.id, Recalculation.entry.id, ProseArithmetic.entry.id,
    AgreeWithSummary.entry.id,
  ]

  /// The findings of some checks: those on the letter, and the others by the figures that they print.
  private static func figures(
    of checks: [String], _ findings: [Finding]
  ) -> (letter: [Int], printed: [Slice: [Int]]) {
    var letter: [Int] = []
    var printed: [Slice: [Int]] = [:]
    for place in places(of: checks, findings) where isBroken(findings[place]) {
      if findings[place].check == LetterAgainstTables.entry.id {
        letter.append(place)
      } else {
        for value in findings[place].values where !value.printed.isEmpty {
          printed[value.printed, default: []].append(place)
        }
      }
    }
    return (letter, printed)
  }

  private static func isBroken(_ finding: Finding) -> Bool {
    finding.verdict == .broken && !finding.records.isEmpty
  }

  private static func overlap(_ left: Slice, _ right: Slice) -> Bool {
    !left.isEmpty && !right.isEmpty && left.start < right.end && right.start < left.end
  }

  /// Whether a finding would be settled if one of its figures were what another one's sides state.
  private static func mends(
    _ echo: Finding, _ place: Int, _ cause: Finding, _ units: UnitTable
  ) -> Bool {
    let own = echo.values[place]
    guard !own.printed.isEmpty, cause.values.contains(where: { $0.printed == own.printed }),
      var figures = Figure.all(echo.values, units)
    else { return false }
    for other in cause.values where other.printed != own.printed {
      guard let figure = Figure(other, units), figure != figures[place] else { continue }
      let before = figures[place]
      figures[place] = figure
      let isSettled = echo.check == AmountInWords.entry.id ? areOne(figures) : hold(figures)
      figures[place] = before
      if isSettled { return true }
    }
    return false
  }

  /// A figure of a finding in the base unit of money, or in hundredths of one for a rate.
  private struct Figure: Equatable {
    let value: Int128
    /// Half a unit of its last digit.
    let half: Int128

    init?(_ evidence: Finding.Evidence, _ units: UnitTable) {
      let bytes = Array(evidence.value.utf8)
      guard let number = Quantity.whole(bytes, Slice(bytes.indices)) else { return nil }
      let exponent = units.unit(named: evidence.unit).flatMap { units.exponent($0) } ?? 0
      let half = Quantity(digits: 5, scale: number.scale + 1).scaled(byPowerOfTen: exponent)
      guard let value = number.scaled(byPowerOfTen: exponent).digits(at: 6),
        value.magnitude < 1 << 60
      else { return nil }
      self.value = value
      self.half = half.digits(at: 6) ?? 0
    }

    static func all(_ values: [Finding.Evidence], _ units: UnitTable) -> [Figure]? {
      let figures = values.compactMap { Figure($0, units) }
      return figures.count == values.count ? figures : nil
    }
  }

  private static func areOne(_ figures: [Figure]) -> Bool {
    figures.dropFirst().allSatisfy { $0.value == figures[0].value }
  }

  /// Whether the first figure is the product of the others, or the second one by the third.
  private static func hold(_ figures: [Figure]) -> Bool {
    guard figures.count == 3 else { return false }
    let (stated, left, right) = (figures[0], figures[1].value, figures[2].value)
    let one: Int128 = 1_000_000
    if (stated.value * one - left * right).magnitude <= (stated.half * one).magnitude {
      return true
    }
    let apart = stated.value * right - left * 100 * one
    return apart.magnitude <= (stated.half * right).magnitude
  }
}
