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
    // The cells of heads that are none of the profile's.
    var foreign: [Int] = []
    var isHeaderOpen = true
    var above: SpanningHeads?
    for place in rows
    where !document.rows[place].isLine && document.rows[place].role != .columnNumbers {
      if isHeaderOpen, addLabels(place, below: above, &header, &foreign, &document) {
        document.rows[place].role = .header
        above = SpanningHeads(document.rows[place], document.cells)
        continue
      }
      if isHeaderOpen {
        isHeaderOpen = false
        addUnreadable(&header, rows, document)
        addForeign(foreign, to: &header, document)
        aligner.begin(header)
      }
      if repeats(header, place, document) {
        document.rows[place].role = .header
      } else {
        aligner.align(place, &document)
      }
    }
  }

  /// Adds the columns of heads that the profile does not know: what stands below them stays there,
  /// whatever else has no head, unless a head may be that of a column that lacks one, misread.
  private func addForeign(_ heads: [Int], to header: inout TableHeader, _ document: Document) {
    let missing = profile.summary.columns.indices.filter { spec in
      profile.summary.columns[spec].isMandatory && !header.columns.contains { $0.spec == spec }
    }
    let readable = heads.filter { head in
      missing.allSatisfy {
        !profile.mayHead(document.cells[head], profile.summary.columns[$0], document)
      }
    }
    header.addForeign(readable.map { Int(document.cells[$0].column) }, [])
  }

  /// Whether a row among the entries is the head again, as pages repeat it, with words among its labels
  /// that cannot be read: most of its cells are labels where the head has them, three at the least.
  private func repeats(_ header: TableHeader, _ place: Int, _ document: Document) -> Bool {
    var heads = 0
    var filled = 0
    for index in document.rows[place].cells where !document.cells[index].text.isEmpty {
      let cell = document.cells[index]
      filled += 1
      if let column = profile.meanings.summaryColumn(cell.label),
        header.place(at: Int(cell.column)).map({ header.columns[$0].spec }) == column
      {
        heads += 1
      } else if cell.text.hasDigit(in: document.text) {
        return false
      }
    }
    return heads >= 3 && heads * 2 > filled
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

  /// Whether a row holds little but labels of columns; if so they are added, and the cells of heads
  /// that are none of the profile's.
  ///
  /// A second row of heads stands under heads that span several columns, whatever its words are.
  private func addLabels(
    _ place: Int, below above: SpanningHeads?, _ header: inout TableHeader, _ foreign: inout [Int],
    _ document: inout Document
  ) -> Bool {
    let row = document.rows[place]
    let shift = above?.shift(of: row, document, profile)
    var meant: [Int] = []
    if let above, let shift {
      for index in row.cells { document.cells[index].column += UInt16(shift) }
      meant = passOn(row, below: above, &header, document)
    }
    var found: [SummaryHead] = []
    var others: [Int] = []
    var parents = 0
    let amount = profile.summary.columns.firstIndex { $0.name == profile.summary.amount }
    let hasAmount = row.cells.contains {
      amount != nil && profile.meanings.summaryColumn(document.cells[$0].label) == amount
    }
    for index in row.cells where !document.cells[index].text.isEmpty && !meant.contains(index) {
      let cell = document.cells[index]
      let printed = Int(cell.column)
      let mayBeTotal = shift != nil || !found.isEmpty || !others.isEmpty
      if let column = profile.summaryHead(cell.label, mayBeTotal: mayBeTotal && !hasAmount) {
        let head = SummaryHead(
          cell: index, label: cell.label, column: repeated(column, found) ?? column,
          printed: printed)
        found.append(head)
      } else {
        others.append(index)
        if SpanningHeads.mayBeOne(index, in: row, document.cells) { parents += 1 }
      }
    }
    if shift == nil {
      guard !found.isEmpty else { return false }
      let allowed = found.count / 2
      guard
        others.count <= allowed || isWhole(found)
          || others.count - parents <= allowed && isOverHeads(place, document)
      else { return false }
    }
    foreign += others
    for head in found {
      if isOfOtherColumn(head, among: found, header, document, isBelow: shift != nil) {
        document.cells[head.cell].label = .none
        foreign.append(head.cell)
      } else {
        header.add(spec: head.column, printed: head.printed)
      }
    }
    header.columns.sort { ($0.printed ?? 0) < ($1.printed ?? 0) }
    return true
  }

  /// Leaves the column of a head of several to the one below it that gives its figure; the cells that
  /// do.
  private func passOn(
    _ row: Document.Row, below above: SpanningHeads, _ header: inout TableHeader,
    _ document: Document
  ) -> [Int] {
    var meant: [Int] = []
    for (parent, heads) in above.heads(in: row, document.cells) {
      guard let place = header.place(at: parent), !header.columns[place].isForeign,
        let head = MeantHead.find(
          heads.filter { isOwn($0, header.columns[place].spec, document) }, document, profile)
      else { continue }
      header.columns[place].printed = Int(document.cells[head].column)
      meant.append(head)
    }
    return meant
  }

  /// Whether a head has no column of the profile of its own, other than that of the head above it.
  private func isOwn(_ head: Int, _ column: Int, _ document: Document) -> Bool {
    profile.meanings.summaryColumn(document.cells[head].label).map { $0 == column } ?? true
  }

  /// Whether the columns of the numbers, of the key and of the amount are among some heads: then they
  /// head the summary, whatever other heads there are.
  private func isWhole(_ heads: [SummaryHead]) -> Bool {
    let summary = profile.summary
    return [summary.sequence, summary.key, summary.amount].allSatisfy { name in
      name != nil && heads.contains { summary.columns[$0.column].name == name }
    }
  }

  /// A head of a row, with the column of the profile that its label means.
  private struct SummaryHead {
    var cell: Int
    var label: LabelID
    var column: Int
    var printed: Int
  }

  /// Whether a head stands for a column of its own, since another one means the same column: of
  /// `年初预算数` and `全年预算数` the one that the profile lists first heads it, before all others one
  /// that was adjusted, of one word under two heads of several the first.
  ///
  /// A word that is printed again right beside itself heads both columns as one.
  private func isOfOtherColumn(
    _ head: SummaryHead, among found: [SummaryHead], _ header: TableHeader,
    _ document: Document, isBelow: Bool
  ) -> Bool {
    if header.columns.contains(where: { $0.spec == head.column && $0.printed != head.printed }) {
      return isBelow
        || !found.contains { $0.label == head.label && $0.printed + 1 == head.printed }
    }
    let labels = profile.summary.columns[head.column].labels
    func rank(_ head: SummaryHead) -> Int {
      if AdjustedHeads.holds(document.cells[head.cell].text, in: document.text) { return -1 }
      return labels.firstIndex(of: head.label) ?? labels.count
    }
    return found.contains {
      $0.cell != head.cell && $0.column == head.column && rank($0) < rank(head)
    }
  }

  /// Whether a second row of heads stands below a row.
  private func isOverHeads(_ place: Int, _ document: Document) -> Bool {
    place + 1 < document.rows.count
      && SpanningHeads(document.rows[place], document.cells)
        .shift(of: document.rows[place + 1], document, profile) != nil
  }

  /// The column that a word heads which heads another one in its row already: the next without a
  /// label of its own, as `金额` under `账面数` and again under `盘点数`.
  private func repeated(_ column: Int, _ found: [SummaryHead]) -> Int? {
    guard let last = found.last, found.contains(where: { $0.column == column }) else { return nil }
    let specs = profile.summary.columns
    return specs[(last.column + 1)...].firstIndex { $0.labels.isEmpty }
  }
}

extension Profile {
  /// Whether the summary has the column of amounts, which the word of a sum may head.
  var hasAmounts: Bool {
    guard let amount = summary.amount else { return false }
    return summary.columns.contains { $0.name == amount }
  }

  /// The column of the summary that a label heads; the word of a sum heads the amounts where it may.
  func summaryHead(_ label: LabelID, mayBeTotal: Bool) -> Int? {
    if let column = meanings.summaryColumn(label) { return column }
    guard mayBeTotal, meanings.isSumWord(label), let amount = summary.amount else { return nil }
    return summary.columns.firstIndex { $0.name == amount }
  }
}

extension LabelMeanings {
  /// Whether a label is the word of a sum: of the whole, or of a part of it.
  func isSumWord(_ label: LabelID) -> Bool {
    let row = summaryRow(label)
    return row == .total || row == .subtotal
  }
}
