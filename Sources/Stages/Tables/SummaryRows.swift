internal import TieoutModel

/// Aligns the printed pieces of the summary.
struct SummaryRows {
  private let profile: Profile
  private var aligner: RowAligner

  init(_ profile: Profile) {
    self.profile = profile
    aligner = RowAligner(profile, group: nil)
  }

  /// Aligns one piece.
  mutating func align(_ rows: Range<Int>, _ document: inout Document) {
    aligner.begin()
    var header = TableHeader(columns: [])
    var foreign: [Int] = []
    var isHeaderOpen = true
    var above: SpanningHeads?
    for place in rows where !document.rows[place].isLine {
      if isHeaderOpen, addLabels(place, below: above, &header, &foreign, document) {
        document.rows[place].role = .header
        above = SpanningHeads(document.rows[place], document.cells)
        continue
      }
      if isHeaderOpen {
        isHeaderOpen = false
        addUnreadable(&header, rows, document)
        header.addForeign(foreign, profile.summary.columns)
        aligner.begin(header)
      }
      aligner.align(place, &document)
    }
  }

  /// Finds the columns of mandatory values whose heads are unreadable: the only ones without a head
  /// that hold numbers, or words.
  private func addUnreadable(
    _ header: inout TableHeader, _ rows: Range<Int>, _ document: Document
  ) {
    let specs = profile.summary.columns
    var kinds: [Int: (numbers: Int, words: Int)] = [:]
    for place in rows where !document.rows[place].isLine && document.rows[place].role == .plain {
      for index in document.rows[place].cells where !document.cells[index].text.isEmpty {
        let cell = document.cells[index]
        guard cell.columnSpan == 1, header.place(at: Int(cell.column)) == nil else { continue }
        let isNumber = Quantity.read(document.text, cell.text.range) != nil
        kinds[Int(cell.column), default: (0, 0)].numbers += isNumber ? 1 : 0
        kinds[Int(cell.column), default: (0, 0)].words += isNumber ? 0 : 1
      }
    }
    for isNumber in [true, false] {
      let missing = specs.indices.filter { spec in
        specs[spec].isMandatory && !header.columns.contains { $0.spec == spec }
          && (specs[spec].type == .amount) == isNumber
      }
      let open = kinds.filter { isNumber == ($0.value.numbers > $0.value.words) }
      guard missing.count == 1, open.count == 1, let column = open.first?.key else { continue }
      header.add(spec: missing[0], printed: column)
      header.columns.sort { ($0.printed ?? 0) < ($1.printed ?? 0) }
    }
  }

  /// Whether a row holds little but labels of columns; if so they are added, and the places of heads
  /// that are none of the profile's.
  ///
  /// A second row of heads stands under heads that span several columns, whatever its words are.
  private func addLabels(
    _ place: Int, below above: SpanningHeads?, _ header: inout TableHeader, _ foreign: inout [Int],
    _ document: Document
  ) -> Bool {
    let row = document.rows[place]
    let shift = above?.shift(of: row, document, profile)
    var found: [(column: Int, printed: Int)] = []
    var others: [Int] = []
    var parents = 0
    let amount = profile.summary.columns.firstIndex { $0.name == profile.summary.amount }
    let hasAmount = row.cells.contains {
      amount != nil && profile.meanings.summaryColumn(document.cells[$0].label) == amount
    }
    for index in row.cells where !document.cells[index].text.isEmpty {
      let cell = document.cells[index]
      let printed = Int(cell.column) + (shift ?? 0)
      let mayBeTotal = shift != nil || !found.isEmpty || !others.isEmpty
      if let column = profile.summaryHead(cell.label, mayBeTotal: mayBeTotal && !hasAmount) {
        found.append((repeated(column, found) ?? column, printed))
      } else {
        others.append(printed)
        if SpanningHeads.mayBeOne(index, in: row, document.cells) { parents += 1 }
      }
    }
    if shift == nil {
      guard !found.isEmpty else { return false }
      let allowed = found.count / 2
      guard
        others.count <= allowed
          || others.count - parents <= allowed && isOverHeads(place, document)
      else { return false }
    }
    foreign += others
    for (column, printed) in found { header.add(spec: column, printed: printed) }
    header.columns.sort { ($0.printed ?? 0) < ($1.printed ?? 0) }
    return true
  }

  /// Whether a second row of heads stands below a row.
  private func isOverHeads(_ place: Int, _ document: Document) -> Bool {
    place + 1 < document.rows.count
      && SpanningHeads(document.rows[place], document.cells)
        .shift(of: document.rows[place + 1], document, profile) != nil
  }

  /// The column that a word heads which heads another one in its row already: the next without a
  /// label of its own, as `金额` under `账面数` and again under `盘点数`.
  private func repeated(_ column: Int, _ found: [(column: Int, printed: Int)]) -> Int? {
    guard let last = found.last, found.contains(where: { $0.column == column }) else { return nil }
    let specs = profile.summary.columns
    return specs[(last.column + 1)...].firstIndex { $0.labels.isEmpty }
  }
}

extension Profile {
  /// The column of the summary that a label heads; the word of a total heads the amounts where it may.
  func summaryHead(_ label: LabelID, mayBeTotal: Bool) -> Int? {
    if let column = meanings.summaryColumn(label) { return column }
    guard mayBeTotal, meanings.summaryRow(label) == .total, let amount = summary.amount else {
      return nil
    }
    return summary.columns.firstIndex { $0.name == amount }
  }
}
