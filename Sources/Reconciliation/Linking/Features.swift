/// What records are found by.
enum Features {
  /// The features of a record's names.
  static func forEachOfName(
    _ entry: LinkSide.Entry, _ side: LinkSide, _ organisations: Organisations,
    _ body: (UInt64) -> Void
  ) {
    let name = entry.name.isEmpty ? nil : entry.nameHash
    if let name { body(name) }
    if let organisation = entry.organisation {
      body(organisations.hash(organisation))
      if let name {
        let letters = organisations.letters(organisation)
        for index in letters.indices.dropLast() {
          body(mixed(name, UInt64(letters[index]) << 32 | UInt64(letters[index + 1])))
        }
        if let first = letters.first { body(mixed(name, UInt64(first))) }
      }
    }
    var last: UInt64?
    for place in entry.bigrams where side.bigrams[place] != last {
      body(mixed(side.bigrams[place], 4))
      last = side.bigrams[place]
    }
    if entry.name.count == 1 { body(mixed(UInt64(side.letters[entry.name.lowerBound]), 5)) }
  }

  /// The features of a record's amount.
  static func forEachOfAmount(
    _ entry: LinkSide.Entry, _ organisations: Organisations, _ body: (UInt64) -> Void
  ) {
    guard let amount = entry.amount.map({ mixed($0.key, 2) }) else { return }
    body(amount)
    if !entry.name.isEmpty { body(mixed(entry.nameHash, amount)) }
    if let organisation = entry.organisation {
      body(mixed(organisations.hash(organisation), amount))
    }
  }

  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var hash = (left ^ right &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 31
    return hash &* 0x94D0_49BB_1331_11EB
  }
}
