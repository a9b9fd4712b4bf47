import TieoutModel

/// UN02: the text of an indicator, its unit column and its target name one unit.
///
/// A warning where they name different ones, or none at all beside a number; a note where the column
/// is blank though the text names the unit, or where one side leaves out a word (万 for 万元). Not
/// for synonyms, nor for units that can be converted: then the figures decide (AG03, UN01); nor where
/// the indicator is said to be none: `无`.
enum UnitConflict: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "UN02", name: "unit-missing-or-conflicting",
    title: Message(zh: "计量单位缺失或不一致", en: "A unit is missing or conflicts"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for place in paper.indicators.indices where paper.indicators[place].target != nil {
      if paper.indicators[place].hasOneUnit {
        report.pass()
        continue
      }
      let row = paper.indicators[place]
      let names = UnitNames(row.indicator, row.hasUnits)
      guard let outcome = names.outcome(paper),
        !paper.submission.isStatedAbsence(row.indicator.title)
      else {
        report.pass()
        continue
      }
      let record = paper.submission.details[row.detail]
      report.report(finding(outcome, names, row.indicator, record, row.group, paper.submission))
    }
  }

  private static func finding(
    _ outcome: UnitNames.Outcome, _ names: UnitNames, _ indicator: Indicator, _ record: Record,
    _ group: FieldName, _ submission: Submission
  ) -> Finding {
    let item = (group: group, place: indicator.place)
    let fields = [("bound-unit", names.text), ("unit", names.column), ("target", indicator.target)]
    let values = fields.compactMap { role, field in
      field.map { submission.evidence(role, $0, record: record, item: item, unit: $0.unit) }
    }
    var sentence = Sentence()
    sentence.addName(of: record.id, isOpening: true)
    sentence.add("指标", " indicator ")
    sentence.add(indicator.place + 1)
    sentence.addPlace(of: indicator.at, submission.document)
    sentence.add("：", ": ")
    sentence.add(
      outcome.words(
        text: names.text.map { submission.document.string($0.printed) } ?? "",
        column: names.column.map { submission.document.string($0.printed) } ?? ""))
    let column = submission.profile.detail.groups.first { $0.name == group }?.roles[.unit]
    let path = column.map { submission.path($0, item: item) }
    return Finding(
      check: entry.id, severity: outcome.severity, verdict: .broken,
      subject: Subject(record: record.id, field: path ?? values.first?.subject.field),
      message: sentence.message,
      values: values)
  }
}

extension UnitConflict {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "指标的文本、计量单位栏、目标值写的是同一单位。",
      en: "Whether an indicator's text, its unit column and its target name one unit."),
    why: Message(
      zh: "没有单位的数无法考核，两个单位则有两种意思。",
      en: "A number without a unit cannot be measured, one with two means two things."),
    example: Message(
      zh: "文本“≥80%”，计量单位“人”。",
      en: "The text says “≥80%”, the column “persons”."),
    unless: Message(
      zh: "模板列为同义的单位；可以换算的单位（由数值决定，AG03、UN01）；写明没有的指标（无）。",
      en: """
        Units that the profile calls synonyms; units that convert (then the figures decide: \
        AG03, UN01); an indicator that is said to be none (无).
        """),
    decided: Message(
      zh: "不同或全无为警告；单位栏空白而文本已写，或只省略一字（万、万元），为提示。",
      en: """
        Different or none at all: a warning. The column is blank though the text names it, \
        or a word is left out (万 for 万元): a note.
        """))
}
