/// Where the last search in a sorted list ended, which is where the next one begins.
///
/// Questions mostly come in the order of the list, so that the answer is near.
struct Bookmark {
  /// The number of members that came before what was looked for.
  private(set) var count = 0

  /// How long the longest step is: what is farther away is not near.
  private static let longestStep = 16

  /// Finds how many of the members of a list come before what is looked for: steps from the last
  /// answer, each twice as long as the one before, then halves the last step; what is not near is
  /// looked for in all that is left.
  @inline(__always)
  mutating func search(_ total: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = total
    var step = 1
    if count < total, isBefore(count) {
      low = count + 1
      while step <= Self.longestStep, low + step <= total, isBefore(low + step - 1) {
        low += step
        step *= 2
      }
      if step <= Self.longestStep { high = min(total, low + step - 1) }
    } else if count > 0, !isBefore(count - 1) {
      high = count - 1
      while step <= Self.longestStep, high >= step, !isBefore(high - step) {
        high -= step
        step *= 2
      }
      if step <= Self.longestStep { low = max(0, high - step + 1) }
    } else {
      return count
    }
    while low < high {
      let middle = (low &+ high) &>> 1
      if isBefore(middle) { low = middle &+ 1 } else { high = middle }
    }
    count = low
    return low
  }
}
