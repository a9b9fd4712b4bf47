internal import TieoutModel

/// Where the pieces of HTML in a text end that go on over blank lines: tables, comments, and what
/// is no text at all.
struct PairedTags {
  /// The pieces, outermost only, in order.
  private(set) var ranges: [Range<Int>] = []
  /// Where tables begin that do not end.
  private(set) var open: [Int] = []
  private var next = 0

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var tables: [Int] = []
    var index = range.lowerBound
    /// No such end stands behind this offset.
    var hopeless: Set<String> = []
    while let start = bytes[index..<range.upperBound].firstIndex(of: 0x3C) {
      index = start + 1
      let rest = bytes[start..<range.upperBound].prefix(8).map { $0 | 0x20 }
      if rest.starts(with: "<table".utf8) {
        tables.append(start)
      } else if rest.elementsEqual("</table>".utf8.map { $0 | 0x20 }), let first = tables.popLast()
      {
        add(first..<start + 8)
        index = start + 8
      } else if tables.isEmpty, let end = Self.end(rest), !hopeless.contains(end) {
        if let close = bytes[index..<range.upperBound].firstRange(of: end.utf8) {
          add(start..<close.upperBound)
          index = close.upperBound
        } else {
          hopeless.insert(end)
        }
      }
    }
    open = tables
  }

  /// Whether a table begins in a range that does not end at all.
  func isOpen(in range: Range<Int>) -> Bool {
    var low = 0
    var high = open.count
    while low < high {
      let middle = (low + high) / 2
      if open[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < open.count && open[low] < range.upperBound
  }

  /// What ends a piece that is no text.
  private static func end(_ start: [UInt8]) -> String? {
    if start.starts(with: "<!--".utf8.map { $0 | 0x20 }) { return "-->" }
    if start.starts(with: "<style".utf8) { return "</style>" }
    return start.starts(with: "<script".utf8) ? "</script>" : nil
  }

  private mutating func add(_ range: Range<Int>) {
    while let last = ranges.last, last.lowerBound > range.lowerBound { ranges.removeLast() }
    ranges.append(range)
  }

  /// The first piece that ends behind an offset; offsets must not fall.
  mutating func first(endingAfter offset: Int) -> Range<Int>? {
    while next < ranges.count, ranges[next].upperBound <= offset { next += 1 }
    return next < ranges.count ? ranges[next] : nil
  }
}
