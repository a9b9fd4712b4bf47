/// The order in which rows and forms are printed, as evidence for pairs.
///
/// Sure pairs that keep the order on both sides are its posts; between two posts a few rows face a
/// few forms, and a pair between them is the likelier the fewer there are. Where the forms come in
/// another order than the rows there are few posts, and the order counts for nothing.
struct PrintedOrder {
  /// The rows and the forms between two posts.
  struct Gap: Hashable {
    var rows: Range<Int>
    var details: Range<Int>
  }

  private let posts: [(row: Int, detail: Int)]
  private let rowCount: Int
  private let detailCount: Int
  /// How much the order says, in thousandths: 0 where half of the pairs or more break it.
  let strength: Int

  /// Finds the posts among sure pairs, given in the order of the rows.
  init(_ pairs: [(row: Int, detail: Int)], rowCount: Int, detailCount: Int) {
    posts = Self.longestRising(pairs)
    self.rowCount = rowCount
    self.detailCount = detailCount
    let kept = max(0, 2 * posts.count - pairs.count)
    // A handful of pairs is in order by chance.
    strength = 1000 * kept / (pairs.count + 3)
  }

  /// What the order counts for a pair, of the most that it can count.
  func weight(row: Int, detail: Int, most: Int) -> Int {
    weight(row: row, in: gap(around: row), detail: detail, most: most)
  }

  /// What the order counts for a pair, where the row's gap is known.
  func weight(row: Int, in gap: Gap, detail: Int, most: Int) -> Int {
    guard strength > 0 else { return 0 }
    guard gap.details.contains(detail) else { return 0 }
    let size = max(gap.rows.count, gap.details.count)
    var weight = most * strength / 1000
    if gap.rows.count == gap.details.count {
      // As many on both sides: the first to the first, the second to the second.
      let distance = abs((row - gap.rows.lowerBound) - (detail - gap.details.lowerBound))
      weight = distance == 0 ? 2 * weight / (1 + size) : weight / (size * (1 + distance))
    } else {
      weight /= size
    }
    return weight
  }

  /// The rows and forms between the posts before and after a row, the row's own left out.
  func gap(around row: Int) -> Gap {
    var low = 0
    var high = posts.count
    while low < high {
      let middle = (low + high) / 2
      if posts[middle].row < row { low = middle + 1 } else { high = middle }
    }
    let after = low < posts.count && posts[low].row == row ? low + 1 : low
    let first = low > 0 ? posts[low - 1] : (row: -1, detail: -1)
    let last = after < posts.count ? posts[after] : (row: rowCount, detail: detailCount)
    return Gap(rows: (first.row + 1)..<last.row, details: (first.detail + 1)..<last.detail)
  }

  /// The longest part of the pairs in which the forms rise with the rows.
  private static func longestRising(
    _ pairs: [(row: Int, detail: Int)]
  ) -> [(row: Int, detail: Int)] {
    // tails[n]: the pair with the least form that ends a rising part of n + 1 pairs.
    var tails: [Int] = []
    var before = Array(repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].detail < pair.detail { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var rising: [(row: Int, detail: Int)] = []
    var index = tails.last ?? -1
    while index >= 0 {
      rising.append(pairs[index])
      index = before[index]
    }
    return rising.reversed()
  }
}
