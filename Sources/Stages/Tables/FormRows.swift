internal import TieoutModel

/// Tells the rows of forms apart: labels with values, heads of columns, entries of groups.
struct FormRows {
  let profile: Profile
  let meanings: LabelMeanings
  /// The aligners of the groups whose columns have labels; listed parts are read by their labels,
  /// wherever these stand.
  private var aligners: [RowAligner] = []
  /// The place in `aligners` of each group's; `nil` where it has none.
  private let alignerOf: [Int?]
  private let isAligned: [Bool]
  /// The aligned groups that a word of theirs opens, wherever it stands; lines stand below a head.
  private let isOpened: [Bool]
  /// The group whose rows are being read.
  private var open: Int?
  private var isBelowLabels = false
  /// The sets of columns that the head of those rows prints side by side.
  private var sets: SideBySide?
  /// The aligners of the sets behind the first, by group.
  private var beside: [Int: [RowAligner]] = [:]
  /// The heads that were read last, and the place of the last one among them.
  private var memories = [HeadMemory](repeating: HeadMemory(), count: 4)
  private var latest = 0

  init(_ profile: Profile) {
    self.profile = profile
    meanings = profile.meanings
    var alignerOf: [Int?] = []
    for (group, spec) in profile.detail.groups.enumerated() {
      let isAligned = spec.columns.contains { !$0.labels.isEmpty }
      alignerOf.append(isAligned ? aligners.count : nil)
      if isAligned { aligners.append(RowAligner(profile, group: group)) }
    }
    self.alignerOf = alignerOf
    isAligned = alignerOf.map { $0 != nil }
    isOpened = zip(alignerOf, profile.detail.groups).map { $0 != nil && $1.kind != .lines }
  }

  /// Aligns one form.
  mutating func align(_ rows: Range<Int>, _ document: inout Document) {
    open = nil
    isBelowLabels = false
    sets = nil
    if !beside.isEmpty { beside.removeAll() }
    for place in aligners.indices { aligners[place].begin() }
    let (meanings, isAligned, isOpened) = (meanings, isAligned, isOpened)
    // A second row of heads is read with the first.
    for place in rows
    where !document.rows[place].isLine && document.rows[place].role != .header
      && document.rows[place].role != .columnNumbers
    {
      let census = Census.of(
        document.rows[place], document.cells.span, meanings, isAligned, isOpened)
      take(place, census, in: rows, &document)
    }
  }

  private mutating func take(
    _ place: Int, _ census: Census, in rows: Range<Int>, _ document: inout Document
  ) {
    if isBelowLabels {
      isBelowLabels = false
      if census.labels * 2 < census.filled {
        alignBelow(place, &document)
        return
      }
    }
    if let group = census.headed {
      head(group, place, in: rows, &document)
    } else if census.mayHaveOwnName, let group = groupOfOwnName(place, census, document) {
      head(group, place, in: rows, hasOwnName: true, &document)
    } else if let group = open, census.mayRepeatHead,
      repeatsHead(place, census, of: group, document)
    {
      document.rows[place].role = .header
      document.rows[place].table = UInt8(group + 1)
    } else if census.isFieldHeader || census.mayHeadFields && standOverValues(place, document)
      || census.mayHeadFieldsUnread && document.rows[place].isMeasured
        && standOverValues(place, document)
    {
      document.rows[place].role = .fieldHeader
      isBelowLabels = true
    } else if let group = census.entryGroup(below: open, meanings, isOpened) {
      let aligner = alignerOf[group]
      if open != group {
        open = group
        sets = nil
        if let aligner { aligners[aligner].begin(.usual(profile.detail.groups[group].columns)) }
      }
      if let sets {
        align(place, sets, group, &document)
      } else if let aligner {
        aligners[aligner].align(place, &document)
      }
    } else if let group = open, !isOpened[group], census.fieldLabels > 1 {
      // Lines end where labels of other values follow.
      open = nil
    }
  }

  /// Aligns a row with each of several sets of columns.
  private mutating func align(
    _ place: Int, _ sets: SideBySide, _ group: Int, _ document: inout Document
  ) {
    let parts = sets.cut(document.rows[place].cells, document.cells) { cell, column in
      meanings.term(cell.label, group: group, column: column) != nil
    }
    for (number, part) in parts.enumerated() {
      for index in part {
        let isShared = number == 0 && Int(document.cells[index].column) < sets.firstColumn
        document.cells[index].set = isShared ? 0 : UInt8(number + 1)
      }
      if number == 0 {
        if let aligner = alignerOf[group] { aligners[aligner].align(place, part, &document) }
      } else {
        beside[group]?[number - 1].align(place, part, &document)
      }
    }
  }

  /// Whether the labels of a row stand over values: the next row has no label and at least two
  /// filled cells, each of them under a label.
  private func standOverValues(_ place: Int, _ document: Document) -> Bool {
    guard place + 1 < document.rows.count, !document.rows[place + 1].isLine else { return false }
    let cells = document.cells
    func filled(_ row: Document.Row) -> [Document.Cell] {
      row.cells.map { cells[$0] }.filter { !$0.text.isEmpty }
    }
    let values = filled(document.rows[place + 1])
    let heads = filled(document.rows[place])
    let all = document.heads(over: place + 1).map { cells[$0] }.filter { !$0.text.isEmpty }
    return values.count >= 2
      && values.allSatisfy { value in
        !meanings.traits(value.label).isOfForm
          && (heads.contains { $0.column == value.column }
            || all.count > heads.count && all.contains { $0.columns.overlaps(value.columns) })
      }
  }

  /// Puts single values under their labels, in the row above.
  private func alignBelow(_ place: Int, _ document: inout Document) {
    var specs: [ColumnSpec] = []
    var header = TableHeader(columns: [])
    for index in document.heads(over: place) where !document.cells[index].text.isEmpty {
      let cell = document.cells[index]
      guard cell.label != .none else {
        header.add(spec: TableHeader.Column.foreign, printed: Int(cell.column))
        continue
      }
      document.cells[index].slot = UInt16(specs.count)
      header.columns.append(TableHeader.Column(spec: specs.count, printed: Int(cell.column)))
      specs.append(column(of: cell.label))
    }
    let values = document.rows[place].cells.count { !document.cells[$0].text.isEmpty }
    if values > header.columns.count + 1 { return standBelow(place, specs, header, &document) }
    var aligner = RowAligner(profile, fields: specs)
    aligner.begin(header)
    aligner.align(place, &document, as: .fieldValues)
  }

  /// Puts values under the labels above them and nowhere else, where there are labels for few of them:
  /// in what order the others stood, nothing tells.
  ///
  /// A label over nothing, or over what it does not announce, says that the columns are lost as well.
  private func standBelow(
    _ place: Int, _ specs: [ColumnSpec], _ header: TableHeader, _ document: inout Document
  ) {
    document.rows[place].role = .fieldValues
    let fit = CellFit(profile, fields: specs)
    let values = document.rows[place].cells.filter { !document.cells[$0].text.isEmpty }
    var below: [(cell: Int, spec: Int)] = []
    for column in header.columns where !column.isForeign {
      guard let cell = values.first(where: { Int(document.cells[$0].column) == column.printed }),
        fit.cost(document.cells[cell], column.spec, document.text) <= CellFit.tolerable
      else { return }
      below.append((cell, column.spec))
    }
    for (cell, spec) in below { document.cells[cell].slot = UInt16(spec) }
  }

  /// A column that holds what a label announces: a single value, or a listed part's amount.
  private func column(of label: LabelID) -> ColumnSpec {
    let role = meanings.role(label)
    if let field = role.detailFields.first {
      var column = ColumnSpec(name: profile.detail.fields[field].name)
      column.type = profile.detail.fields[field].type
      return column
    }
    let group = role.terms.first.map { profile.detail.groups[$0.group] }
    var column = ColumnSpec(name: group?.roles[.amount] ?? group?.name ?? FieldName(rawValue: 0))
    column.type = group == nil ? .text : .amount
    return column
  }

  /// Reads the labels of a group's columns.
  private mutating func head(
    _ group: Int, _ place: Int, in rows: Range<Int>, hasOwnName: Bool = false,
    _ document: inout Document
  ) {
    document.rows[place].role = .header
    document.rows[place].table = UInt8(group + 1)
    open = group
    guard !hasOwnName, !document.rows[place].isMeasured,
      let known = remembered(place, of: group, document)
    else {
      readHead(group, place, in: rows, hasOwnName: hasOwnName, &document)
      return
    }
    sets = nil
    for (index, slot) in zip(document.rows[place].cells, memories[known].slots) {
      if let slot { document.cells[index].slot = slot }
    }
    if let aligner = alignerOf[group] { aligners[aligner].begin(memories[known].header) }
  }

  /// The place of the remembered head that a row prints again; `nil` where it prints none.
  private func remembered(
    _ place: Int, of group: Int, _ document: borrowing Document
  ) -> Int? {
    for known in memories.indices where memories[known].holds(place, of: group, document) {
      return known
    }
    return nil
  }

  private mutating func readHead(
    _ group: Int, _ place: Int, in rows: Range<Int>, hasOwnName: Bool, _ document: inout Document
  ) {
    latest = (latest + 1) % memories.count
    memories[latest].begin(place, document)
    var header = TableHeader(columns: [])
    header.columns.reserveCapacity(Int(document.rows[place].cellCount))
    for index in document.rows[place].cells {
      let cell = document.cells[index]
      guard let column = column(cell, group, place, document) else { continue }
      header.add(spec: column, printed: Int(cell.column), span: Int(cell.columnSpan))
      document.cells[index].slot = UInt16(column)
    }
    let specs = profile.detail.groups[group].columns
    let unknown = document.rows[place].cells.filter {
      document.cells[$0].label == .none && !document.cells[$0].text.isEmpty
    }
    let ofFirstRow = header
    let isAlone = !addSecondRow(&header, place, group, &document)
    addUnreadable(&header, specs, unknown, place, document, hasOwnName: hasOwnName)
    setOverValues(&header, place, document)
    // A head that lost most of its labels says less than the usual order of the columns.
    let isReadable = isReadable(header, specs, unknown, document)
    header.addForeign(
      unknown.map { Int(document.cells[$0].column) }, isReadable ? [] : specs)
    let isWhole =
      isReadable
      || specs.indices.allSatisfy { spec in
        specs[spec].isOptional || !specs[spec].isMandatory
          || header.columns.contains { $0.spec == spec }
          || ofFirstRow.columns.contains { $0.spec == spec }
      }
    let isUsual = !isWhole && !document.rows[place].isMeasured
    sets = SideBySide(header, profile.detail.groups[group])
    let names =
      sets?.names(above: place, in: rows, profile.detail.groups[group], document) ?? []
    let isSingle = sets == nil
    if sets?.isWhole == false, names.isEmpty { sets = nil }
    if let sets {
      begin(sets, group, place, &document)
      document.columnSets += names
      return
    }
    let isParted = partHeads(&header, group, place, &document)
    let columns = isUsual ? .usual(specs) : header
    if let aligner = alignerOf[group] { aligners[aligner].begin(columns) }
    // Of these heads no character was looked at, and no label was changed.
    let isPlain = isAlone && isSingle && !isParted && unknown.isEmpty && isOpened[group]
    if isPlain, !document.rows[place].isMeasured {
      let slots = document.rows[place].cells.map { index in
        meanings.column(document.cells[index].label, of: group).map { UInt16($0) }
      }
      memories[latest].keep(columns, slots, of: group)
    }
  }

  /// Takes the heads of several sets of columns for the rows that follow.
  private mutating func begin(
    _ sets: SideBySide, _ group: Int, _ place: Int, _ document: inout Document
  ) {
    if let aligner = alignerOf[group] { aligners[aligner].begin(sets.headers[0]) }
    beside[group] = sets.headers.dropFirst().map { header in
      var aligner = RowAligner(profile, group: group)
      aligner.begin(header)
      return aligner
    }
    for (number, part) in sets.cut(
      document.rows[place].cells, document.cells, isFirst: { _, _ in false }
    ).enumerated() {
      for index in part { document.cells[index].set = UInt8(number + 1) }
    }
  }
}
