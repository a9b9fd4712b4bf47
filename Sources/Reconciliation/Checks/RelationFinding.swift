import TieoutModel

/// Words and figures for a relation that does not hold.
struct RelationFinding {
  private let check: String
  private let relation: FigureRelation
  private let paper: Workpaper
  private var submission: Submission { _read { yield paper.submission } }

  init(_ check: String, _ relation: FigureRelation, _ paper: Workpaper) {
    self.check = check
    self.relation = relation
    self.paper = paper
  }

  /// What a comparison comes to; `nil` where the relation holds.
  func outcome(_ result: RelationSide, _ sum: RelationSide) -> Finding? {
    guard let first = result.figures.first, let left = result.reading(asWholeOf: sum),
      let right = sum.figures.count == 1 ? sum.reading(asWholeOf: result) : sum.reading,
      let ladder = Ladder(left, right)
    else { return nil }
    if ladder.verdict == .exact { return nil }
    let isOpen =
      sum.unreadable > 0 || sum.blanks > 0 && right.isLess(than: left)
      || sum.blanksTakenOff > 0 && left.isLess(than: right)
    let verdict: Verdict = isOpen ? .open : ladder.verdict
    return finding(first, sum, ladder, verdict)
  }

  /// The tick of a relation that holds.
  func tick(_ result: RelationSide, _ sum: RelationSide) -> Tick {
    Tick(
      check,
      values: result.figures.map { evidence($0, "result") }
        + sum.figures.map { evidence($0, role($0)) },
      addends: relation.kind == .agree ? 0 : sum.figures.count)
  }

  private func finding(
    _ result: RelationSide.Figure, _ sum: RelationSide, _ ladder: Ladder, _ verdict: Verdict
  ) -> Finding {
    let exponent = submission.profile.units.exponent(result.unit) ?? 0
    let unit = submission.profile.units.name(result.unit)
    let difference = ladder.difference(exponent: exponent)
    let computed = DecimalText.text(
      ladder.right.value, scale: ladder.right.scale + exponent,
      least: max(0, ladder.right.decimals + exponent))
    let name = result.words(submission), other = other(sum, computed, unit)
    var finding = Finding(
      check: check,
      severity: verdict.severity(broken: relation.words.severity ?? usualSeverity),
      verdict: verdict,
      subject: result.subject(submission),
      message: .worded(
        zh: "\(name.zh)，\(other.zh)：\(words(verdict).zh)，相差 \(difference) \(unit)。请核对原件。",
        en: "\(name.opening.en); \(other.en): \(words(verdict).en), by \(difference) \(unit). "
          + "The paper settles it."),
      values: [evidence(result, "result")] + sum.figures.map { evidence($0, role($0)) })
    finding.add(relation.words)
    finding.records = Array(uniquing: [result.record] + sum.figures.map(\.record))
    finding.difference = difference
    if verdict == .broken, sum.figures.count == 1, relation.kind == .agree,
      let left = result.field.quantity, let right = sum.figures[0].field.quantity,
      result.unit == sum.figures[0].unit
    {
      finding.diagnosis = DigitSlip.diagnose(left, right)
    }
    return finding
  }

  private func words(_ verdict: Verdict) -> Message {
    verdict == .open
      ? Message(zh: "有空白或无法辨认的项", en: "some figures are blank or unreadable")
      : verdict.words
  }

  private var usualSeverity: Severity {
    switch relation.kind {
    case .foot, .crossFoot: .error
    case .agree: relation.isAcross ? .error : .warning
    }
  }

  /// What stands on the other side.
  private func other(_ sum: RelationSide, _ computed: String, _ unit: String) -> Message {
    if sum.figures.count == 1, let figure = sum.figures.first {
      return figure.words(submission)
    }
    let count = sum.figures.count
    return .worded(
      zh: "\(count)项之和 \(computed) \(unit)", en: "\(count) figures come to \(computed) \(unit)")
  }

  private func role(_ figure: RelationSide.Figure) -> String {
    if figure.isTakenOff { return "subtrahend" }
    return relation.kind == .agree ? "other" : "addend"
  }

  private func evidence(_ figure: RelationSide.Figure, _ role: String) -> Finding.Evidence {
    Finding.Evidence(
      role: role, subject: figure.subject(submission), printed: figure.field.printed,
      value: figure.field.quantity?.description ?? "",
      unit: submission.profile.units.name(figure.unit))
  }
}

extension Finding {
  /// Adds what the profile says of a relation besides its figures.
  mutating func add(_ words: RelationWords) {
    guard let own = words.message else { return }
    message.zh += own.zh
    message.en += " " + own.en
  }
}

extension [String] {
  /// The words, each once, in their order.
  fileprivate init(uniquing words: [String]) {
    self = []
    for word in words where !contains(word) { append(word) }
  }
}
