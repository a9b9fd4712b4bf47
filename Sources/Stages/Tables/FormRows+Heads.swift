internal import TieoutModel

/// Heads of columns that are no labels, or stand beside their values.
extension FormRows {
  /// The column of a head.
  ///
  /// One that names a unit of money heads amounts, even where its word alone heads names: `Cost (£)`.
  func column(_ head: Document.Cell, _ group: Int, _ place: Int, _ document: Document) -> Int? {
    guard let column = meanings.column(head.label, of: group) else { return nil }
    let specs = profile.detail.groups[group].columns
    guard profile.detail.groups[group].kind == .lines,
      specs[column].type == .name || specs[column].type == .text,
      let amount = specs.lastIndex(where: { $0.type == .amount }), namesMoney(head.text, document),
      !document.rows[place].cells.contains(where: {
        meanings.column(document.cells[$0].label, of: group) == amount
      })
    else { return column }
    return amount
  }

  /// Whether a unit of money stands in the brackets behind a head's word.
  private func namesMoney(_ head: Slice, _ document: Document) -> Bool {
    let text = document.text
    let bracket = head.range.dropFirst(3).last {
      text[$0] == 0x28 || text[$0] == 0x88 && text[$0 - 1] == 0xBC
    }
    guard let bracket else { return false }
    let inside = Slice(bracket + 1..<Int(head.end))
    return profile.units.money(leading: inside, in: text) != nil
  }

  /// Puts a head with a blank one behind it over the column that holds its values: the label of a
  /// block may stand before the words of its rows, and several columns before them.
  func setOverValues(_ header: inout TableHeader, _ place: Int, _ document: Document) {
    guard place + 1 < document.rows.count, !document.rows[place + 1].isLine else { return }
    func filled(_ row: Int) -> [Int] {
      var columns: [Int] = []
      columns.reserveCapacity(Int(document.rows[row].cellCount))
      for index in document.rows[row].cells where !document.cells[index].text.isEmpty {
        columns.append(Int(document.cells[index].column))
      }
      return columns
    }
    let (heads, values) = (filled(place), filled(place + 1))
    for index in header.columns.indices {
      guard let printed = header.columns[index].printed else { continue }
      let below = printed..<printed + header.columns[index].span
      guard !values.contains(where: below.contains) else { continue }
      let next = heads.first { $0 > printed } ?? below.upperBound + 1
      let behind = values.filter { $0 >= below.upperBound && $0 < next }
      guard let column = behind.first, behind.count == 1 || column == printed + 1,
        header.place(at: column) == nil
      else { continue }
      header.columns[index].printed = column
      header.columns[index].span = 1
    }
  }

  /// Adds the heads of a second row, which stand under heads of several columns: `符号`, `数值` and
  /// `单位` under `指标值`.
  ///
  /// Most of its words are labels of the group, two at the least, or all columns of several have a word.
  /// Tells whether there may be such a row, by labels and columns alone.
  func addSecondRow(
    _ header: inout TableHeader, _ place: Int, _ group: Int, _ document: inout Document
  ) -> Bool {
    guard place + 1 < document.rows.count, !document.rows[place + 1].isLine else { return false }
    let below = document.rows[place + 1]
    func column(_ cell: Document.Cell) -> Int? { meanings.column(cell.label, of: group) }
    let labels = below.cells.count { column(document.cells[$0]) != nil }
    let filled = below.cells.count { !document.cells[$0].text.isEmpty }
    let above = SpanningHeads(document.rows[place], document.cells)
    let isFull = filled > 1 && filled == above.width
    guard isFull || labels > 1 && labels * 2 > filled else { return false }
    let shift = above.shift(
      of: below, document, isHead: { meanings.column($0, of: group) != nil })
    guard let shift else { return true }
    for index in below.cells { document.cells[index].column += UInt16(shift) }
    let meant = meantHeads(of: header, above, below, group, document)
    for index in below.cells where !document.cells[index].text.isEmpty {
      let printed = Int(document.cells[index].column)
      if let column = column(document.cells[index]) ?? meant[index] {
        header.add(spec: column, printed: printed)
        document.cells[index].slot = UInt16(column)
      } else {
        header.add(spec: TableHeader.Column.foreign, printed: printed)
      }
    }
    header.columns.sort { ($0.printed ?? 0) < ($1.printed ?? 0) }
    document.rows[place + 1].role = .header
    document.rows[place + 1].table = UInt8(group + 1)
    return true
  }

  /// The columns of heads of several by the cells below that give their figures, where no label says
  /// which of them does.
  private func meantHeads(
    of header: TableHeader, _ above: SpanningHeads, _ below: Document.Row, _ group: Int,
    _ document: Document
  ) -> [Int: Int] {
    var meant: [Int: Int] = [:]
    for (parent, heads) in above.heads(in: below, document.cells) {
      guard let place = header.place(at: parent), !header.columns[place].isForeign else { continue }
      let spec = header.columns[place].spec
      let isTold = heads.contains {
        meanings.column(document.cells[$0].label, of: group) == spec
      }
      guard !isTold, let head = MeantHead.find(heads, document, profile) else { continue }
      meant[head] = spec
    }
    return meant
  }

  /// Leaves a column to the one of several heads that the profile lists first for it, before all
  /// others to one that was adjusted.
  ///
  /// What stands under the others is no part of its values. Tells whether there are others.
  func partHeads(
    _ header: inout TableHeader, _ group: Int, _ place: Int, _ document: inout Document
  ) -> Bool {
    var isParted = false
    for index in document.rows[place].cells {
      let cell = document.cells[index]
      guard let column = meanings.column(cell.label, of: group), cell.slot == UInt16(column),
        let own = header.place(at: Int(cell.column)), header.columns[own].spec == column
      else { continue }
      let labels = profile.detail.groups[group].columns[column].labels
      func rank(_ head: Document.Cell) -> Int {
        if AdjustedHeads.holds(head.text, in: document.text) { return -1 }
        return labels.firstIndex(of: head.label) ?? labels.count
      }
      let isOther = document.rows[place].cells.contains { other in
        other != index && document.cells[other].slot == cell.slot
          && rank(document.cells[other]) < rank(cell)
      }
      guard isOther else { continue }
      header.columns[own].spec = TableHeader.Column.foreign
      document.cells[index].slot = Document.Cell.unassigned
      document.cells[index].label = .none
      isParted = true
    }
    return isParted
  }

  /// Takes the only head that is no label for the only mandatory column without a head; else each
  /// such head, of `unknown`, for the one column that the heads on both sides, or behind the first,
  /// leave open.
  ///
  /// A head that can be read, and has little of the column's labels, is another column's.
  ///
  /// - Parameter hasOwnName: Whether the first head is its table's own word for the column of names.
  func addUnreadable(
    _ header: inout TableHeader, _ specs: [ColumnSpec], _ unknown: [Int], _ place: Int,
    _ document: Document, hasOwnName: Bool
  ) {
    let isMeasured = document.rows[place].isMeasured
    guard isMeasured || !unknown.isEmpty else { return }
    let missing = specs.indices.filter { spec in
      specs[spec].isMandatory && !header.columns.contains { $0.spec == spec }
    }
    if unknown.count == 1, missing.count == 1,
      hasOwnName || profile.mayHead(document.cells[unknown[0]], specs[missing[0]], document)
    {
      let cell = document.cells[unknown[0]]
      header.add(spec: missing[0], printed: Int(cell.column), span: Int(cell.columnSpan))
      header.columns.sort { ($0.printed ?? 0) < ($1.printed ?? 0) }
      return
    }
    for index in document.rows[place].cells {
      let cell = document.cells[index]
      guard cell.label == .none, isMeasured || !cell.text.isEmpty,
        let left = header.columns.last(where: { ($0.printed ?? 0) < Int(cell.column) })?.spec
          ?? (cell.text.isEmpty ? nil : -1),
        let right = header.columns.first(where: { ($0.printed ?? 0) > Int(cell.column) })?.spec,
        left < right
      else { continue }
      let open = (left + 1..<right).filter { spec in
        !specs[spec].labels.isEmpty && !header.columns.contains { $0.spec == spec }
      }
      let needed = open.filter { specs[$0].isMandatory }
      if let spec = open.count == 1 ? open.first : needed.count == 1 ? needed.first : nil,
        cell.text.isEmpty || profile.mayHead(cell, specs[spec], document)
      {
        header.add(spec: spec, printed: Int(cell.column), span: Int(cell.columnSpan))
        header.columns.sort { ($0.printed ?? 0) < ($1.printed ?? 0) }
      }
    }
  }

  /// Whether a row is the head of a group again, as each page repeats it, with words among its labels
  /// that cannot be read: its rows go on in the same columns.
  func repeatsHead(_ place: Int, _ census: Census, of group: Int, _ document: Document) -> Bool {
    var heads = 0
    for index in document.rows[place].cells {
      if profile.meanings.column(document.cells[index].label, of: group) != nil { heads += 1 }
      if document.cells[index].text.hasDigit(in: document.text) { return false }
    }
    return heads >= 3 && heads * 2 > census.filled
  }

  /// The group of indicators that the first row of a table heads with a word of its own for what is
  /// measured, as `What we will measure ¦ Target`.
  ///
  /// All its other words head columns of the group, what must be there but for the names is among
  /// them, and the row below holds values.
  func groupOfOwnName(_ place: Int, _ census: Census, _ document: Document) -> Int? {
    guard place + 1 < document.rows.count, !document.rows[place + 1].isLine
    else { return nil }
    let block = document.blocks.partitionPoint { Int($0.firstRow) < place }
    guard block < document.blocks.count, Int(document.blocks[block].firstRow) == place else {
      return nil
    }
    let heads = document.rows[place].cells.map { document.cells[$0] }.filter { !$0.text.isEmpty }
    let values = document.rows[place + 1].cells.map { document.cells[$0] }
      .filter { !$0.text.isEmpty }
    guard values.count > 1, values[0].column == heads[0].column,
      values.allSatisfy({ !profile.meanings.traits($0.label).isOfForm }),
      !heads[0].text.hasDigit(in: document.text)
    else { return nil }
    return profile.detail.groups.indices.first { group in
      let specs = profile.detail.groups[group].columns
      let columns = heads.dropFirst().compactMap {
        profile.meanings.column($0.label, of: group)
      }
      guard profile.detail.groups[group].kind == .indicators, columns.count + 1 == heads.count,
        columns.contains(where: { specs[$0].isMandatory })
      else { return false }
      let missing = specs.indices.filter { specs[$0].isMandatory && !columns.contains($0) }
      return missing.count == 1 && specs[missing[0]].type == .name
    }
  }

  /// Whether all heads that are no labels can be read, and are none of the mandatory columns that lack
  /// one: then the table does without those.
  func isReadable(
    _ header: TableHeader, _ specs: [ColumnSpec], _ unknown: [Int], _ document: Document
  ) -> Bool {
    guard !unknown.isEmpty else { return false }
    let missing = specs.indices.filter { spec in
      specs[spec].isMandatory && !header.columns.contains { $0.spec == spec }
    }
    return unknown.allSatisfy { head in
      missing.allSatisfy { !profile.mayHead(document.cells[head], specs[$0], document) }
    }
  }
}
