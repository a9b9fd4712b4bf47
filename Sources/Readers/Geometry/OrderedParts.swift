internal import TieoutModel

/// Parts a page where the order of its regions, as the file names it, is not the one of their places.
///
/// A region below those before it, or beside one of them, stands in one part with them: places say
/// what is a table there. One that stands above and beside none begins a part of its own.
struct OrderedParts {
  private var part = 0
  private var regions: [Box] = []
  /// How far down the lowest region of the part begins.
  private var lowest = Int32.min

  /// No more regions are looked back at, and no page has more parts.
  private static let most = 500
  private static let mostParts = 200

  /// Adds a region; the number of its part.
  mutating func add(_ region: Box?) -> Int {
    guard let region else { return part }
    let isAbove = lowest > region.bottom - region.height / 4
    if isAbove, part < Self.mostParts,
      !regions.suffix(Self.most).contains(where: { isBeside(region, $0) })
    {
      part += 1
      regions.removeAll(keepingCapacity: true)
      lowest = .min
    }
    regions.append(region)
    lowest = max(lowest, region.top)
    return part
  }

  /// Whether two regions share a good part of their heights.
  private func isBeside(_ left: Box, _ right: Box) -> Bool {
    let shared = min(left.bottom, right.bottom) - max(left.top, right.top)
    return shared > min(left.height, right.height) / 4
  }
}
