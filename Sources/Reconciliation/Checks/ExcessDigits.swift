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
        if let detail = submission.sureDetail(ofRow: place), let total = paper.totals[detail],
          total.equals(amount)
        {
          places.append(total)
          spokenOf.insert(detail)
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
      values: places.map { submission.evidence($0) })
  }
}

extension ExcessDigits {
  fileprivate static let manual = CheckManual(
    gravest: .note,
    what: Message(
      zh: "金额的小数位数与同栏一致。",
      en: "Whether an amount has more decimals than its column."),
    why: Message(
      zh: "多出的小数会在别处被舍入，引出一分一厘的差额。",
      en: "Decimals that others do not have are rounded elsewhere, and make small differences."),
    example: Message(
      zh: "同栏均为两位小数，某项为 40.125。",
      en: "A column of two decimals has one 40.125."),
    unless: Message(
      zh: "同栏小数不足五个，或没有一致的位数。",
      en: "The column has fewer than five fractions, or no habit."),
    decided: Message(
      zh: "五分之四以上守同一位数，超出者各一条提示；行与表同数只报一次。",
      en: "Four fifths must keep to it; each that exceeds it is a note, a row and its form one."))
}
