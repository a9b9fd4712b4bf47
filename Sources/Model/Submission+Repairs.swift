extension Submission {
  /// What each repair is called in decisions: its rule, the record, and its first reason without the
  /// numbers in it; those that share all of that are counted.
  public func fingerprintsOfRepairs() -> [String] {
    guard !repairs.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    let keys = RecordKeys(self)
    return repairs.map { repair in
      var hash = EvidenceHash()
      hash.add((repair.evidence.first?.zh ?? "").utf8.lazy.filter { $0 < 0x30 || $0 > 0x39 })
      let record = repair.record.map { keys.key(ofRecord: $0) } ?? "summary"
      let cause = String(UInt32(truncatingIfNeeded: hash.hash), radix: 16)
      let name = "\(repair.rule):\(record)::repair-\(cause)"
      let count = counts[name, default: 0] + 1
      counts[name] = count
      return count == 1 ? name : "\(name)-\(count)"
    }
  }
}

extension Submission {
  /// The places of the repairs that a finding tells of: those of its own catalogue entry.
  public func repairs(in finding: borrowing Finding) -> [Int] {
    var places: [Int] = []
    for name in finding.related where name.hasPrefix("r") {
      guard let number = Int(name.dropFirst()), repairs.indices.contains(number - 1),
        repairs[number - 1].rule == finding.check
      else { continue }
      places.append(number - 1)
    }
    return places
  }
}
