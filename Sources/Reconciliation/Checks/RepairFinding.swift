internal import TieoutModel

/// Makes a repair of the summary's columns into the one finding that stands for all it moved.
struct RepairFinding {
  private let check: String
  private let index: Int
  private let submission: Submission

  /// Takes the repair at a place in `Submission.repairs`.
  init(_ check: String, _ index: Int, _ submission: Submission) {
    self.check = check
    self.index = index
    self.submission = submission
  }

  /// The finding: a note where the repair is proved, for review where it is not.
  func finding(field: FieldName?) -> Finding {
    let repair = submission.repairs[index]
    let values = repair.state == .offered ? printedValues(repair) : movedValues()
    var records: [String] = []
    for value in values where records.last != value.subject.record {
      records.append(value.subject.record)
    }
    let isProved = repair.state == .proved
    var finding = Finding(
      check: check, severity: isProved ? .note : .review,
      verdict: repair.state == .offered ? .open : .broken,
      attribution: isProved ? .ocr : .undetermined,
      subject: Subject(
        record: records.first ?? "summary", field: field.map(submission.profile.name)),
      records: records, message: message(repair), values: values)
    finding.related = ["r\(index + 1)"]
    return finding
  }

  /// The values that the repair moved, in the records that hold them now.
  private func movedValues() -> [Finding.Evidence] {
    let total = submission.summary.total.map { [$0] } ?? []
    return (total + submission.summary.rows).flatMap { record in
      record.fields.filter { $0.columnRepair == UInt32(index + 1) }
        .map { submission.evidence(record.kind == .total ? "total" : "value", record, $0) }
    }
  }

  /// The values that the repair would move, in the records beside which they are printed.
  private func printedValues(_ repair: Repair) -> [Finding.Evidence] {
    var values: [Finding.Evidence] = []
    for piece in submission.summary.pieces {
      for line in piece.lines {
        guard let owner = owner(line) else { continue }
        for field in line.fields where repair.cells.contains(field.printed) {
          values.append(submission.evidence("value", owner, field))
        }
      }
    }
    return values
  }

  private func owner(_ line: Summary.Line) -> Record? {
    switch line.owner {
    case .row(let row): submission.summary.rows[row]
    case .total: submission.summary.total
    case .subtotal, .nobody: nil
    }
  }

  private func message(_ repair: Repair) -> Message {
    let (zh, en) =
      switch repair.state {
      case .proved: ("已移回，有证明", "moved back, proved")
      case .likely: ("很可能如此，已移回，请核对原件", "moved back as likely, the paper settles it")
      case .offered: ("依据不足，未移动，请核对原件", "not moved, the paper settles it")
      }
    return Message(
      zh: repair.evidence.map(\.zh).joined(separator: "；") + "；\(zh)。",
      en: repair.evidence.map(\.en).joined(separator: "; ") + "; \(en)."
    ).opening
  }
}
