internal import TieoutModel

/// Makes a repair of the summary's columns into the one finding that stands for all it moved.
struct RepairFinding {
  private let check: String
  private let index: Int
  private let submission: Submission
  private let moved: MovedFields

  /// Takes the repair at a place in `Submission.repairs`, with the fields that repairs moved.
  init(_ check: String, _ index: Int, _ submission: Submission, _ moved: MovedFields) {
    self.check = check
    self.index = index
    self.submission = submission
    self.moved = moved
  }

  /// The finding: a note where the repair is proved, for review where it is not.
  func finding(field: FieldName?) -> Finding {
    let repair = submission.repairs[index]
    let values = repair.state.isApplied ? movedValues() : printedValues(repair)
    var records: [String] = []
    for value in values where records.last != value.subject.record {
      records.append(value.subject.record)
    }
    let isProved = repair.state == .proved
    var finding = Finding(
      check: check, severity: isProved ? .note : .review,
      verdict: repair.state.isApplied ? .broken : .open,
      attribution: isProved ? .ocr : .undetermined,
      subject: Subject(
        record: records.first ?? "summary", field: field.map(submission.profile.name)),
      records: records, message: message(repair), values: values)
    finding.related = ["r\(index + 1)"]
    return finding
  }

  /// The values that the repair moved, in the records that hold them now.
  private func movedValues() -> [Finding.Evidence] {
    moved.of(index + 1).compactMap { place in
      let record = place.row.map { submission.summary.rows[$0] } ?? submission.summary.total
      return record.map {
        submission.evidence($0.kind == .total ? "total" : "value", $0, $0.fields[place.field])
      }
    }
  }

  /// The values that the repair would move, in the records beside which they are printed.
  private func printedValues(_ repair: Repair) -> [Finding.Evidence] {
    var values: [Finding.Evidence] = []
    let start = repair.cells.map(\.start).min() ?? 0
    let end = repair.cells.map(\.end).max() ?? 0
    // Most pieces of a long summary have nothing to do with it.
    for piece in submission.summary.pieces {
      for line in piece.lines where line.at.end >= start && line.at.start <= end {
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
      case .accepted: ("经人工确认移回", "moved back by decision")
      case .rejected: ("经人工否定，未移动", "not moved, by decision")
      }
    let evidence = Message.joined(repair.evidence, zh: "；", en: "; ").opening
    return .worded(zh: "\(evidence.zh)；\(zh)。", en: "\(evidence.en); \(en).")
  }
}
