/// Finds rows and forms whose amounts have the same digits and differ by nothing but the point:
/// `145538` and `1455.38`.
///
/// Recognition loses points, and writers slip by a power of ten. Five digits that one row and one form alone
/// have are hardly the same by chance.
struct SameDigits {
  /// The form of each such row.
  private(set) var detailOfRow: [Int: Int] = [:]

  /// Fewer digits are the same by chance.
  private static let least = 5

  init() {}

  /// Looks at the amounts that no record of the other side states.
  init(_ rows: LinkSide, _ details: LinkSide, _ counts: BothCounts) {
    let forms = Self.sole(details) { counts.rows[$0] == 0 }
    guard !forms.isEmpty else { return }
    for (digits, row) in Self.sole(rows, where: { counts.details[$0] == 0 }) {
      guard let detail = forms[digits], let amount = rows.amounts[row],
        let total = details.amounts[detail], amount.hasUnit == total.hasUnit,
        !amount.agrees(total)
      else { continue }
      detailOfRow[row] = detail
    }
  }

  /// The records that alone have their digits, by these.
  private static func sole(_ side: LinkSide, where isLeft: (Int) -> Bool) -> [Int64: Int] {
    var places: [Int64: Int] = [:]
    var shared: Set<Int64> = []
    for (place, amount) in side.amounts.enumerated() {
      guard let amount, amount.digits >= least, let number = side.entries[place].amount,
        isLeft(Int(number))
      else { continue }
      if places.updateValue(place, forKey: amount.figures) != nil { shared.insert(amount.figures) }
    }
    return places.filter { !shared.contains($0.key) }
  }
}
