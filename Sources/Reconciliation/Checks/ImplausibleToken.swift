import TieoutModel

/// ST06: a cell of a column of numbers is no number.
///
/// What is wrong with it is named, with the number that it would be without; of a target, behind its
/// comparator. Not for cells that state an absence (无, —, /), for codes and Han numerals that number the
/// rows, for the word that names a total (`NumbersInWords`), nor for targets, and numbers of a form's
/// lines, that are words: `第1期`.
enum ImplausibleToken: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "ST06", name: "implausible-token",
    title: Message(zh: "数字栏内容可读", en: "Cells of numbers can be read"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let columns = paper.tables.numberColumns
    let words = NumbersInWords(submission)
    let rows = submission.summary.rows.span
    for row in rows.indices {
      check(
        rows[row].fields.span, columns.summary, submission.summary.rows[row], nil, submission,
        words, &report)
    }
    if let total = submission.summary.total {
      check(total.fields.span, columns.summary, total, nil, submission, words, &report)
    }
    let details = submission.details.span
    // By place: a loop over the array would retain each group.
    let groups = columns.groups.span
    for detail in details.indices {
      check(
        details[detail].fields.span, columns.detail, submission.details[detail], nil, submission,
        nil, &report)
      for group in groups.indices {
        check(details, detail, groups[group].name, groups[group].fields, submission, &report)
      }
    }
    RepairNotice.report(entry, severity: .note, submission, &report)
  }

  private static func check(
    _ details: Span<Record>, _ detail: Int, _ group: FieldName, _ numbers: NumberColumns.Fields,
    _ submission: Submission, _ report: inout CheckReport
  ) {
    let groups = details[detail].groups.span
    guard let index = groups.indices.first(where: { groups[$0].name == group }) else { return }
    let items = groups[index].items.span
    for place in items.indices {
      check(
        items[place].fields.span, numbers, submission.details[detail], (group, place), submission,
        nil, &report)
    }
  }

  /// Checks the fields of a record or of an item; no record is copied where nothing is to be said of
  /// it.
  private static func check(
    _ fields: Span<Field>, _ numbers: NumberColumns.Fields, _ record: @autoclosure () -> Record,
    _ item: (group: FieldName, place: Int)?, _ submission: Submission, _ words: NumbersInWords?,
    _ report: inout CheckReport
  ) {
    if let count = numbers.numbers(among: fields) { return report.pass(times: count) }
    for place in fields.indices {
      let kind = numbers.kind(fields[place].name)
      guard kind != .other else { continue }
      guard case .text(let slice) = fields[place].value else {
        report.pass()
        continue
      }
      let mayBeWord = kind == .numberOrWord
      // Words without a digit are no numbers, however they are read.
      if mayBeWord, !submission.document.text[slice.range].contains(where: \.isDigitASCII) {
        continue
      }
      let bound = Quantity.damaged(behindComparatorOf: slice, in: submission.document.text)
      let number = bound ?? slice
      let token = MisreadNumber(submission.document.string(number))
      if slice.isEmpty || submission.isStatedAbsence(slice) || (mayBeWord && !token.isNumberLike) {
        continue
      }
      if words?.holds(slice, fields[place].name, of: record()) == true { continue }
      report.report(finding(fields[place], token, in: number, record(), item, submission))
    }
  }

  private static func finding(
    _ field: Field, _ token: MisreadNumber, in number: Slice, _ record: Record,
    _ item: (group: FieldName, place: Int)?, _ submission: Submission
  ) -> Finding {
    let evidence = submission.evidence("token", field, record: record, item: item)
    let name = submission.name(record.id)
    let at = submission.at(field.printed)
    var finding = Finding(
      check: entry.id, severity: .review, verdict: .open,
      attribution: token.reading != nil && token.faults.contains(where: \.isOfRecognition)
        ? .ocr : .undetermined,
      subject: evidence.subject,
      message: .worded(
        zh: "\(name.zh)\(at.zh)“\(evidence.value)”不能读作数字。请核对原件。",
        en:
          "\(name.opening.en)\(at.en): “\(evidence.value)” cannot be read as a number. The paper settles "
          + "it."),
      values: [evidence])
    if let reading = token.reading {
      let faults = MisreadNumber.Fault.allCases.filter(token.faults.contains)
      let grounds = Message.joined(faults.map(\.words), zh: "，", en: ", and ")
      // A comparator and a unit around the number stay.
      let text =
        submission.document.string(Slice(Int(field.printed.start)..<Int(number.start)))
        + reading.description
        + submission.document.string(Slice(Int(number.end)..<Int(field.printed.end)))
      finding.message.zh += "\(grounds.zh)，可能为 \(text)。"
      finding.message.en += " \(grounds.opening.en); without that it would be \(text)."
      finding.suggested = (text, grounds)
    }
    return finding
  }
}

extension ImplausibleToken {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "数字栏中的内容都能读作数字。",
      en: "Whether what stands in a column of numbers is a number."),
    why: Message(
      zh: "一个读不出的加数，使合计无从核对。",
      en: "One addend that cannot be read leaves a sum unverified."),
    example: Message(
      zh: "“12O.5” 中字母 O 混入数字：可能为 120.5，请核对原件。",
      en: "“12O.5” has a letter O among its digits: it may be 120.5; the paper settles it."),
    unless: Message(
      zh: "写明没有（无、—、/）；目标值本为文字；能唯一地读作数字。",
      en: """
        The cell states an absence (无, —, /); a target that is words; it has one reading \
        as a number.
        """),
    decided: Message(
      zh: "一律未决：从不当作通过，也不当作不符。引擎标明把握不大的，归于识别。",
      en: """
        Always open: never a pass, never a failure. Where the engine was hardly sure, \
        recognition made it.
        """))
}
