/// The order in which a page's regions are read, as PAGE XML names it.
///
/// The indices of an ordered group decide, not the order in which its members are written; groups
/// stand in groups, and one that is a region itself stands before what is in it.
struct PAGEReadingOrder {
  /// A region or a group of them.
  private struct Member {
    var region: String?
    /// Its place among the members of its group; `nil` where the group has no order.
    var index: Int?
    var members: [Int] = []
  }

  /// The group that holds all others stands first.
  private var members = [Member()]
  private var open = [0]

  /// Adds a region, or begins a group.
  mutating func add(_ region: String?, index: Int?, isGroup: Bool) {
    guard let group = open.last else { return }
    members[group].members.append(members.count)
    if isGroup { open.append(members.count) }
    members.append(Member(region: region, index: index))
  }

  /// Ends a group.
  mutating func end() { if open.count > 1 { open.removeLast() } }

  /// The place of each region; the first mention of one counts.
  var places: [String: Int] {
    var places: [String: Int] = [:]
    var waiting = [0]
    while let place = waiting.popLast() {
      if let region = members[place].region, places[region] == nil { places[region] = places.count }
      let sorted = members[place].members.enumerated().sorted { left, right in
        (members[left.element].index ?? .max, left.offset)
          < (members[right.element].index ?? .max, right.offset)
      }
      waiting += sorted.map(\.element).reversed()
    }
    return places
  }
}
