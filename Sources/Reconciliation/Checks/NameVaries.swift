public import TieoutModel

/// NM01: paired records whose project names differ.
public enum NameVaries: Check {
  /// The catalogue entry.
  public static let entry = CatalogueEntry(
    id: "NM01", name: "name-varies",
    title: Message(zh: "汇总表与明细表的项目名称一致", en: "the project's name is the same in row and form"),
    manual: manual)

  /// Compares the names of each sure pair.
  public static func run(_ submission: Submission, _ report: inout CheckReport) {
    let profile = submission.profile
    let text = submission.document.text
    let prefixes = profile.namePrefixes.map { NameText.letters(of: $0) }
    let links = submission.links.span
    for place in links.indices where !links[place].isUnsure {
      let (row, form) = (links[place].row, links[place].detail)
      guard
        let left = submission.summary.rows[row].fields.named(profile.summary.key),
        let right = submission.details[form].fields.named(profile.detail.key)
      else { continue }
      if submission.document.same(left.words, right.words) {
        report.pass()
        continue
      }
      let difference = NameDifference(
        text, left.words.range, right.words.range, prefixes: prefixes)
      guard let difference else {
        report.pass()
        continue
      }
      report.report(
        finding(
          difference, (submission.summary.rows[row], left), (submission.details[form], right),
          submission))
    }
  }

  private static func finding(
    _ difference: NameDifference, _ row: (record: Record, name: Field),
    _ form: (record: Record, name: Field), _ submission: Submission
  ) -> Finding {
    Finding(
      check: entry.id, severity: difference.kind == .wording ? .warning : .note,
      verdict: .broken,
      subject: Subject(record: row.record.id, field: submission.profile.name(row.name.name)),
      records: [row.record.id, form.record.id],
      message: message(difference, row.record.id, form.record.id),
      values: [
        submission.evidence("summary", row.record, row.name),
        submission.evidence("detail", form.record, form.name),
      ])
  }

  private static func message(
    _ difference: NameDifference, _ row: String, _ form: String
  ) -> Message {
    let (zh, en) =
      switch difference.kind {
      case .prefix: ("仅前缀不同", "in a prefix only")
      case .punctuation: ("仅标点符号不同", "in punctuation only")
      case .wording: ("文字不同", "in wording")
      case .other: ("一方前后多出文字", "in words added before or behind")
      }
    var sentence = Sentence()
    sentence.say("", "The names in ")
    sentence.addName(of: row)
    sentence.say("与", " and ")
    sentence.addName(of: form)
    sentence.say("的项目名称", " differ ")
    sentence.add(zh, en)
    sentence.say("：", ": ")
    sentence.add(difference.aligned)
    return sentence.message
  }
}

extension NameVaries {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "对应的汇总行与明细表项目名称相同。",
      en: "Whether a row and its form give the project one name."),
    why: Message(
      zh: "名称不同，可能是两个项目。",
      en: "Two names may be two projects."),
    example: Message(
      zh: "“设备维修补助资金”与“设备维修补贴资金”：维修补{助→贴}资金。",
      en: """
        “equipment repair grant” and “equipment repair aid”: the difference is shown in \
        braces.
        """),
    unless: Message(
      zh: "只有全半角、空格之别；对应关系不明。",
      en: "They differ in widths and spaces alone; the pairing is unsure."),
    decided: Message(
      zh: "文字不同为警告；仅前缀、标点不同，或一方前后多字，为提示。",
      en: """
        A warning where words differ; a note for prefixes, punctuation, and words before or \
        behind.
        """))
}
