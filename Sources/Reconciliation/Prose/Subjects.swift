internal import TieoutModel

/// What the forms are about, by the letters of their names, and where such letters stand elsewhere.
///
/// An index over runs of four letters: what a text has in common with any name is found in one pass
/// over the text, however many forms there are.
struct Subjects {
  /// A run of letters that a text has in common with the name of one subject alone.
  struct Mention {
    /// A form of that subject.
    var detail: Int
    /// The letters, by place in the text.
    var letters: Range<Int>
  }

  /// The letters of all names, one after the other.
  private var letters: [UInt32] = []
  /// The letters of each form's name, without what says nothing of the subject.
  private var names: [Range<Int>] = []
  /// The first form of the same name, by form.
  private(set) var subjects: [Int] = []
  /// The place in `letters` behind each run; 0 for none, −1 for one that several names have.
  private var slots: [Int32] = []
  /// The form of each place in `letters`.
  private var owners: [Int32] = []

  private static let width = 4

  /// Indexes the names of a submission's forms.
  init(_ submission: Submission) {
    let text = submission.document.text
    let prefixes = submission.profile.namePrefixes.map { NameText.letters(of: $0) }
    var known: [UInt64: Int] = [:]
    for (detail, record) in submission.details.enumerated() {
      let start = letters.count
      if let name = record[submission.profile.detail.key]?.words {
        let first = Self.afterBracket(text, name.range)
        NameText.appendLetters(of: text, first..<name.range.upperBound, to: &letters)
      }
      if let prefix = prefixes.first(where: { letters[start...].starts(with: $0) }) {
        letters.removeSubrange(start..<(start + prefix.count))
      }
      names.append(start..<letters.count)
      let hash = letters[start...].stableHash(seed: 3)
      subjects.append(known[hash] ?? detail)
      if known[hash] == nil { known[hash] = detail }
      while owners.count < letters.count { owners.append(Int32(detail)) }
    }
    // Mostly empty, so that texts are passed over fast.
    var size = 64
    while size < 4 * letters.count { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for detail in names.indices where subjects[detail] == detail { index(names[detail]) }
  }

  /// The letters of a form's name.
  func name(_ detail: Int) -> ArraySlice<UInt32> { letters[names[detail]] }

  /// Past a bracket at the start of a name: `（行政事业性收费）-`.
  private static func afterBracket(_ text: [UInt8], _ range: Range<Int>) -> Int {
    for (open, close) in brackets
    where text.stands(open, at: range.lowerBound, range.upperBound) {
      if let end = text.first(of: close, in: range)?.upperBound, end < range.upperBound {
        return end
      }
    }
    return range.lowerBound
  }

  private static let brackets = [("(", ")"), ("（", "）")].map {
    (open: Array($0.0.utf8), close: Array($0.1.utf8))
  }

  private mutating func index(_ name: Range<Int>) {
    guard name.count >= Self.width else { return }
    for place in name.lowerBound...(name.upperBound - Self.width) {
      var slot = self.slot(Self.hash(letters.span, place))
      while slots[slot] != 0 {
        let other = Int(slots[slot].magnitude) - 1
        if same(place, other) {
          // Of several names: no subject's own.
          if owners[other] != owners[place], slots[slot] > 0 { slots[slot].negate() }
          break
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      if slots[slot] == 0 { slots[slot] = Int32(place + 1) }
    }
  }

  private func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

  @inline(__always)
  private static func hash(_ letters: Span<UInt32>, _ place: Int) -> UInt64 {
    let run = letters.extracting(place...).extracting(first: width)
    precondition(run.count == width, "a run begins here")
    var hash = UInt64(run[0]) << 32 | UInt64(run[1])
    hash = hash &* 0x9E37_79B9_7F4A_7C15
    hash ^= UInt64(run[2]) << 32 | UInt64(run[3])
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 31
  }

  private func same(_ left: Int, _ right: Int) -> Bool {
    for offset in 0..<Self.width where letters[left + offset] != letters[right + offset] {
      return false
    }
    return true
  }

  /// The longest run of letters that a text has in common with one other subject's name alone.
  func foreign(in text: [UInt32], to detail: Int) -> Mention? {
    guard text.count >= Self.width else { return nil }
    var best: Mention?
    var weight = 0
    var index = nextRun(text.span, from: 0)
    while index + Self.width <= text.count {
      guard let place = find(text, index), owners[place] != subjects[detail] else {
        index = nextRun(text.span, from: index + 1)
        continue
      }
      let end = endOfRun(text, index, place)
      let run = index..<end
      index = nextRun(text.span, from: end - Self.width + 1)
      let own = Self.weight(text[run])
      guard own >= Self.width, own > weight,
        GenericWords.leave(text[run], without: name(detail)) >= 2
      else { continue }
      weight = own
      best = Mention(detail: Int(owners[place]), letters: run)
    }
    return best
  }

  /// The first place of a text from one on whose four letters stand in any name; the end of the text
  /// where there is none.
  ///
  /// Nearly all texts are about something else: they are passed over here.
  private func nextRun(_ text: Span<UInt32>, from start: Int) -> Int {
    let slots = slots.span
    let mask = slots.count &- 1
    var index = start
    while index &+ Self.width <= text.count {
      if slots[Int(truncatingIfNeeded: Self.hash(text, index)) & mask] != 0 { return index }
      index &+= 1
    }
    return text.count
  }

  /// Where the four letters at a place of a text stand in one subject's name alone.
  private func find(_ text: [UInt32], _ index: Int) -> Int? {
    var slot = self.slot(Self.hash(text.span, index))
    while slots[slot] != 0 {
      let place = Int(slots[slot].magnitude) - 1
      var length = 0
      while length < Self.width, letters[place + length] == text[index + length] { length += 1 }
      if length == Self.width { return slots[slot] > 0 ? place : nil }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func endOfRun(_ text: [UInt32], _ index: Int, _ place: Int) -> Int {
    let limit = names[Int(owners[place])].upperBound
    var length = Self.width
    while index + length < text.count, place + length < limit,
      letters[place + length] == text[index + length]
    {
      length += 1
    }
    return index + length
  }

  /// How many letters of Han a run is worth: four of Latin say about as much as one.
  private static func weight(_ run: ArraySlice<UInt32>) -> Int {
    let latin = run.count { $0 < 0x2000 }
    return run.count - latin + latin / 4
  }

  /// Whether a text has as long a run of its own form's name as a run of letters.
  func isOwn(_ detail: Int, in text: [UInt32], asMuchAs run: Range<Int>) -> Bool {
    let name = name(detail)
    guard name.count >= run.count else { return false }
    return (name.startIndex...(name.endIndex - run.count)).contains {
      text[...].holds(name[$0..<($0 + run.count)])
    }
  }

  /// How many pairs of neighbouring letters of a form's name say what it is about.
  func telling(_ detail: Int) -> Int {
    let name = name(detail)
    return zip(name, name.dropFirst()).count { $0 >= 0x2E80 && !GenericWords.hasPair($0, $1) }
  }

  /// Whether a text has two neighbouring letters of its form's name that say what it is about.
  func isNamed(_ detail: Int, in text: [UInt32]) -> Bool {
    let name = name(detail)
    guard name.count > 1 else { return true }
    for place in name.indices.dropLast() {
      let (first, second) = (name[place], name[place + 1])
      if GenericWords.hasPair(first, second) { continue }
      for index in text.indices.dropLast() where text[index] == first && text[index + 1] == second {
        return true
      }
    }
    return false
  }
}

extension ArraySlice<UInt32> {
  /// Whether a run of letters stands in these.
  func holds(_ run: ArraySlice<UInt32>) -> Bool {
    guard let first = run.first, run.count <= count else { return false }
    for start in startIndex...(endIndex - run.count) where self[start] == first {
      if self[start..<(start + run.count)].elementsEqual(run) { return true }
    }
    return false
  }
}
