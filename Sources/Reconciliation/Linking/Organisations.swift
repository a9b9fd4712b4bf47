internal import TieoutModel

/// Decides whether two printed names mean one organisation.
///
/// Names are numbered as they come, so that comparing the thousandth pair costs a look-up.
/// The rules, in order: equal letters; a group of aliases of the profile; one is the other without
/// an ending that names no other body, without its place, or abbreviated. An abbreviation drops
/// letters inside words and keeps the kind of body (`人社局`), whereas a branch adds a body
/// (`公安局` and `公安局城东分局`): that is another organisation.
struct Organisations: Sendable {
  /// How two names relate.
  enum Relation: Hashable, Sendable {
    /// The same letters.
    case equal
    /// Different letters, one body.
    case alias
    /// Two bodies, as far as names tell.
    case different
  }

  private let endings: [[UInt32]]
  /// The forms of all names, as printed and without each ending that they have, and before them the
  /// aliases of the profile.
  private var names = OrganisationNames()
  /// The places in `names` of each group of aliases.
  private var aliases: [Range<Int>] = []
  /// The places in `names` of each name's forms.
  private var forms: [Range<Int>] = []
  /// The groups of aliases that each name belongs to.
  private var groups: [[Int]] = []
  private var numbers = KeyNumbers(capacity: 128)
  private var pairs = KeyNumbers(capacity: 256)
  private var relations: [Relation] = []
  private var letters: [UInt32] = []

  /// Creates an empty register with the rules of a profile.
  init(_ profile: Profile) { self.init(profile.organisations) }

  /// Creates an empty register with some rules.
  init(_ spec: OrganisationSpec) {
    endings = spec.endings.map { NameText.letters(of: $0) }
    for group in spec.aliases {
      let first = names.all.count
      for alias in group { names.add(NameText.letters(of: alias)[...]) }
      aliases.append(first..<names.all.count)
    }
  }

  /// How many names there are.
  var count: Int { forms.count }

  /// The number of a printed name; `nil` where it has no letters.
  mutating func number(of text: [UInt8], _ printed: Range<Int>) -> Int32? {
    letters.removeAll(keepingCapacity: true)
    NameText.appendLetters(of: text, printed, to: &letters)
    guard !letters.isEmpty else { return nil }
    var key = letters.stableHash(seed: 3)
    var number = numbers.number(of: key)
    // Two names with one hash: as good as never.
    while number < forms.count, self.letters(Int32(number)) != letters[...] {
      key &+= 1
      number = numbers.number(of: key)
    }
    if number == forms.count { add(letters) }
    return Int32(number)
  }

  private mutating func add(_ letters: [UInt32]) {
    let first = names.all.count
    addForms(letters)
    let own = first..<names.all.count
    forms.append(own)
    groups.append(
      aliases.indices.filter { group in
        aliases[group].contains { member in own.contains { names.isSame($0, member) } }
      })
  }

  /// Adds a name as printed, and without each ending of the profile that it has.
  private mutating func addForms(_ letters: [UInt32]) {
    names.add(letters[...])
    for place in endings.indices where endings[place].last == letters.last {
      let count = endings[place].count
      if letters.count >= count + 2, letters.suffix(count) == endings[place][...] {
        names.add(letters.dropLast(count))
      }
    }
    // A legal form stands for itself, written out or not: Limited, Ltd.
    if let last = letters.last, last < 0x80 {
      for (long, short) in OrganisationWords.legalForms
      where letters.count > long.count + 2 && letters.suffix(long.count) == long[...] {
        names.add(letters.dropLast(long.count) + short)
      }
    }
  }

  /// The letters of a numbered name, by which an index finds others like it.
  func letters(_ number: Int32) -> ArraySlice<UInt32> {
    names.letters(of: forms[Int(number)].lowerBound)
  }

  /// The first group of aliases that a numbered name belongs to; `nil` for none.
  func aliasGroup(of number: Int32) -> Int? { groups[Int(number)].first }

  /// How two numbered names relate.
  mutating func relation(_ left: Int32, _ right: Int32) -> Relation {
    if left == right { return .equal }
    // Of nearly all pairs the outlines decide, which costs less than to look for the pair.
    guard mayBeAlias(Int(left), Int(right)) else { return .different }
    let number = pairs.number(of: UInt64(min(left, right)) << 32 | UInt64(max(left, right)))
    if number == relations.count { relations.append(decide(Int(left), Int(right))) }
    return relations[number]
  }

  /// Whether two names may be one body, as far as a glance tells.
  private func mayBeAlias(_ left: Int, _ right: Int) -> Bool {
    if !groups[left].isEmpty, !groups[right].isEmpty { return true }
    for a in forms[left] {
      for b in forms[right] where names.mayBeSame(a, b) { return true }
    }
    return false
  }

  private func decide(_ left: Int, _ right: Int) -> Relation {
    if groups[left].contains(where: groups[right].contains) { return .alias }
    for a in forms[left] {
      for b in forms[right] where names.isSame(a, b) { return .alias }
    }
    return .different
  }
}

extension OrganisationNames {
  /// Whether two names, endings stripped, may be one body, as far as their outlines tell.
  func mayBeSame(_ left: Int, _ right: Int) -> Bool {
    all[left].outline.mayBeSame(as: all[right].outline)
  }

  /// Whether two names, endings stripped, are one body.
  func isSame(_ left: Int, _ right: Int) -> Bool {
    guard mayBeSame(left, right) else { return false }
    return all[left].letters.count <= all[right].letters.count
      ? isSame(all[left], as: all[right]) : isSame(all[right], as: all[left])
  }

  private func isSame(_ short: Name, as long: Name) -> Bool {
    if letters[short.letters] == letters[long.letters] { return true }
    // A name without a word for a body stands for a body of any kind, but two such names, or a
    // mere place, tell too little.
    let isCut =
      short.outline.kind == nil && (long.outline.kind == nil || endsWithPlace(short))
    // Whatever the places, the letters of the body itself must be there in their order.
    if let core = readings[short.readings].last?.core,
      matched(core, in: long.letters, keepsNumerals: false) < core.count
    {
      return false
    }
    for a in readings[short.readings] {
      for b in readings[long.readings] {
        let place = short.letters.lowerBound..<a.start
        let otherPlace = long.letters.lowerBound..<b.start
        if !place.isEmpty, !otherPlace.isEmpty, !agree(letters[place], letters[otherPlace]) {
          continue
        }
        if letters[a.start..<short.letters.upperBound] == letters[b.start..<long.letters.upperBound]
        {
          return true
        }
        if !isCut, isAbbreviation(short, a, of: long, b) { return true }
      }
    }
    return false
  }

  /// Whether two places can be one: `市` and `河西市`, `河西市` and `江东省河西市`.
  private func agree(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Bool {
    left.count <= right.count
      ? right.suffix(left.count).elementsEqual(left) : left.suffix(right.count).elementsEqual(right)
  }

  /// Whether the short name, read in one way, abbreviates the long one, read in one way.
  private func isAbbreviation(
    _ short: Name, _ shortReading: Reading, of long: Name, _ longReading: Reading
  ) -> Bool {
    guard let last = segments[longReading.segments].last else { return false }
    let own = letters[shortReading.core]
    let stem = letters[last.stem]
    if own.elementsEqual(stem) { return true }
    guard !own.isEmpty, !stem.isEmpty else { return false }
    // A stem cut off behind a whole word is another body (`教育局`, `教育体育局`), unless the words
    // cut off say how it works, not on what (`应急局`, `应急管理局`).
    if short.outline.kind != nil, long.outline.kind != nil, stem.starts(with: own) {
      return OrganisationWords.sayHow(stem.dropFirst(own.count))
    }
    var failed: Set<Int> = []
    return longReading.segments.contains { first in
      covers(shortReading.core, first..<longReading.segments.upperBound, &failed)
    }
  }

  /// Whether letters can be read off segments: from the first letter of the first one, and with
  /// the first letter of the last one.
  ///
  /// Letters can be shared out over many bodies in very many ways; `failed` keeps where they could not,
  /// so that nothing is tried twice.
  private func covers(_ own: Range<Int>, _ others: Range<Int>, _ failed: inout Set<Int>) -> Bool {
    guard let segment = segments[others].first,
      letters[own].first == letters[segment.whole.lowerBound]
    else { return false }
    if others.count == 1 {
      return matched(own, in: segment.stem, keepsNumerals: true) == own.count
    }
    let place = own.lowerBound &<< 32 | others.lowerBound
    let most = matched(own, in: segment.whole, keepsNumerals: false)
    guard most > 0, !failed.contains(place) else { return false }
    let isCovered = (1...most).contains { taken in
      (1..<others.count).contains { skipped in
        covers(own.dropFirst(taken), others.dropFirst(skipped), &failed)
      }
    }
    if !isCovered { failed.insert(place) }
    return isCovered
  }

  /// How many letters, from the first on, occur in order among others.
  private func matched(_ own: Range<Int>, in others: Range<Int>, keepsNumerals: Bool) -> Int {
    var count = 0
    for other in letters[others] {
      if count < own.count, letters[own.lowerBound + count] == other {
        count += 1
      } else if keepsNumerals, OrganisationWords.isNumeral(other) {
        return 0
      }
    }
    return count
  }
}
