import TieoutModel

/// The decimals that a column is kept in, though its trailing zeros are dropped.
struct ColumnFloor: Hashable, Sendable {
  /// How many of the fractions have at least so many decimals, by number of decimals.
  private var counts: [Int] = []
  private var fractions = 0

  /// Looks at one amount; whole numbers say nothing.
  mutating func add(_ quantity: Quantity) {
    let scale = Int(quantity.scale)
    guard scale > 0, quantity.digits(at: 0) == nil else { return }
    fractions += 1
    while counts.count < scale { counts.append(0) }
    for place in 0..<scale { counts[place] += 1 }
  }

  /// The most decimals that the majority of the fractions has.
  ///
  /// At least so many, since `230.4` beside `87.45` has only lost its zero.
  var decimals: Int { counts.count { 2 * $0 > fractions } }
}
