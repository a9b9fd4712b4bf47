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

  /// What a line costs.
  private static let line = 1.3
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

  init(_ levels: ArraySlice<[Segment]>, em: Double) {
    var gaps: [Gap] = []
    var events: [(place: Double, cross: Double, gap: Double)] = []
    let margin = em * 0.3
    for level in levels {
      for (place, segment) in level.enumerated() {
        // What only touches a line does not run over it.
        let left = segment.left + margin
        let right = segment.right - margin
        if left < right { events += [(left, 1, 0), (right, -1, 0)] }
        guard place > 0 else { continue }
        let before = level[place - 1].right
        guard segment.left > before - margin * 2 else { continue }
        let gap = Gap(
          left: min(before - margin, segment.left), right: max(segment.left + margin, before),
          weight: Self.weight((segment.left - before) / em))
        gaps.append(gap)
        events += [(gap.left, 0, gap.weight), (gap.right, 0, -gap.weight)]
      }
    }
    guard !gaps.isEmpty else { return }
    let candidates = Self.candidates(&events)
    solve(candidates, gaps.sorted { $0.right < $1.right })
  }

  /// What it costs to leave a gap open that is so many widths of a Han character wide.
  private static func weight(_ gap: Double) -> Double { min(3, 0.8 + max(gap, 0) * 0.6) }

  /// The best place of each run of places that part the same gaps.
  private static func candidates(
    _ events: inout [(place: Double, cross: Double, gap: Double)]
  ) -> [Candidate] {
    events.sort { $0.place < $1.place }
    var candidates: [Candidate] = []
    var cross = 0.0
    var weight = 0.0
    for (index, event) in events.enumerated() {
      cross += event.cross
      weight += event.gap
      guard index + 1 < events.count, events[index + 1].place > event.place else { continue }
      // A line that parts less than it costs is never drawn.
      guard line + cross < weight else { continue }
      candidates.append(
        Candidate(place: (event.place + events[index + 1].place) / 2, cost: line + cross))
    }
    guard candidates.count > limit else { return candidates }
    let cheapest = candidates.sorted { $0.cost < $1.cost }[limit].cost
    return Array(candidates.filter { $0.cost <= cheapest }.prefix(limit))
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
