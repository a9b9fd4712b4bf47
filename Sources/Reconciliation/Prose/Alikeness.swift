/// How alike two runs of letters are, by the letters that have to be put in and taken out.
enum Alikeness {
  /// Whether at least nine tenths of the letters of both are the same, in the same order.
  ///
  /// The greedy algorithm of Myers, which stops at the tenth that may differ: time grows with the
  /// length times the difference.
  static func isClose(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Bool {
    let most = (left.count + right.count) / 10
    guard mayDiffer(left, right) <= most else { return false }
    // The furthest place on each diagonal, from −most to most.
    var furthest = Array(repeating: 0, count: 2 * most + 3)
    for steps in 0...most {
      var diagonal = -steps
      while diagonal <= steps {
        let slot = diagonal + most + 1
        var x =
          diagonal == -steps
            || (diagonal != steps && furthest[slot - 1] < furthest[slot + 1])
          ? furthest[slot + 1] : furthest[slot - 1] + 1
        var y = x - diagonal
        while x < left.count, y < right.count, y >= 0, left[x] == right[y] {
          x += 1
          y += 1
        }
        furthest[slot] = x
        if x >= left.count, y >= right.count { return true }
        diagonal += 2
      }
    }
    return false
  }

  /// How many letters differ at the least: those that one has more often than the other, where some
  /// letters are counted as one.
  private static func mayDiffer(_ left: Span<UInt32>, _ right: Span<UInt32>) -> Int {
    var counts: [64 of Int32] = .init(repeating: 0)
    for place in left.indices { counts[Int(left[place] & 63)] += 1 }
    for place in right.indices { counts[Int(right[place] & 63)] -= 1 }
    var differing = 0
    for letter in counts.indices { differing += Int(counts[letter].magnitude) }
    return differing
  }
}
