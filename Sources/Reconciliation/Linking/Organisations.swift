internal import TieoutModel

/// Decides whether two printed names mean one organisation.
///
/// Names are numbered as they come, so that comparing the thousandth pair costs a look-up.
/// The rules, in order: equal letters; a group of aliases of the profile; one is the other without
/// an ending that names no other body, without its place, or abbreviated. An abbreviation drops
/// letters inside words and keeps the kind of body (`人社局`), whereas a branch adds a body
/// (`公安局` and `公安局城东分局`): that is another organisation.
struct Organisations {
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
  private let aliases: [[OrganisationName]]
  private var numbers = KeyNumbers(capacity: 128)
  /// The forms of all names: as printed, and without each ending that it has.
  private var forms: [OrganisationName] = []
  /// The outline of each form, which tells most names apart.
  private var outlines: [OrganisationName.Outline] = []
  /// The places in `forms` of each name's.
  private var ranges: [Range<Int>] = []
  /// The groups of aliases that each name belongs to.
  private var groups: [[Int]] = []
  private var pairs = KeyNumbers(capacity: 256)
  private var relations: [Relation] = []
  private var letters: [UInt32] = []

  /// Creates an empty register with the rules of a profile.
  init(_ spec: OrganisationSpec) {
    endings = spec.endings.map { NameText.letters(of: $0) }
    aliases = spec.aliases.map { group in
      group.map { OrganisationName(letters: NameText.letters(of: $0)) }
    }
  }

  /// How many names there are.
  var count: Int { ranges.count }

  /// The number of a printed name; `nil` where it has no letters.
  mutating func number(of text: [UInt8], _ printed: Range<Int>) -> Int32? {
    letters.removeAll(keepingCapacity: true)
    NameText.appendLetters(of: text, printed, to: &letters)
    guard !letters.isEmpty else { return nil }
    var key = letters.stableHash(seed: 3)
    var number = numbers.number(of: key)
    // Two names with one hash: as good as never.
    while number < ranges.count, self.letters(Int32(number)) != letters {
      key &+= 1
      number = numbers.number(of: key)
    }
    if number == ranges.count { add(letters) }
    return Int32(number)
  }

  private mutating func add(_ letters: [UInt32]) {
    let names = stripped(letters)
    ranges.append(forms.count..<(forms.count + names.count))
    forms += names
    for name in names { outlines.append(name.outline) }
    groups.append(aliases.indices.filter { isMember(names, of: $0) })
  }

  /// Whether one of a name's forms is one of a group of aliases.
  private func isMember(_ names: [OrganisationName], of group: Int) -> Bool {
    for member in aliases[group].indices {
      for name in names.indices
      where names[name].outline.mayBeSame(as: aliases[group][member].outline) {
        if Self.isSame(names[name], aliases[group][member]) { return true }
      }
    }
    return false
  }

  /// The letters of a numbered name, by which an index finds others like it.
  func letters(_ number: Int32) -> [UInt32] { forms[ranges[Int(number)].lowerBound].letters }

  /// The first group of aliases that a numbered name belongs to; `nil` for none.
  func aliasGroup(of number: Int32) -> Int? { groups[Int(number)].first }

  /// How two numbered names relate.
  mutating func relation(_ left: Int32, _ right: Int32) -> Relation {
    if left == right { return .equal }
    let number = pairs.number(of: UInt64(min(left, right)) << 32 | UInt64(max(left, right)))
    if number == relations.count { relations.append(decide(Int(left), Int(right))) }
    return relations[number]
  }

  private func decide(_ left: Int, _ right: Int) -> Relation {
    if groups[left].contains(where: groups[right].contains) { return .alias }
    for a in ranges[left] {
      for b in ranges[right] where outlines[a].mayBeSame(as: outlines[b]) {
        if Self.isSame(forms[a], forms[b]) { return .alias }
      }
    }
    return .different
  }

  /// A name as printed, and without each ending of the profile that it has.
  private func stripped(_ letters: [UInt32]) -> [OrganisationName] {
    var names = [OrganisationName(letters: letters)]
    for place in endings.indices where endings[place].last == letters.last {
      let count = endings[place].count
      if letters.count >= count + 2, letters.suffix(count) == endings[place][...] {
        names.append(OrganisationName(letters: Array(letters.dropLast(count))))
      }
    }
    // A legal form stands for itself, written out or not: Limited, Ltd.
    if let last = letters.last, last < 0x80 {
      for (long, short) in OrganisationWords.legalForms
      where letters.count > long.count + 2 && letters.suffix(long.count) == long[...] {
        names.append(OrganisationName(letters: Array(letters.dropLast(long.count)) + short))
      }
    }
    return names
  }
}

extension Organisations {
  /// Whether two names, endings stripped, are one body.
  static func isSame(_ left: OrganisationName, _ right: OrganisationName) -> Bool {
    guard left.outline.mayBeSame(as: right.outline) else { return false }
    if left.letters == right.letters { return true }
    let (short, long) =
      left.letters.count <= right.letters.count ? (left, right) : (right, left)
    // A name without a word for a body stands for a body of any kind, but two such names, or a
    // mere place, tell too little.
    let isCut = short.kind == nil && (long.kind == nil || short.endsWithPlace)
    // Whatever the places, the letters of the body itself must be there in their order.
    if let core = short.readings.last?.core,
      matched(short.letters[core], in: long.letters[...], keepsNumerals: false) < core.count
    {
      return false
    }
    for a in short.readings {
      for b in long.readings {
        if a.start > 0, b.start > 0,
          !agree(short.letters[..<a.start], long.letters[..<b.start])
        {
          continue
        }
        if short.letters[a.start...] == long.letters[b.start...] { return true }
        if !isCut, isAbbreviation(short, a, of: long, b) { return true }
      }
    }
    return false
  }

  /// Whether two places can be one: `市` and `河西市`, `河西市` and `江东省河西市`.
  private static func agree(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Bool {
    left.count <= right.count
      ? right.suffix(left.count).elementsEqual(left) : left.suffix(right.count).elementsEqual(right)
  }

  /// Whether the short name, read in one way, abbreviates the long one, read in one way.
  private static func isAbbreviation(
    _ short: OrganisationName, _ shortReading: OrganisationName.Reading,
    of long: OrganisationName, _ longReading: OrganisationName.Reading
  ) -> Bool {
    let segments = long.segments[longReading.segments]
    guard let last = segments.last else { return false }
    let letters = short.letters[shortReading.core]
    let stem = long.letters[last.stem]
    if letters.elementsEqual(stem) { return true }
    guard !letters.isEmpty, !stem.isEmpty else { return false }
    // A stem cut off behind a whole word is another body (`教育局`, `教育体育局`), unless the words
    // cut off say how it works, not on what (`应急局`, `应急管理局`).
    if short.kind != nil, long.kind != nil, stem.starts(with: letters) {
      return OrganisationWords.sayHow(stem.dropFirst(letters.count))
    }
    return segments.indices.contains { first in covers(letters, long, segments[first...]) }
  }

  /// Whether letters can be read off segments: from the first letter of the first one, and with
  /// the first letter of the last one.
  private static func covers(
    _ letters: ArraySlice<UInt32>, _ long: OrganisationName,
    _ segments: ArraySlice<OrganisationName.Segment>
  ) -> Bool {
    guard let segment = segments.first, letters.first == long.letters[segment.whole.lowerBound]
    else { return false }
    if segments.count == 1 {
      return matched(letters, in: long.letters[segment.stem], keepsNumerals: true)
        == letters.count
    }
    let most = matched(letters, in: long.letters[segment.whole], keepsNumerals: false)
    guard most > 0 else { return false }
    return (1...most).contains { taken in
      (1..<segments.count).contains { skipped in
        covers(letters.dropFirst(taken), long, segments.dropFirst(skipped))
      }
    }
  }

  /// How many letters, from the first on, occur in order among others.
  private static func matched(
    _ letters: ArraySlice<UInt32>, in others: ArraySlice<UInt32>, keepsNumerals: Bool
  ) -> Int {
    var count = 0
    for other in others {
      if count < letters.count, letters[letters.startIndex + count] == other {
        count += 1
      } else if keepsNumerals, OrganisationWords.isNumeral(other) {
        return 0
      }
    }
    return count
  }
}
