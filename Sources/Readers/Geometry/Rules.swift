/// The rules of a page's tables, where the engine tells them.
///
/// They are evidence beside all other: engines miss rules, and take strokes of characters for some.
struct Rules {
  /// A rule that runs down the page.
  struct Vertical {
    var place: Double
    var top: Double
    var bottom: Double
  }

  /// A rule that runs over the page.
  struct Horizontal {
    var place: Double
    var left: Double
    var right: Double
  }

  private(set) var verticals: [Vertical] = []
  private(set) var horizontals: [Horizontal] = []
  /// How far a rule may end before what it parts.
  private let slack: Double

  /// The most rules of a page, the longest first.
  private static let limit = 500

  init() { slack = 0 }

  /// Takes long and thin boxes for rules.
  ///
  /// - Parameter em: the width of a Han character.
  init(_ boxes: [Rect], em: Double) {
    slack = em / 2
    for box in boxes {
      let width = box.right - box.left
      let height = box.bottom - box.top
      if width > 4 * height, width > 2 * em {
        horizontals.append(Horizontal(place: box.middle, left: box.left, right: box.right))
      } else if height > 4 * width, height > 1.2 * em {
        verticals.append(Vertical(place: box.centre, top: box.top, bottom: box.bottom))
      }
    }
    verticals = Self.joined(verticals.map { ($0.place, $0.top, $0.bottom) }, em)
      .map { Vertical(place: $0.place, top: $0.start, bottom: $0.end) }
    horizontals = Self.joined(horizontals.map { ($0.place, $0.left, $0.right) }, em)
      .map { Horizontal(place: $0.place, left: $0.start, right: $0.end) }
    horizontals.sort { $0.right - $0.left > $1.right - $1.left }
    verticals.sort { $0.bottom - $0.top > $1.bottom - $1.top }
    horizontals.removeLast(max(0, horizontals.count - Self.limit))
    verticals.removeLast(max(0, verticals.count - Self.limit))
  }

  /// Takes a rule that was seen several times, or in pieces that lie over each other, for one.
  private static func joined(
    _ rules: [(place: Double, start: Double, end: Double)], _ em: Double
  ) -> [(place: Double, start: Double, end: Double)] {
    var joined: [(place: Double, start: Double, end: Double)] = []
    let sorted = rules.sorted { $0.place < $1.place }
    var first = 0
    while first < sorted.count {
      var next = first
      while next < sorted.count, sorted[next].place - sorted[first].place < em / 8 { next += 1 }
      for rule in sorted[first..<next].sorted(by: { $0.start < $1.start }) {
        if let last = joined.last, abs(last.place - rule.place) < em / 8, rule.start <= last.end {
          joined[joined.count - 1].end = max(last.end, rule.end)
        } else {
          joined.append(rule)
        }
      }
      first = next
    }
    return joined
  }

  /// The places of the rules that run down through a stretch of a line.
  func places(from left: Double, to right: Double, at middle: Double) -> [Double] {
    verticals.filter { $0.place > left && $0.place < right && reaches($0, middle) }.map(\.place)
  }

  /// Whether a rule reaches a height.
  func reaches(_ rule: Vertical, _ middle: Double) -> Bool {
    rule.top - slack < middle && rule.bottom + slack > middle
  }

  /// Whether a rule runs between two heights, along most of a stretch.
  func part(_ upper: Double, _ lower: Double, _ left: Double, _ right: Double) -> Bool {
    horizontals.contains {
      $0.place > upper && $0.place < lower
        && min($0.right, right) - max($0.left, left) > (right - left) / 2
    }
  }

  /// The rules above and below a text; `nil` where one of them is missing.
  func around(_ middle: Double, _ left: Double, _ right: Double) -> (Double, Double)? {
    let over = horizontals.filter {
      min($0.right, right) - max($0.left, left) > (right - left) / 2
    }
    guard let upper = over.map(\.place).filter({ $0 < middle }).max(),
      let lower = over.map(\.place).filter({ $0 > middle }).min()
    else { return nil }
    return (upper, lower)
  }

  /// Whether the rules that run down end between two heights and others begin: one table ends there,
  /// and another begins.
  func change(_ upper: Double, _ lower: Double) -> Bool {
    let above = verticals.filter { $0.top < upper && $0.bottom > upper }
    let below = verticals.filter { $0.top < lower && $0.bottom > lower }
    let ending = above.filter { $0.bottom < lower }
    let beginning = below.filter { $0.top > upper }
    // The borders may run on.
    return !ending.isEmpty && !beginning.isEmpty && above.count - ending.count <= 2
  }
}
