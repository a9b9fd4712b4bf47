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
    var lines = LineCuts(lineLabels)
    let pairs = PairLines(document, lineLabels)
    var cuts = CellCuts()
    var labels = CellLabels(profile)
    var marks: [LineLabels.Mark] = []
    let years = YearHeads(profile)
    let isQualified = labels.labelTables(document.rows, of: &document.cells, text)
    for place in document.rows.indices {
      let row = document.rows[place]
      let first = Int(row.firstCell)
      guard row.isLine else {
        if !beginsWithLabel(row.cells, document.cells.span),
          let added = cut(row.cells, document.cells, text, lineLabels, &cuts, &marks)
        {
          document.rows[place].cellCount += UInt32(added)
          continue
        }
        if isQualified[place] { labels.labelQualified(row.cells, of: &document.cells, text) }
        years?.label(row.cells, of: &document.cells, text)
        continue
      }
      if row.cellCount == 1, document.cells[first].label == .none {
        let start = document.cells[first].text.start
        var line = lines.cut(document.cells[first].text, text, &cuts)
        if line.count == 0, pairs.rows.contains(place) {
          line = lines.cutPairs(document.cells[first].text, text, &cuts)
        }
        if line.count > 0 {
          if line.restored != .none {
            var printed = cuts.parts[line.first].text
            printed.start += start
            let isApplied = document.add(repair(line.restored, printed, document, profile))
            document.rows[place].repair = UInt32(document.repairs.count)
            guard isApplied else { continue }
          }
          document.rows[place].cellCount = UInt32(line.count)
          cuts.cut(first, into: line.first..<line.first + line.count, from: start)
          continue
        }
      }
      labels.label(line: row.cells, of: &document.cells, text)
    }
    cuts.apply(to: &document)
  }

  /// Whether the first cell of a row that holds something is a label, as in most rows it is.
  @inline(__always)
  private static func beginsWithLabel(_ row: Range<Int>, _ cells: Span<Document.Cell>) -> Bool {
    for index in row where !cells[index].text.isEmpty { return cells[index].label != .none }
    return false
  }

  /// Cuts the cells of a row that all hold a label, a colon and its value, but for a last one of
  /// several; says how many cells there are more.
  private static func cut(
    _ row: Range<Int>, _ cells: [Document.Cell], _ text: [UInt8], _ labels: LineLabels,
    _ cuts: inout CellCuts, _ marks: inout [LineLabels.Mark]
  ) -> Int? {
    // Mostly the first cell tells: it does not begin with a label and a colon.
    guard let first = row.first(where: { !cells[$0].text.isEmpty }),
      labels.begins(cells[first].text, text)
    else { return nil }
    let filled = row.filter { !cells[$0].text.isEmpty }
    guard
      filled.dropFirst().dropLast(filled.count > 2 ? 1 : 0).allSatisfy({
        labels.begins(cells[$0].text, text)
      })
    else { return nil }
    let before = cuts.added
    for index in filled where labels.begins(cells[index].text, text) {
      let cell = cells[index]
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
