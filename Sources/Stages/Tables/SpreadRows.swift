internal import TieoutModel

/// Reads the rows of tables in which spanning cells stand again in each of their columns.
struct SpreadRows {
  /// What parts two columns, as the rows above show.
  private enum Seam {
    /// Nothing yet: all that stood there was one cell.
    case none
    /// A label and its value, or two values.
    case values
    /// Two heads.
    case heads
  }

  /// The first cell of each span, with its copies.
  private(set) var spans: [(cell: Int, copies: Range<Int>)] = []
  /// Labels that stand again in a row below.
  private(set) var repeated: [Int] = []

  private let document: Document
  private let profile: Profile
  private var seams: [Seam] = []
  private var above: Range<Int> = 0..<0
  /// Whether the row above is the first of its table, and heads have cells of their own below them.
  private var hasParents = false
  /// The words that spanned the first columns of a row.
  private var fronts: Set<[UInt8]> = []
  private var key: [UInt8] = []

  init(_ document: Document, _ profile: Profile) {
    self.document = document
    self.profile = profile
  }

  /// Begins a table.
  mutating func begin() {
    seams.removeAll(keepingCapacity: true)
    above = 0..<0
  }

  /// Reads the next row of a table.
  mutating func read(_ row: Document.Row) {
    let cells = row.cells
    while seams.count < cells.count { seams.append(.none) }
    let labels = cells.map { label(of: $0) }
    let isHead = isHead(cells, labels)
    if isHead { forget(below: above, in: cells) }
    var start = cells.lowerBound
    while start < cells.upperBound {
      let run = start..<runEnd(start, cells)
      if run.count > 1, !isBlank(start) { join(run, in: cells, labels) }
      start = run.upperBound
    }
    // Words beside words are heads where no label tells one from the other's value.
    let isPlain = cells.dropLast().allSatisfy { isBlank($0) || !isSame($0, $0 + 1) }
    for seam in 0..<max(cells.count - 1, 0) {
      let (left, right) = (labels[seam], labels[seam + 1])
      let isAlike = left == .none && right == .none ? isPlain : left != .none && right != .none
      note(cells.lowerBound + seam, seam, isAlike: isHead || isAlike)
    }
    repeatLabels(cells, labels)
    hasParents = above.isEmpty && (spans.last.map { cells.contains($0.cell) } ?? false)
    above = cells
  }

  // MARK: Runs

  /// Where the cells end that are the same as one.
  private func runEnd(_ start: Int, _ cells: Range<Int>) -> Int {
    var end = start + 1
    while end < cells.upperBound, isSame(start, end) { end += 1 }
    return end
  }

  /// Makes one cell of those of a run that no heads part.
  private mutating func join(_ run: Range<Int>, in cells: Range<Int>, _ labels: [LabelID]) {
    let isWhole = spansHeads(run, in: cells, labels)
    var start = run.lowerBound
    for cell in run.dropFirst() where !isWhole && seams[cell - 1 - cells.lowerBound] == .heads {
      add(start..<cell)
      start = cell
    }
    add(start..<run.upperBound)
  }

  private mutating func add(_ run: Range<Int>) {
    if run.count > 1 { spans.append((run.lowerBound, run.lowerBound + 1..<run.upperBound)) }
  }

  /// Whether words in equal cells are one cell, whatever heads stand above: those of a total, of a
  /// section, or behind a label of their own.
  private mutating func spansHeads(
    _ run: Range<Int>, in cells: Range<Int>, _ labels: [LabelID]
  ) -> Bool {
    guard isWord(run.lowerBound) else { return false }
    let first = run.lowerBound - cells.lowerBound
    if profile.meanings.traits(labels[first]).contains(.summaryRow) { return true }
    if first == 0 {
      // Three equal words at the front head what follows; so do words where numbers count rows, and
      // those that did so before.
      let words = Array(document.text[document.cells[run.lowerBound].text.range])
      let isFront =
        run.count > 2 || above.first.map { !isBlank($0) && !isWord($0) } ?? false
        || fronts.contains(words)
      if isFront { fronts.insert(words) }
      return isFront
    }
    let isAnnounced = profile.meanings.traits(labels[first - 1]).isOfForm
    return run.count > 2 && (isAnnounced || document.cells[run.lowerBound].text.count >= 60)
  }

  // MARK: Seams

  /// Whether most of a row's cells are labels of columns, and none a figure.
  private func isHead(_ cells: Range<Int>, _ labels: [LabelID]) -> Bool {
    let filled = cells.filter { !isBlank($0) }
    let heads = labels.count { profile.meanings.isOfColumn($0) }
    return heads > 2 && heads * 2 > filled.count && filled.allSatisfy(isWord)
  }

  /// Forgets the heads of what stands above a row of heads, but for those right above it.
  private mutating func forget(below above: Range<Int>, in cells: Range<Int>) {
    for seam in seams.indices where seams[seam] == .heads {
      let cell = above.lowerBound + seam
      let isParted =
        seam + 1 < above.count && isWord(cell) && isWord(cell + 1) && !isSame(cell, cell + 1)
      if !isParted { seams[seam] = .none }
    }
  }

  /// Remembers what parts two columns; a label and what is none are no two heads.
  private mutating func note(_ cell: Int, _ seam: Int, isAlike: Bool) {
    guard !isBlank(cell), !isBlank(cell + 1) else { return }
    if isSame(cell, cell + 1) {
      if seams[seam] != .heads { seams[seam] = .none }
    } else if isWord(cell), isWord(cell + 1), isAlike {
      seams[seam] = .heads
    } else if seams[seam] == .none {
      seams[seam] = .values
    }
  }

  // MARK: Labels over several rows

  /// Finds the labels that stand where they stood in the row above, and all heads that do so in the
  /// second row of heads.
  private mutating func repeatLabels(_ cells: Range<Int>, _ labels: [LabelID]) {
    let isSecond = hasParents && cells.allSatisfy { isBlank($0) || isWord($0) }
    let own = spans.reversed().prefix { $0.cell >= cells.lowerBound }
    for (column, cell) in cells.enumerated() where column < above.count {
      let traits = profile.meanings.traits(labels[column])
      let isLabel = !traits.isDisjoint(with: [.heading, .field, .groupColumn, .summaryColumn])
      guard isSecond || labels[column] != .none && isLabel && !traits.contains(.term),
        !isBlank(cell), isSame(cell, above.lowerBound + column),
        !own.contains(where: { $0.copies.contains(cell) })
      else { continue }
      repeated.append(cell)
    }
  }

  // MARK: Cells

  private func isBlank(_ cell: Int) -> Bool { document.cells[cell].text.isEmpty }

  private mutating func label(of cell: Int) -> LabelID {
    profile.labels.enumeratedLabel(document.cells[cell].text, in: document.text, &key)
  }

  /// Whether a cell holds words, and not a figure.
  private func isWord(_ cell: Int) -> Bool {
    let text = document.cells[cell].text
    return !text.isEmpty && !document.text[text.range].prefix(4).contains(where: \.isDigitASCII)
      && Quantity.read(document.text, text.range) == nil
  }

  /// Whether two cells hold the same, blanks left out.
  private func isSame(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (document.cells[left].text, document.cells[right].text)
    if document.same(first, second) { return true }
    guard !first.isEmpty, !second.isEmpty else { return false }
    let text = document.text
    return text[first.range].lazy.filter { !$0.isBlankASCII }
      .elementsEqual(text[second.range].lazy.filter { !$0.isBlankASCII })
  }
}
