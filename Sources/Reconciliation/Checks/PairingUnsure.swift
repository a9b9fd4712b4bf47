public import TieoutModel

/// NM02: pairs for which another pairing is about as likely, or for which little speaks.
public enum PairingUnsure: Check {
  /// The catalogue entry.
  public static let entry = CatalogueEntry(
    id: "NM02", name: "pairing-unsure",
    title: Message(zh: "汇总行与明细表的对应关系明确", en: "it is clear which form a row stands for"),
    manual: manual)

  /// Reports the unsure pairs; whatever else is checked on them stays open.
  public static func run(_ submission: Submission, _ report: inout CheckReport) {
    let profile = submission.profile
    for link in submission.links {
      guard link.isUnsure else {
        report.pass()
        continue
      }
      let (row, form) = (submission.summary.rows[link.row], submission.details[link.detail])
      var records = [row.id, form.id]
      var values: [Finding.Evidence] = []
      if let field = row[profile.summary.key] {
        values.append(submission.evidence("summary", row, field))
      }
      if let field = form[profile.detail.key] {
        values.append(submission.evidence("detail", form, field))
      }
      let other = link.rival.map { submission.details[$0] }
      if let other {
        records.append(other.id)
        if let field = other[profile.detail.key] {
          values.append(submission.evidence("detail", other, field))
        }
      }
      let name = row[profile.summary.key]?.name
      report.report(
        Finding(
          check: entry.id, severity: .review, verdict: .open,
          subject: Subject(record: row.id, field: name.map(profile.name)), records: records,
          message: message(
            link, submission.name(row.id), submission.name(form.id),
            other.map { submission.name($0.id) }),
          values: values))
    }
  }

  private static func message(
    _ link: Link, _ row: Message, _ form: Message, _ other: Message?
  ) -> Message {
    let weight = hundredths(link.weight)
    guard let other, let runnerUp = link.runnerUp else {
      return .worded(
        zh: "\(row.zh)最可能对应\(form.zh)，但依据不足（权重 \(weight)），请核对原件。",
        en: "\(row.opening.en) most likely stands for \(form.en), but little speaks for it "
          + "(weight \(weight)); a look at both settles it.")
    }
    let second = hundredths(runnerUp.weight)
    return .worded(
      zh: "\(row.zh)对应\(form.zh)（权重 \(weight)）还是\(other.zh)（权重 \(second)）"
        + "不明确，请核对原件。",
      en: "\(row.opening.en) may stand for \(form.en) (weight \(weight)) or for "
        + "\(other.en) (weight \(second)); a look at them settles it.")
  }

  private static func hundredths(_ weight: Int) -> String {
    Quantity(digits: Int64(weight), scale: 2).description
  }
}

extension Link {
  /// The other form that an unsure row may stand for as well.
  var rival: Int? {
    guard isUnsure, let runnerUp, runnerUp.weight >= LinkWeights.least else { return nil }
    return runnerUp.detail
  }
}

extension PairingUnsure {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "每一汇总行对应哪张明细表是否明确。",
      en: "Whether it is clear which form a row stands for."),
    why: Message(
      zh: "配错了对，其后的比较全无意义。",
      en: "On a wrong pair every further comparison is worthless."),
    example: Message(
      zh: "一行与两张名称、金额都相近的表权重接近。",
      en: "Two forms with like names and amounts weigh nearly the same for one row."),
    unless: Message(
      zh: "一一对应的整体分配已能确定。",
      en: "The assignment of all rows together settles it."),
    decided: Message(
      zh: "最优与次优之差在界限以内，或权重过低：未决；该对上的其他检查也保持未决。",
      en: """
        Open where the best and the second are within the margin, or little speaks for the \
        best; other checks on the pair stay open too.
        """))
}
