import TieoutModel

/// AG04: the letter's year, number of records, total and attachment are those of the tables.
///
/// A total counts where the letter says that it is the whole, a number where it counts what the
/// tables list. Approximate words (约, 余) widen it by a unit of its last digit. Where the letter
/// states what the rows add up to, the summary's own total is at fault, and FT01 speaks of it.
enum LetterAgainstTables: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "AG04", name: "letter-against-tables",
    title: Message(zh: "正文与表格一致", en: "The letter agrees with the tables"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    guard let letter = submission.letter, !submission.summary.rows.isEmpty else { return }
    let bodies = submission.profile.letter.remainder.compactMap { letter[$0] }
    let statements = bodies.map { LetterStatements($0.words, submission) }
    for (body, statements) in zip(bodies, statements) {
      count(statements.counts, body, letter, paper, &report)
      total(statements.amounts, body, letter, paper, &report)
    }
    year(letter, zip(bodies, statements).map { ($0, $1.years) }, paper, &report)
    attachment(letter, paper, &report)
  }

  // MARK: Number and total

  private static func count(
    _ counts: [LetterStatements.Statement], _ body: Field, _ letter: Record, _ paper: Workpaper,
    _ report: inout CheckReport
  ) {
    let rows = paper.isAddend.count { $0 }
    let forms = paper.submission.details.count
    guard !counts.isEmpty, rows > 0 else { return }
    if let stated = counts.first(where: { $0.isNear(rows) || ($0.isNear(forms) && forms > 0) }) {
      let subject = Subject(
        record: letter.id, field: paper.submission.profile.name(body.name))
      return report.pass(
        tick: Tick(
          entry.id,
          values: [
            Finding.Evidence(
              role: "count", subject: subject, printed: stated.printed,
              value: stated.quantity.description),
            Finding.Evidence(
              role: "rows", subject: Subject(record: "summary"), printed: .none,
              value: "\(stated.isNear(rows) ? rows : forms)"),
          ]))
    }
    // Several numbers of records: only one that counts all of them can be wrong.
    let whole = counts.count == 1 ? counts : counts.filter(\.isWhole)
    guard let stated = whole.first else { return }
    report.report(
      finding(
        stated, body, letter, role: "count", due: "\(rows)",
        Message(
          zh: "而汇总表列有 \(rows) 项，明细表有 \(forms) 张",
          en: "but the summary lists \(rows) and there are \(forms) forms"),
        paper.submission))
  }

  private static func total(
    _ amounts: [LetterStatements.Statement], _ body: Field, _ letter: Record, _ paper: Workpaper,
    _ report: inout CheckReport
  ) {
    let submission = paper.submission
    let footing = paper.footing
    let units = submission.profile.units
    let due = [footing.total?.reading, footing.rows.isComplete ? footing.rows.sum : nil]
      .compactMap(\.self)
    let whole = amounts.filter { $0.isWhole && !isOfOtherColumn($0, submission) }
    for stated in whole {
      let exponent = units.exponent(stated.unit) ?? 0
      guard let reading = stated.reading(submission) else { continue }
      for other in due {
        guard let verdict = Ladder(reading, other)?.verdict else { continue }
        if verdict == .exact || verdict == .rounded || stated.covers(other, exponent) {
          return report.pass(
            verdict == .exact ? .exact : .rounded,
            tick: tick(stated, body, letter, verdict, paper))
        }
      }
    }
    // Several wholes: only the one that is of the records can be wrong.
    let candidates = whole.count == 1 ? whole : whole.filter(\.isOfRecords)
    guard candidates.count == 1, let first = due.first,
      let reading = candidates[0].reading(submission)
    else { return }
    let stated = candidates[0]
    let exponent = units.exponent(stated.unit) ?? 0
    guard let ladder = Ladder(reading, first) else { return }
    let text = DecimalText.text(
      first.value, scale: first.scale + exponent, least: max(0, first.decimals + exponent))
    let unit = units.name(stated.unit)
    let difference = ladder.difference(exponent: exponent)
    var finding = finding(
      stated, body, letter, role: "total", due: text,
      .worded(
        zh: "而汇总表合计为 \(text) \(unit)，相差 \(difference) \(unit)",
        en: "but the summary's total is \(text) \(unit), \(difference) \(unit) apart"), submission)
    if let total = footing.total { finding.values.append(submission.evidence(total)) }
    finding.difference = difference
    finding.differenceInYuan = ladder.difference()
    if let left = ladder.left.quantity, let right = ladder.right.quantity {
      finding.diagnosis = DigitSlip.diagnose(left, right)
    }
    finding.verdict = ladder.verdict
    finding.severity = ladder.verdict.severity(broken: .error)
    report.report(finding)
  }

  /// Whether a total that the letter states is the one printed below another column of the summary:
  /// `总投资合计4000万元` says nothing of this year's amounts.
  private static func isOfOtherColumn(
    _ stated: LetterStatements.Statement, _ submission: Submission
  ) -> Bool {
    let units = submission.profile.units
    let amount = submission.profile.summary.amount
    guard let exponent = units.exponent(stated.unit), let total = submission.summary.total else {
      return false
    }
    let reading = MoneyReading(stated.quantity.scaled(byPowerOfTen: exponent), hasUnit: true)
    return total.fields.contains { other in
      other.name != amount && MoneyReading(other, units)?.equals(reading) == true
    }
  }

  /// The tick of the letter's total and the summary's.
  private static func tick(
    _ stated: LetterStatements.Statement, _ body: Field, _ letter: Record, _ verdict: Verdict,
    _ paper: Workpaper
  ) -> Tick {
    let submission = paper.submission
    let own = Finding.Evidence(
      role: "total", subject: Subject(record: letter.id, field: submission.path(body.name)),
      printed: stated.printed, value: stated.quantity.description,
      unit: submission.profile.units.name(stated.unit))
    return Tick(
      entry.id, verdict == .exact ? .exact : .rounded,
      values: [own] + [paper.footing.total].compactMap(\.self).map { submission.evidence($0) })
  }

  private static func finding(
    _ stated: LetterStatements.Statement, _ body: Field, _ letter: Record, role: String,
    due: String, _ words: Message, _ submission: Submission
  ) -> Finding {
    let subject = Subject(record: letter.id, field: submission.path(body.name))
    let quote = submission.document.string(stated.printed)
    let at = submission.at(stated.printed)
    return Finding(
      check: entry.id, severity: .error, verdict: .broken, subject: subject,
      records: [letter.id, "summary"],
      message: .worded(
        zh: "正文写“\(quote)”\(at.zh)，\(words.zh)。请核对原件。",
        en: "The letter says “\(quote)”\(at.en), \(words.en). The paper settles both."),
      values: [
        Finding.Evidence(
          role: role, subject: subject, printed: stated.printed,
          value: stated.quantity.description, unit: submission.profile.units.name(stated.unit))
      ])
  }

  // MARK: Year and attachment

  private static func year(
    _ letter: Record, _ bodies: [(body: Field, years: [YearInText])], _ paper: Workpaper,
    _ report: inout CheckReport
  ) {
    let submission = paper.submission
    let text = submission.document.text
    guard let table = submission.summary.fields.named(submission.profile.summary.title),
      let due = YearInText.all(in: table.words.range, text).first
    else { return }
    if let title = letter[submission.profile.letter.title],
      let stated = YearInText.all(in: title.words.range, text).first
    {
      guard stated.isOne(with: due) else {
        return report.report(finding(stated, title, letter, due, table, submission))
      }
      report.pass()
    }
    for (body, years) in bodies {
      // Several years: the letter may compare them.
      guard let stated = years.first, years.allSatisfy({ $0.isOne(with: stated) }) else { continue }
      if stated.isOne(with: due) {
        report.pass()
      } else if !YearInText.all(in: body.words.range, text).contains(where: { $0.isOne(with: due) })
      {
        report.report(finding(stated, body, letter, due, table, submission))
      }
    }
  }

  private static func finding(
    _ stated: YearInText, _ field: Field, _ letter: Record, _ due: YearInText, _ table: Field,
    _ submission: Submission
  ) -> Finding {
    let places = (submission.at(stated.printed), submission.at(due.printed))
    let subject = Subject(record: letter.id, field: submission.path(field.name))
    let years = [stated, due].map { submission.document.string($0.printed) }
    return Finding(
      check: entry.id, severity: .error, verdict: .broken, subject: subject,
      records: [letter.id, "summary"],
      message: .worded(
        zh: "正文写的是 \(years[0]) 年\(places.0.zh)，汇总表标题为 \(years[1]) 年\(places.1.zh)。请核对原件。",
        en: "The letter is about \(years[0])\(places.0.en), the summary about \(years[1])"
          + "\(places.1.en). The paper settles both."),
      values: [
        Finding.Evidence(
          role: "year", subject: subject, printed: stated.printed, value: "\(stated.value)"),
        Finding.Evidence(
          role: "summary",
          subject: Subject(record: "summary", field: submission.path(table.name)),
          printed: due.printed, value: "\(due.value)"),
      ])
  }

  private static func attachment(
    _ letter: Record, _ paper: Workpaper, _ report: inout CheckReport
  ) {
    let submission = paper.submission
    let text = submission.document.text
    guard let named = letter[submission.profile.letter.attachments],
      let table = submission.summary.fields.named(submission.profile.summary.title)
    else { return }
    let a = NameText.letters(of: text, named.words.range)
    let b = NameText.letters(of: text, table.words.range)
    if LetterRuns.contains(a, b) || LetterRuns.contains(b, a) { return report.pass() }
    let (left, right) = (submission.printed(named), submission.printed(table))
    let places = (submission.at(named.printed), submission.at(table.printed))
    let subject = Subject(record: letter.id, field: submission.path(named.name))
    report.report(
      Finding(
        check: entry.id, severity: .review, verdict: .broken, subject: subject,
        records: [letter.id, "summary"],
        message: .worded(
          zh: "正文所列附件“\(left)”\(places.0.zh)与表格标题“\(right)”\(places.1.zh)不同。请核对附件是否齐全。",
          en: "The letter encloses “\(left)”\(places.0.en), the table is titled “\(right)”"
            + "\(places.1.en). Whoever sent it can settle whether this is the enclosure."),
        values: [
          submission.evidence("attachment", letter, named),
          Finding.Evidence(
            role: "summary",
            subject: Subject(record: "summary", field: submission.path(table.name)),
            printed: table.printed, value: right),
        ]))
  }
}

extension LetterAgainstTables {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "正文所写的年度、项目数、总额、附件名称与表格一致。",
      en: "Agree the letter's year, number of records, total and enclosure with the tables."),
    why: Message(
      zh: "审议的人先看正文；正文与表不符，批的就不是表中的数。",
      en: """
        Readers decide by the letter; where it disagrees, they approve other figures than \
        the tables have.
        """),
    example: Message(
      zh: "正文写“项目38个”，汇总表列 39 项。",
      en: "The letter says 38 projects, the summary lists 39."),
    unless: Message(
      zh: """
        没有正文或汇总表；“其中”“上年”之后的数；所依据的他年；约、余、左右按末位放宽；正文等于各行之和而合\
        计有误，则归 FT01。
        """,
      en: """
        There is no letter or no summary; figures behind words such as 其中 or 上年; the year of \
        what it refers to; 约, 余 and 左右 widen a figure by a unit of its last digit; the letter states what the rows add \
        up to and the total is wrong (FT01).
        """),
    decided: Message(
      zh: "年度、项目数、总额不符为错误，附件名称不同待复核。",
      en: "Year, number and total are errors, another title is for review."))
}
