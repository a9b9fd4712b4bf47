import TieoutModel

/// RL02: an indicator is bounded in one direction.
///
/// A warning where the text bounds it from below and the target from above, or the reverse, and a
/// note where the two sets touch in one value; a warning where a cost, in money, is bounded from
/// below. One indicator is one finding.
enum ComparatorContradiction: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL02", name: "comparator-contradiction",
    title: Message(zh: "比较符方向一致", en: "Comparators point the same way"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for place in paper.indicators.indices where paper.indicators[place].isBounded {
      guard paper.indicators[place].mayContradict else {
        report.pass()
        continue
      }
      let row = paper.indicators[place]
      let isCost = isCostFromBelow(row.indicator, paper)
      if isCost || row.indicator.contradicts {
        let record = paper.submission.details[row.detail]
        report.report(finding(row, isCost, record, paper))
      } else {
        report.pass()
      }
    }
  }

  /// Whether a cost in money may grow without limit, by its text or by its target.
  private static func isCostFromBelow(_ indicator: Indicator, _ paper: Workpaper) -> Bool {
    let submission = paper.submission
    guard indicator.isCost,
      !paper.context.scopes.isSaving(indicator, in: submission.document.text)
    else { return false }
    let text = indicator.bound != nil ? indicator.unitOfBound : .none
    let target = indicator.target != nil ? indicator.unitOfTarget : .none
    return
      (indicator.comparator?.isLower == true
      && submission.profile.units.exponent(text == .none ? target : text) != nil)
      || (indicator.targetComparator?.isLower == true
        && submission.profile.units.exponent(target) != nil)
  }

  private static func finding(
    _ row: IndicatorRow, _ isCost: Bool, _ record: Record, _ paper: Workpaper
  ) -> Finding {
    let submission = paper.submission
    let indicator = row.indicator
    let item = (group: row.group, place: indicator.place)
    let touches = indicator.contradicts && touch(row, paper)
    let columns: [(String, Field?, UnitID)] = [
      ("bound", indicator.bound, indicator.unitOfBound),
      ("target", indicator.target, indicator.unitOfTarget),
    ]
    let values = columns.compactMap { role, field, unit in
      field.map { submission.evidence(role, $0, record: record, item: item, unit: unit) }
    }
    var sentence = Sentence()
    sentence.addName(of: record.id, isOpening: true)
    sentence.add("指标", " indicator ")
    sentence.add(indicator.place + 1)
    sentence.add("“", " “")
    sentence.add(submission.document.string(indicator.title))
    sentence.add("”", "”")
    sentence.addPlace(of: indicator.at, submission.document)
    sentence.add("：", ": ")
    sentence.add(
      Message.joined(Self.reasons(indicator, isCost, touches, submission), zh: "；", en: "; "))
    sentence.add("。请核对原件的比较符。", ". The paper settles the comparator.")
    return Finding(
      check: entry.id, severity: isCost || !touches ? .warning : .note, verdict: .broken,
      subject: Subject(record: record.id, field: subject(indicator, item, submission)),
      message: sentence.message,
      values: values)
  }

  /// The path of the comparator in question.
  private static func subject(
    _ indicator: Indicator, _ item: (group: FieldName, place: Int), _ submission: Submission
  ) -> String? {
    let spec = submission.profile.detail.groups.first { $0.name == item.group }
    let role: GroupSpec.Role = indicator.comparator == nil ? .targetComparator : .comparator
    return spec?.roles[role].map { submission.path($0, item: item) }
  }

  /// Whether the two sets have exactly one value in common.
  private static func touch(_ row: IndicatorRow, _ paper: Workpaper) -> Bool {
    guard let pair = IndicatorPair(row, paper) else { return false }
    let isClosed = [row.indicator.comparator, row.indicator.targetComparator].allSatisfy {
      $0 == .greaterOrEqual || $0 == .lessOrEqual
    }
    return isClosed && Ladder(pair.bound, pair.target)?.verdict == .exact
  }

  private static func reasons(
    _ indicator: Indicator, _ isCost: Bool, _ touches: Bool, _ submission: Submission
  ) -> [Message] {
    var reasons: [Message] = []
    let text = figure(indicator.comparator, indicator.bound ?? indicator.target, submission)
    let target = figure(indicator.targetComparator, indicator.target, submission)
    if indicator.contradicts {
      reasons.append(
        .worded(
          zh: "文本为 \(text)，目标值为 \(target)，方向相反"
            + (touches ? "，仅在一点相接" : ""),
          en: "its text says \(text), its target \(target): opposite directions"
            + (touches ? ", which touch in one value" : "")))
    }
    if isCost {
      let stated = indicator.comparator?.isLower == true ? text : target
      reasons.append(
        .worded(
          zh: "成本以下限 \(stated) 约束，而成本通常设上限",
          en: "a cost is bounded from below, \(stated), where costs have a ceiling"))
    }
    return reasons
  }

  /// A comparator with its number.
  private static func figure(
    _ comparator: Comparator?, _ field: Field?, _ submission: Submission
  ) -> String {
    (comparator?.sign ?? "")
      + (field.map { submission.text($0) } ?? "")
  }
}

extension ComparatorContradiction {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "一个指标只朝一个方向设限；成本不以下限约束。",
      en: "Whether an indicator is bounded in one direction, and a cost not from below."),
    why: Message(
      zh: "文本“不低于”、目标“不高于”，怎样做都算没有完成。",
      en: "With “at least” in the text and “at most” in the target, nothing can satisfy both."),
    example: Message(
      zh: "文本“≥90%”，目标值“≤90%”；成本“≥50万元”。",
      en: "The text says “≥90%”, the target “≤90%”; a cost “≥50万元”."),
    unless: Message(
      zh: "两处方向一致，或有一处没有比较符（RL03）。",
      en: "Both point the same way, or one has no comparator (RL03)."),
    decided: Message(
      zh: "方向相反、成本设下限为警告；两个范围恰好相接于一点为提示。",
      en: """
        Opposite directions, or a cost from below: a warning; two sets that touch in one \
        value: a note.
        """))
}
