/// The ways in which labels, each of them over one row or more, stand over rows in the printed order.
struct LabelOrder {
  /// For each row the labels that some way puts over it; empty where there is no way.
  let open: [Set<Int>]

  /// Finds the ways.
  ///
  /// - Parameters:
  ///   - labels: how many there are.
  ///   - known: for each row the label that stands over it for certain; `nil` where any may.
  init(labels: Int, known: [Int?]) {
    let rows = known.count
    func reach(_ order: [Int?], from first: Int, by step: Int) -> [Set<Int>] {
      var reached: [Set<Int>] = []
      for (row, known) in order.enumerated() {
        // Of two rows the second stands under the same label as the first, or under the next one.
        let next = row == 0 ? [first] : reached[row - 1].union(reached[row - 1].map { $0 + step })
        reached.append(next.filter { known == nil || known == $0 })
      }
      return reached
    }
    let down = reach(known, from: 0, by: 1)
    let up = Array(reach(known.reversed(), from: labels - 1, by: -1).reversed())
    open = (0..<rows).map { down[$0].intersection(up[$0]) }
  }
}
