internal import TieoutModel

/// Where the tables of LaTeX stand in a text, with what stands around them: environments that hold
/// them, and the signs of a formula.
struct LatexTables {
  /// One place.
  struct Piece {
    var range: Range<Int>
    /// Whether its end is there.
    var isClosed = true
  }

  /// The pieces, outermost only, in order.
  private(set) var pieces: [Piece] = []
  private var next = 0
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// An environment that is open.
  private struct Open {
    var start: Int
    var kind: LatexEnvironment.Kind
    /// The signs between cells and rows before it.
    var cells: Int
    var rows: Int
  }

  /// Looks at a range; one without `\begin` costs a look at each byte.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    guard bytes.span.holds(0x5C, or: 0x5C, in: range) else { return }
    var open: [Open] = []
    var (cells, rows) = (0, 0)
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == 0x5C else {
        if bytes[index] == 0x26 { cells += 1 }
        index += 1
        continue
      }
      guard let environment = LatexEnvironment(bytes, at: index, range.upperBound) else {
        if index + 1 < range.upperBound, bytes[index + 1] == 0x5C { rows += 1 }
        index += 2
        continue
      }
      if !environment.isEnd {
        open.append(Open(start: index, kind: environment.kind, cells: cells, rows: rows))
      } else if let begun = open.popLast() {
        close(begun, at: environment.end, isGrid: cells > begun.cells && rows > begun.rows)
      }
      index = environment.end
    }
    cutOff(open.filter { $0.kind == .table }.map(\.start))
  }

  /// The first piece that begins at an offset or behind it; offsets must not fall.
  mutating func first(from offset: Int) -> Piece? {
    while next < pieces.count, pieces[next].range.lowerBound < offset { next += 1 }
    return next < pieces.count ? pieces[next] : nil
  }

  private mutating func close(_ begun: Open, at end: Int, isGrid: Bool) {
    let range = begun.start..<end
    let whole: Range<Int>? =
      switch begun.kind {
      case .table: inSigns(range)
      case .array: isGrid ? onOwnLine(inSigns(range)) : nil
      case .frame: pieces.last.map { $0.range.lowerBound > begun.start } == true ? range : nil
      case .other: nil
      }
    guard let whole else { return }
    while let last = pieces.last, last.range.lowerBound > begun.start { pieces.removeLast() }
    pieces.append(Piece(range: whole))
  }

  /// Takes tables that do not end as far as the next blank line or the next piece.
  private mutating func cutOff(_ starts: [Int]) {
    guard !starts.isEmpty else { return }
    let closed = pieces
    pieces = []
    var following = 0
    for start in starts {
      while following < closed.count, closed[following].range.lowerBound <= start {
        pieces.append(closed[following])
        following += 1
      }
      if let last = pieces.last, last.range.upperBound > start { continue }
      let limit = following < closed.count ? closed[following].range.lowerBound : range.upperBound
      pieces.append(Piece(range: start..<blankLine(from: start, limit), isClosed: false))
    }
    pieces += closed[following...]
  }

  /// Where the first blank line behind an offset begins.
  private func blankLine(from start: Int, _ limit: Int) -> Int {
    var isBlank = false
    for index in start..<limit where !(bytes[index] == 0x20 || bytes[index] == 0x0D) {
      if bytes[index] == 0x0A, isBlank { return index }
      isBlank = bytes[index] == 0x0A
    }
    return limit
  }

  /// A range with the signs of mathematics on both sides of it.
  private func inSigns(_ inner: Range<Int>) -> Range<Int> {
    var start = inner.lowerBound
    while start > range.lowerBound, bytes[start - 1].isBlankASCII { start -= 1 }
    var end = inner.upperBound
    while end < range.upperBound, bytes[end].isBlankASCII { end += 1 }
    var length = 0
    while length < 2, start - length > range.lowerBound, end + length < range.upperBound,
      bytes[start - length - 1] == 0x24, bytes[end + length] == 0x24
    { length += 1 }
    if length > 0 { return start - length..<end + length }
    guard start - 2 >= range.lowerBound, end + 2 <= range.upperBound else { return inner }
    let signs = bytes[start - 2..<start] + bytes[end..<end + 2]
    return ["\\[\\]", "\\(\\)"].contains { signs.elementsEqual($0.utf8) }
      ? start - 2..<end + 2 : inner
  }

  /// A range where nothing stands beside it on its lines.
  private func onOwnLine(_ inner: Range<Int>) -> Range<Int>? {
    let before = bytes[range.lowerBound..<inner.lowerBound].last { $0 != 0x20 && $0 != 0x09 }
    let behind = bytes[inner.upperBound..<range.upperBound].first { $0 != 0x20 && $0 != 0x09 }
    return (before?.endsLine ?? true) && (behind?.endsLine ?? true) ? inner : nil
  }
}
