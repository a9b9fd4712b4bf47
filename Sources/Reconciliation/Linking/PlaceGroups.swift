/// Places grouped by numbers such as `KeyNumbers` gives: the groups in the order of their numbers, the
/// places of each in their own.
///
/// One array holds them all, since most groups are of one or two.
struct PlaceGroups {
  /// Where each group begins in `places`; one more for the end.
  private var starts: [Int]
  private var places: [Int]

  /// Groups the places of some numbers below `count`; those of −1 belong to no group.
  init(_ numbers: [Int], count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    for number in numbers where number >= 0 { starts[number] += 1 }
    var end = 0
    for number in starts.indices {
      end += starts[number]
      starts[number] = end
    }
    // From the last place to the first, so that each group's begin where it begins.
    places = Array(repeating: 0, count: end)
    for place in numbers.indices.reversed() where numbers[place] >= 0 {
      starts[numbers[place]] -= 1
      places[starts[numbers[place]]] = place
    }
  }

  /// How many groups there are.
  var count: Int { starts.count - 1 }

  /// How many places a group has.
  func count(of group: Int) -> Int { starts[group + 1] - starts[group] }

  /// The places of a group.
  subscript(group: Int) -> ArraySlice<Int> { places[starts[group]..<starts[group + 1]] }
}
