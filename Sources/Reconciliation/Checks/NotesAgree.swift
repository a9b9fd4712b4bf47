import TieoutModel

/// AG05: the remark beside a row and the remark of its form agree.
///
/// One may say more than the other. Not where either is blank.
enum NotesAgree: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "AG05", name: "notes-agree",
    title: Message(zh: "汇总表与明细表备注一致", en: "The remarks of row and form agree"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let (summary, detail) = (submission.profile.summary.note, submission.profile.detail.note)
    guard let summary, let detail else { return }
    for link in submission.links where !link.isUnsure {
      guard let left = submission.summary.rows[link.row][summary],
        let right = submission.details[link.detail][detail]
      else { continue }
      if submission.document.same(left.printed, right.printed) {
        report.pass()
        continue
      }
      let a = NameText.letters(of: submission.document.text, left.printed.range)
      let b = NameText.letters(of: submission.document.text, right.printed.range)
      if LetterRuns.contains(a, b) || LetterRuns.contains(b, a) {
        report.pass()
      } else {
        report.report(
          submission.disagreement(
            entry.id, .note, of: link, left, right,
            opening: Message(zh: "备注不一致", en: "The remarks disagree")))
      }
    }
  }
}

extension NotesAgree {
  fileprivate static let manual = CheckManual(
    gravest: .note,
    what: Message(
      zh: "汇总行的备注与明细表的备注一致。",
      en: "Agree the remark beside a row with the remark of its form."),
    why: Message(
      zh: "备注常写资金来源，两处不同要问明。",
      en: "Remarks often name where money comes from; two answers need a question."),
    example: Message(
      zh: "汇总表为“上级专款”，明细表为“财政拨款”。",
      en: "The row says “earmarked grant”, the form “budget funds”."),
    unless: Message(
      zh: "任一处空白；一处包含另一处。",
      en: "Either is blank; one holds the other."),
    decided: Message(
      zh: "不同为提示。",
      en: "A difference is a note."))
}
