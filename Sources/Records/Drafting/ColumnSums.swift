internal import TieoutModel

/// The columns of a summary that are the sum of two others in nearly all rows, and those that are added
/// up so: `Claimed` beside what was paid in advance and what is left.
struct ColumnSums {
  /// The columns that are sums.
  private(set) var sums: Set<Int> = []
  /// The columns that a sum is made of.
  private(set) var addends: Set<Int> = []

  /// No more columns are tried: each is tried with any two others.
  private static let most = 40

  init(_ summary: DraftSummary) {
    let money = Array(
      summary.columns.indices.filter { summary.columns[$0].mayBeMoney }.prefix(Self.most))
    let figures = money.map { column in
      summary.rows.indices.map { row in
        summary.columns[column].cells[row]?.shape.quantity?.digits(at: 6)
      }
    }
    for sum in money.indices {
      for left in money.indices where left != sum {
        for right in money.indices.dropFirst(left + 1) where right != sum {
          guard Self.agree(figures[sum], figures[left], figures[right]) else { continue }
          sums.insert(money[sum])
          addends.formUnion([money[left], money[right]])
        }
      }
    }
  }

  /// Whether one list is the sum of two others in at least three rows, and in four of five.
  private static func agree(_ sums: [Int128?], _ left: [Int128?], _ right: [Int128?]) -> Bool {
    var (holds, fails) = (0, 0)
    for row in sums.indices {
      guard let sum = sums[row], let first = left[row], let second = right[row], first != 0,
        second != 0
      else { continue }
      if first + second == sum { holds += 1 } else { fails += 1 }
      // What is left cannot outweigh this any more.
      if fails * 5 > sums.count { return false }
    }
    return holds >= 3 && holds * 5 >= (holds + fails) * 4
  }
}
