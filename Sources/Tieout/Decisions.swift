internal import TieoutReconciliation

extension [Decision] {
  /// The last word on each thing, in order; what was withdrawn is left out.
  ///
  /// Each value that was corrected on one finding is a thing of its own.
  var lastWords: [Decision] {
    var seen: Set<DecidedThing> = []
    var withdrawn: Set<String> = []
    var words: [Decision] = []
    for decision in reversed() {
      if decision.ruling == .withdraw { withdrawn.insert(decision.fingerprint) }
      let thing = DecidedThing(
        fingerprint: decision.fingerprint, corrected: decision.correction?.subject)
      guard !withdrawn.contains(decision.fingerprint), seen.insert(thing).inserted else {
        continue
      }
      words.append(decision)
    }
    return words.reversed()
  }
}

/// What a decision is about.
private struct DecidedThing: Hashable {
  var fingerprint: String
  var corrected: Subject?
}

extension Submission {
  /// The repairs that decisions which still hold want otherwise than they stand.
  func overruled() -> [Document.Overruled] {
    repairs.filter { repair in
      guard let decision = repair.decision.map({ decisions[$0] }), decision.standing == .current
      else { return false }
      switch (decision.ruling, repair.state) {
      case (.accept, .offered), (.reject, .proved), (.reject, .likely): return true
      default: return false
      }
    }.map(Document.Overruled.init)
  }

  /// What a reviewer's word on a finding or a repair becomes: a decision on the finding, or on each of
  /// the repairs that it tells of.
  ///
  /// - Parameter name: A fingerprint, its unambiguous beginning, or `f12`, `r3` in this run's order.
  /// - Parameter field: Where a correction belongs, such as `detail/38.total`; `nil` for the place
  ///   that the finding is about.
  public func decide(
    _ ruling: Decision.Ruling, on name: String, value: String? = nil, field: String? = nil,
    reason: String, by person: String, when: String
  ) throws(RunError) -> [Decision] {
    func decision(_ fingerprint: String, _ evidence: String) -> Decision {
      Decision(
        fingerprint: fingerprint, ruling: ruling, reason: reason, by: person, when: when,
        evidence: evidence)
    }
    let names = fingerprintsOfRepairs()
    if ruling == .withdraw { return [decision(try decided(name), "")] }
    let finding: Finding
    switch thing(named: name) {
    case .finding(let place): finding = findings[place]
    case .repair(let repair):
      guard ruling != .correct else { throw RunError.correctsRepair }
      return [decision(names[repair], repairs[repair].evidenceHash)]
    case .several(let fingerprints): throw RunError.ambiguous(name, fingerprints)
    case nil:
      let ofCheck = findings.filter { $0.check == name }.map(\.fingerprint)
      throw ofCheck.isEmpty
        ? RunError.nothingToDecide(name) : RunError.wholeCheck(name, ofCheck)
    }
    if ruling == .correct {
      return [try correction(finding, decision(finding.fingerprint, ""), value, field)]
    }
    let made = self.repairs(in: finding)
    if made.isEmpty { return [decision(finding.fingerprint, finding.evidenceHash)] }
    return made.map { decision(names[$0], repairs[$0].evidenceHash) }
  }

  /// The fingerprint under which something was decided; what is gone can be named by it alone.
  private func decided(_ name: String) throws(RunError) -> String {
    let known: Int?
    switch thing(named: name) {
    case .finding(let place): known = findings[place].decision
    case .repair(let place): known = repairs[place].decision
    default: known = nil
    }
    if let decision = known ?? decisions.firstIndex(where: { $0.fingerprint == name }) {
      return decisions[decision].fingerprint
    }
    let begun = decisions.map(\.fingerprint).filter { name.contains(":") && $0.hasPrefix(name) }
    guard let fingerprint = begun.first else { throw RunError.nothingDecided(name) }
    guard begun.allSatisfy({ $0 == fingerprint }) else { throw RunError.ambiguous(name, begun) }
    return fingerprint
  }

  /// The decision that a value is another one.
  private func correction(
    _ finding: Finding, _ decision: Decision, _ value: String?, _ field: String?
  ) throws(RunError) -> Decision {
    guard var value, !value.isEmpty else { throw RunError.needsValue }
    var subject = finding.subject
    if let field {
      guard let dot = field.firstIndex(of: ".") else { throw RunError.noField(field) }
      subject = Subject(
        record: String(field[..<dot]), field: String(field[field.index(after: dot)...]))
    }
    guard let path = subject.field.flatMap({ FieldPath($0, profile) }),
      let place = place(ofRecord: subject.record), let fields = fields(place, path.item)
    else { throw RunError.noField(field ?? subject.path) }
    if field == nil, let text = fields.named(path.field),
      let spliced = document.replacing(figureOf: finding, in: text, by: value)
    {
      guard let whole = spliced.whole else {
        throw RunError.partOfText(subject.path, spliced.figure)
      }
      value = whole
    }
    if let wanted = objection(to: value, place, path) {
      throw RunError.wrongValue(value, field ?? subject.path, wanted)
    }
    var decision = decision
    decision.evidence = evidenceHash(fields.named(path.field))
    decision.correction = Decision.Correction(
      subject: Subject(
        record: RecordKeys(self).key(ofRecord: subject.record), field: subject.field),
      value: value)
    return decision
  }
}

extension Subject {
  /// The record and the path inside it.
  var path: String { record + (field.map { ".\($0)" } ?? "") }
}

extension RunError {
  fileprivate static let correctsRepair = RunError(
    zh: "修复只能接受或否定；要更正数值，请对有关的检查结果作 correct。",
    en: "A repair is accepted or rejected. To correct a value, decide on a finding about it.")

  fileprivate static let needsValue = RunError(
    zh: "correct 需要一个值，例如：tieout decide 文件 f12 correct 1937.88 --reason …",
    en: "correct needs a value, as in: tieout decide FILE f12 correct 1937.88 --reason …")

  fileprivate static func partOfText(_ field: String, _ figure: String) -> RunError {
    RunError(
      zh: "该结果说的是“\(field)”文字中的“\(figure)”，correct 只替换这个数；请给出更正后的数，"
        + "或用 --field \(field) 并给出更正后的全文。",
      en: "The finding is about “\(figure)” amid the text of \(field), and correct replaces that "
        + "number alone. Give the number, or --field \(field) with the whole text as it should read."
    )
  }

  fileprivate static func nothingToDecide(_ name: String) -> RunError {
    RunError(
      zh: "没有名为“\(name)”的检查结果或修复。tieout check 列出全部；tieout explain 和 findings.json 给出其 fingerprint。",
      en: "There is no finding or repair “\(name)”. tieout check lists them; tieout explain and "
        + "findings.json give their fingerprints.")
  }

  fileprivate static func wholeCheck(_ name: String, _ fingerprints: [String]) -> RunError {
    let list = fingerprints.prefix(5).joined(separator: ", ")
    let more = fingerprints.count > 5 ? ", …" : ""
    return RunError(
      zh: "“\(name)”是一项检查，而决定只针对其中一处：\(list)\(more)",
      en: "“\(name)” is a check; a decision is on one of its findings: \(list)\(more)")
  }

  fileprivate static func ambiguous(_ name: String, _ fingerprints: [String]) -> RunError {
    let list = fingerprints.prefix(5).joined(separator: ", ")
    let more = fingerprints.count > 5 ? ", …" : ""
    return RunError(
      zh: "以“\(name)”开头的不止一个，请写得更长：\(list)\(more)",
      en: "“\(name)” begins more than one fingerprint. Write more of it: \(list)\(more)")
  }

  fileprivate static func nothingDecided(_ name: String) -> RunError {
    RunError(
      zh: "“\(name)”没有可撤回的决定。已有的决定列在报告中，并写明各自的 fingerprint。",
      en: "There is no decision on “\(name)” to withdraw. The report and findings.json list those "
        + "that there are.")
  }

  fileprivate static func noField(_ field: String) -> RunError {
    RunError(
      zh: "没有字段“\(field)”。请用 --field 指明，例如 detail/38.total 或 detail/38.indicators[3].target。",
      en: "There is no field “\(field)”. Name it with --field, as in detail/38.total or "
        + "detail/38.indicators[3].target.")
  }

  fileprivate static func wrongValue(
    _ value: String, _ field: String, _ wanted: Message
  ) -> RunError {
    RunError(
      zh: "“\(value)”不是 \(field) 能取的值；该字段要的是\(wanted.zh)。",
      en: "“\(value)” is no value that \(field) can have. It takes \(wanted.en).")
  }
}
