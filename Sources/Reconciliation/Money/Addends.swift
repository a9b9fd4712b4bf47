internal import TieoutModel

/// The rows of a column in the order in which sums run over them.
///
/// A sum is of rows that stand one behind the other, and grows by the next one. So twice the rows are
/// twice the work, however many sums they are part of.
struct Addends {
  /// What a row adds.
  private enum Amount { case none, unreadable, reading(Reading) }

  /// The rows.
  let order: [Int]
  private var amounts: [Amount] = []
  private let isMain: Bool

  /// Reads what each row of a column adds.
  init(_ order: [Int], _ column: ColumnSpec, _ paper: Workpaper) {
    self.order = order
    isMain = column.name == paper.submission.profile.summary.amount
    amounts = order.map { Self.amount($0, column, paper) }
  }

  /// The sum of no rows, before the one at a place in the order.
  func nothing(at place: Int) -> SubtotalLines.Sum {
    SubtotalLines.Sum(rows: order[place..<place], isMain: isMain)
  }

  /// Adds the row behind those of a sum.
  func extend(_ sum: inout SubtotalLines.Sum) {
    let place = sum.rows.endIndex
    add(place, to: &sum)
    sum.rows = order[sum.rows.startIndex...place]
  }

  /// The sums of all rows from each place in the order to the end.
  func rests() -> [SubtotalLines.Sum] {
    var sum = nothing(at: order.endIndex)
    var rests = [sum]
    for place in order.indices.reversed() {
      add(place, to: &sum)
      sum.rows = order[place...]
      rests.append(sum)
    }
    return rests.reversed()
  }

  private func add(_ place: Int, to sum: inout SubtotalLines.Sum) {
    switch amounts[place] {
    case .none: break
    case .unreadable: sum.isReadable = false
    case .reading(let reading): sum.reading = sum.reading.flatMap { Reading.sum($0, reading) }
    }
  }

  private static func amount(
    _ row: Int, _ column: ColumnSpec, _ paper: Workpaper
  ) -> Amount {
    guard let field = paper.submission.summary.rows[row][column.name] else { return .none }
    if let reading = paper.reading(field, column) { return .reading(reading) }
    return paper.submission.isStatedAbsence(field.printed) ? .none : .unreadable
  }
}

extension Workpaper {
  /// A figure of the summary as an interval in the base unit of money; `nil` where it cannot be read.
  func reading(_ field: Field, _ column: ColumnSpec) -> Reading? {
    let unit = field.unit == .none ? column.unit : field.unit
    guard let quantity = field.quantity, let exponent = submission.profile.units.exponent(unit)
    else { return nil }
    return Reading(
      quantity, exponent: exponent, floor: context.summaryFloor,
      width: submission.profile.thresholds.width)
  }
}
