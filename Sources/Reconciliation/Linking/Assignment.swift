/// One-to-one assignment of rows to forms that makes the sum of the weights greatest.
///
/// Pairs fall apart into small blocks that share no record; each block is solved exactly. A block
/// of many records that are all alike is solved by taking the best pair first.
struct Assignment {
  /// A possible pair.
  struct Edge: Hashable {
    var row: Int
    var detail: Int
    /// In hundredths, above the least weight of a pair.
    var gain: Int
  }

  /// The most rows or forms of a block that is solved exactly.
  private static let largestExactBlock = 24

  /// The form of each row; −1 for none.
  private(set) var detailOfRow: [Int]
  /// The row of each form; −1 for none.
  private(set) var rowOfDetail: [Int]

  /// Assigns; edges without a positive gain are left out by the caller.
  init(_ edges: [Edge], rowCount: Int, detailCount: Int) {
    detailOfRow = Array(repeating: -1, count: rowCount)
    rowOfDetail = Array(repeating: -1, count: detailCount)
    let edges = pairSole(edges)
    guard !edges.isEmpty else { return }
    var sets = DisjointSets(count: rowCount + detailCount)
    for edge in edges { sets.join(edge.row, rowCount + edge.detail) }
    let roots = edges.map { sets.root($0.row) }
    let order = edges.indices.sorted { (roots[$0], $0) < (roots[$1], $1) }
    for block in order.chunked(by: { roots[$0] == roots[$1] }) { solve(block.map { edges[$0] }) }
  }

  private mutating func pair(_ row: Int, _ detail: Int) {
    detailOfRow[row] = detail
    rowOfDetail[detail] = row
  }

  /// Pairs rows and forms that have no other possible partner, and gives the edges that are left.
  private mutating func pairSole(_ edges: [Edge]) -> [Edge] {
    var edgesOfRow: [Int32] = Array(repeating: 0, count: detailOfRow.count)
    var edgesOfDetail: [Int32] = Array(repeating: 0, count: rowOfDetail.count)
    for edge in edges {
      edgesOfRow[edge.row] += 1
      edgesOfDetail[edge.detail] += 1
    }
    var left: [Edge] = []
    for edge in edges {
      if edgesOfRow[edge.row] == 1, edgesOfDetail[edge.detail] == 1 {
        pair(edge.row, edge.detail)
      } else {
        left.append(edge)
      }
    }
    return left
  }

  private mutating func solve(_ block: [Edge]) {
    if block.count == 1 { return pair(block[0].row, block[0].detail) }
    let rows = block.map(\.row).distinct()
    let details = block.map(\.detail).distinct()
    guard max(rows.count, details.count) <= Self.largestExactBlock else {
      return solveGreedily(block)
    }
    let size = max(rows.count, details.count)
    var gains = Array(repeating: 0, count: size * size)
    for edge in block {
      guard let row = rows.firstIndex(of: edge.row),
        let detail = details.firstIndex(of: edge.detail)
      else { continue }
      gains[row * size + detail] = edge.gain
    }
    for (row, detail) in GreatestSum.assign(gains, size: size).enumerated()
    where gains[row * size + detail] > 0 {
      pair(rows[row], details[detail])
    }
  }

  private mutating func solveGreedily(_ block: [Edge]) {
    for edge in block.sorted(by: { ($1.gain, $0.row, $0.detail) < ($0.gain, $1.row, $1.detail) })
    where detailOfRow[edge.row] < 0 && rowOfDetail[edge.detail] < 0 {
      pair(edge.row, edge.detail)
    }
  }
}

/// The Hungarian method: the assignment of a square of gains with the greatest sum.
enum GreatestSum {
  /// The column of each row; takes size³ steps.
  static func assign(_ gains: [Int], size: Int) -> [Int] {
    // Shortest augmenting paths with potentials, on costs = −gains; index 0 is a sentinel.
    var rowPotential = Array(repeating: 0, count: size + 1)
    var columnPotential = Array(repeating: 0, count: size + 1)
    var rowOfColumn = Array(repeating: 0, count: size + 1)
    var way = Array(repeating: 0, count: size + 1)
    var least = Array(repeating: 0, count: size + 1)
    var isUsed = Array(repeating: false, count: size + 1)
    for row in 1...max(size, 1) where size > 0 {
      rowOfColumn[0] = row
      var column = 0
      for other in 0...size {
        least[other] = .max
        isUsed[other] = false
      }
      repeat {
        isUsed[column] = true
        let current = rowOfColumn[column]
        var delta = Int.max
        var next = 0
        for other in 1...size where !isUsed[other] {
          let cost =
            -gains[(current - 1) * size + other - 1] - rowPotential[current]
            - columnPotential[other]
          if cost < least[other] {
            least[other] = cost
            way[other] = column
          }
          if least[other] < delta {
            delta = least[other]
            next = other
          }
        }
        for other in 0...size {
          if isUsed[other] {
            rowPotential[rowOfColumn[other]] += delta
            columnPotential[other] -= delta
          } else if least[other] < Int.max {
            least[other] -= delta
          }
        }
        column = next
      } while rowOfColumn[column] != 0
      repeat {
        let before = way[column]
        rowOfColumn[column] = rowOfColumn[before]
        column = before
      } while column != 0
    }
    var columnOfRow = Array(repeating: 0, count: size)
    for column in 1...max(size, 1) where size > 0 && rowOfColumn[column] > 0 {
      columnOfRow[rowOfColumn[column] - 1] = column - 1
    }
    return columnOfRow
  }
}

/// Sets of numbers that are joined as pairs between them turn up.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  /// The number that stands for the set of a number.
  mutating func root(_ number: Int) -> Int {
    var root = number
    while parents[root] != root { root = parents[root] }
    var next = number
    while parents[next] != root {
      let parent = parents[next]
      parents[next] = root
      next = parent
    }
    return root
  }

  /// Joins the sets of two numbers.
  mutating func join(_ left: Int, _ right: Int) {
    let left = root(left)
    let right = root(right)
    if left != right { parents[max(left, right)] = min(left, right) }
  }
}

extension [Int] {
  /// The numbers in ascending order, each once.
  fileprivate func distinct() -> [Int] {
    var distinct: [Int] = []
    for number in sorted() where number != distinct.last { distinct.append(number) }
    return distinct
  }
}

extension Array {
  /// Cuts into runs in which each two neighbours belong together.
  func chunked(by belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = 0
    for index in indices where index + 1 == count || !belong(self[index], self[index + 1]) {
      chunks.append(self[start...index])
      start = index + 1
    }
    return chunks
  }
}
