internal import TieoutModel

/// Reads the cells of rows as labels.
struct CellLabels {
  private let labels: LabelTable
  private let partWords: PartWords
  /// A buffer for what is looked up, so that a document costs one allocation.
  private var key: [UInt8] = []
  /// Nearly all that a form prints beside its values is printed in the one before it.
  private var texts = PrintedTexts(places: places)
  /// What the texts are, by their places there.
  private var meanings = [Meaning](repeating: Meaning(), count: places)

  private static let places = 2048

  /// What a text is.
  private struct Meaning: BitwiseCopyable {
    var label = LabelID.none
    /// Whether it is no label, but words with a year or an adjustment.
    var isQualified = false
  }

  init(_ profile: Profile) {
    labels = profile.labels
    partWords = profile.meanings.partWords
  }

  /// Gives the cells of all tables the labels that they are; `其中：财政资金` is the label behind the
  /// colon.
  ///
  /// - Returns: for each row whether words with a year or an adjustment are left, which
  ///   `labelQualified` is for.
  mutating func labelTables(
    _ rows: [Document.Row], of cells: inout [Document.Cell], _ text: [UInt8]
  ) -> [Bool] {
    var isQualified = [Bool](repeating: false, count: rows.count)
    var cells = cells.mutableSpan
    // A head that was read keeps the labels that it was left.
    for row in rows.indices where !rows[row].isLine && rows[row].role != .header {
      isQualified[row] = label(rows[row].cells, of: &cells, text)
    }
    return isQualified
  }

  /// Gives the cells of a line the labels that they are.
  mutating func label(line: Range<Int>, of cells: inout [Document.Cell], _ text: [UInt8]) {
    var cells = cells.mutableSpan
    _ = label(line, of: &cells, text)
  }

  /// Gives some cells the labels that they are; whether words with a year or an adjustment are left.
  @inline(__always)
  private mutating func label(
    _ range: Range<Int>, of cells: inout MutableSpan<Document.Cell>, _ text: [UInt8]
  ) -> Bool {
    var isQualified = false
    for index in range {
      // Nearly every second cell of a table is empty.
      guard !cells[index].text.isEmpty, cells[index].label == .none else { continue }
      let (place, isKnown) = texts.find(cells[index].text, in: text.span)
      if !isKnown {
        texts.keep(cells[index].text, at: place)
        meanings[place] = meaning(of: cells[index].text, text)
      }
      cells[index].label = meanings[place].label
      if meanings[place].isQualified { isQualified = true }
    }
    return isQualified
  }

  private mutating func meaning(of slice: Slice, _ text: [UInt8]) -> Meaning {
    var label = labels.enumeratedLabel(slice, in: text, &key)
    if label == .none, let part = partWords.rest(of: slice, in: text), !part.isEmpty {
      label = labels.label(part, in: text, &key)
    }
    guard label == .none else { return Meaning(label: label) }
    let isQualified =
      slice.withoutYear(in: text) != nil || AdjustedHeads.rest(of: slice, in: text) != nil
    return Meaning(isQualified: isQualified)
  }

  /// Gives cells the labels that stand beside a year or a word for an adjustment.
  mutating func labelQualified(
    _ range: Range<Int>, of cells: inout [Document.Cell], _ text: [UInt8]
  ) {
    labelYears(range, of: &cells, text)
    labelAdjusted(range, of: &cells, text)
  }

  /// Gives heads the labels behind words for an adjustment: `调整后目标值`.
  ///
  /// Most cells of such a row are labels, and two of them stand side by side: else they have values.
  private mutating func labelAdjusted(
    _ range: Range<Int>, of cells: inout [Document.Cell], _ text: [UInt8]
  ) {
    let filled = range.filter { !cells[$0].text.isEmpty }
    let isHead = zip(filled, filled.dropFirst()).contains {
      cells[$0].label != .none && cells[$1].label != .none
    }
    guard isHead else { return }
    var found: [(cell: Int, label: LabelID)] = []
    for index in filled where cells[index].label == .none {
      guard let rest = AdjustedHeads.rest(of: cells[index].text, in: text) else { continue }
      let label = labels.label(rest, in: text, &key)
      if label != .none { found.append((index, label)) }
    }
    let known = filled.count { cells[$0].label != .none }
    guard (known + found.count) * 2 > filled.count else { return }
    for (index, label) in found { cells[index].label = label }
  }

  /// Gives cells the labels behind or before a year: `2024年预算数`, `Grant 2024/25`.
  ///
  /// Of several years in a row the last is meant, and a label without any before all of them.
  private mutating func labelYears(
    _ range: Range<Int>, of cells: inout [Document.Cell], _ text: [UInt8]
  ) {
    for index in range where cells[index].label == .none && !cells[index].text.isEmpty {
      guard let (rest, year) = cells[index].text.withoutYear(in: text) else { continue }
      let label = labels.label(rest, in: text, &key)
      guard label != .none, Self.mayHead(index, range, of: cells, text) else { continue }
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
}
