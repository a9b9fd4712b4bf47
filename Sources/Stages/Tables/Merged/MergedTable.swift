internal import TieoutModel

/// The rows below one head while what was merged in them is dealt out.
struct MergedTable {
  /// Where the columns of a group are printed.
  struct Columns {
    var group = 0
    var name = -1
    var target = -1
    /// Columns of closed words, with their places in the specification.
    var levels: [(printed: Int, column: Int)] = []
    /// Columns of units and numbers.
    var values: [Int] = []

    /// Reads a head; `nil` where it heads no names with targets.
    init?(_ head: HeadRow, _ document: Document, _ profile: Profile) {
      let groups = profile.detail.groups
      guard let group = groups.firstIndex(where: { $0.kind == .indicators }) else { return nil }
      self.group = group
      for found in head.heads {
        let columns = profile.meanings.role(document.cells[found.cell].label).groupColumns
        guard let column = columns.first(where: { $0.group == group })?.column else { continue }
        let printed = found.columns.lowerBound
        let spec = groups[group].columns[column]
        if spec.name == groups[group].roles[.text] { name = printed }
        if spec.name == groups[group].roles[.target] { target = printed }
        switch spec.type {
        case .term: levels.append((printed, column))
        case .unit, .target, .amount, .quantity, .count, .rate: values.append(printed)
        default: break
        }
      }
      guard name >= 0, target > name else { return nil }
    }
  }

  /// One row: one of the document's, or one that was part of it.
  struct Row {
    /// The row of the document.
    var place: Int
    var cells: [Document.Cell]
    /// Whether it is the first of what the document's row became.
    var isFirst = true
    /// Its repair in `repairs`.
    var repair: Int?

    /// The slice under a head; empty where nothing stands there.
    func slice(_ column: Int) -> Slice { cell(column)?.text ?? .none }

    func cell(_ column: Int) -> Document.Cell? {
      cells.first { Int($0.column) == column && !$0.text.isEmpty }
    }

    /// Puts a slice under a head.
    mutating func set(_ slice: Slice, _ column: Int, label: LabelID = .none) {
      if let place = cells.firstIndex(where: { Int($0.column) == column }) {
        cells[place].text = slice
        cells[place].label = label
      } else {
        var cell = Document.Cell(text: slice, column: UInt16(column))
        cell.label = label
        cells.insert(cell, at: cells.firstIndex { Int($0.column) > column } ?? cells.count)
      }
    }
  }

  let columns: Columns
  let document: Document
  let profile: Profile
  var rows: [Row]
  private(set) var repairs: [Repair] = []
  var isChanged: Bool { !repairs.isEmpty }

  init(_ range: Range<Int>, _ columns: Columns, _ document: Document, _ profile: Profile) {
    self.columns = columns
    self.document = document
    self.profile = profile
    rows = range.map { Row(place: $0, cells: Array(document.cells[document.rows[$0].cells])) }
  }

  /// Deals out all that was merged.
  mutating func deal() {
    dealNames()
    for level in columns.levels { dealWords(level.printed, level.column) }
    for column in columns.values { dealValues(column) }
  }

  /// Notes that some rows were changed: what stood in each, and what stands there now.
  mutating func note(
    _ range: Range<Int>, _ printed: [[Slice]], _ after: [[Slice]], _ reason: Message,
    rule: String = "ST05"
  ) {
    var repair = Repair(
      rule: rule, state: .likely, cells: printed.joined().filter { !$0.isEmpty },
      before: [words(printed)], after: [words(after)], evidence: [reason])
    repair.dealsRows = true
    repairs.append(repair)
    for place in range { rows[place].repair = repairs.count - 1 }
  }

  private func words(_ rows: [[Slice]]) -> String {
    rows.map { row in
      row.filter { !$0.isEmpty }.map { document.string($0) }.joined(separator: " ¦ ")
    }.joined(separator: " ⏎ ")
  }
}
