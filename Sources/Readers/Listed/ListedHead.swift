internal import TieoutModel

/// A run of lines that head the columns of a table.
struct ListedHead {
  /// What the columns are of.
  enum Table: Equatable { case summary, group(Int), fields }

  let table: Table
  let start: Int
  let end: Int
  /// The heads in the order of the lines.
  private let heads: [Int]

  /// How many labels a head has at the least; of a group two, if they are the text and the target.
  private static let least = 3
  /// The most columns of a table: what is wider is a list of labels, and weighing it would take long.
  private static let most = 24
  /// With more heads that wrap, no place is tried for them: they stand where their first lines do.
  private static let mostFloating = 2

  /// `nil` where no head begins at a line.
  init?(at start: Int, in walk: ListedWalk, _ kind: Document.Region.Kind) {
    var heads: [Int] = []
    var known = 0
    var place = start
    while place < walk.lines.count, walk.title(place) == nil, heads.count <= Self.most {
      let label = walk.lines[place].label
      // The word of a sum behind all heads begins the row of the total.
      if kind != .form, known >= Self.least, walk.profile.meanings.summaryRow(label) != nil {
        break
      }
      if Self.heads(label, walk.profile) {
        known += 1
      } else if known < Self.least || !Self.goesOn(place, walk) {
        break
      }
      heads.append(place)
      place += 1
    }
    guard known >= 2, heads.count <= Self.most, !Self.isTwofold(heads, walk),
      let table = Self.table(heads, walk, kind)
    else { return nil }
    if let row = Self.firstWord(heads, of: table, walk) {
      place = heads[row]
      heads.removeSubrange(row...)
    }
    (self.table, self.start, self.end, self.heads) = (table, start, place, heads)
  }

  /// The place among the heads of a group of the word that begins the first row; `nil` where there is
  /// none behind enough heads.
  ///
  /// It is of a closed list and heads no column of the group, although it may head another.
  private static func firstWord(_ heads: [Int], of table: Table, _ walk: ListedWalk) -> Int? {
    guard case .group(let group) = table else { return nil }
    let row = heads.indices.first { place in
      let label = walk.lines[heads[place]].label
      return walk.profile.meanings.column(label, of: group) == nil
        && !walk.profile.terms(label, of: group).isEmpty
    }
    guard let row, row >= least, Self.table(Array(heads[..<row]), walk, .form) == table else {
      return nil
    }
    return row
  }

  /// Whether two labels come twice: those head two tables side by side.
  private static func isTwofold(_ heads: [Int], _ walk: ListedWalk) -> Bool {
    var seen: Set<LabelID> = [.none]
    return heads.count {
      !seen.insert(walk.lines[$0].label).inserted && walk.lines[$0].label != .none
    } > 1
  }

  /// Whether a label heads a column: of the summary, of a group, or a single value below it.
  private static func heads(_ label: LabelID, _ profile: Profile) -> Bool {
    profile.meanings.isOfColumn(label) || isPart(label, profile)
  }

  /// Whether a label is the name of a part of the total.
  private static func isPart(_ label: LabelID, _ profile: Profile) -> Bool {
    profile.meanings.terms(label).contains { profile.detail.groups[$0.group].kind == .parts }
  }

  /// Whether a line that nobody knows is a head among others: one of the next two is.
  private static func goesOn(_ place: Int, _ walk: ListedWalk) -> Bool {
    let next = walk.lines[place...].prefix(3)
    return !next.contains { $0.parts[0].hasDigit(in: walk.text) }
      && next.dropFirst().contains { heads($0.label, walk.profile) }
  }

  private static func table(
    _ heads: [Int], _ walk: ListedWalk, _ kind: Document.Region.Kind
  ) -> Table? {
    let profile = walk.profile
    let labels = heads.map { walk.lines[$0].label }
    if kind != .form {
      let columns = labels.compactMap { profile.meanings.summaryColumn($0) }
        .map { profile.summary.columns[$0].name }
      if columns.count >= least, profile.summary.key.map(columns.contains) ?? false {
        return .summary
      }
    }
    for group in profile.detail.groups.indices where profile.detail.groups[group].kind != .parts {
      let spec = profile.detail.groups[group]
      // A label of a field may stand right above, were it one of a column besides.
      let columns = labels.compactMap { profile.meanings.column($0, of: group) }
      guard let first = labels.first, let column = profile.meanings.column(first, of: group),
        !profile.meanings.traits(first).contains(.field) || !columns.dropFirst().contains(column)
      else { continue }
      let names = columns.map { spec.columns[$0].name }
      let isPair = [.text, .target].allSatisfy { role in
        spec.roles[role].map(names.contains) ?? false
      }
      if columns.count >= least || isPair && columns.count == labels.count { return .group(group) }
    }
    let isFields = labels.allSatisfy {
      profile.meanings.traits($0).contains(.field) || isPart($0, profile)
    }
    return kind == .form && labels.count >= least && isFields ? .fields : nil
  }

  /// Whether a line is none of the table's, and so ends it.
  func isEnded(by place: Int, in walk: ListedWalk) -> Bool {
    let label = walk.lines[place].label
    guard label != .none else { return walk.beginsWithLabel(place) }
    let meanings = walk.profile.meanings
    switch table {
    case .summary: return meanings.summaryRow(label) == nil && meanings.traits(label).isOfForm
    case .group(let group):
      return meanings.traits(label).contains(.field)
        && !meanings.terms(label).contains { $0.group == group }
    case .fields: return meanings.traits(label).isOfForm
    }
  }
}

extension ListedHead {
  /// The columns from left to right, and the rows of some lines below them.
  ///
  /// A head that wraps has its first line before all others: it is tried in every place, and the rows
  /// tell where it stands.
  func rows(
    _ body: Range<Int>, in walk: ListedWalk
  ) -> (columns: [ListedTable.Column], rows: [ListedTable.Row]) {
    let own = columns(walk).own
    var table = ListedTable(walk.lines[body], under: own, in: walk, group)
    var best: (order: [Int], rows: [ListedTable.Row], cost: Int32)?
    for order in orders(own) {
      // Money stands at the right, where nothing else tells: of equals the last is taken.
      let limit = best.map { min($0.cost + 1, ListedCosts.never) } ?? ListedCosts.never
      table.order(order)
      let isRow = self.table == .fields
      if let way = isRow ? table.row(below: limit) : table.rows(below: limit) {
        best = (order, way.rows, way.cost)
      }
    }
    guard let best else { return ([], []) }
    table.order(best.order)
    let rows = settled(best.rows, in: &table).map { row in
      ListedTable.Row(
        cells: row.cells.map { $0.map { $0 + body.lowerBound } },
        strays: row.strays.map { $0 + body.lowerBound })
    }
    return (best.order.map { own[$0] }, rows)
  }

  /// The rows, put together once more where cells wrap: what other rows have in a column stands there.
  private func settled(
    _ rows: [ListedTable.Row], in table: inout ListedTable
  ) -> [ListedTable.Row] {
    guard self.table != .fields, rows.contains(where: { $0.cells.contains { $0.count > 1 } }) else {
      return rows
    }
    table.learn(rows)
    return table.rows()?.rows ?? rows
  }

  /// The first column of a closed list; `nil` where the table has none.
  func firstLevel(_ walk: ListedWalk) -> Int? {
    group == nil ? nil : columns(walk).own.firstIndex { $0.spec.type == .term }
  }

  /// Gives the words of closed lists in some rows to all that their cells span.
  func spreadLevels(_ rows: inout ArraySlice<ListedRow>, _ walk: ListedWalk) {
    guard let group, let first = rows.first else { return }
    let columns = columns(walk).own
    let levels = first.cells.indices.filter {
      $0 < columns.count && columns[$0].spec.type == .term
    }
    ListedLevels.spread(&rows, levels, walk.lines) { word, above in
      Self.belongs(word.label, to: above.label, group, walk.profile)
    }
  }

  /// Whether a word of a closed list may stand below another one.
  private static func belongs(
    _ label: LabelID, to above: LabelID, _ group: Int, _ profile: Profile
  ) -> Bool {
    let parents = profile.terms(above, of: group).map(\.term)
    return profile.terms(label, of: group).contains { term in
      term.parents.isEmpty || term.parents.contains { parents.contains($0) }
    }
  }

  private var group: Int? { if case .group(let group) = table { group } else { nil } }

  /// The orders in which the columns may stand, by their place in the order of the lines.
  private func orders(_ columns: [ListedTable.Column]) -> [[Int]] {
    let floating = columns.indices.filter { columns[$0].head.isSplit }
    guard floating.count <= Self.mostFloating else { return [Array(columns.indices)] }
    var orders = [columns.indices.filter { !columns[$0].head.isSplit }]
    for column in floating {
      orders = orders.flatMap { order in
        (0...order.count).map { place in
          var order = order
          order.insert(column, at: place)
          return order
        }
      }
    }
    return orders
  }

  /// The columns in the order of the lines, and the heads over several of them: of two heads for one
  /// column the first stands over the others.
  private func columns(
    _ walk: ListedWalk
  ) -> (own: [ListedTable.Column], above: [ListedTable.Column]) {
    let columns = heads.map { column($0, walk) }
    let above = columns.indices.filter { place in
      columns[place].number >= 0
        && columns[(place + 1)...].contains { $0.number == columns[place].number }
    }
    return (
      columns.indices.filter { !above.contains($0) }.map { columns[$0] }, above.map { columns[$0] }
    )
  }

  private func column(_ place: Int, _ walk: ListedWalk) -> ListedTable.Column {
    let profile = walk.profile
    let head = walk.lines[place]
    switch table {
    case .summary:
      let number = profile.meanings.summaryColumn(head.label)
      return number.map {
        ListedTable.Column(spec: profile.summary.columns[$0], number: $0, head: head)
      } ?? foreign(head)
    case .group(let group):
      let spec = profile.detail.groups[group]
      return profile.meanings.column(head.label, of: group).map {
        ListedTable.Column(
          spec: spec.columns[$0], number: $0, head: head,
          isTarget: spec.columns[$0].name == spec.roles[.target])
      } ?? foreign(head)
    case .fields:
      if let field = profile.meanings.detailFields(head.label).first {
        return ListedTable.Column(
          spec: ColumnSpec(profile.detail.fields[field]), number: field, head: head)
      }
      var spec = ColumnSpec(name: FieldName(rawValue: 0))
      spec.type = .amount
      spec.isOptional = true
      return ListedTable.Column(spec: spec, number: -1 - place, head: head)
    }
  }

  /// The column of a head that the profile does not know.
  private func foreign(_ head: ListedText) -> ListedTable.Column {
    var spec = ColumnSpec(name: FieldName(rawValue: 0))
    spec.isOptional = true
    return ListedTable.Column(spec: spec, number: -1, head: head)
  }

  /// The rows of heads: one, or two where a head stands over several columns of amounts.
  func rows(of columns: [ListedTable.Column], in walk: ListedWalk) -> [ListedRow] {
    let page = walk.lines[start].page
    func cell(_ column: Int, _ rowSpan: Int = 1) -> ListedRow.Cell {
      ListedRow.Cell(column: column, parts: columns[column].head.parts, rowSpan: rowSpan)
    }
    guard let parent = self.columns(walk).above.first,
      let first = columns.firstIndex(where: { $0.number == parent.number })
    else { return [ListedRow(cells: columns.indices.map { cell($0) }, page: page)] }
    let below = first..<(columns[first...].firstIndex { $0.spec.type != .amount } ?? columns.count)
    let above = ListedRow.Cell(
      column: first, parts: parent.head.parts, columnSpan: below.count)
    return [
      ListedRow(
        cells: columns[..<first].indices.map { cell($0, 2) } + [above]
          + columns[below.upperBound...].indices.map { cell($0, 2) }, page: page),
      ListedRow(cells: below.map { cell($0) }, page: page),
    ]
  }
}
