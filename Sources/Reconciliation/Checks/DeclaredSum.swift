import TieoutModel

/// A sum of fields of one record, as the profile declares it.
///
/// A blank part counts as nothing where the sum proves it, and keeps the check open elsewhere.
enum DeclaredSum {
  /// Adds up and compares.
  static func check(
    _ check: String, _ instance: RelationInstance, _ paper: Workpaper, _ report: inout CheckReport
  ) {
    let submission = paper.submission
    guard let result = instance.result, let stated = instance.reading(result, submission) else {
      return
    }
    let parts = instance.fields.compactMap(\.self).filter {
      !submission.isStatedAbsence($0.printed)
    }
    var sum: Reading? = .zero
    for part in parts {
      guard let reading = instance.reading(part, submission) else { return }
      sum = sum.flatMap { Reading.sum($0, reading) }
    }
    guard !parts.isEmpty, let sum, let ladder = Ladder(stated, sum) else { return }
    guard ladder.verdict != .exact, ladder.verdict != .rounded else {
      return report.pass(ladder.verdict)
    }
    // The row's amount disagrees with its form, which the parts bear out: AG01 speaks of it.
    if let link = instance.row.flatMap({ submission.link(ofRow: $0) }), !link.isUnsure,
      result.name == submission.profile.summary.amount, let form = paper.totals[link.detail],
      Ladder(form.reading, sum)?.verdict == .exact
    {
      return report.pass(ladder.verdict)
    }
    let isOpen = instance.fields.contains { $0 == nil } && sum.isLess(than: stated)
    report.report(finding(check, instance, result, parts, ladder, isOpen: isOpen, submission))
  }

  private static func finding(
    _ check: String, _ instance: RelationInstance, _ result: Field, _ parts: [Field],
    _ ladder: Ladder, isOpen: Bool, _ submission: Submission
  ) -> Finding {
    let stated = instance.evidence(result, submission)
    let values = parts.map { instance.evidence($0, submission) }
    let exponent = submission.profile.units.exponent(result.unit) ?? 0
    let verdict = isOpen ? Verdict.open : ladder.verdict
    let difference = ladder.difference(exponent: exponent)
    let name = submission.name(instance.record.id)
    let at = submission.at(result.printed)
    let formula = values.map(\.value).joined(separator: " + ")
    let reason =
      isOpen ? Message(zh: "，但有分项空白", en: ", but a part is blank") : Message(zh: "", en: "")
    var finding = Finding(
      check: check, severity: isOpen ? .review : ladder.verdict.severity(broken: .error),
      verdict: verdict, subject: stated.subject,
      message: .worded(
        zh:
          "\(name.zh)：\(stated.value)\(at.zh)与 \(formula) 相差 \(difference) \(stated.unit)\(reason.zh)。"
          + "请核对原件。",
        en: "\(name.opening.en): \(stated.value)\(at.en) and \(formula) differ by \(difference) "
          + "\(stated.unit)\(reason.en). The paper settles it."),
      values: [stated] + values)
    finding.difference = difference
    if submission.profile.units.exponent(result.unit) != nil {
      finding.differenceInYuan = ladder.difference()
    }
    if let left = ladder.left.quantity, let right = ladder.right.quantity {
      finding.diagnosis = DigitSlip.diagnose(left, right)
    }
    return finding
  }
}
