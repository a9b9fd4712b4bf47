/// An organisation's name, taken apart for comparison.
struct OrganisationName: Hashable, Sendable {
  /// One body of the name: `公安局` and `城东分局` of `公安局城东分局`.
  struct Segment: Hashable, Sendable {
    /// The letters before the word for the kind of body.
    var stem: Range<Int>
    /// The letters, that word included.
    var whole: Range<Int>
  }

  /// The letters and digits, the endings that name no other body stripped.
  var letters: [UInt32]
  /// The lengths of the places that may stand at its start, none first.
  var placeLengths: [Int]
  /// The number of the kind of body that it ends with; `nil` where it ends with none.
  var kind: Int?

  /// Takes letters apart.
  init(letters: [UInt32]) {
    self.letters = letters
    placeLengths = OrganisationWords.placeLengths(letters)
    kind = OrganisationWords.body(endingAt: letters.count, in: letters[...])?.kind
  }

  /// Whether it ends with the last letter of a place, and so names no body at all.
  var endsWithPlace: Bool {
    letters.last.map(OrganisationWords.places.contains) ?? true
  }

  /// The bodies that it names from an offset on, the last one the body itself.
  func segments(from start: Int) -> [Segment] {
    var segments: [Segment] = []
    var begin = start
    // A word for a body at the very end of a longer one (`委` in `委员会`) is found by its end.
    var end = start + 1
    while end <= letters.count {
      if let body = OrganisationWords.body(endingAt: end, in: letters[begin...]),
        !continues(body, endingAt: end), end - body.letters.count > begin || end == letters.count
      {
        segments.append(Segment(stem: begin..<(end - body.letters.count), whole: begin..<end))
        begin = end
      }
      end += 1
    }
    if begin < letters.count {
      segments.append(Segment(stem: begin..<letters.count, whole: begin..<letters.count))
    }
    return segments
  }

  /// Whether a word for a body is only the beginning of a longer one: `委` of `委员会`.
  private func continues(_ body: OrganisationWords.Body, endingAt end: Int) -> Bool {
    let start = end - body.letters.count
    return OrganisationWords.bodies.contains { longer in
      longer.letters.count > body.letters.count
        && start + longer.letters.count <= letters.count
        && letters[start..<(start + longer.letters.count)].elementsEqual(longer.letters)
    }
  }
}
