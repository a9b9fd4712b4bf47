/// Where characters stand in the input, exact enough to put a finger on them.
public struct Location: Hashable, Sendable {
  /// The input's place in `Document.sources`.
  public var source: Int
  /// The page, counted from 1; `nil` where the format has no pages.
  public var page: Int?
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1 in Unicode scalars.
  public var column: Int
  /// The byte range in that input.
  public var bytes: Range<Int>
}

extension Document {
  /// Where the characters of a slice stand in the input.
  public func location(of slice: Slice) -> Location {
    location(ofSource: map.source(of: slice), page: page(of: slice))
  }

  /// The line on which the characters of a slice begin, counted from 1 in their input.
  public func line(of slice: Slice) -> Int {
    let start = map.source(of: Slice(start: slice.start, count: 0)).start
    let source = sources.lastIndex { $0.range.lowerBound <= Int(start) } ?? 0
    let base = sources.isEmpty ? 0 : sources[source].range.lowerBound
    return lineIndex(of: start) - lineIndex(of: UInt32(base)) + 1
  }

  /// Where a range of source bytes stands.
  public func location(ofSource range: Slice, page: Int? = nil) -> Location {
    let start = Int(range.start)
    let index = sources.lastIndex { $0.range.lowerBound <= start } ?? 0
    let base = sources.isEmpty ? 0 : sources[index].range.lowerBound
    let line = lineIndex(of: range.start)
    let firstLine = lineIndex(of: UInt32(base))
    var column = 1
    for offset in max(Int(lineStarts[line]), base)..<start where bytes[offset].isScalarStart {
      column += 1
    }
    return Location(
      source: index, page: page, line: line - firstLine + 1, column: column,
      bytes: (start - base)..<(Int(range.end) - base))
  }

  /// The index in `lineStarts` of the line that holds a source offset.
  private func lineIndex(of offset: UInt32) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// The page on which a slice stands; `nil` where the format has no pages.
  private func page(of slice: Slice) -> Int? {
    guard let last = rows.last, last.page > 0 else { return nil }
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      let row = rows[middle]
      let start = row.cellCount > 0 ? cells[Int(row.firstCell)].text.start : 0
      if start <= slice.start { low = middle + 1 } else { high = middle }
    }
    // Of several inputs some may have no pages.
    guard low > 0, rows[low - 1].page > 0 else { return nil }
    return Int(rows[low - 1].page)
  }
}
