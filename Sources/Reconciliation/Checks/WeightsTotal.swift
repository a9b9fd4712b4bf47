import TieoutModel

/// FT07: the weights of a form's indicators add up to 100.
///
/// Where most forms of the paper add up to another figure, that one is the whole: forms of
/// self-assessment keep points for the execution of the budget. Open where a weight is blank or
/// unreadable and the others leave room for it; for review where a digit that looks like the form's
/// usual weight explains the difference. Not for indicators without weights.
enum WeightsTotal: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT07", name: "shares-total-the-whole",
    title: Message(zh: "权重之和为100", en: "Weights add up to 100"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    guard paper.indicators.contains(where: { $0.indicator.hasWeight }) else { return }
    for spec in submission.profile.detail.groups where spec.kind == .indicators {
      guard let weight = spec.roles[.weight] else { continue }
      let sums = submission.details.map { Sum($0, spec, weight) }
      guard sums.contains(where: { $0.count > 1 }) else { continue }
      let whole = whole(sums)
      for (detail, sum) in sums.enumerated() where sum.count > 1 {
        check(sum, whole, submission.details[detail], spec.name, weight, submission, &report)
      }
    }
  }

  /// The weights of one form.
  private struct Sum {
    /// Counts in hundredths of thousandths.
    static let scale = 5
    var value: Int128 = 0
    var slack: Int128 = 0
    var count = 0
    var missing = 0
    /// How many weights are each of the digits.
    private var digits = Array(repeating: 0, count: 10)

    init(_ record: Record, _ spec: GroupSpec, _ weight: FieldName) {
      guard let group = record.groups.first(where: { $0.name == spec.name }) else { return }
      for item in group.items where !spec.isOfOtherPeriod(item) {
        guard let field = item[weight] else {
          // A row without a text weighs nothing.
          if item[spec.roles[.text]] != nil { missing += 1 }
          continue
        }
        guard let quantity = field.quantity, let digits = quantity.digits(at: Self.scale) else {
          missing += 1
          continue
        }
        count += 1
        value += digits
        if quantity.scale == 0, (0...9).contains(quantity.digits) {
          self.digits[Int(quantity.digits)] += 1
        }
        // Whole weights are meant; a third of 100 has been rounded.
        if quantity.scale > 0 {
          var half: Int128 = 1
          for _ in 0..<(Self.scale - Int(quantity.scale)) { half *= 10 }
          slack += half / 2
        }
      }
    }

    /// The digit that looks like the commonest weight, and would be it in a form that adds up.
    func misread(whole: Int128) -> (read: UInt8, meant: UInt8)? {
      guard let most = digits.max(), most > 1, let meant = digits.firstIndex(of: most) else {
        return nil
      }
      var unit: Int128 = 1
      for _ in 0..<Self.scale { unit *= 10 }
      for (read, times) in digits.enumerated() where times > 0 && read != meant {
        let step = Int128(meant - read) * unit
        let apart = whole - value
        guard DigitSlip.areLookAlike(UInt8(read), UInt8(meant)), apart.isMultiple(of: step),
          (1...Int128(times)).contains(apart / step)
        else { continue }
        return (UInt8(read), UInt8(meant))
      }
      return nil
    }
  }

  /// What weights add up to in this paper.
  private static func whole(_ sums: [Sum]) -> Int128 {
    var hundred: Int128 = 100
    for _ in 0..<Sum.scale { hundred *= 10 }
    let complete = sums.filter { $0.missing == 0 && $0.count > 1 }
    let most = complete.max { left, right in
      complete.count { $0.value == left.value } < complete.count { $0.value == right.value }
    }
    guard let most, complete.count > 2,
      complete.count(where: { $0.value == most.value }) * 3 > complete.count * 2
    else { return hundred }
    return most.value
  }

  /// The sum and the weights that it is of.
  private static func weights(
    _ sum: Sum, _ record: Record, _ group: FieldName, _ weight: FieldName, _ submission: Submission
  ) -> [Finding.Evidence] {
    let subject = Subject(record: record.id, field: submission.profile.name(group))
    var values = [
      Finding.Evidence(
        role: "sum", subject: subject, printed: .none,
        value: DecimalText.text(sum.value, scale: Sum.scale))
    ]
    for (place, item) in (record.group(group)?.items ?? []).enumerated() {
      guard let field = item[weight] else { continue }
      values.append(submission.evidence("weight", field, record: record, item: (group, place)))
    }
    return values
  }

  private static func check(
    _ sum: Sum, _ whole: Int128, _ record: Record, _ group: FieldName, _ weight: FieldName,
    _ submission: Submission, _ report: inout CheckReport
  ) {
    let apart = (sum.value - whole).magnitude
    if apart <= sum.slack.magnitude {
      let verdict: Verdict = apart == 0 ? .exact : .rounded
      return report.pass(
        verdict,
        tick: Tick(
          entry.id, verdict, values: weights(sum, record, group, weight, submission),
          addends: sum.count))
    }
    let isOpen = sum.missing > 0 && sum.value < whole
    let stated = DecimalText.text(sum.value, scale: Sum.scale)
    let due = DecimalText.text(whole, scale: Sum.scale)
    let name = submission.name(record.id)
    let subject = Subject(record: record.id, field: submission.profile.name(group))
    let reason =
      due == "100"
      ? Message(zh: "", en: "") : Message(zh: "（多数表之和如此）", en: " as in most forms")
    var finding = Finding(
      check: entry.id, severity: isOpen ? .review : .warning, verdict: isOpen ? .open : .broken,
      subject: subject,
      message: isOpen
        ? .worded(
          zh: "\(name.zh)\(sum.count)项权重之和为 \(stated)，应为 \(due)\(reason.zh)，"
            + "但有\(sum.missing)项权重空白或无法辨认。请核对原件。",
          en:
            "\(name.opening.en): \(sum.count) weights add up to \(stated), not \(due)\(reason.en), but "
            + "\(sum.missing) are blank or unreadable. The paper settles them.")
        : .worded(
          zh: "\(name.zh)\(sum.count)项权重之和为 \(stated)，应为 \(due)\(reason.zh)。请核对原件各项权重。",
          en:
            "\(name.opening.en): \(sum.count) weights add up to \(stated), not \(due)\(reason.en). The paper "
            + "settles each."),
      values: weights(sum, record, group, weight, submission))
    finding.difference = DecimalText.text(Int128(apart), scale: Sum.scale)
    if !isOpen, let (read, meant) = sum.misread(whole: whole) {
      // Recognition may explain it: a person looks, nobody is blamed.
      finding.severity = .review
      finding.diagnosis = [.lookAlike]
      finding.message.zh += "若 \(read) 为 \(meant) 之误识，则恰为 \(due)。"
      finding.message.en += " With \(meant) for \(read), which look alike, it would be \(due)."
    }
    report.report(finding)
  }
}

extension GroupSpec {
  /// Whether a row is for another period than the form's own.
  fileprivate func isOfOtherPeriod(_ item: Record.Item) -> Bool {
    guard !periods.isEmpty, case .term(let term)? = item[roles[.period]]?.value else {
      return false
    }
    return term != periods[0].term
  }
}

extension WeightsTotal {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "一张表各指标的权重之和为 100。",
      en: "Foot the weights of a form: they partition 100."),
    why: Message(
      zh: "权重不足或超过 100，评分就没有意义。",
      en: "A score means nothing where the weights are not the whole."),
    example: Message(
      zh: "11 项权重相加为 105。",
      en: "Eleven weights add up to 105."),
    unless: Message(
      zh: "没有权重；多数表的和同为另一数（如 90，另 10 分计预算执行率），则以该数为准。",
      en: """
        There are no weights; most forms add up to another figure, such as 90 with 10 \
        points kept for execution, which then is the whole.
        """),
    decided: Message(
      zh: """
        不等为警告；有空白且尚有余数则未决；某数字与表中常见权重形近、换成后恰好相等的，待复核。
        """,
      en: """
        Unequal is a warning; a blank that leaves room keeps it open; a digit that looks \
        like the usual weight, with which it would be the whole, is for review.
        """))
}
