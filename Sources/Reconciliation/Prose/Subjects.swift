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
  /// The pairs of letters in the names, as bits: most pairs of a text stand in none.
  private var pairs: [UInt64] = []

  private static let width = 4

  /// Indexes the names of a submission's forms.
  init(_ submission: borrowing Submission) {
    let text = submission.document.text
    // Room for names of the usual length.
    letters.reserveCapacity(submission.details.count * 20)
    owners.reserveCapacity(submission.details.count * 20)
    names.reserveCapacity(submission.details.count)
    subjects.reserveCapacity(submission.details.count)
    let prefixes = submission.profile.namePrefixes.map { NameText.letters(of: $0) }
    var known = KeyNumbers(capacity: submission.details.count)
    /// The first form of each number in `known`.
    var firsts: [Int] = []
    let key = submission.profile.detail.key
    for detail in submission.details.indices {
      let start = letters.count
      if let name = submission.details[detail].fields.named(key)?.words {
        let first = Self.afterBracket(text, name.range)
        NameText.appendLetters(of: text, first..<name.range.upperBound, to: &letters)
      }
      if let prefix = prefixes.first(where: { letters[start...].starts(with: $0) }) {
        letters.removeSubrange(start..<(start + prefix.count))
      }
      names.append(start..<letters.count)
      let hash = letters[start...].stableHash(seed: 3)
      let number = known.number(of: hash)
      if number == firsts.count { firsts.append(detail) }
      subjects.append(firsts[number])
      owners += repeatElement(Int32(detail), count: letters.count - start)
    }
    var size = 64
    while size < 2 * letters.count { size *= 2 }
    slots = Array(repeating: 0, count: size)
    // Mostly empty, so that texts are passed over fast.
    pairs = Array(repeating: 0, count: size / 4)
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
    for place in name.dropLast() {
      let bit = Self.bit(letters[place], letters[place + 1], pairs.count)
      pairs[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    for place in name.lowerBound...(name.upperBound - Self.width) {
      var slot = self.slot(Self.hash(letters.span, place))
      while slots[slot] != 0 {
        let other = Int(slots[slot].magnitude) - 1
        if Self.same(letters.span, place, letters.span, other) {
          // Of several names: no subject's own.
          if owners[other] != owners[place], slots[slot] > 0 { slots[slot].negate() }
          break
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      if slots[slot] == 0 { slots[slot] = Int32(place + 1) }
    }
  }

  /// The bit of a pair of letters among those of so many words.
  @inline(__always)
  private static func bit(_ first: UInt32, _ second: UInt32, _ words: Int) -> Int {
    let hash = (UInt64(first) << 32 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash &>> 32) & (words &* 64 &- 1)
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

  /// Whether the letters at a place of the names are those at a place of a text.
  @inline(__always)
  private static func same(
    _ letters: Span<UInt32>, _ place: Int, _ text: Span<UInt32>, _ index: Int
  ) -> Bool {
    for offset in 0..<width where letters[place + offset] != text[index + offset] { return false }
    return true
  }

  /// The longest run of letters that a text has in common with one other subject's name alone.
  func foreign(in text: Span<UInt32>, to detail: Int) -> Mention? {
    var best: Mention?
    var weight = 0
    var index = 0
    while let (start, place) = next(in: text, from: index, otherThan: subjects[detail]) {
      let run = start..<endOfRun(text, start, place)
      index = run.upperBound - Self.width + 1
      let own = Self.weight(text.extracting(run))
      guard own >= Self.width, own > weight,
        GenericWords.leave(text.extracting(run), without: name(detail)) >= 2
      else { continue }
      weight = own
      best = Mention(detail: Int(owners[place]), letters: run)
    }
    return best
  }

  /// Whether another project than a form's may be mentioned in some text, which is seen before its
  /// letters are read.
  ///
  /// It looks at Han alone: where anything else stands in the way, it may be.
  func mayMention(_ text: Span<UInt8>, otherThan detail: Int) -> Bool {
    let pairs = pairs.span
    let subject = subjects[detail]
    var rest = text
    while rest.count >= 3 * Self.width {
      guard NameText.isHan(rest[0]), NameText.isHan(rest[3]), NameText.isHan(rest[6]),
        NameText.isHan(rest[9])
      else { return true }
      // As in a run of letters, of four the last two tell of the first three as well.
      guard Self.holds(rest, 6, pairs) else {
        rest = rest.extracting(droppingFirst: 9)
        continue
      }
      guard Self.holds(rest, 3, pairs), Self.holds(rest, 0, pairs) else {
        rest = rest.extracting(droppingFirst: 3)
        continue
      }
      let run: [4 of UInt32] = [
        NameText.wide(rest), NameText.wide(rest.extracting(droppingFirst: 3)),
        NameText.wide(rest.extracting(droppingFirst: 6)),
        NameText.wide(rest.extracting(droppingFirst: 9)),
      ]
      let known = known(run.span, 0)
      let place = Int(known.magnitude) &- 1
      if known != 0, Int(owners[place]) == subject {
        // Mostly a text says what its own form is about.
        let own = lengthOfRun(rest, place)
        rest = rest.extracting(droppingFirst: 3 * (own - Self.width + 1))
      } else if known > 0 {
        return true
      } else {
        rest = rest.extracting(droppingFirst: 3)
      }
    }
    // Too few bytes for four letters of Han, but not for four others.
    var place = 0
    while place < rest.count {
      guard NameText.isHan(rest[place]) else { return true }
      place &+= 3
    }
    return false
  }

  /// How many letters of Han at the front of some text are those at a place of a name, of which the
  /// first four are.
  private func lengthOfRun(_ text: Span<UInt8>, _ place: Int) -> Int {
    let limit = names[Int(owners[place])].upperBound
    var length = Self.width
    var rest = text.extracting(droppingFirst: 3 * Self.width)
    while place + length < limit, rest.count > 2, NameText.isHan(rest[0]),
      letters[place + length] == NameText.wide(rest)
    {
      length += 1
      rest = rest.extracting(droppingFirst: 3)
    }
    return length
  }

  /// What is known of the four letters at a place of a text: one more than the place of a name at which
  /// they stand, negative where several names have them; 0 where none has.
  @inline(__always)
  private func known(_ text: Span<UInt32>, _ index: Int) -> Int32 {
    let (slots, letters) = (slots.span, letters.span)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: Self.hash(text, index)) & mask
    while slots[slot] != 0 {
      if Self.same(letters, Int(slots[slot].magnitude) &- 1, text, index) { break }
      slot = (slot &+ 1) & mask
    }
    return slots[slot]
  }

  /// Whether a name may have the two letters of Han that begin at an offset.
  @inline(__always)
  private static func holds(_ text: Span<UInt8>, _ start: Int, _ pairs: Span<UInt64>) -> Bool {
    let first = NameText.wide(text.extracting(droppingFirst: start))
    let second = NameText.wide(text.extracting(droppingFirst: start &+ 3))
    let bit = bit(first, second, pairs.count)
    return pairs[bit &>> 6] &>> UInt64(bit & 63) & 1 != 0
  }

  /// The next place of a text whose four letters stand in the name of one subject alone, which is
  /// another one, and where they stand there.
  private func next(
    in text: Span<UInt32>, from start: Int, otherThan subject: Int
  ) -> (start: Int, place: Int)? {
    let pairs = pairs.span
    var index = start
    while index &+ Self.width <= text.count {
      // Nearly all texts are about something else: where no name has the last two of four letters,
      // none has a run that begins here or at the next two letters.
      let bit = Self.bit(text[index &+ 2], text[index &+ 3], pairs.count)
      guard pairs[bit &>> 6] &>> UInt64(bit & 63) & 1 != 0 else {
        index &+= 3
        continue
      }
      let known = known(text, index)
      let place = Int(known.magnitude) &- 1
      if known != 0, Int(owners[place]) == subject {
        // No run inside one of the own name is another name's alone.
        index = endOfRun(text, index, place) &- Self.width &+ 1
      } else if known > 0 {
        return (index, place)
      } else {
        index &+= 1
      }
    }
    return nil
  }

  private func endOfRun(_ text: Span<UInt32>, _ index: Int, _ place: Int) -> Int {
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
  private static func weight(_ run: Span<UInt32>) -> Int {
    var latin = 0
    for place in run.indices where run[place] < 0x2000 { latin += 1 }
    return run.count - latin + latin / 4
  }
}
