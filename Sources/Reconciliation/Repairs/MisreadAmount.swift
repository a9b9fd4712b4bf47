internal import TieoutModel

/// Reads an amount that recognition spoilt where the other print of it proves how (ST06).
///
/// A row and its form state one amount. Where one of them is no number, has one reading without its
/// faults, and the other is that very number, nobody guesses. What it counts is what its own label,
/// head or caption says.
enum MisreadAmount {
  /// Reads the amounts of rows and the totals of forms that are surely paired.
  static func run(_ submission: inout Submission) {
    guard let column = submission.profile.summary.amount,
      let total = submission.profile.detail.total
    else { return }
    for row in submission.summary.rows.indices {
      guard let detail = submission.sureDetail(ofRow: row) else { continue }
      let amounts = (submission.summary.rows[row][column], submission.details[detail][total])
      guard let ofRow = amounts.0, let ofForm = amounts.1 else { continue }
      if isUnreadable(ofRow) {
        let form = submission.details[detail].id
        read(.row(row), ofRow, as: ofForm, in: form, &submission)
      } else if isUnreadable(ofForm) {
        read(.detail(detail), ofForm, as: ofRow, in: submission.summary.rows[row].id, &submission)
      }
    }
  }

  private static func isUnreadable(_ field: Field) -> Bool {
    if case .text = field.value { true } else { false }
  }

  /// Reads one amount where it is the one that another record states.
  private static func read(
    _ place: RecordPlace, _ printed: Field, as amount: Field, in other: String,
    _ submission: inout Submission
  ) {
    guard let stated = MoneyReading(amount, submission.profile.units) else { return }
    let token = submission.document.string(printed.printed)
    let number = MisreadNumber(token)
    guard let reading = number.reading ?? number.pointed,
      number.faults.allSatisfy(\.isOfRecognition)
    else { return }
    var field = printed
    field.value = .quantity(reading)
    guard MoneyReading(field, submission.profile.units)?.equals(stated) == true else { return }
    var repair = Repair(
      rule: "ST06", state: .proved, record: submission.record(place)?.id, cells: [field.printed],
      before: [token], after: [reading.description],
      evidence: [evidence(number, reading, other)])
    submission.document.turnIfOverruled(&repair)
    let added = submission.add(repair)
    guard repair.state.isApplied else { return }
    field.columnRepair = added
    submission.update(place, nil) { fields in
      if let known = fields.firstIndex(where: { $0.name == field.name }) { fields[known] = field }
    }
  }

  private static func evidence(
    _ number: MisreadNumber, _ reading: Quantity, _ other: String
  ) -> Message {
    let faults = MisreadNumber.Fault.allCases.filter(number.faults.contains)
    let grounds =
      number.reading == nil
      ? Message(zh: "其中的逗号是小数点", en: "its comma is a point")
      : Message.joined(faults.map(\.words), zh: "，", en: ", and ")
    return .worded(
      zh: "\(grounds.zh)；读作 \(reading)，与 \(other) 所印金额相同",
      en: "\(grounds.en); read as \(reading) it is the amount that \(other) states")
  }
}
