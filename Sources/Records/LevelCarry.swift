internal import TieoutModel

/// Carries the levels of indicators down over merged cells, and keeps them in the family's order.
///
/// The second level decides the first: where the row shows a first level to which its second does
/// not belong (it slid a row, or its column is lost), the family's own is taken, and reported.
struct LevelCarry {
  private let reader: ValueReader
  private let group: Int
  private let record: String
  private let columns: [Int]
  private var carried: [Field?]
  private var derived: [(cell: Slice, printed: String, word: TermID)] = []
  private var hasFirstLevel = false

  init(_ reader: ValueReader, group: Int, record: String) {
    self.reader = reader
    self.group = group
    self.record = record
    let specs = reader.profile.detail.groups[group].columns
    columns = specs.indices.filter { specs[$0].type == .term && specs[$0].isCarried }
    carried = Array(repeating: nil, count: columns.count)
  }

  /// The levels of a row, the first one first.
  mutating func fields(
    _ row: Document.Row, _ cells: [Document.Cell?], _ submission: inout Submission
  ) -> [Field] {
    let specs = reader.profile.detail.groups[group].columns
    var parents: [TermID] = []
    for (level, column) in columns.enumerated() {
      guard let cell = cells[column] else { continue }
      guard let term = reader.profile.meanings.term(cell.label, group: group, column: column) else {
        continue
      }
      var field = Field(
        name: specs[column].name, printed: cell.text, value: .term(specs[column].terms[term].term))
      field.rowRepair = row.repair
      carried[level] = field
      if level == 0 { hasFirstLevel = true }
      // A new word of a level ends what was carried below it.
      for below in (level + 1)..<max(columns.count, level + 1) where cells[columns[below]] == nil {
        carried[below] = nil
      }
      parents = specs[column].terms[term].parents
    }
    var fields = carried.compactMap { $0 }
    if parents.isEmpty, columns.count > 1, case .term(let word)? = carried[1]?.value {
      parents = specs[columns[1]].terms.first { $0.term == word }?.parents ?? []
    }
    if let usual = parents.first, columns.count > 1, let second = carried[1] {
      var first = carried[0]
      if case .term(let word)? = first?.value, parents.contains(word) { return fields }
      derived.append(
        (second.printed, first.map { reader.document.string($0.printed) } ?? "", usual))
      first = Field(name: specs[columns[0]].name, printed: second.printed, value: .term(usual))
      fields.removeAll { $0.name == specs[columns[0]].name }
      if var first {
        first.rowRepair = repair(&submission)
        fields.insert(first, at: 0)
      }
    }
    return fields
  }

  private var number: UInt32 = 0

  /// The repair of all first levels of this form, made when the first one is needed.
  private mutating func repair(_ submission: inout Submission) -> UInt32 {
    if number == 0 {
      number = submission.add(
        Repair(rule: "ST05", state: .likely, record: record, cells: [], before: [], after: []))
    }
    return number
  }

  /// Completes the repair with all rows that it touched.
  func report(_ submission: inout Submission) {
    guard number > 0 else { return }
    var repair = submission.repairs[Int(number) - 1]
    // A form that shows no first level at all lost the column.
    repair.rule = hasFirstLevel && derived.count < 6 ? "ST05" : "ST07"
    repair.cells = derived.map(\.cell)
    repair.before = derived.map(\.printed)
    repair.after = derived.map { reader.profile.terms[Int($0.word.rawValue)] }
    repair.evidence = [
      Message(
        zh: "二级指标决定一级指标：按本类表格的层级补正",
        en: "the second level belongs to one first level in this family of forms")
    ]
    submission.repairs[Int(number) - 1] = repair
  }
}
