/// Finds the white lines that part columns, over all rows of a table at once.
///
/// A line costs something, and something more for each text that it runs through; two texts side by
/// side that no line parts cost more the wider the gap between them is. The cheapest set of lines is
/// the answer: a stray mark opens no column, and a text over several columns closes none.
struct Corridors {
  /// Where the lines are.
  private(set) var places: [Double] = []
  /// What they cost, with the gaps that they leave open.
  private(set) var cost = 0.0

  /// What a line costs, each run of levels in which texts run over it, and each such text.
  private static let line = 1.3
  private static let run = 1.0
  private static let text = 0.1
  /// What a text costs that is wider than such a part of the table: it spans columns anyway.
  private static let wideText = 0.25
  private static let widest = 0.4
  /// What it costs to leave a rule open, for each height that it passes.
  private static let rule = 0.6
  /// How far a text may reach over a line, in widths of a Han character.
  private static let edge = 0.3
  /// How much higher or lower two texts of a row may stand, in widths of a Han character.
  private static let beside = 0.9
  /// The most places that are looked at.
  private static let limit = 800

  /// A place where a line could be, and the gaps that it would part.
  private struct Candidate {
    var place: Double
    var cost: Double
  }

  private struct Gap {
    var left: Double
    var right: Double
    var weight: Double
  }

  /// Finds the lines of a run of levels, whose heights are `middles`.
  init(_ levels: ArraySlice<[Segment]>, _ middles: ArraySlice<Double>, _ sheet: Sheet) {
    let em = sheet.em
    let gaps = Self.gaps(levels, em) + Self.ruled(levels, middles, sheet)
    guard !gaps.isEmpty else { return }
    solve(Self.candidates(levels, gaps, em), gaps.sorted { $0.right < $1.right })
  }

  /// The gap to the left of each text.
  ///
  /// Its neighbour may stand a little higher or lower: in a row of wrapped cells, lines and middles
  /// alternate.
  private static func gaps(_ levels: ArraySlice<[Segment]>, _ em: Double) -> [Gap] {
    let margin = em * edge
    var gaps: [Gap] = []
    for (place, level) in zip(levels.indices, levels) {
      for segment in level {
        var nearest: Segment?
        for other in max(levels.startIndex, place - 2)..<min(levels.endIndex, place + 3) {
          for candidate in levels[other]
          where abs(candidate.middle - segment.middle) < em * beside
            && candidate.right - 2 * margin < segment.left && candidate.left < segment.left
          {
            if candidate.right > nearest?.right ?? -.infinity { nearest = candidate }
          }
        }
        guard let nearest else { continue }
        gaps.append(
          Gap(
            left: min(nearest.right - margin, segment.left),
            right: max(segment.left + margin, nearest.right), weight: weight(nearest, segment, em)))
      }
    }
    return gaps
  }

  /// A gap where a rule runs, for each height that it passes.
  ///
  /// The border of a table parts nothing.
  private static func ruled(
    _ levels: ArraySlice<[Segment]>, _ middles: ArraySlice<Double>, _ sheet: Sheet
  ) -> [Gap] {
    guard !sheet.rules.verticals.isEmpty else { return [] }
    let left = levels.joined().map(\.centre).min() ?? 0
    let right = levels.joined().map(\.centre).max() ?? 0
    return sheet.rules.verticals.filter { $0.place > left && $0.place < right }.flatMap { rule in
      middles.filter { sheet.rules.reaches(rule, $0) }.map { _ in
        Gap(
          left: rule.place - edge * sheet.em, right: rule.place + edge * sheet.em,
          weight: self.rule)
      }
    }
  }

  /// What it costs to leave the gap between two texts open: the more the wider it is, and little
  /// beside a single character, which may be a stray mark.
  private static func weight(_ left: Segment, _ right: Segment, _ em: Double) -> Double {
    let weight = min(3, 0.8 + max(right.left - left.right, 0) / em * 0.6)
    return left.count == 1 || right.count == 1 ? weight / 2 : weight
  }

  /// The places where a line parts more than it costs, one between each two edges of texts.
  private static func candidates(
    _ levels: ArraySlice<[Segment]>, _ gaps: [Gap], _ em: Double
  ) -> [Candidate] {
    var events: [(place: Double, weight: Double)] = []
    for segment in levels.joined() {
      events.append((segment.left + edge * em, 0))
      events.append((segment.right - edge * em, 0))
    }
    for gap in gaps {
      events.append((gap.left, gap.weight))
      events.append((gap.right, -gap.weight))
    }
    events.sort { $0.place < $1.place }
    let crossing = Crossing(levels, em)
    var candidates: [Candidate] = []
    var weight = 0.0
    for (event, next) in zip(events, events.dropFirst()) {
      weight += event.weight
      guard next.place > event.place, weight > line else { continue }
      let place = (event.place + next.place) / 2
      let cost = line + crossing.cost(place)
      if cost < weight { candidates.append(Candidate(place: place, cost: cost)) }
    }
    guard candidates.count > limit else { return candidates }
    let cheapest = candidates.sorted { $0.cost < $1.cost }[limit].cost
    return Array(candidates.filter { $0.cost <= cheapest }.prefix(limit))
  }

  /// What it costs that texts run over a line.
  private struct Crossing {
    let levels: ArraySlice<[Segment]>
    let margin: Double
    let wide: Double

    init(_ levels: ArraySlice<[Segment]>, _ em: Double) {
      self.levels = levels
      margin = edge * em
      let left = levels.compactMap { $0.first?.left }.min() ?? 0
      let right = levels.joined().map(\.right).max() ?? 0
      wide = (right - left) * widest
    }

    func cost(_ place: Double) -> Double {
      var cost = 0.0
      var isRunning = false
      for level in levels {
        // What only touches a line does not run over it.
        let over = level.first { $0.left + margin < place && $0.right - margin > place }
        if let over {
          cost += over.width > wide ? wideText : text
          if !isRunning, over.width <= wide { cost += run }
          isRunning = true
        } else if let first = level.first, let last = level.last, first.left < place,
          last.right > place
        {
          // Texts on one side only say nothing about the line.
          isRunning = false
        }
      }
      return cost
    }
  }

  private mutating func solve(_ candidates: [Candidate], _ gaps: [Gap]) {
    // best[k]: the cheapest lines of which the last is candidate k, the gaps left of it paid.
    var best: [(cost: Double, before: Int)] = []
    // open[j]: the gaps behind candidate j that end before the candidate looked at.
    var open = Array(repeating: 0.0, count: candidates.count + 1)
    var next = 0
    for candidate in candidates + [Candidate(place: .infinity, cost: 0)] {
      while next < gaps.count, gaps[next].right <= candidate.place {
        // Open for every line that stands left of the gap.
        let gap = gaps[next]
        open[0] += gap.weight
        for place in candidates.indices {
          guard candidates[place].place <= gap.left else { break }
          open[place + 1] += gap.weight
        }
        next += 1
      }
      var cheapest = (cost: open[0], before: -1)
      for (place, known) in best.enumerated() where known.cost + open[place + 1] < cheapest.cost {
        cheapest = (known.cost + open[place + 1], place)
      }
      best.append((cheapest.cost + candidate.cost, cheapest.before))
    }
    cost = best[candidates.count].cost
    var place = best[candidates.count].before
    while place >= 0 {
      places.insert(candidates[place].place, at: 0)
      place = best[place].before
    }
  }
}
