internal import TieoutModel

/// The columns of a table whose heads the profile does not know, so that what stands below them is
/// kept: each becomes a column of the submission's profile, named by its head.
///
/// - before: `专项债券` over `1,500.00`, in a summary of which the profile has no such column
/// - after: the field `专项债券` of each row
struct ForeignColumns {
  /// A table of the profile.
  enum Table {
    case summary
    case group(Int)
  }

  /// A head, and the one over it that spans several columns.
  private struct Head {
    var text: Slice
    var parent: Slice?
  }

  private let reader: ValueReader
  private let table: Table
  /// The unknown heads above, by the column in which they are printed.
  private var heads: [Int: Head] = [:]
  private var columns: [Int: ColumnSpec] = [:]
  private var isSettled = true

  init(_ reader: ValueReader, _ table: Table) {
    self.reader = reader
    self.table = table
  }

  /// Whether no head is unknown.
  var isEmpty: Bool { heads.isEmpty }

  /// Takes the heads of a row; those of a second row stand below those of the first.
  mutating func head(_ row: Document.Row, isKnown: (Document.Cell) -> Bool) {
    if isSettled {
      heads.removeAll()
      columns.removeAll()
      isSettled = false
    }
    let cells = reader.cells
    // Most tables have heads that the profile knows, all of them.
    guard !heads.isEmpty || row.cells.contains(where: { !isKnown(cells[$0]) }) else { return }
    let above = heads
    for index in row.cells where !cells[index].text.isEmpty {
      let printed = Int(cells[index].column)
      heads[printed] = isKnown(cells[index]) ? nil : Head(text: cells[index].text)
    }
    for index in row.cells where !cells[index].text.isEmpty {
      let printed = Int(cells[index].column)
      guard heads[printed] != nil, let parent = above.keys.filter({ $0 <= printed }).max() else {
        continue
      }
      heads[printed]?.parent = above[parent]?.text
    }
  }

  /// Takes the heads of a row of a form, in which known ones have their columns.
  mutating func head(_ row: Document.Row) {
    head(row) { $0.slot != Document.Cell.unassigned || $0.label != .none }
  }

  /// The values that stand in an entry under unknown heads.
  ///
  /// - Parameters:
  ///   - rows: The entry and those below it, by which the first entry tells what a column holds.
  ///   - set: The set of columns side by side that is read.
  ///   - caption: The unit of the table's money.
  mutating func fields(
    of row: Document.Row, among rows: Range<Int>, set: UInt8 = 1, moneyIn caption: UnitID,
    _ submission: inout Submission
  ) -> [Field] {
    guard !heads.isEmpty else { return [] }
    if !isSettled { settle(rows, caption, &submission) }
    var fields: [Field] = []
    for index in row.cells {
      let cell = reader.cells[index]
      guard isStray(cell), cell.set == 0 && set == 1 || cell.set == set,
        let column = columns[Int(cell.column)], fields.named(column.name) == nil,
        var field = reader.field(column.name, cell.text, column.type, unit: column.unit)
      else { continue }
      field.rowRepair = row.repair
      submission.ledger.book(cell.text, .value)
      fields.append(field)
    }
    return fields
  }

  private func isStray(_ cell: Document.Cell) -> Bool {
    !cell.text.isEmpty && cell.slot == Document.Cell.unassigned
  }

  /// Makes columns of the heads that have values below them.
  private mutating func settle(
    _ rows: Range<Int>, _ caption: UnitID, _ submission: inout Submission
  ) {
    isSettled = true
    let document = reader.document
    var values: [Int: [Slice]] = [:]
    for place in rows {
      if document.rows[place].role == .header { break }
      guard document.rows[place].role == .entry else { continue }
      for index in document.rows[place].cells where isStray(document.cells[index]) {
        values[Int(document.cells[index].column), default: []].append(document.cells[index].text)
      }
    }
    var taken: [String] = []
    for printed in heads.keys.sorted() {
      guard let head = heads[printed], let values = values[printed] else { continue }
      let name = name(of: head, taken)
      taken.append(name)
      columns[printed] = column(name, head, values, caption, &submission)
    }
  }

  /// The column of the submission's profile with a name; a new one where an earlier piece of the
  /// table has not made it.
  private func column(
    _ name: String, _ head: Head, _ values: [Slice], _ caption: UnitID,
    _ submission: inout Submission
  ) -> ColumnSpec {
    let field = submission.profile.intern(name)
    if let known = specs(submission.profile).first(where: { $0.name == field }) { return known }
    var column = ColumnSpec(name: field)
    column.isOptional = true
    (column.type, column.unit) = type(of: values, below: head, moneyIn: caption)
    switch table {
    case .summary: submission.profile.summary.columns.append(column)
    case .group(let group): submission.profile.detail.groups[group].columns.append(column)
    }
    return column
  }

  private func specs(_ profile: Profile) -> [ColumnSpec] {
    switch table {
    case .summary: profile.summary.columns
    case .group(let group): profile.detail.groups[group].columns
    }
  }

  /// A name that no column of the profile's own has, made of the words of a head; where another one
  /// has these, of those over it as well.
  private func name(of head: Head, _ taken: [String]) -> String {
    let others = taken + specs(reader.profile).map { reader.profile.name($0.name) }
    let words = words(head.text)
    let label = reader.profile.labels.label(head.text, in: reader.text)
    // Under another head a word that heads a column elsewhere in the table is not enough.
    let isEnough =
      head.parent == nil || !specs(reader.profile).contains { $0.labels.contains(label) }
    if isEnough, !others.contains(words.asFieldName) { return words.asFieldName }
    let both = head.parent.map { self.words($0) + " " + words } ?? words
    return others.unique(both.asFieldName)
  }

  /// The words of a head; that it is part of another one says nothing of what it is called.
  private func words(_ head: Slice) -> String {
    let rest = reader.profile.meanings.partWords.rest(of: head, in: reader.text)
    return reader.document.string(rest.flatMap { $0.isEmpty ? nil : $0 } ?? head)
  }

  /// What the values below a head are, numbers or words: numbers count money where the head names a
  /// unit of money, means an amount elsewhere in the table, or is part of a sum.
  ///
  /// They are no amounts to the checks: nothing says that such a column adds up.
  private func type(
    of values: [Slice], below head: Head, moneyIn caption: UnitID
  ) -> (FieldType, UnitID) {
    let (profile, text) = (reader.profile, reader.text)
    let numbers = values.compactMap { reader.quantity($0) }
    guard !numbers.isEmpty,
      values.allSatisfy({ reader.quantity($0) != nil || !$0.hasDigit(in: text) && $0.count <= 6 })
    else { return (.text, .none) }
    let named = reader.unit(ofLabel: head.text)
    if named != .none { return (.quantity, named) }
    let label = profile.labels.label(head.text, in: text)
    let isPart = [head.text, head.parent].compactMap { $0 }.contains {
      profile.meanings.partWords.rest(of: $0, in: text) != nil
    }
    let amount = specs(profile).first { spec in
      spec.type == .amount && (isPart || spec.labels.contains(label))
    }
    guard let amount else { return (.quantity, .none) }
    return (.quantity, caption == .none ? amount.unit : caption)
  }
}
