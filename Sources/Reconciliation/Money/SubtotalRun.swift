import TieoutModel

/// The sums that run along the lines of a column: those of a section, of a page, and of all rows so far.
struct SubtotalRun {
  typealias Sum = SubtotalLines.Sum

  private(set) var above: Sum
  private(set) var section: Sum
  /// The rows of the page.
  var page: Sum
  /// The section above the last subtotal: a line right below that is no row counts in it.
  private var closed: Sum
  private var isReopened = false

  /// Begins with the sum of no rows.
  init(_ nothing: Sum) { (above, section, page, closed) = (nothing, nothing, nothing, nothing) }

  /// What a subtotal may be the sum of, the likeliest first.
  var sums: [Sum] { [section, page, above] }

  /// Begins a section below its heading, or behind the sum of the one above.
  mutating func begin(_ nothing: Sum, below sum: Sum? = nil) {
    (section, closed, isReopened) = (nothing, sum ?? nothing, false)
  }

  /// Adds the next row.
  mutating func extend(_ rows: Addends) {
    if isReopened, !closed.rows.isEmpty { section = rows.nothing(at: above.rows.endIndex) }
    isReopened = false
    rows.extend(&above)
    rows.extend(&section)
    rows.extend(&page)
  }

  /// Adds a line that is no row.
  mutating func add(_ addend: Reading?) {
    if section.rows.isEmpty, !isReopened { (section, isReopened) = (closed, true) }
    above.add(addend)
    section.add(addend)
    page.add(addend)
  }
}
