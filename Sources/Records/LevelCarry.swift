internal import TieoutModel

/// Carries the levels of indicators down over merged cells, and keeps them in the family's order.
///
/// The second level decides the first: where the row shows a first level to which its second does
/// not belong (it slid a row, or its column is lost), the family's own is taken, and reported.
struct LevelCarry {
  private let reader: ValueReader
  private let levels: Levels
  private let record: String
  private var carried: [Field?]
  private var derived: [(cell: Slice, printed: String, word: TermID)] = []
  private var rows = 0

  init(_ reader: ValueReader, _ levels: Levels, record: String) {
    self.reader = reader
    self.levels = levels
    self.record = record
    carried = levels.blank
  }

  /// Adds the levels of a row, the first one first.
  mutating func append(
    _ place: Int, _ cells: borrowing RowCells, to fields: inout OutputSpan<Field>,
    _ submission: inout Submission
  ) {
    rows += 1
    var isBelowOwn = false
    for level in levels.columns.indices {
      let text = cells.text(levels.columns[level])
      if text.isEmpty { continue }
      let label = cells.label(levels.columns[level])
      // A level may say again what stands above it: `满意度指标` beside `满意度指标`.
      let isRepeated = isBelowOwn && label == cells.label(levels.columns[level - 1])
      guard
        let word = levels.word(label, level) ?? (isRepeated ? levels.word(label, level - 1) : nil)
      else {
        // A word that cannot be read ends what was carried as well, where it is one for sure: by its
        // place, or since the level above it is printed.
        if reader.rows[place].isMeasured || isBelowOwn { carried[level] = nil }
        continue
      }
      isBelowOwn = true
      var field = Field(name: levels.names[level], printed: text, value: .term(word))
      field.rowRepair = reader.rows[place].repair
      carried[level] = field
      // A new word of a level ends what was carried below it.
      for below in level + 1..<max(carried.count, level + 1)
      where cells.text(levels.columns[below]).isEmpty {
        carried[below] = nil
      }
    }
    let parent = derivedParent(&submission)
    if let first = parent ?? carried.first ?? nil { fields.append(first) }
    for level in carried.indices.dropFirst() {
      if let field = carried[level] { fields.append(field) }
    }
  }

  /// The first level that the second one of the row belongs to, where the row shows another.
  private mutating func derivedParent(_ submission: inout Submission) -> Field? {
    guard carried.count > 1, let second = carried[1], case .term(let word) = second.value,
      let usual = levels.usualParent(of: word)
    else { return nil }
    let first = carried[0]
    if case .term(let own)? = first?.value, own == usual || levels.parents(word).contains(own) {
      return nil
    }
    derived.append((second.printed, first.map { reader.document.string($0.printed) } ?? "", usual))
    if !reader.document.overruled.isEmpty,
      ["ST05", "ST07"].contains(where: { reader.document.isOverruled($0, [second.printed]) })
    {
      isRejected = true
      _ = repair(&submission)
      return nil
    }
    var parent = Field(name: levels.names[0], printed: second.printed, value: .term(usual))
    parent.rowRepair = repair(&submission)
    return parent
  }

  private var number: UInt32 = 0
  /// Whether a reviewer wants the levels left as they are printed.
  private var isRejected = false

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
    complete(&submission.repairs[Int(number) - 1])
  }

  private func complete(_ repair: inout Repair) {
    // A form most of whose rows show no first level, or a wrong one, lost the column.
    repair.rule = derived.count * 2 > rows ? "ST07" : "ST05"
    repair.cells = derived.map(\.cell)
    repair.before = derived.map(\.printed)
    repair.after = derived.map { reader.profile.terms[Int($0.word.rawValue)] }
    repair.evidence = [
      Message(
        zh: "二级指标决定一级指标：按本类表格的层级补正",
        en: "the second level belongs to one first level in this family of forms")
    ]
    if isRejected { repair.state = .rejected }
  }
}

/// The columns of levels in a group, and which words belong to which.
///
/// A class, so that all forms that are read by a profile share the one copy.
final class Levels: Sendable {
  /// The places of the columns, the first level first.
  let columns: [Int]
  /// Their names.
  let names: [FieldName]
  /// By word of the second level, the words above to which it may belong.
  private let parents: [[TermID]]
  private let usual: [TermID?]
  /// Nothing carried, column by column.
  let blank: [Field?]
  private let group: Int
  private let words: [[TermID]]
  private let meanings: LabelMeanings

  init(_ profile: Profile, group: Int) {
    let specs = profile.detail.groups[group].columns
    columns = specs.indices.filter { specs[$0].type == .term && specs[$0].isCarried }
    names = columns.map { specs[$0].name }
    blank = columns.map { _ in nil }
    words = columns.map { specs[$0].terms.map { $0.term } }
    var parents = [[TermID]](repeating: [], count: profile.terms.count)
    if columns.count > 1 {
      for term in specs[columns[1]].terms { parents[Int(term.term.rawValue)] = term.parents }
    }
    self.parents = parents
    usual = parents.map { $0.first }
    self.group = group
    meanings = profile.meanings
  }

  /// The first of them.
  func usualParent(of word: TermID) -> TermID? { usual[Int(word.rawValue)] }

  /// The words of the first level to which a word of the second may belong, the usual one first.
  func parents(_ word: TermID) -> [TermID] { parents[Int(word.rawValue)] }

  /// The word that a label means in a level.
  func word(_ label: LabelID, _ level: Int) -> TermID? {
    meanings.term(label, group: group, column: columns[level]).map { words[level][$0] }
  }
}
