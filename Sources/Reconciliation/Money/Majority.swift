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
    // Places are large: they are named by their number among the others, the total by −1.
    let others = fact.others
    guard others.count >= 2 else { return nil }
    var statements = [-1]
    statements.reserveCapacity(others.count + 1)
    for place in others.indices where !Self.isRepeated(place, others) { statements.append(place) }
    guard statements.count >= 3 else { return nil }
    func reading(_ place: Int) -> Reading {
      place < 0 ? fact.total.reading : others[place].reading
    }
    var best: (place: Int, exact: Int, near: Int)?
    for candidate in statements {
      let own = reading(candidate)
      var exact = 0, rounded = 0
      for other in statements {
        switch Ladder(own, reading(other))?.verdict {
        case .exact: exact += 1
        case .rounded: rounded += 1
        default: break
        }
      }
      if exact > best?.exact ?? 0 { best = (candidate, exact, exact + rounded) }
    }
    guard let best, best.near * 2 > statements.count else { return nil }
    place = best.place < 0 ? fact.total : others[best.place]
    count = best.near
    exact = best.exact
    total = statements.count
  }

  /// Whether a place repeats what another one before it states in the same item.
  private static func isRepeated(_ place: Int, _ places: [MoneyPlace]) -> Bool {
    guard let item = places[place].item else { return false }
    return places[..<place].contains { other in
      other.item?.group == item.group && other.item?.place == item.place
        && other.equals(places[place])
    }
  }
}
