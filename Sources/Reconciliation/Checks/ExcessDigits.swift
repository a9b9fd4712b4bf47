import TieoutModel

/// FT08: an amount has more decimals than its column.
///
/// A figure that a row and its form share is one finding. Not where the column shows no habit: five
/// fractions at least, of which four fifths keep to it.
enum ExcessDigits: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT08", name: "excess-digits",
    title: Message(zh: "小数位数与同栏一致", en: "Amounts have the decimals of their column"), manual: manual
  )

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let rows = norm(submission.summary.rows, submission.profile.summary.amount)
    let forms = norm(submission.details, submission.profile.detail.total)
    var spokenOf: Set<Int> = []
    if let rows {
      for (place, amount) in paper.amounts.enumerated() {
        guard let amount, let quantity = amount.field?.quantity else { continue }
        guard Int(quantity.scale) > rows else {
          report.pass()
          continue
        }
        var places = [amount]
        if let link = submission.link(ofRow: place), !link.isUnsure,
          let total = paper.totals[link.detail], total.equals(amount)
        {
          places.append(total)
          spokenOf.insert(link.detail)
        }
        report.report(finding(places, rows, submission))
      }
    }
    guard let forms else { return }
    for (place, total) in paper.totals.enumerated() where !spokenOf.contains(place) {
      guard let total, let quantity = total.field?.quantity else { continue }
      if Int(quantity.scale) > forms {
        report.report(finding([total], forms, submission))
      } else {
        report.pass()
      }
    }
  }

  private static func norm(_ records: [Record], _ name: FieldName?) -> Int? {
    var norm = ColumnNorm()
    for place in records.indices {
      if let quantity = records[place][name]?.quantity { norm.add(quantity) }
    }
    return norm.decimals
  }

  private static func finding(
    _ places: [MoneyPlace], _ norm: Int, _ submission: Submission
  ) -> Finding {
    let name = submission.name(places[0])
    return Finding(
      check: entry.id, severity: .note, verdict: .broken, subject: submission.subject(places[0]),
      records: places.map(\.record),
      message: .worded(
        zh: "\(name.zh)的小数多于同栏通常的\(norm)位，四舍五入后可能与他处不合。",
        en: "\(name.opening.en) has more than the \(norm) decimals of its column, and may disagree "
          + "elsewhere after rounding."),
      values: places.map(submission.evidence))
  }
}

extension ExcessDigits {
  fileprivate static let manual = CheckManual(
    gravest: .note,
    what: Message(
      zh: "金额的小数位数不多于同栏的惯例。",
      en: "An amount has no more decimals than its column."),
    why: Message(
      zh: "多出的位数往往来自另一种单位或另一次计算。",
      en: "Digits beyond the habit often come from another unit or another computation."),
    example: Message(
      zh: "一栏两位小数中的 12.3456。",
      en: "12.3456 in a column of two decimals."),
    unless: Message(
      zh: "该栏没有明显惯例（至少五个小数，其中五分之四一致）；行与表相同的只报一次。",
      en: """
        The column shows no habit (five fractions at least, four fifths of them alike); a \
        figure that row and form share is one finding.
        """),
    decided: Message(
      zh: "提示。",
      en: "A note."))
}
