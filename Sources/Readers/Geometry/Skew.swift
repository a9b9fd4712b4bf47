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
    let stride = max(1, points.count / 800)
    let sample = points.indices.filter { $0 % stride == 0 }.map { points[$0] }
    guard sample.count > 2 else { return 0 }
    let level = sharpness(sample, 0, em)
    var best = (slope: 0.0, sharpness: level * 1.02)
    func look(_ slope: Double) {
      let found = sharpness(sample, slope, em)
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

  /// How well centres gather in lines: the sum of the squares of what falls into the same strip.
  private static func sharpness(
    _ points: [(x: Double, y: Double)], _ slope: Double, _ em: Double
  ) -> Double {
    let strip = max(em / 3, 1)
    var counts: [Int: Int] = [:]
    for point in points { counts[Int((point.y - slope * point.x) / strip), default: 0] += 1 }
    var sum = 0.0
    for (place, count) in counts {
      let both = Double(count + (counts[place + 1] ?? 0))
      sum += both * both
    }
    return sum
  }
}
