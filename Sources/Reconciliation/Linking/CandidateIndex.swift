/// Finds the few forms that a row may stand for, without comparing every row with every form.
///
/// An inverted index over features: the whole name, the amount, the organisation, pairs of these,
/// and the pairs of letters of the name, alone and together with the organisation's. A row looks
/// at the rarest features first and stops after a fixed number of forms, so that the work grows
/// with the number of records and no faster, however many records share a name.
struct CandidateIndex {
  /// The number of forms looked at for one row.
  private static let budget = 384
  /// The number of candidates kept for one row.
  private static let width = 8

  private var postings: [UInt64: Range<Int>] = [:]
  private var entries: [Int32] = []
  private let rowCount: Int
  private let detailCount: Int
  private var scores: [Int32]
  private var touched: [Int32] = []
  private var lists: [Range<Int>] = []

  /// Indexes the forms.
  init(_ details: LinkSide, rowCount: Int, _ organisations: Organisations) {
    self.rowCount = rowCount
    detailCount = details.entries.count
    scores = Array(repeating: 0, count: details.entries.count)
    var pairs: [(feature: UInt64, detail: Int32)] = []
    pairs.reserveCapacity(details.entries.count * 24)
    for (index, entry) in details.entries.enumerated() {
      Self.forEachFeature(of: entry, details, organisations) { pairs.append(($0, Int32(index))) }
    }
    pairs.sort { ($0.feature, $0.detail) < ($1.feature, $1.detail) }
    entries.reserveCapacity(pairs.count)
    var start = 0
    for (index, pair) in pairs.enumerated() {
      entries.append(pair.detail)
      if index + 1 == pairs.count || pairs[index + 1].feature != pair.feature {
        postings[pair.feature] = start..<(index + 1)
        start = index + 1
      }
    }
  }

  /// The forms that a row may stand for, the most promising first.
  mutating func candidates(
    forRow row: Int, _ entry: LinkSide.Entry, _ rows: LinkSide, _ organisations: Organisations
  ) -> [Int] {
    lists.removeAll(keepingCapacity: true)
    Self.forEachFeature(of: entry, rows, organisations) { feature in
      if let list = postings[feature] { lists.append(list) }
    }
    lists.sort { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
    let place = row * detailCount / max(rowCount, 1)
    var left = Self.budget
    for list in lists where left > 0 {
      let weight = Int32(Rarity.weight(count: list.count, of: detailCount))
      for posting in nearest(list, to: place, limit: left) {
        let detail = Int(entries[posting])
        if scores[detail] == 0 { touched.append(entries[posting]) }
        scores[detail] += weight
      }
      left -= list.count
    }
    return best(near: place)
  }

  /// The part of a list around a place in the printed order.
  private func nearest(_ list: Range<Int>, to place: Int, limit: Int) -> Range<Int> {
    guard list.count > limit else { return list }
    var low = list.lowerBound
    var high = list.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(entries[middle]) < place { low = middle + 1 } else { high = middle }
    }
    let start = min(max(low - limit / 2, list.lowerBound), list.upperBound - limit)
    return start..<(start + limit)
  }

  /// The forms with the highest scores; of equal ones, those nearest to a place.
  private mutating func best(near place: Int) -> [Int] {
    var best: [(score: Int32, distance: Int, detail: Int)] = []
    for touch in touched {
      let detail = Int(touch)
      let entry = (score: scores[detail], distance: abs(detail - place), detail: detail)
      scores[detail] = 0
      if best.count == Self.width, !Self.isBetter(entry, best[Self.width - 1]) { continue }
      if best.count == Self.width { best.removeLast() }
      let index = best.firstIndex { Self.isBetter(entry, $0) } ?? best.count
      best.insert(entry, at: index)
    }
    touched.removeAll(keepingCapacity: true)
    return best.map(\.detail)
  }

  private static func isBetter(
    _ left: (score: Int32, distance: Int, detail: Int),
    _ right: (score: Int32, distance: Int, detail: Int)
  ) -> Bool {
    (right.score, left.distance, left.detail) < (left.score, right.distance, right.detail)
  }

  /// All features of a record.
  private static func forEachFeature(
    of entry: LinkSide.Entry, _ side: LinkSide, _ organisations: Organisations,
    _ body: (UInt64) -> Void
  ) {
    let name = entry.name.isEmpty ? nil : entry.nameHash
    let amount = entry.amount.map { mixed($0.key, 2) }
    let letters = entry.organisation.map { organisations.letters($0) } ?? []
    let organisation = letters.isEmpty ? nil : letters.stableHash(seed: 3)
    if let name { body(name) }
    if let amount { body(amount) }
    if let organisation { body(organisation) }
    if let name, let amount { body(mixed(name, amount)) }
    if let organisation, let amount { body(mixed(organisation, amount)) }
    if let name {
      for pair in zip(letters, letters.dropFirst()) {
        body(mixed(name, UInt64(pair.0) << 32 | UInt64(pair.1)))
      }
      if let first = letters.first { body(mixed(name, UInt64(first))) }
    }
    var last: UInt64?
    for bigram in side.bigrams[entry.bigrams] where bigram != last {
      body(mixed(bigram, 4))
      last = bigram
    }
    if entry.name.count == 1 { body(mixed(UInt64(side.letters[entry.name.lowerBound]), 5)) }
  }

  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var hash = (left ^ right &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 31
    return hash &* 0x94D0_49BB_1331_11EB
  }
}
