import TieoutModel

/// AG07: what a row and its form both state under one label is the same: a class, a date, a code.
///
/// Figures have relations of their own, the project's name and its bodies have checks; persons and their
/// telephones are written in too many ways to be compared by their letters.
enum SharedValues: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "AG07", name: "shared-values-agree",
    title: Message(
      zh: "汇总行与明细表同名的项目一致", en: "Row and form state the same under one label"),
    manual: manual)

  /// A column of the summary and the field of a form that one label heads.
  struct Columns {
    let column: FieldName
    let field: FieldName

    /// All of a profile.
    static func all(_ profile: Profile) -> [Columns] {
      let (summary, detail) = (profile.summary, profile.detail)
      let others = [
        summary.key, summary.organisation, summary.department, summary.note, summary.section,
        detail.key, detail.organisation, detail.department, detail.note, detail.goal,
      ]
      let fields = detail.fields.filter { isCompared($0.type) && !others.contains($0.name) }
      return summary.columns.flatMap { column -> [Columns] in
        guard isCompared(column.type), !others.contains(column.name) else { return [] }
        return fields.filter { $0.labels.contains(where: column.labels.contains) }
          .map { Columns(column: column.name, field: $0.name) }
      }
    }

    private static func isCompared(_ type: FieldType) -> Bool {
      [.text, .term, .date, .code].contains(type)
    }
  }

  /// The letters of the longest text that is compared: a longer one is told in other words.
  private static let longest = 40
  /// The letters of a text that proves nothing where it stands in another one.
  private static let shortest = 3
  /// The pairs that agree where two columns mean the same.
  private static let fewest = 2

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for columns in paper.tables.shared { compare(columns, paper.submission, &report) }
  }

  private static func compare(
    _ columns: Columns, _ submission: Submission, _ report: inout CheckReport
  ) {
    var agreeing = 0
    var findings: [Finding] = []
    for link in submission.links where !link.isUnsure {
      guard let left = submission.summary.rows[link.row][columns.column],
        let right = submission.details[link.detail][columns.field],
        let isSame = isSame(left, right, submission.document)
      else { continue }
      guard !isSame else {
        agreeing += 1
        continue
      }
      let label = submission.profile.name(left.name)
      findings.append(
        submission.disagreement(
          entry.id, .warning, of: link, left, right,
          opening: Message(zh: "“\(label)”不一致", en: "“\(label)” disagrees"),
          closing: Message(zh: "请核对原件。", en: " The paper settles it.")))
    }
    // Where as many differ, the label means two things.
    guard agreeing >= fewest, agreeing > findings.count else { return }
    for _ in 0..<agreeing { report.pass() }
    for finding in findings { report.report(finding) }
  }

  /// Whether two values are the same, or one holds the other; `nil` where one is blank, or a long text.
  private static func isSame(
    _ left: Field, _ right: Field, _ document: Document
  ) -> Bool? {
    let a = NameText.letters(of: document.text, left.words.range)
    let b = NameText.letters(of: document.text, right.words.range)
    guard (1...longest).contains(a.count), (1...longest).contains(b.count) else { return nil }
    if a == b || withoutAnd(left, document) == withoutAnd(right, document) { return true }
    // Times are printed in many ways, and as near as each place needs.
    if [left, right].contains(where: { isTime($0, document.text) }) {
      guard case .date(let own) = left.value, case .date(let other) = right.value else {
        return nil
      }
      return own.year == other.year
        && (own.month == 0 || other.month == 0 || own.month == other.month)
        && (own.day == 0 || other.day == 0 || own.day == other.day)
    }
    // A class of a letter or two is a part of many words.
    guard min(a.count, b.count) > shortest else { return false }
    return LetterRuns.contains(a, b) || LetterRuns.contains(b, a)
  }

  /// The letters and digits of a value without the word or the sign for `and`.
  private static func withoutAnd(_ field: Field, _ document: Document) -> String {
    document.string(field.printed).lowercased()
      .split { !$0.isLetter && !$0.isNumber && $0 != "&" || $0.isWhitespace }
      .flatMap { $0.split(separator: "&") }.filter { $0 != "and" }.joined()
  }

  private static func isTime(_ field: Field, _ text: [UInt8]) -> Bool {
    if case .date = field.value { return true }
    return PartialDate.read(text, field.printed) != nil || PartialDate.isPeriod(text, field.printed)
  }
}

extension SharedValues {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "汇总行与明细表在同一名称的栏目里写的内容一致：等级、日期、编号。",
      en: "Agree what row and form state under one label: a class, a date, a code."),
    why: Message(
      zh: "同一事项两处不同，必有一处是错的。",
      en: "Of two statements of one matter, one is wrong."),
    example: Message(
      zh: "汇总表危房等级为“D级”，明细表为“C级”。",
      en: "The row says class “D”, the form class “C”."),
    unless: Message(
      zh: "一处空白；一处包含另一处；至少一半对应的行与表都不同（名称相同而所指不同）；文字过长。",
      en: "A side is blank; one holds the other; half of the pairs differ, so that the label means "
        + "two things; long texts."),
    decided: Message(
      zh: "不同为警告。",
      en: "A difference is a warning."))
}
