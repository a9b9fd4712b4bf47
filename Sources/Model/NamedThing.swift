/// What somebody means who names a finding or a repair.
public enum NamedThing: Hashable, Sendable {
  /// A finding, by place.
  case finding(Int)
  /// A repair, by place.
  case repair(Int)
  /// Several that begin so, by their fingerprints.
  case several([String])
}

extension Submission {
  /// The finding or the repair of a name; `nil` where nothing is called so.
  ///
  /// A fingerprint, or enough of its beginning to mean one thing, names it on every run, and so does
  /// one with a record's number in place of its name (`AG02:form-of/38`); the finding's own number
  /// (`f12`, `r3`) does so in the report of one run alone, since numbers move with what is decided.
  public func thing(named name: String) -> NamedThing? {
    if let thing = thing(called: name) { return thing }
    return RecordKeys(self).renamed(name).flatMap { thing(called: $0) }
  }

  private func thing(called name: String) -> NamedThing? {
    let repaired = fingerprintsOfRepairs()
    if let place = findings.indices.first(where: {
      "f\($0 + 1)" == name || findings[$0].fingerprint == name
    }) {
      return .finding(place)
    }
    // As papers print it of which names are masked.
    if let place = findings.indices.first(where: {
      FingerprintParts(findings[$0].fingerprint)?.unnamed == name
    }) {
      return .finding(place)
    }
    if let place = repaired.indices.first(where: { "r\($0 + 1)" == name || repaired[$0] == name }) {
      return .repair(place)
    }
    // A check alone is no name, however few findings it has by now.
    guard name.contains(":") else { return nil }
    let known = findings.indices.filter { findings[$0].fingerprint.hasPrefix(name) }
    let mended = repaired.indices.filter { repaired[$0].hasPrefix(name) }
    var fingerprints: [String] = []
    for fingerprint in known.map({ findings[$0].fingerprint }) + mended.map({ repaired[$0] })
    where !fingerprints.contains(fingerprint) {
      fingerprints.append(fingerprint)
    }
    guard fingerprints.count < 2 else { return .several(fingerprints) }
    return known.first.map { .finding($0) } ?? mended.first.map { .repair($0) }
  }
}
