/// Names of organisations, taken apart for comparison.
///
/// All of them in the same few arrays: a name takes no memory of its own, and comparing copies none.
struct OrganisationNames {
  /// One body of a name: `公安局` and `城东分局` of `公安局城东分局`.
  struct Segment {
    /// The letters before the word for the kind of body.
    var stem: Range<Int>
    /// The letters, that word included.
    var whole: Range<Int>
  }

  /// One way to read a name: what stands first is a place, or nothing is.
  struct Reading {
    /// Where the place ends.
    var start: Int
    /// The places in `segments` of the bodies behind it, the last one the body itself; never empty.
    var segments: Range<Int>
    /// The letters that an abbreviation of it must come from: all but the place and the last
    /// word for a body.
    var core: Range<Int>
  }

  /// What tells at a glance that two names are not one body.
  struct Outline {
    /// The number of letters.
    var count: Int
    /// The number of the kind of body that it ends with; `nil` where it ends with none.
    var kind: Int?
    /// Its letters.
    var set: LetterSet
    /// The letters of the body itself, without any place.
    var coreSet: LetterSet

    /// Whether a closer look is worth while: the kinds of body do not contradict one another, and
    /// the longer name may have the letters of the shorter one's body.
    func mayBeSame(as other: Outline) -> Bool {
      if let kind, let otherKind = other.kind, kind != otherKind { return false }
      return count <= other.count
        ? other.set.mayHold(coreSet) : set.mayHold(other.coreSet)
    }
  }

  /// One name.
  struct Name {
    /// Its letters and digits.
    var letters: Range<Int>
    /// The ways to read it, without a place first.
    var readings: Range<Int>
    /// What tells quickly what it is not.
    var outline: Outline
  }

  /// The letters of all names.
  private(set) var letters: [UInt32] = []
  /// The names.
  private(set) var all: [Name] = []
  /// The ways to read them.
  private(set) var readings: [Reading] = []
  /// The bodies of all readings.
  private(set) var segments: [Segment] = []

  /// The letters of a name.
  func letters(of name: Int) -> ArraySlice<UInt32> { letters[all[name].letters] }

  /// Whether a name ends with the last letter of a place, and so names no body at all.
  func endsWithPlace(_ name: Name) -> Bool {
    letters[name.letters].last.map(OrganisationWords.places.contains) ?? true
  }

  /// Takes a name apart.
  mutating func add(_ name: ArraySlice<UInt32>) {
    let first = letters.count
    letters += name
    let range = first..<letters.count
    let firstReading = readings.count
    var place: Int? = first
    while let start = place {
      let segment = segments.count
      Self.addSegments(of: letters, start..<range.upperBound, to: &segments)
      if segments.count > segment {
        let core = start..<segments[segments.count - 1].stem.upperBound
        readings.append(
          Reading(start: start, segments: segment..<segments.count, core: core))
      }
      let isLast = readings.count - firstReading == OrganisationWords.mostPlaces + 1
      place = isLast ? nil : OrganisationWords.endOfPlace(letters, range, from: start)
    }
    let core = readings.count > firstReading ? readings[readings.count - 1].core : first..<first
    let body = OrganisationWords.body(endingAt: range.upperBound, in: letters, from: first)
    let outline = Outline(
      count: range.count, kind: body?.kind, set: LetterSet(letters[range]),
      coreSet: LetterSet(letters[core]))
    all.append(
      Name(letters: range, readings: firstReading..<readings.count, outline: outline))
  }

  private static func addSegments(
    of letters: [UInt32], _ part: Range<Int>, to segments: inout [Segment]
  ) {
    let lastLetters = OrganisationWords.lastLetters
    var begin = part.lowerBound
    for last in part where lastLetters.mayHold(letters[last]) {
      let end = last + 1
      if let body = OrganisationWords.body(endingAt: end, in: letters, from: begin),
        end == part.upperBound
          || (end - body.length > begin && !continues(body, letters, end, part.upperBound))
      {
        segments.append(Segment(stem: begin..<(end - body.length), whole: begin..<end))
        begin = end
      }
    }
    if begin < part.upperBound {
      let rest = begin..<part.upperBound
      segments.append(Segment(stem: rest, whole: rest))
    }
  }

  /// Whether a word for a body is only the beginning of a longer one of the same kind: `委` of
  /// `委员会`.
  private static func continues(
    _ body: OrganisationWords.Body, _ letters: [UInt32], _ end: Int, _ limit: Int
  ) -> Bool {
    let start = end - body.length
    for later in end + 1..<end + 3 where later <= limit {
      if let longer = OrganisationWords.body(endingAt: later, in: letters, from: start),
        later - longer.length == start
      {
        return true
      }
    }
    return false
  }
}
