/// By how much the lines of a page fall or rise: a scanned sheet lies askew.
enum Skew {
  /// The steepest slope that is looked for, about two degrees.
  private static let steepest = 0.036
  private static let step = 0.001

  /// The slope under which the centres of words fall into lines best.
  ///
  /// - Parameter em: the width of a Han character.
  static func slope(_ points: [(x: Double, y: Double)], em: Double) -> Double {
    // A few hundred words tell the slope as well as all of them.
    let stride = max(1, points.count / 500)
    let sample = points.indices.filter { $0 % stride == 0 }.map { points[$0] }
    guard sample.count > 2 else { return 0 }
    var strips = Strips(sample, em: em)
    var best = (slope: 0.0, sharpness: strips.sharpness(sample, 0) * 1.02)
    func look(_ slope: Double) {
      let found = strips.sharpness(sample, slope)
      if found > best.sharpness { best = (slope, found) }
    }
    for place in 1...Int(steepest / step) {
      look(Double(place) * step)
      look(Double(-place) * step)
    }
    return refined(refined(best.slope, sample, em), sample, em)
  }

  /// A slope set right by what it leaves between neighbours on a line.
  private static func refined(
    _ slope: Double, _ points: [(x: Double, y: Double)], _ em: Double
  ) -> Double {
    let straight = points.map { (x: $0.x, y: $0.y - slope * $0.x) }.sorted { $0.y < $1.y }
    var rest: [(slope: Double, weight: Double)] = []
    for (place, point) in straight.enumerated() {
      for other in straight[(place + 1)...].prefix(12) {
        guard other.y - point.y < em * 0.35 else { break }
        let width = abs(other.x - point.x)
        guard width > em * 2 else { continue }
        let rise = other.x > point.x ? other.y - point.y : point.y - other.y
        rest.append((rise / width, width))
      }
    }
    rest.sort { $0.slope < $1.slope }
    var half = rest.reduce(0) { $0 + $1.weight } / 2
    for part in rest {
      half -= part.weight
      if half <= 0 { return slope + part.slope }
    }
    return slope
  }

  /// Counts of points by height; how well they gather in lines is the sum of the squares of what
  /// falls into the same strip.
  private struct Strips {
    private let height: Double
    private let first: Double
    private var counts: [Int]

    /// More strips than that are no page.
    private static let limit = 50_000

    init(_ points: [(x: Double, y: Double)], em: Double) {
      let widest = points.reduce(0) { max($0, $1.x.magnitude) } * Skew.steepest * 1.1
      let lowest = points.reduce(.infinity) { min($0, $1.y) } - widest
      let highest = points.reduce(-.infinity) { max($0, $1.y) } + widest
      height = max(em / 3, 1, (highest - lowest) / Double(Self.limit))
      first = lowest
      counts = Array(repeating: 0, count: Int((highest - lowest) / height) + 3)
    }

    mutating func sharpness(_ points: [(x: Double, y: Double)], _ slope: Double) -> Double {
      for place in counts.indices { counts[place] = 0 }
      for point in points { counts[Int((point.y - slope * point.x - first) / height)] += 1 }
      var sum = 0.0
      for (count, next) in zip(counts, counts.dropFirst()) where count + next > 0 {
        sum += Double((count + next) * (count + next))
      }
      return sum
    }
  }
}
