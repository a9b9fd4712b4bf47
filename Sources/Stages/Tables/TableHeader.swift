internal import TieoutModel

/// The columns of a table as its header prints them.
struct TableHeader: Equatable {
  /// One column: its place in the specification and where it is printed.
  struct Column: Equatable {
    /// The place in the specification; `foreign` under a head that it does not know.
    var spec: Int
    /// The printed column; `nil` where the header lost it or never had it.
    var printed: Int?
    /// The number of printed columns that the label stands over.
    var span = 1

    /// Stands for the column of a head that the specification does not know.
    static let foreign = -2
    /// Whether the specification does not know it: what stands below belongs to no other column.
    var isForeign: Bool { spec == Self.foreign }
  }

  /// The columns from left to right.
  var columns: [Column]

  /// Adds a column where its label stands; a label under another replaces it.
  mutating func add(spec: Int, printed: Int, span: Int = 1) {
    if let place = columns.firstIndex(where: { $0.printed == printed }) {
      columns[place].spec = spec
      columns[place].span = span
    } else {
      columns.append(Column(spec: spec, printed: printed, span: span))
    }
  }

  /// Adds the columns of heads that the specification does not know.
  ///
  /// Only where all that must be there is headed: else one of them is a known head, unreadable.
  mutating func addForeign(_ printed: [Int], _ specs: [ColumnSpec]) {
    let isWhole = specs.indices.allSatisfy { spec in
      !specs[spec].isMandatory || columns.contains { $0.spec == spec }
    }
    guard isWhole else { return }
    for column in printed where place(under: column) == nil {
      columns.append(Column(spec: Column.foreign, printed: column))
    }
    columns.sort { ($0.printed ?? 0) < ($1.printed ?? 0) }
  }

  /// The place of the column at a printed column.
  func place(at printed: Int) -> Int? { columns.firstIndex { $0.printed == printed } }

  /// The place of the column at a printed column, or under a label that stands over several.
  func place(under printed: Int) -> Int? {
    place(at: printed)
      ?? columns.firstIndex {
        guard let first = $0.printed else { return false }
        return first < printed && printed < first + $0.span
      }
  }

  /// The columns with those of the specification that the header does without, in their order.
  ///
  /// A table may use a column that its header has no label for: a level between kind and text.
  func completed(_ specs: [ColumnSpec]) -> TableHeader {
    var result = self
    for spec in specs.indices where !columns.contains(where: { $0.spec == spec }) {
      guard specs[spec].isOptional, specs[spec].labels.isEmpty else { continue }
      let place = result.columns.firstIndex { $0.spec > spec } ?? result.columns.count
      result.columns.insert(Column(spec: spec, printed: nil), at: place)
    }
    return result
  }

  /// The columns in the order of the specification, where no header can be read.
  static func usual(_ specs: [ColumnSpec]) -> TableHeader {
    TableHeader(
      columns: specs.indices.filter { !specs[$0].isOptional || specs[$0].labels.isEmpty }
        .map { Column(spec: $0, printed: nil) })
  }
}
