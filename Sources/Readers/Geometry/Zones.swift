/// Parts the levels of a page into runs that share their columns: tables, and prose without any.
///
/// Neighbours are joined as long as the lines between columns cost less for both together than for
/// each alone.
struct Zones {
  /// One run of levels.
  struct Zone {
    var levels: Range<Int>
    var corridors: Corridors
  }

  private(set) var zones: [Zone]

  /// What a run of its own costs.
  private static let cost = 2.5
  /// The most levels that are weighed together.
  private static let limit = 400

  init(_ levels: Levels, _ sheet: Sheet) {
    zones = []
    for start in stride(from: 0, to: levels.levels.count, by: Self.limit) {
      let end = min(start + Self.limit, levels.levels.count)
      zones += Self.joined(start..<end, levels, sheet)
    }
  }

  private static func joined(_ range: Range<Int>, _ levels: Levels, _ sheet: Sheet) -> [Zone] {
    func corridors(_ range: Range<Int>) -> Corridors {
      Corridors(levels.levels[range], levels.middles[range], sheet)
    }
    var zones = range.map {
      Zone(levels: $0..<$0 + 1, corridors: corridors($0..<$0 + 1))
    }
    func both(_ place: Int) -> (zone: Zone, saved: Double) {
      let range = zones[place].levels.lowerBound..<zones[place + 1].levels.upperBound
      let corridors = corridors(range)
      let end = zones[place].levels.upperBound
      if sheet.rules.change(levels.middles[end - 1], levels.middles[end]) {
        return (Zone(levels: range, corridors: corridors), 0)
      }
      let apart = zones[place].corridors.cost + zones[place + 1].corridors.cost + cost
      return (Zone(levels: range, corridors: corridors), apart - corridors.cost)
    }
    var pairs = zones.indices.dropLast().map { both($0) }
    // In each round all pairs are joined that save more than those beside them.
    while pairs.contains(where: { $0.saved > 0 }) {
      func saved(_ place: Int) -> Double { pairs.indices.contains(place) ? pairs[place].saved : 0 }
      let chosen = pairs.indices.filter {
        saved($0) > 0 && saved($0) > saved($0 - 1) && saved($0) >= saved($0 + 1)
      }
      var isChanged = Array(repeating: false, count: zones.count)
      for place in chosen.reversed() {
        zones[place] = pairs[place].zone
        isChanged[place] = true
        zones.remove(at: place + 1)
        isChanged.remove(at: place + 1)
        pairs.remove(at: place)
      }
      for place in pairs.indices where isChanged[place] || isChanged[place + 1] {
        pairs[place] = both(place)
      }
    }
    return zones
  }
}
