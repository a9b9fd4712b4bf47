import TieoutModel

/// ST03: the row numbers of the summary run from one to the next.
///
/// A gap, a repeated number and a number out of order are one finding each; a single wrong number
/// between right ones is one, not two. Not where numbering restarts under another section, or in another
/// table: behind a total, or under a title of its own. Codes count under the number above them
/// (`CodedNumbers`). The numbers before the listed parts of a form stand once each (`PartNumbers`), and a
/// form bears the reference of its own row (`ReferenceNumbers`).
enum SequenceCheck: Check {
  static let entry = CatalogueEntry(
    id: "ST03", name: "sequence", title: Message(zh: "序号连续", en: "Row numbers run on"),
    manual: manual)

  static func run(_ submission: Submission, _ report: inout CheckReport) {
    defer {
      PartNumbers.run(entry.id, submission, &report)
      ReferenceNumbers.run(entry.id, submission, &report)
    }
    let rows = submission.summary.rows
    let sequence = submission.profile.summary.sequence
    var numbers: [Int?] = []
    numbers.reserveCapacity(rows.count)
    for row in rows.indices {
      numbers.append(rows[row][sequence]?.quantity.flatMap { $0.digits(at: 0) }.map(Int.init))
    }
    var expected: Int?
    var seen = KeyNumbers(capacity: rows.count)
    var codes = CodedNumbers()
    for (row, number) in numbers.enumerated() {
      guard let number else {
        // An unreadable number counts on; ST06 or CP02 speaks of it.
        expected = expected.map { $0 + 1 }
        continue
      }
      defer { _ = seen.number(of: UInt64(bitPattern: Int64(number))) }
      guard let due = expected, number != due else {
        report.pass()
        expected = number + 1
        continue
      }
      if codes.count(number, of: row, after: row > 0 ? numbers[row - 1] : nil, submission) {
        report.pass()
        expected = number + 1
        continue
      }
      if number == 1, isNewSection(row, submission) {
        report.pass()
        seen = KeyNumbers()
        expected = 2
        continue
      }
      let next = row + 1 < numbers.count ? numbers[row + 1] : nil
      let fault: SequenceFault =
        next == due + 1
        ? .wrong
        : seen.find(UInt64(bitPattern: Int64(number))) != nil
          ? .repeated : number > due ? .gap : .disorder
      report.report(finding(fault, row, number, due, submission))
      // What the next row counts on from is right; else the higher number is.
      expected =
        switch next {
        case due + 1: due + 1
        case number + 1: number + 1
        default: max(number + 1, due)
        }
    }
  }

  /// Whether the section changes at a row, or a subtotal or heading stands before it.
  private static func isNewSection(_ row: Int, _ submission: Submission) -> Bool {
    guard row > 0 else { return true }
    if let section = submission.profile.summary.section,
      let before = submission.summary.rows[row - 1][section],
      let after = submission.summary.rows[row][section],
      !submission.document.same(before.printed, after.printed)
    {
      return true
    }
    var above: Summary.Line?
    for piece in submission.summary.pieces {
      guard let line = piece.lines.firstIndex(where: { $0.owner == .row(row) }) else {
        above = piece.lines.last
        continue
      }
      if line > 0 { return piece.lines[line - 1].owner == .subtotal }
      guard let above else { return false }
      // Behind the total of a table another one begins, with its own numbers.
      return above.owner == .subtotal || above.owner == .total
        || hasOwnTitle(piece.lines[line], below: above, submission)
    }
    return false
  }

  /// Whether a line stands below another title than one above it.
  private static func hasOwnTitle(
    _ line: Summary.Line, below above: Summary.Line, _ submission: Submission
  ) -> Bool {
    let document = submission.document
    func title(of line: Summary.Line) -> Slice? {
      let region = document.regions.last { region in
        let first = document.rows[region.rows.lowerBound].cells.lowerBound
        return region.kind == .summary && document.cells[first].text.start <= line.at.start
      }
      let title = region?.rows.first { document.rows[$0].role == .title }
      return title.map { document.cells[document.rows[$0].cells.upperBound - 1].text }
    }
    guard let own = title(of: line), let other = title(of: above) else { return false }
    return !document.same(own, other)
  }

  private static func finding(
    _ fault: SequenceFault, _ row: Int, _ number: Int, _ due: Int, _ submission: Submission
  ) -> Finding {
    let record = submission.summary.rows[row]
    let field = record[submission.profile.summary.sequence]
    let words = fault.words(number: number, due: due)
    let at = submission.at(field?.printed)
    let pair = DigitSlip.diagnose(
      Quantity(digits: Int64(number), scale: 0), Quantity(digits: Int64(due), scale: 0))
    let isRead = fault == .wrong && pair == [.lookAlike]
    var finding = Finding(
      check: entry.id, severity: .error, verdict: .broken,
      attribution: isRead ? .ocr : .undetermined,
      subject: Subject(record: record.id, field: field.map { submission.path($0.name) }),
      message: .worded(
        zh: "汇总表序号\(at.zh)：\(words.zh)。请核对原件是否缺行、重行或误识。",
        en:
          "Row number\(at.en): \(words.en). The paper settles whether a row is missing, doubled or "
          + "misread."),
      values: field.map { [submission.evidence("sequence", $0, record: record)] } ?? [])
    if isRead { finding.diagnosis = pair }
    return finding
  }
}

/// What can be wrong with a row number.
enum SequenceFault {
  /// Numbers are left out before it.
  case gap
  /// It stands twice.
  case repeated
  /// It is less than the one before.
  case disorder
  /// It alone is wrong; the next row counts on as if it were right.
  case wrong

  /// What is wrong, in words.
  func words(number: Int, due: Int) -> Message {
    switch self {
    case .gap:
      .worded(zh: "应为 \(due)，实为 \(number)，中间缺号", en: "\(due) is due, \(number) stands: a gap")
    case .repeated:
      .worded(zh: "序号 \(number) 重复", en: "number \(number) is repeated")
    case .disorder:
      .worded(zh: "应为 \(due)，实为 \(number)，次序颠倒", en: "\(due) is due, \(number) stands: disorder")
    case .wrong:
      .worded(zh: "应为 \(due)，实为 \(number)，后续序号照常", en: "\(due) is due, \(number) stands alone")
    }
  }
}

extension SequenceCheck {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "汇总表的序号一行接一行；明细表内各资金来源前的序号不重复；明细表的编号（单据号、合同号）与所属行相同。",
      en: """
        Whether the row numbers of the summary run from one to the next, the numbers of \
        a form's sources stand once each, and a form bears the reference of its row.
        """),
    why: Message(
      zh: "缺号可能是漏了一行，重号可能是重录，金额随之出错。",
      en: """
        A gap may be a lost row, a repeated number a row entered twice; the amounts go \
        wrong with it.
        """),
    example: Message(
      zh: "…、7、8、10：缺第 9 行。…、7、3、9：第 8 行的序号误为 3，只报一处。",
      en: """
        …, 7, 8, 10: row 9 is missing. …, 7, 3, 9: only the 3 is wrong, and it is one \
        finding.
        """),
    unless: Message(
      zh: """
        另一类别下重新编号；合计之后或另有表题的另一张表重新编号；编码接在其上级编码之下（201 下的 \
        20101）；序号无法辨认（属 ST06、CP02）。
        """,
      en: """
        Numbering restarts under another section; in another table, behind a total or under a title \
        of its own; a code counts under the one above it, 20101 under 201; a number is \
        unreadable (ST06 or CP02).
        """),
    decided: Message(
      zh: "每处缺号、重号、倒序各为一处错误；形近数字的误读归于识别；来源序号重复的待复核。",
      en: """
        Each gap, repetition and disorder is one error; a look-alike digit between right \
        ones is put down to recognition; a repeated number of a source is for review.
        """))
}
