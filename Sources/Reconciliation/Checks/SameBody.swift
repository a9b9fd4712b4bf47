internal import TieoutModel

/// Whether records name one body, however they spell it.
///
/// Few records are asked for: those that have a name in common.
struct SameBody {
  private var register: Organisations

  /// Creates a register with the rules of a profile.
  init(_ profile: borrowing Profile) { register = profile.prepared(Organisations.init) }

  /// Whether two names mean one body.
  mutating func isOne(_ left: Field?, _ right: Field?, _ text: [UInt8]) -> Bool {
    guard let left, let right, let a = register.number(of: text, left.words.range),
      let b = register.number(of: text, right.words.range)
    else { return false }
    return register.relation(a, b) != .different
  }

  /// How many bodies records name.
  mutating func count(_ names: [Field], _ text: [UInt8]) -> Int {
    var bodies: [Field] = []
    for name in names where !bodies.contains(where: { isOne($0, name, text) }) {
      bodies.append(name)
    }
    return bodies.count
  }
}
