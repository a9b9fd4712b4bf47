/// Parts the levels of a table into its rows.
///
/// Two texts over each other in a column are lines of one cell where they stand as near as lines do,
/// and cells of two rows where they stand as far apart as rows do. All columns are asked: rows are
/// cut where fewest lines of cells are torn and fewest cells joined.
struct TableRows {
  /// Two texts that stand over each other, by their levels.
  struct Pair {
    var upper: Int
    var lower: Int
    /// How far apart they stand, in widths of a Han character.
    var pitch: Double
    /// Whether they cannot be lines of one cell: numbers do not wrap.
    var isApart: Bool
    /// Whether the upper one fills its column, as a line does before it breaks.
    var isFull: Bool
  }

  /// The rows as runs of levels.
  private(set) var rows: [Range<Int>] = []
  /// The pitch under which two texts are lines of a cell.
  private(set) var threshold = 0.0

  /// No lines of a cell stand further apart, in widths of a Han character.
  private static let widest = 2.1
  /// Levels nearer than that may always belong to one row.
  private static let narrowest = 0.9
  /// By which part of it a pitch may differ from one that is the same.
  private static let evenness = 0.03
  /// The most levels of a row.
  private static let limit = 80

  /// - Parameters:
  ///   - levels: the columns of each text of each level.
  ///   - middles: the heights of the levels, in widths of a Han character.
  ///   - boxes: where the heights come from.
  ///   - lines: the heights in lines of a text, where they are counted.
  init(
    _ levels: [[Range<Int>]], columns: Int, pairs: [Pair], middles: [Double],
    boxes: WordPage.Boxes = .seen, lines: [Double] = []
  ) {
    if boxes == .counted, let found = GridRows.rows(levels, pairs: pairs, lines: lines) {
      rows = found
      return
    }
    var best: (rows: [Range<Int>], faults: Double, threshold: Double)?
    for threshold in Self.thresholds(pairs) {
      let rows = Self.cut(pairs, threshold, middles)
      // What an engine saw stands a little off: there one pitch is chance.
      let even = boxes == .set ? Self.evenPitch(pairs, threshold) : nil
      let faults = Self.faults(rows, levels, columns, pairs, threshold, even)
      if faults <= best?.faults ?? .infinity { best = (rows, faults, threshold) }
    }
    rows = best?.rows ?? []
    threshold = best?.threshold ?? 0
  }

  /// The pitches that may tell lines from rows: none, and each wide step between those that occur.
  private static func thresholds(_ pairs: [Pair]) -> [Double] {
    let pitches = pairs.filter { !$0.isApart }.map(\.pitch)
      .filter { $0 > 0 && $0 < widest * 2 }.sorted()
    var found = [0.0]
    for (low, high) in zip(pitches, pitches.dropFirst()) where low <= widest && high > low * 1.08 {
      found.append((low * high).squareRoot())
    }
    if let last = pitches.last, last <= widest { found.append(last * 1.1) }
    guard found.count > 12 else { return found }
    return Array(found.prefix(12))
  }

  /// The pitch at which lines of cells stand, where that is plain: nearly all that stand nearer than
  /// the threshold stand at one pitch, and rows not twice as far, as where cells are blank, but a
  /// little further.
  private static func evenPitch(_ pairs: [Pair], _ threshold: Double) -> Double? {
    let pitches = pairs.filter { !$0.isApart && $0.pitch > 0 }.map(\.pitch)
    let lines = pitches.filter { $0 < threshold }.sorted()
    guard lines.count > 2, let next = pitches.filter({ $0 >= threshold }).min() else { return nil }
    let usual = lines[lines.count / 2]
    let even = lines.count { abs($0 / usual - 1) < evenness }
    return even * 5 >= lines.count * 4 && (1.15...1.75).contains(next / usual) ? usual : nil
  }

  private static func isTight(_ pair: Pair, _ threshold: Double) -> Bool {
    pair.pitch < threshold && !pair.isApart
  }

  /// The cheapest cuts for a threshold.
  private static func cut(
    _ pairs: [Pair], _ threshold: Double, _ middles: [Double]
  ) -> [Range<Int>] {
    let levels = middles.count
    var byUpper = Array(repeating: [Pair](), count: levels)
    var byLower = byUpper
    for pair in pairs {
      byUpper[pair.upper].append(pair)
      byLower[pair.lower].append(pair)
    }
    var best: [(cost: Double, start: Int)] = [(0, 0)]
    for last in 0..<levels {
      var cheapest = (cost: Double.infinity, start: last)
      var inside = 0.0
      var torn = 0.0
      for first in stride(from: last, through: max(0, last - limit), by: -1) {
        for pair in byUpper[first] where pair.lower <= last {
          if isTight(pair, threshold) { torn -= 1 } else { inside += 1 }
        }
        for pair in byLower[first] where isTight(pair, threshold) { torn += 1 }
        // A cut without reason is none, and between equal cuts the widest gap decides.
        let gap = first > 0 ? middles[first] - middles[first - 1] : 0
        let cost = best[first].cost + inside + torn + 0.02 - min(gap, 1) * 0.01
        if cost < cheapest.cost { cheapest = (cost, first) }
        // Lines of one row stand no further apart than lines do.
        if inside > cheapest.cost + 1 || gap > max(threshold, narrowest) { break }
      }
      best.append(cheapest)
    }
    var rows: [Range<Int>] = []
    var end = levels
    while end > 0 {
      rows.append(best[end].start..<end)
      end = best[end].start
    }
    return rows.reversed()
  }

  /// The rows from the first one that has half as many texts side by side as any, to the last one:
  /// what stands above and below are captions and notes, which leave columns blank.
  private static func body(_ rows: [Range<Int>], _ levels: [[Range<Int>]]) -> Range<Int> {
    let counts = rows.map { row in row.map { levels[$0].count }.max() ?? 0 }
    let most = counts.max() ?? 0
    guard let first = counts.firstIndex(where: { $0 * 2 >= most }),
      let last = counts.lastIndex(where: { $0 * 2 >= most })
    else { return 0..<0 }
    return first..<last + 1
  }

  /// What speaks against a set of rows: blank cells in columns that are filled else, lines that are
  /// joined though the upper one had room for more, and lines that are parted though they stand
  /// nearer than rows do.
  private static func faults(
    _ rows: [Range<Int>], _ levels: [[Range<Int>]], _ columns: Int, _ pairs: [Pair],
    _ threshold: Double, _ even: Double?
  ) -> Double {
    var counts = Array(repeating: 0, count: columns)
    for range in levels.joined() { for column in range { counts[column] += 1 } }
    let isDense = counts.map { $0 * 2 >= counts.max() ?? 0 }
    let body = body(rows, levels)
    var faults = 0.0
    var rowOf = Array(repeating: 0, count: levels.count)
    for (place, row) in rows.enumerated() {
      var isFilled = Array(repeating: false, count: columns)
      for level in row {
        rowOf[level] = place
        for range in levels[level] { for column in range { isFilled[column] = true } }
      }
      guard body.contains(place) else { continue }
      faults += Double(zip(isFilled, isDense).count { !$0 && $1 }) * 0.4
    }
    let parted = pairs.filter { rowOf[$0.upper] < rowOf[$0.lower] }
    let usual = parted.map(\.pitch).sorted()
    for pair in pairs where rowOf[pair.upper] == rowOf[pair.lower] {
      let isEven = even.map { abs(pair.pitch / $0 - 1) < evenness } ?? false
      faults += pair.isApart ? 3 : pair.isFull ? 0.05 : isEven ? 0.3 : 1
    }
    faults += Double(parted.count { isTight($0, threshold) }) * 0.3
    if !usual.isEmpty {
      let near = usual[usual.count / 2] * 0.85
      faults += Double(parted.count { $0.pitch < near && !$0.isApart }) * 0.2
    }
    return faults
  }
}
