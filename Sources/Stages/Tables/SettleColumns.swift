internal import TieoutModel

/// Settles which label each cell of a table stands under, where its engine drew the table badly.
///
/// Table networks give a name two columns more than its head, take dirt on a rule for a column, and
/// read it into a label. A cell that shares its columns with one label stands under that label; a
/// mark of one character where no column is headed is none of the table's.
///
/// - before: `指标名称` over columns 2 and 3, its values in column 3; `三一权重`
/// - after: the values in column 2; the label `权重`
/// - leaves alone: cells that stand under two labels, and tables without a row of labels
///
/// Where text lost the blanks of a head over several columns, these come first (`LostSpans`).
enum SettleColumns: Stage {
  static let name = "settle-columns"

  static func run(_ document: inout Document, _ profile: Profile) {
    LostSpans.settle(&document, profile)
    guard document.isDrawn else { return }
    for block in document.blocks where block.kind == .table {
      var head: HeadRow?
      var rows: [Int] = []
      for place in block.rows {
        if var found = HeadRow(document.rows[place], document, profile.meanings) {
          settle(rows, head, &document, profile)
          rows.removeAll(keepingCapacity: true)
          restore(&found, place, &document, profile)
          found.addSecondRow(below: place, document, profile.meanings)
          head = found
        }
        rows.append(place)
      }
      settle(rows, head, &document, profile)
    }
  }

  /// Settles the rows from one head to the next.
  private static func settle(
    _ rows: [Int], _ head: HeadRow?, _ document: inout Document, _ profile: Profile
  ) {
    guard let head else { return }
    let cells = rows.flatMap { document.rows[$0].cells }.filter {
      !document.cells[$0].text.isEmpty
    }
    remove(cells, head, &document, profile)
    restore(cells, below: head, &document, profile)
    let ends = rows.flatMap { document.rows[$0].cells }.map {
      document.cells[$0].columns.upperBound
    }
    let width = ends.max() ?? 0
    var reach = RowSpanReach()
    for place in rows {
      let end = reach.end(in: document.rows[place], document.cells)
      if end < width { ShortSpans.settle(document.rows[place], head, width - end, &document) }
      move(document.rows[place], head, &document)
    }
  }

  /// Reads labels of columns through the characters that dirt added to them.
  private static func restore(
    _ head: inout HeadRow, _ place: Int, _ document: inout Document, _ profile: Profile
  ) {
    let known = Set(head.heads.map { document.cells[$0.cell].label })
    let headed = known.flatMap { profile.meanings.role($0).groupColumns }
    let ofSummary = known.subtracting([.none]).map { profile.meanings.summaryColumn($0) }
    let isOfSummary = ofSummary.allSatisfy { $0 != nil }
    for found in head.heads where !found.isLabelled {
      // Half of the cell at the most: the first word below it may have slipped into the head.
      restore(found.cell, surplus: 12, &document, profile) {
        guard profile.meanings.isOfColumn($0), !known.contains($0) else { return false }
        // No column has two heads, one of them with dirt.
        if isOfSummary, let column = profile.meanings.summaryColumn($0) {
          return !ofSummary.contains(column)
        }
        let columns = profile.meanings.role($0).groupColumns
        return columns.isEmpty || !columns.allSatisfy { one in headed.contains { $0 == one } }
      }
    }
    if let again = HeadRow(document.rows[place], document, profile.meanings) { head = again }
  }

  /// Reads words of closed lists through one character that dirt added to them.
  private static func restore(
    _ cells: [Int], below head: HeadRow, _ document: inout Document, _ profile: Profile
  ) {
    for index in cells {
      guard document.cells[index].label == .none,
        let label = head.labels(over: document.cells[index].columns).first,
        let place = profile.meanings.role(document.cells[label.cell].label).groupColumns.first,
        profile.detail.groups[place.group].columns[place.column].type == .term
      else { continue }
      restore(index, surplus: 3, &document, profile) {
        profile.meanings.term($0, group: place.group, column: place.column) != nil
      }
    }
  }

  /// Gives a cell the longest label of a kind that stands in it with few bytes around.
  private static func restore(
    _ index: Int, surplus: Int, _ document: inout Document, _ profile: Profile,
    where isWanted: (LabelID) -> Bool
  ) {
    let cell = document.cells[index]
    guard cell.label == .none, cell.text.count <= 48 else { return }
    let printed = LabelTable.normalised(document.text[cell.text.range])
    let labels = (0..<profile.labels.count).map { LabelID(rawValue: UInt16($0 + 1)) }.filter {
      let word = profile.labels.key($0)
      return word.count >= max(6, printed.count - surplus, (printed.count + 1) / 2)
        && word.count < printed.count && isWanted($0) && printed.firstRange(of: word) != nil
    }
    // `单位编码` is another label, and no `单位` with dirt.
    if Self.kinds.contains(where: { printed.suffix($0.count).elementsEqual($0) }) { return }
    if Self.others.contains(where: { printed.starts(with: $0) }) { return }
    let longest = labels.map { profile.labels.key($0).count }.max()
    let candidates = labels.filter { profile.labels.key($0).count == longest }
    guard candidates.count == 1, let label = candidates.first else { return }
    guard !Self.changes(profile.labels.key(label), in: printed) else { return }
    let word = profile.labels.word(label)
    let isApplied = document.add(
      Repair(
        rule: "ST05", state: .likely, cells: [cell.text], before: [document.string(cell.text)],
        after: [word],
        evidence: [
          Message(
            zh: "这里能有的标签中只有“\(word)”含于其中",
            en: "of the labels that can stand here it holds one only: “\(word)”")
        ]))
    if isApplied { document.cells[index].label = label }
  }

  /// How labels end that other words begin: what stands before them is no label with dirt behind.
  private static let kinds = [
    "编码", "代码", "编号", "名称", "类型", "类别", "性质", "级别", "日期", "时间", "期限", "电话", "地址", "地点", "情况", "数量",
    "比例", "进度", "说明", "code", "number", "type", "date",
  ].map { Array($0.utf8) }

  /// How words begin that mean another figure than the label behind: `节约金额` is no `金额` with dirt.
  private static let others = [
    "不", "非", "未", "上年", "去年", "往年", "下年", "次年", "节约", "结余", "剩余", "增减", "调增", "调减", "追加", "核减",
  ].map { Array($0.utf8) }

  /// Whether what stands around a label says that its figure is the one before a change, or by how much
  /// it changed: `原目标值`, `预算调整数`.
  private static func changes(_ label: [UInt8], in printed: [UInt8]) -> Bool {
    guard let place = printed.firstRange(of: label) else { return false }
    return changes.contains { word in
      printed[..<place.lowerBound].firstRange(of: word) != nil
        || printed[place.upperBound...].starts(with: word)
    }
  }

  private static let changes = ["原", "调整", "增", "减"].map { Array($0.utf8) }

  /// Takes single characters out of columns that hold nothing else and that nothing heads; they
  /// stay in the text.
  private static func remove(
    _ cells: [Int], _ head: HeadRow, _ document: inout Document, _ profile: Profile
  ) {
    let marks = Set(cells.filter { isMark(document.cells[$0], document, profile) })
    guard !marks.isEmpty else { return }
    // A wide cell uses the columns of its head, wherever it begins.
    let used = Set(
      cells.map { document.cells[$0] }
        .filter { !isMark($0, document, profile) && head.labels(over: $0.columns).isEmpty }
        .map(\.column))
    let heads = Set(head.heads.map(\.cell))
    let strays = cells.filter { index in
      guard marks.contains(index) else { return false }
      let cell = document.cells[index]
      // No column is headed by one letter.
      return heads.contains(index)
        || !used.contains(cell.column)
          && head.heads.allSatisfy { marks.contains($0.cell) || !$0.columns.overlaps(cell.columns) }
    }
    guard !strays.isEmpty else { return }
    let printed = strays.map { document.cells[$0].text }
    let isApplied = document.add(
      Repair(
        rule: "ST05", state: .likely, cells: printed, before: printed.map { document.string($0) },
        after: printed.map { _ in "-" },
        evidence: [
          Message(
            zh: "所在列没有表头，也没有其他内容，不属于表格",
            en: "single characters in a column without a head and without anything else")
        ]))
    guard isApplied else { return }
    for index in strays { document.cells[index].text.count = 0 }
  }

  /// Whether a cell is one letter, of whatever script, that is no unit.
  private static func isMark(
    _ cell: Document.Cell, _ document: Document, _ profile: Profile
  ) -> Bool {
    guard cell.text.count <= 4, cell.label == .none else { return false }
    let text = document.text[cell.text.range]
    guard text.count(where: \.isScalarStart) == 1,
      profile.units.unit(spelt: text) == nil, let first = text.first
    else { return false }
    return first.isLetterASCII || first >= 0xE3
  }

  /// Puts the cells of a row under the labels that they share columns with.
  private static func move(_ row: Document.Row, _ head: HeadRow, _ document: inout Document) {
    let starts = Set(head.heads.map(\.columns.lowerBound))
    var left = -1
    for index in row.cells where !document.cells[index].text.isEmpty {
      let cell = document.cells[index]
      let labels = head.labels(over: cell.columns)
      let isUnder = starts.contains(Int(cell.column))
      if !isUnder, labels.count == 1, labels[0].columns.lowerBound > left {
        document.cells[index].column = UInt16(labels[0].columns.lowerBound)
      }
      left = Int(document.cells[index].column)
    }
  }
}
