/// How often each value occurs on either side.
struct BothCounts {
  private(set) var rows = KeyCounts()
  private(set) var details = KeyCounts()

  /// Creates empty counts.
  init() {}

  /// Counts the values of both sides' records.
  init(_ rows: LinkSide, _ details: LinkSide, _ key: (LinkSide.Entry) -> UInt64?) {
    self.rows = Self.counts(rows, key)
    self.details = Self.counts(details, key)
  }

  /// How often a value occurs on the side where it occurs more often.
  func most(_ key: UInt64) -> Int { max(rows[key], details[key]) }

  private static func counts(
    _ side: LinkSide, _ key: (LinkSide.Entry) -> UInt64?
  ) -> KeyCounts {
    var counts = KeyCounts(capacity: side.entries.count)
    for entry in side.entries {
      if let key = key(entry) { counts.add(key) }
    }
    return counts
  }
}
