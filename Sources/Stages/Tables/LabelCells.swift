internal import TieoutModel

/// Finds the profile's labels: whole cells in tables, and `label：value` in lines of prose.
///
/// A line that holds labels is cut into cells at them, so that everything after this stage reads
/// tables and lines alike. No character changes.
///
/// - before: the line `填报单位：（盖章）甲中心 审核部门：（盖章）乙局`
/// - after: four cells: label, value, label, value
/// - leaves alone: lines without labels, and words that only contain one (`报送单位：` is not `单位：`)
enum LabelCells: Stage {
  static let name = "label-cells"

  static func prepare(_ profile: inout Profile) { profile.prepare(LineLabels.init) }

  static func run(_ document: inout Document, _ profile: Profile) {
    let lineLabels = profile.prepared(LineLabels.init)
    let text = document.text
    var cuts = CellCuts()
    var key: [UInt8] = []
    var marks: [LineLabels.Mark] = []
    var parts: [Document.Cell] = []
    let years = YearHeads(profile)
    for place in document.rows.indices {
      let row = document.rows[place]
      let first = Int(row.firstCell)
      document.rows[place].firstCell = UInt32(first + cuts.added)
      if row.isLine, row.cellCount == 1, document.cells[first].label == .none {
        let line = document.cells[first].text
        lineLabels.find(in: line, text, &marks)
        if !marks.isEmpty {
          lineLabels.cut(line, at: marks, text, into: &parts)
          if marks[0].isRestored {
            let isApplied = document.add(
              repair(marks[0].label, parts[0].text, document, profile))
            document.rows[place].repair = UInt32(document.repairs.count)
            guard isApplied else { continue }
          }
          document.rows[place].cellCount = UInt32(parts.count)
          cuts.cut(first, into: parts)
          continue
        }
      }
      label(row.cells, of: &document.cells, text, profile, &key)
      if !row.isLine {
        if let added = cut(row, document, lineLabels, &cuts, &marks) {
          document.rows[place].cellCount += UInt32(added)
          continue
        }
        labelYears(row.cells, of: &document.cells, text, profile, &key)
        years?.label(row.cells, of: &document.cells, text)
      }
    }
    cuts.apply(to: &document.cells)
  }

  /// Cuts the cells of a row that all hold a label, a colon and its value, but for a last one of
  /// several; says how many cells there are more.
  private static func cut(
    _ row: Document.Row, _ document: borrowing Document, _ labels: LineLabels,
    _ cuts: inout CellCuts, _ marks: inout [LineLabels.Mark]
  ) -> Int? {
    let text = document.text
    // Of most rows the first cell tells, which is a label or no words with a colon.
    guard let first = row.cells.first(where: { !document.cells[$0].text.isEmpty }),
      document.cells[first].label == .none, labels.begins(document.cells[first].text, text)
    else { return nil }
    let filled = row.cells.filter { !document.cells[$0].text.isEmpty }
    guard
      filled.dropFirst().dropLast(filled.count > 2 ? 1 : 0).allSatisfy({
        labels.begins(document.cells[$0].text, text)
      })
    else { return nil }
    let before = cuts.added
    for index in filled where labels.begins(document.cells[index].text, text) {
      let cell = document.cells[index]
      labels.find(in: cell.text, text, &marks)
      guard let word = marks.first?.word else { continue }
      var label = cell
      label.text = Slice(word).trimmed(in: text)
      label.label = marks[0].label
      var value = cell
      value.text = Slice(word.upperBound..<Int(cell.text.end)).trimmed(in: text)
      if cell.columnSpan > 1 {
        label.columnSpan = 1
        value.column += 1
        value.columnSpan -= 1
      }
      cuts.cut(index, into: [label, value])
    }
    return cuts.added - before
  }

  /// Gives some cells the labels that they are; `其中：财政资金` is the label behind the colon.
  private static func label(
    _ range: Range<Int>, of cells: inout [Document.Cell], _ text: [UInt8], _ profile: Profile,
    _ key: inout [UInt8]
  ) {
    let labels = profile.labels
    let partWords = profile.meanings.partWords
    var cells = cells.mutableSpan
    for index in range {
      // Nearly every second cell of a table is empty.
      guard !cells[index].text.isEmpty, cells[index].label == .none else { continue }
      var label = labels.enumeratedLabel(cells[index].text, in: text, &key)
      if label == .none, let part = partWords.rest(of: cells[index].text, in: text), !part.isEmpty {
        label = labels.label(part, in: text, &key)
      }
      if label != .none { cells[index].label = label }
    }
  }

  /// Gives cells the labels behind or before a year: `2024年预算数`, `Grant 2024/25`.
  ///
  /// Of several years in a row the last is meant, and a label without any before all of them.
  private static func labelYears(
    _ range: Range<Int>, of cells: inout [Document.Cell], _ text: [UInt8], _ profile: Profile,
    _ key: inout [UInt8]
  ) {
    for index in range where cells[index].label == .none && !cells[index].text.isEmpty {
      guard let (rest, year) = cells[index].text.withoutYear(in: text) else { continue }
      let label = profile.labels.label(rest, in: text, &key)
      guard label != .none, mayHead(index, range, of: cells, text) else { continue }
      if let other = range.first(where: { cells[$0].label == label }) {
        guard let (_, known) = cells[other].text.withoutYear(in: text),
          text[known.range].lexicographicallyPrecedes(text[year.range])
        else { continue }
        cells[other].label = .none
      }
      cells[index].label = label
    }
  }

  /// Whether words with a year head something: a figure stands behind them, or nothing else than
  /// labels and years in their row.
  ///
  /// Right behind a label they are its value: `项目名称 ¦ 2024年采购项目`.
  private static func mayHead(
    _ place: Int, _ range: Range<Int>, of cells: [Document.Cell], _ text: [UInt8]
  ) -> Bool {
    let filled = range.filter { !cells[$0].text.isEmpty }
    let isHead = filled.allSatisfy { index in
      cells[index].label != .none || index == place
        || cells[index].text.withoutYear(in: text) != nil
    }
    let before = filled.last { $0 < place }, behind = filled.first { $0 > place }
    if isHead, filled.count > 2 { return true }
    if let before, cells[before].label != .none { return false }
    guard let behind else { return isHead }
    return cells[behind].label != .none
      || text[cells[behind].text.range].prefix(4).contains(where: \.isDigitASCII)
  }

  private static func repair(
    _ label: LabelID, _ cell: Slice, _ document: Document, _ profile: Profile
  ) -> Repair {
    Repair(
      rule: "ST05", state: .likely, cells: [cell], before: [document.string(cell)],
      after: [profile.labels.word(label)],
      evidence: [
        Message(
          zh: "行首缺一个字，其余与标签“\(profile.labels.word(label))”一致",
          en:
            "the line lacks its first character; the rest is the label “\(profile.labels.word(label))”"
        )
      ])
  }
}
