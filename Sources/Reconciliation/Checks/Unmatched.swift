public import TieoutModel

/// CP01: a row of the summary without a form, or a form without a row.
public enum Unmatched: Check {
  /// The catalogue entry.
  public static let entry = CatalogueEntry(
    id: "CP01", name: "unmatched",
    title: Message(
      zh: "汇总行与明细表一一对应", en: "each row has its form, and each form its row"), manual: manual)

  /// Reports what has no partner, unless a pairing that is open may need it.
  public static func run(_ submission: Submission, _ report: inout CheckReport) {
    // Without a summary, or without forms, there is nothing to pair.
    guard !submission.summary.rows.isEmpty, !submission.details.isEmpty else { return }
    for _ in submission.links { report.pass() }
    for index in submission.summary.rows.indices where submission.detail(ofRow: index) == nil {
      let row = submission.summary.rows[index]
      let name = submission.printed(row[submission.profile.summary.key])
      report.report(
        finding(
          row, row[submission.profile.summary.key], "summary", submission,
          .worded(
            zh: "\(submission.name(row.id).zh)\(quoted(name).zh)没有对应的明细表。",
            en: "\(submission.name(row.id).opening.en)\(quoted(name).en) has no form.")))
    }
    let rivals = Set(submission.links.compactMap(\.rival))
    for index in submission.details.indices
    where submission.row(ofDetail: index) == nil && !rivals.contains(index) {
      let form = submission.details[index]
      let name = submission.printed(form[submission.profile.detail.key])
      report.report(
        finding(
          form, form[submission.profile.detail.key], "detail", submission,
          .worded(
            zh: "\(submission.name(form.id).zh)\(quoted(name).zh)在汇总表中没有对应的行。",
            en:
              "\(submission.name(form.id).opening.en)\(quoted(name).en) has no row in the summary."
          )))
    }
  }

  /// A name in quotes behind what bears it; nothing for none.
  private static func quoted(_ name: String) -> Message {
    name.isEmpty ? Message(zh: "", en: "") : .worded(zh: "“\(name)”", en: ", “\(name)”,")
  }

  private static func finding(
    _ record: Record, _ field: Field?, _ role: String, _ submission: Submission,
    _ message: Message
  ) -> Finding {
    Finding(
      check: entry.id, severity: .error, verdict: .broken, subject: Subject(record: record.id),
      message: message, values: field.map { [submission.evidence(role, record, $0)] } ?? [])
  }
}

extension Unmatched {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "每一汇总行有一张明细表，每张明细表有一行。",
      en: "Whether each row has its form, and each form its row."),
    why: Message(
      zh: "没有表的行没有依据，没有行的表没有列入合计。",
      en: "A row without a form rests on nothing; a form without a row is in no total."),
    example: Message(
      zh: "第 9 行“防汛物资”没有明细表。",
      en: "Row 9, “flood supplies”, has no form."),
    unless: Message(
      zh: "没有汇总表或没有明细表；未定的对应（NM02）可能需要它；“减：”“加：”起首的行。",
      en: """
        There is no summary, or no form at all; an undecided pairing (NM02) may need it; a \
        line that begins with 减： or 加：.
        """),
    decided: Message(
      zh: "每处一个错误。",
      en: "Each is an error."))
}
