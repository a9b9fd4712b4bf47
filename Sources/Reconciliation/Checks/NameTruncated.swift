import TieoutModel

/// NM03: a text ends where its cell ended, and the rest is missing.
///
/// The remark beside a row that its form goes on with in the middle of a sentence; a rate whose name
/// stops inside a word for rates (`满意` for `满意度`). Not where what follows begins with a stop: then
/// the remark is a whole sentence of the form's.
enum NameTruncated: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "NM03", name: "name-truncated",
    title: Message(zh: "文字没有被截断", en: "No text is cut off"), manual: manual)

  /// No shorter remark stands in a form's text by anything but chance.
  private static let shortest = 30

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    remarks(paper, &report)
    rates(paper, &report)
  }

  private static func remarks(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let text = submission.document.text
    for link in submission.links where !link.isUnsure {
      guard let note = submission.summary.rows[link.row][submission.profile.summary.note],
        note.printed.count >= shortest
      else { continue }
      let words = Array(text[note.printed.range])
      for field in submission.details[link.detail].fields where field.printed.count > words.count {
        guard let place = text.first(of: words, in: field.printed.range) else { continue }
        let rest = Slice(place.upperBound..<field.printed.range.upperBound)
        if rest.isEmpty || !NameText.goesOn(text, rest.range) {
          report.pass()
        } else {
          report.report(remark(note, field, rest, link, submission))
        }
        break
      }
    }
  }

  private static func remark(
    _ note: Field, _ field: Field, _ rest: Slice, _ link: Link, _ submission: Submission
  ) -> Finding {
    let (row, form) = (submission.summary.rows[link.row], submission.details[link.detail])
    let (x, y) = (submission.name(row.id), submission.name(form.id))
    let at = submission.at(note.printed)
    let missing = submission.document.string(NameText.word(submission.document.text, rest))
    return Finding(
      check: entry.id, severity: .note, verdict: .broken,
      subject: Subject(record: row.id, field: submission.profile.name(note.name)),
      records: [row.id, form.id],
      message: .worded(
        zh: "\(x.zh)备注\(at.zh)止于句中，\(y.zh)的同一句接着写“\(missing)”。",
        en:
          "The remark of \(x.en)\(at.en) ends inside a sentence that \(y.en) goes on with “\(missing)”."
      ),
      values: [
        submission.evidence("summary", row, note), submission.evidence("detail", form, field),
      ])
  }

  private static func rates(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    // Words of two characters and more, and what is left of them without the last.
    let words = submission.profile.rules.rateWords.map { Array($0.utf8) }.filter { $0.count > 6 }
    let begun = words.map { Array($0.dropLast(3)) }
    guard !words.isEmpty, let percent = submission.profile.units.unit(named: "%") else { return }
    let text = submission.document.text
    for place in paper.indicators.indices where paper.indicators[place].unitOfTarget == percent {
      let title = paper.indicators[place].indicator.title.range
      for word in words.indices where begun[word].end(title, of: text) {
        let whole = String(decoding: words[word], as: UTF8.self)
        report.report(
          IndicatorFinding(paper.indicators[place], paper).finding(
            entry.id, .note, on: .text,
            .worded(
              zh: "名称似被截断，应为“…\(whole)”。",
              en: "its name seems to be cut off before the end of “…\(whole)”.")))
      }
    }
  }
}

extension NameText {
  /// Whether a text goes on with a letter.
  static func goesOn(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var index = 0
    let part = text.span.extracting(range)
    guard let scalar = scalar(part, &index) else { return false }
    return isLetter(fold(scalar))
  }

  /// The letters up to the next sign, a dozen at the most.
  static func word(_ text: [UInt8], _ slice: Slice) -> Slice {
    let part = text.span.extracting(slice.range)
    var index = 0
    var end = 0
    var count = 0
    while count < 12, let scalar = scalar(part, &index), isLetter(fold(scalar)) {
      end = index
      count += 1
    }
    return Slice(Int(slice.start)..<(Int(slice.start) + end))
  }
}

extension NameTruncated {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "文字是否在单元格末尾被截断。",
      en: "Whether a text ends where its cell ended."),
    why: Message(
      zh: "截断的备注和名称会与别处对不上。",
      en: "What is cut off does not agree with what is whole elsewhere."),
    example: Message(
      zh: "备注止于“提升应急”，明细表同句为“提升应急能力”。",
      en: "A remark ends at “to improve emergency”, its form goes on with “response”."),
    unless: Message(
      zh: "后面接的是标点，即整句相同；短于十个字的备注。",
      en: """
        What follows begins with a stop, so that the sentence was whole; a remark has under \
        ten characters.
        """),
    decided: Message(
      zh: "每处一条提示；该行版面受损的待复核。",
      en: "Each is a note; for review where the row is damaged."))
}
