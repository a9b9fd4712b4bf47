internal import TieoutMarkup

/// Tells texts that say the same as others: lines beside their words, a page beside its lines.
enum SameTexts {
  /// What texts are to others.
  enum Relation {
    /// They say the same, a few letters aside.
    case same
    /// They say more: the others are some of it.
    case part
    case other
  }

  /// Whether some texts say the same as others at the same place.
  static func are(
    _ some: some Collection<PlacedTexts.Item>, _ others: some Collection<PlacedTexts.Item>
  ) -> Bool {
    let counts = (solidCount(some), solidCount(others))
    guard min(counts.0, counts.1) * 10 >= max(counts.0, counts.1) * 9 else { return false }
    let isSize = isSize(some.map(\.frame) + others.map(\.frame))
    guard let here = outline(some, unsaidIsSize: isSize),
      let there = outline(others, unsaidIsSize: isSize), here.shared(with: there) > 0.8
    else { return false }
    return compare(some, others) == .same
  }

  /// Compares by how often each byte occurs, which costs one pass and minds no order.
  static func compare(
    _ some: some Collection<PlacedTexts.Item>, _ others: some Collection<PlacedTexts.Item>
  ) -> Relation {
    let (mine, theirs) = (histogram(some), histogram(others))
    let common = zip(mine, theirs).reduce(0) { $0 + min($1.0, $1.1) }
    let (own, inner) = (mine.reduce(0, +), theirs.reduce(0, +))
    if common * 10 >= own * 7, common * 10 >= inner * 7 { return .same }
    return common * 10 >= inner * 9 ? .part : .other
  }

  /// Whether lists of texts lie over each other, as pages do.
  static func overlap(_ parts: [[PlacedTexts.Item]]) -> Bool {
    let isSize = isSize(parts.joined().map(\.frame))
    let frames = parts.compactMap { outline($0, unsaidIsSize: isSize) }
    guard frames.count > 1, parts.contains(where: { $0.count > 3 }) else { return false }
    return zip(frames, frames.dropFirst()).allSatisfy { $0.shared(with: $1) > 0.5 }
  }

  /// Whether four numbers without names end with width and height: most would be no edges.
  static func isSize(_ frames: [JSONFrame]) -> Bool {
    let unsaid = frames.filter { $0.shape == .unsaid }
    return unsaid.count { !$0.mayBeEdges } * 3 > unsaid.count
  }

  /// The smallest frame around texts.
  private static func outline(
    _ items: some Collection<PlacedTexts.Item>, unsaidIsSize isSize: Bool
  ) -> JSONFrame? {
    let frames = items.map { $0.frame.edges(unsaidIsSize: isSize) }
    return frames.first.map { frames.dropFirst().reduce($0) { $0.union($1) } }
  }

  private static func solidCount(_ items: some Collection<PlacedTexts.Item>) -> Int {
    items.reduce(0) { $0 + $1.solid.count }
  }

  private static func histogram(_ items: some Collection<PlacedTexts.Item>) -> [Int] {
    var counts = Array(repeating: 0, count: 256)
    for item in items {
      for byte in item.solid { counts[Int(byte)] += 1 }
    }
    return counts
  }
}
