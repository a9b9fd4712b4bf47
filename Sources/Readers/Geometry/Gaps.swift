internal import TieoutModel

/// The gaps between texts side by side, and those where a table's rule runs.
struct Gaps {
  private struct Gap {
    var left: Double
    var right: Double
    var weight: Double
    var level: Int
    var isClosed = false
  }

  private var gaps: [Gap] = []
  private let count: Int
  private var edges: [Double] = []

  /// How much higher or lower two texts of a row may stand, in widths of a Han character.
  private static let beside = 0.9
  /// The most places that are looked at.
  private static let limit = 200

  init(_ levels: ArraySlice<[Segment]>, _ middles: ArraySlice<Double>, _ sheet: Sheet) {
    count = levels.count
    addTexts(Array(levels), sheet.em)
    addRules(Array(levels), Array(middles), sheet)
  }

  /// What the gaps cost that no line parts.
  var open: Double { gaps.reduce(0) { $1.isClosed ? $0 : $0 + $1.weight } }

  /// Adds the gap to the left of each text.
  ///
  /// Its neighbour may stand a little higher or lower: in a row of wrapped cells, lines and middles
  /// alternate.
  private mutating func addTexts(_ levels: [[Segment]], _ em: Double) {
    let margin = em * Corridors.Weight.edge
    let neighbours = levels.map { LeftNeighbours($0, height: em * Self.beside) }
    for (place, level) in levels.enumerated() {
      for segment in level {
        let edge = segment.edge(em: em)
        edges += [segment.left + edge, segment.right - edge]
        var nearest: Segment?
        for other in max(0, place - 2)..<min(levels.count, place + 3) {
          neighbours[other].find(segment, overlap: 2 * margin, &nearest)
        }
        guard let nearest else { continue }
        gaps.append(
          Gap(
            left: min(nearest.right - nearest.edge(em: em), segment.left),
            right: max(segment.left + edge, nearest.right),
            weight: Self.weight(nearest, segment, em), level: place))
      }
    }
  }

  /// What it costs to leave the gap between two texts open: the more the wider it is, and
  /// where a column begins behind it as for a wide one, but little beside what may be a stray mark.
  private static func weight(_ left: Segment, _ right: Segment, _ em: Double) -> Double {
    let gap = 0.8 + max(right.left - left.right, 0) / em * 0.6
    let weight = right.isInLine ? Corridors.Weight.wideGap : min(Corridors.Weight.wideGap, gap)
    return left.mayBeStray || right.mayBeStray ? weight / 2 : weight
  }

  /// Adds a gap where a rule runs, for each height that it passes; the border parts nothing.
  private mutating func addRules(_ levels: [[Segment]], _ middles: [Double], _ sheet: Sheet) {
    guard !sheet.rules.verticals.isEmpty else { return }
    let left = levels.joined().map(\.centre).min() ?? 0
    let right = levels.joined().map(\.centre).max() ?? 0
    let margin = Corridors.Weight.edge * sheet.em
    for rule in sheet.rules.verticals where rule.place > left && rule.place < right {
      for (level, middle) in middles.enumerated() where sheet.rules.reaches(rule, middle) {
        gaps.append(
          Gap(
            left: rule.place - margin, right: rule.place + margin,
            weight: Corridors.Weight.rule, level: level))
      }
    }
  }

  /// The places where a line could save more than it costs, one between each two edges.
  var candidates: [Double] {
    var events = edges.map { (place: $0, weight: 0.0) }
    for gap in gaps { events += [(gap.left, gap.weight), (gap.right, -gap.weight)] }
    events.sort { $0.place < $1.place }
    var found: [(place: Double, weight: Double)] = []
    var weight = 0.0
    for (event, next) in zip(events, events.dropFirst()) {
      weight += event.weight
      guard next.place > event.place, weight > Corridors.Weight.line else { continue }
      found.append(((event.place + next.place) / 2, weight))
    }
    guard found.count > Self.limit else { return found.map(\.place) }
    return found.sorted { $0.weight > $1.weight }.prefix(Self.limit).map(\.place)
  }

  /// The gaps in which each of some places lies: each gap holds few of them.
  func holding(_ places: [Double]) -> [[Int32]] {
    var holding = Array(repeating: [Int32](), count: places.count)
    let order = places.indices.sorted { places[$0] < places[$1] }
    for (gap, edges) in gaps.enumerated() {
      let first = order.partitionPoint { places[$0] <= edges.left }
      for place in order[first...] {
        if places[place] >= edges.right { break }
        holding[place].append(Int32(gap))
      }
    }
    return holding
  }

  /// The best line; `nil` where none saves more than it costs.
  func best(
    _ candidates: inout [Corridors.Candidate]
  ) -> (place: Double, levels: Range<Int>, cost: Double)? {
    var best: (place: Double, levels: Range<Int>, saved: Double, cost: Double)?
    for index in candidates.indices where candidates[index].bound > best?.saved ?? 0 {
      let place = candidates[index].place
      var saved = Array(repeating: 0.0, count: count)
      for gap in candidates[index].gaps where !gaps[Int(gap)].isClosed {
        saved[gaps[Int(gap)].level] += gaps[Int(gap)].weight
      }
      let line = candidates[index].best(saved)
      candidates[index].bound = line?.saved ?? 0
      if let line, line.saved > best?.saved ?? 0 {
        best = (place, line.levels, line.saved, line.cost)
      }
    }
    return best.map { ($0.place, $0.levels, $0.cost) }
  }

  /// Takes the gaps out that a line parts.
  mutating func close(at place: Double, _ levels: Range<Int>) {
    for gap in gaps.indices
    where gaps[gap].left < place && place < gaps[gap].right && levels.contains(gaps[gap].level) {
      gaps[gap].isClosed = true
    }
  }
}
