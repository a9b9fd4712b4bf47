internal import TieoutModel

/// How many decimals the numbers of a column have, where they show one habit.
struct ColumnNorm {
  private var counts = Array(repeating: 0, count: 20)
  private var fractions = 0

  /// The fewest fractions that make a habit.
  private static let fewest = 5

  /// Looks at one number; whole numbers say nothing.
  mutating func add(_ quantity: Quantity) {
    guard quantity.scale > 0 else { return }
    fractions += 1
    counts[min(Int(quantity.scale), counts.count - 1)] += 1
  }

  /// The most decimals that at least four fifths of the fractions keep to; `nil` where there are too
  /// few of them, or where they keep to it by chance: a third must use them.
  var decimals: Int? {
    guard fractions >= Self.fewest else { return nil }
    var within = 0
    for (decimals, count) in counts.enumerated() {
      within += count
      if within * 5 >= fractions * 4 { return count * 3 >= fractions ? decimals : nil }
    }
    return nil
  }
}
