import TieoutModel

/// A sum of fields of one record, as the profile declares it.
///
/// A blank part counts as nothing where the sum proves it, and keeps the check open elsewhere. A part
/// whose label the paper does not print is none of its parts where most records add up without it,
/// and else leaves unsaid what the sum is of: then nothing is checked. Nor is a sum that adds up
/// nowhere: those columns are no parts of it. Several sums for one result are several ways to part
/// it: where one holds, the others say nothing, and a record that none fits is told once.
struct DeclaredSum {
  private let check: String
  private let paper: Workpaper

  /// One record with what its parts come to.
  private struct Case {
    var instance: RelationInstance
    var result: Field
    var parts: [Field]
    var ladder: Ladder
    /// Whether the parts come to less than the sum.
    var isLess: Bool

    var holds: Bool { ladder.verdict == .exact || ladder.verdict == .rounded }

    /// Whether it is parted that way beyond doubt.
    var isProved: Bool { ladder.verdict == .exact && parts.count > 1 }

    /// The record, or the item of it, that it is about.
    var owner: Owner { Owner(record: instance.record.id, item: instance.item?.place) }
  }

  private struct Owner: Hashable {
    var record: String
    var item: Int?
  }

  /// The fewest records that show what a paper's columns mean.
  private static let fewest = 3

  /// Adds up and compares in all records.
  static func run(
    _ check: String, _ relations: [RelationSpec], _ paper: Workpaper, _ report: inout CheckReport
  ) {
    let sum = DeclaredSum(check: check, paper: paper)
    let ways = relations.map {
      RelationInstance.all(of: $0, paper.submission).compactMap(sum.compare)
    }
    // What adds up one way is no finding in another one, where it fails.
    let proved = Set(
      ways.count > 1 ? ways.joined().filter(\.isProved).map(\.owner) : [])
    var told: Set<Owner> = []
    for cases in ways {
      let holding = cases.count { $0.holds }
      let isOfPaper = holding > 0 || cases.count < fewest
      let isUsual = cases.count >= fewest && holding * 3 >= cases.count * 2
      for one in cases where one.holds || isOfPaper {
        let isSettled =
          !one.holds && (told.contains(one.owner) || proved.contains(one.owner))
        if !isSettled, sum.report(one, isUsual: isUsual, &report) { told.insert(one.owner) }
      }
    }
  }

  private var submission: Submission { paper.submission }

  private func compare(_ instance: RelationInstance) -> Case? {
    guard let result = instance.result, let stated = instance.reading(result, submission) else {
      return nil
    }
    let parts = instance.fields.compactMap(\.self).filter {
      !submission.isStatedAbsence($0.printed)
    }
    var sum: Reading? = .zero
    for part in parts {
      guard let reading = instance.reading(part, submission) else { return nil }
      sum = sum.flatMap { Reading.sum($0, reading) }
    }
    guard !parts.isEmpty, let sum, let ladder = Ladder(stated, sum) else { return nil }
    return Case(
      instance: instance, result: result, parts: parts, ladder: ladder,
      isLess: sum.isLess(than: stated))
  }

  /// Reports a record, and says whether that is a finding.
  private func report(_ one: Case, isUsual: Bool, _ report: inout CheckReport) -> Bool {
    let (instance, ladder) = (one.instance, one.ladder)
    if one.holds {
      let values = ([one.result] + one.parts).map { instance.evidence($0, submission) }
      report.pass(
        ladder.verdict,
        tick: Tick(check, ladder.verdict, values: values, addends: one.parts.count))
      return false
    }
    let isOfSummary = instance.row != nil
    let missing = instance.relation.indices.filter { instance.fields[$0] == nil }
    let isUnsaid = missing.contains {
      !submission.prints(instance.relation[$0], in: instance.record, isOfSummary: isOfSummary)
    }
    if isUnsaid, one.isLess, !isUsual { return false }
    // The row's amount disagrees with its form, which the parts bear out: AG01 speaks of it.
    if let detail = instance.row.flatMap({ submission.sureDetail(ofRow: $0) }),
      one.result.name == submission.profile.summary.amount, let form = paper.totals[detail],
      Ladder(form.reading, ladder.right)?.verdict == .exact
    {
      report.pass(ladder.verdict)
      return false
    }
    let isOpen = !missing.isEmpty && !isUnsaid && one.isLess
    report.report(
      Self.finding(
        check, instance, one.result, one.parts, ladder, isOpen: isOpen, submission))
    return true
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
