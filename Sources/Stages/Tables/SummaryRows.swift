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
    for place in rows where !document.rows[place].isLine {
      if isHeaderOpen, addLabels(place, &header, &foreign, document) {
        document.rows[place].role = .header
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
  /// A second row of labels stands under a label that spans several columns.
  private func addLabels(
    _ place: Int, _ header: inout TableHeader, _ foreign: inout [Int], _ document: Document
  ) -> Bool {
    var found: [(Int, Int)] = []
    var others: [Int] = []
    let amount = profile.summary.columns.firstIndex { $0.name == profile.summary.amount }
    let hasAmount = document.rows[place].cells.contains {
      amount != nil && profile.meanings.summaryColumn(document.cells[$0].label) == amount
    }
    for index in document.rows[place].cells where !document.cells[index].text.isEmpty {
      let cell = document.cells[index]
      let isFirst = found.isEmpty && others.isEmpty
      if let column = profile.summaryHead(cell.label, mayBeTotal: !isFirst && !hasAmount) {
        found.append((column, Int(cell.column)))
      } else {
        others.append(Int(cell.column))
      }
    }
    guard !found.isEmpty, others.count <= found.count / 2 else { return false }
    foreign += others
    for (column, printed) in found { header.add(spec: column, printed: printed) }
    header.columns.sort { ($0.printed ?? 0) < ($1.printed ?? 0) }
    return true
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
