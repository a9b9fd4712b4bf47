internal import TieoutModel

/// Which characters of a paper stand in which of its tables, by the offsets that a service counts.
struct TableSpans {
  /// Runs of characters that no other overlaps, in order.
  private var runs: [Run] = []

  private struct Run {
    var range: Range<Int>
    var table: Int
    /// How many characters the runs before it have.
    var before: Int
  }

  /// Takes the characters of tables; one that is in two of them belongs to the first.
  init(_ spans: [(range: Range<Int>, table: Int)]) {
    var end = 0
    var count = 0
    for (range, table) in spans.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let start = max(range.lowerBound, end)
      guard start < range.upperBound else { continue }
      runs.append(Run(range: start..<range.upperBound, table: table, before: count))
      end = range.upperBound
      count += end - start
    }
  }

  /// Whether no character is known to stand in a table.
  var isEmpty: Bool { runs.isEmpty }

  /// The table that holds more than half of some characters; `nil` where none does.
  func table(holding ranges: [Range<Int>]) -> Int? {
    var table: Int?
    var inside = 0
    for range in ranges {
      let count = count(before: range.upperBound) - count(before: range.lowerBound)
      guard count > 0 else { continue }
      inside += count
      table = table ?? runs[runs.partitionPoint { $0.range.upperBound <= range.lowerBound }].table
    }
    return inside * 2 > ranges.reduce(0) { $0 + $1.count } ? table : nil
  }

  /// How many characters before an offset stand in tables.
  private func count(before offset: Int) -> Int {
    let next = runs.partitionPoint { $0.range.lowerBound < offset }
    guard next > 0 else { return 0 }
    let run = runs[next - 1]
    return run.before + min(offset, run.range.upperBound) - run.range.lowerBound
  }
}
