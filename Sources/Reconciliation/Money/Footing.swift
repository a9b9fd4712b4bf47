import TieoutModel

/// The summary's column and the forms' totals, added up beside the total that is printed.
struct Footing: Sendable {
  /// One of the two sums.
  struct Side: Sendable {
    /// The sum of the amounts that can be read; `nil` where it cannot be counted.
    var sum: Reading? = .zero
    /// How many amounts were added.
    var count = 0
    /// The places of blank amounts.
    var blanks: [Int] = []
    /// The places of amounts of which the paper says that there are none: `—`, `无`, `/`.
    var absences: [Int] = []
    /// The places of amounts that are no readable number in a known unit.
    var unreadable: [Int] = []

    /// Whether every addend is there.
    var isComplete: Bool {
      blanks.isEmpty && absences.isEmpty && unreadable.isEmpty && count > 0
    }

    /// The places of all that states no amount that can be read.
    var missing: [Int] { blanks + absences + unreadable }

    /// Adds one amount, or notes what is printed in its place.
    mutating func add(
      _ amount: Reading?, of record: Int, printed: @autoclosure () -> Slice?,
      _ submission: Submission
    ) {
      guard let amount else {
        guard let printed = printed() else { return blanks.append(record) }
        if submission.isStatedAbsence(printed) {
          absences.append(record)
        } else {
          unreadable.append(record)
        }
        return
      }
      sum = sum.flatMap { Reading.sum($0, amount) }
      count += 1
    }

    /// Adds what a line says that is none of the records.
    mutating func add(line: Reading?) {
      sum = sum.flatMap { sum in line.flatMap { Reading.sum(sum, $0) } }
    }
  }

  /// The total that is printed, where it can be read.
  let total: MoneyPlace?
  /// The rows, those left out that are subtotals or parts of other rows.
  private(set) var rows = Side()
  /// The forms.
  private(set) var details = Side()
  /// The lines that both sums count although they are no rows: `减：上年结转资金`.
  private(set) var lines: [Field] = []
  /// Those of them that are no readable number in a known unit.
  private(set) var unreadableLines: [Field] = []

  /// Adds everything up.
  init(_ paper: Workpaper) {
    // Asked for where it is needed: a submission that is held on to would be copied whole.
    let column = paper.submission.profile.summary.amount
    var total: MoneyPlace?
    if let record = paper.submission.summary.total {
      total = paper.submission.place(
        .total, of: record.id, field: record[column], unit: paper.context.summaryUnit,
        floor: paper.context.summaryFloor)
    }
    if let slip = paper.slip { total?.shift(by: slip.step) }
    self.total = total
    for row in paper.submission.summary.rows.indices where paper.isAddend[row] {
      rows.add(
        paper.amounts[row]?.reading, of: row,
        printed: paper.submission.summary.rows[row][column]?.printed, paper.submission)
    }
    let amount = paper.submission.profile.detail.total
    for detail in paper.submission.details.indices {
      details.add(
        paper.totals[detail]?.reading, of: detail,
        printed: paper.submission.details[detail][amount]?.printed, paper.submission)
    }
    count(paper.submission.summary.addends(column), paper)
  }

  /// Counts lines that are no rows, unless the total shows that it leaves them out.
  private mutating func count(_ lines: [Field], _ paper: Workpaper) {
    guard !lines.isEmpty, ladder(rows.sum).map({ $0.verdict == .broken }) ?? true else { return }
    self.lines = lines
    for line in lines {
      var place = paper.submission.place(
        .row, of: "summary", field: line, unit: paper.context.summaryUnit,
        floor: paper.context.summaryFloor)
      if let slip = paper.slip { place?.shift(by: slip.step) }
      if place == nil {
        if paper.submission.isStatedAbsence(line.printed) { continue }
        unreadableLines.append(line)
      }
      rows.add(line: place?.reading)
      details.add(line: place?.reading)
    }
  }

  /// How the printed total compares with the rows' sum; `nil` where one of them is missing.
  var ofRows: Ladder? { ladder(rows.sum) }

  /// How the printed total compares with the forms' sum; `nil` where one of them is missing.
  var ofDetails: Ladder? { ladder(details.sum) }

  /// Whether the rows add up to the total once some rows state what their forms state.
  func foots(with replacements: [(row: MoneyPlace, total: MoneyPlace)]) -> Bool {
    var sum = rows.sum
    for (row, total) in replacements {
      sum = sum.flatMap { $0.without(row.reading) }.flatMap { Reading.sum($0, total.reading) }
    }
    let verdict = ladder(sum)?.verdict
    return verdict == .exact || verdict == .rounded
  }

  /// Whether the rows add up to the total as they are printed.
  var foots: Bool { rows.isComplete && foots(with: []) }

  private func ladder(_ sum: Reading?) -> Ladder? {
    guard let total, let sum else { return nil }
    return Ladder(total.reading, sum)
  }

  /// A finding on a row and its form, with what the summary's total says to it.
  func informed(
    _ finding: Finding, row: MoneyPlace, total: MoneyPlace, _ units: UnitTable
  ) -> Finding {
    guard finding.verdict == .broken, rows.isComplete, let stated = self.total else {
      return finding
    }
    var finding = finding
    let isProved = !foots && foots(with: [(row, total)])
    guard isProved || foots else { return finding }
    finding.values.append(
      Finding.Evidence(
        role: "summary-total", subject: Subject(record: stated.record),
        printed: stated.field?.printed ?? .none, value: stated.value,
        unit: units.name(stated.unit)))
    if isProved {
      let grounds = Message.worded(
        zh: "汇总表按明细表的 \(total.value) 相加恰与合计相符",
        en: "the summary adds up to its total with the form's \(total.value)")
      finding.message.zh += grounds.zh + "。"
      finding.message.en += " " + grounds.opening.en + "."
      finding.suggested = (total.value, grounds)
      // The paper was added up with the right figure: a digit that looks like it was read for it.
      if finding.diagnosis == [.lookAlike] { finding.attribution = .ocr }
    } else {
      finding.message.zh += "汇总表按 \(row.value) 相加与合计相符。"
      finding.message.en += " The summary adds up to its total with \(row.value)."
      // The form's places and the summary's total contradict one another: nobody is blamed.
      if finding.majority == total.value {
        finding.majority = nil
        finding.suggested = nil
        finding.attribution = .undetermined
      }
    }
    return finding
  }
}
