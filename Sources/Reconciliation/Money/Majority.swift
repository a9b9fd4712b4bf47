import TieoutModel

/// What most places of one sum state.
struct Majority: Sendable {
  /// One of the places that state it exactly.
  let place: MoneyPlace
  /// How many statements agree with it.
  let count: Int
  /// How many of them state it to the digit.
  let exact: Int
  /// How many statements there are.
  let total: Int

  /// Asks all places of a sum; `nil` where fewer than three state it, or no value has more than half.
  ///
  /// An indicator whose text and target agree is one statement: somebody wrote it once and copied
  /// it. A figure that differs only by rounding agrees.
  init?(_ fact: MoneyFact) {
    var statements: [MoneyPlace] = []
    for place in [fact.total] + fact.others {
      let isRepeated = statements.contains { other in
        place.item != nil && other.item?.group == place.item?.group
          && other.item?.place == place.item?.place && other.equals(place)
      }
      if !isRepeated { statements.append(place) }
    }
    guard statements.count >= 3 else { return nil }
    var best: (place: MoneyPlace, exact: Int, near: Int)?
    for candidate in statements.indices {
      var exact = 0, rounded = 0
      for other in statements.indices {
        switch Ladder(statements[candidate].reading, statements[other].reading)?.verdict {
        case .exact: exact += 1
        case .rounded: rounded += 1
        default: break
        }
      }
      if exact > best?.exact ?? 0 { best = (statements[candidate], exact, exact + rounded) }
    }
    guard let best, best.near * 2 > statements.count else { return nil }
    place = best.place
    count = best.near
    exact = best.exact
    total = statements.count
  }
}
