/// An organisation's name, taken apart for comparison.
struct OrganisationName: Hashable, Sendable {
  /// One body of the name: `公安局` and `城东分局` of `公安局城东分局`.
  struct Segment: Hashable, Sendable {
    /// The letters before the word for the kind of body.
    var stem: Range<Int>
    /// The letters, that word included.
    var whole: Range<Int>
  }

  /// One way to read the name: what stands first is a place, or nothing is.
  struct Reading: Hashable, Sendable {
    /// The length of the place.
    var start: Int
    /// The places in `segments` of the bodies behind it, the last one the body itself; never empty.
    var segments: Range<Int>
    /// The letters that an abbreviation of it must come from: all but the place and the last
    /// word for a body.
    var core: Range<Int>
  }

  /// What tells at a glance that two names are not one body.
  struct Outline: Hashable, Sendable {
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

  /// The letters and digits, an ending that names no other body stripped.
  let letters: [UInt32]
  /// The ways to read it, without a place first.
  let readings: [Reading]
  /// The bodies of all readings.
  let segments: [Segment]
  /// What tells quickly what it is not.
  let outline: Outline

  /// Takes letters apart.
  init(letters: [UInt32]) {
    self.letters = letters
    let starts = OrganisationWords.placeLengths(letters)
    var readings: [Reading] = []
    readings.reserveCapacity(starts.count)
    var segments: [Segment] = []
    segments.reserveCapacity(4)
    for start in starts {
      let first = segments.count
      Self.addSegments(of: letters, from: start, to: &segments)
      guard segments.count > first else { continue }
      let core = start..<segments[segments.count - 1].stem.upperBound
      readings.append(Reading(start: start, segments: first..<segments.count, core: core))
    }
    self.readings = readings
    self.segments = segments
    outline = Outline(
      count: letters.count,
      kind: OrganisationWords.body(endingAt: letters.count, in: letters, from: 0)?.kind,
      set: LetterSet(letters), coreSet: LetterSet(letters[readings.last?.core ?? 0..<0]))
  }

  /// The number of the kind of body that it ends with; `nil` where it ends with none.
  var kind: Int? { outline.kind }

  /// Whether it ends with the last letter of a place, and so names no body at all.
  var endsWithPlace: Bool {
    letters.last.map(OrganisationWords.places.contains) ?? true
  }

  private static func addSegments(
    of letters: [UInt32], from start: Int, to segments: inout [Segment]
  ) {
    var begin = start
    var end = start + 1
    while end <= letters.count {
      if let body = OrganisationWords.body(endingAt: end, in: letters, from: begin),
        end == letters.count
          || (end - body.length > begin && !continues(body, letters, endingAt: end))
      {
        segments.append(Segment(stem: begin..<(end - body.length), whole: begin..<end))
        begin = end
      }
      end += 1
    }
    if begin < letters.count {
      segments.append(Segment(stem: begin..<letters.count, whole: begin..<letters.count))
    }
  }

  /// Whether a word for a body is only the beginning of a longer one of the same kind: `委` of
  /// `委员会`.
  private static func continues(
    _ body: OrganisationWords.Body, _ letters: [UInt32], endingAt end: Int
  ) -> Bool {
    let start = end - body.length
    for later in end + 1..<end + 3 where later <= letters.count {
      if let longer = OrganisationWords.body(endingAt: later, in: letters, from: start),
        later - longer.length == start
      {
        return true
      }
    }
    return false
  }
}
