internal import TieoutModel

/// What the labels of a row are.
struct Census {
  var filled = 0
  var labels = 0
  var fieldLabels = 0
  /// The group that two labels of columns head, where the row is nothing but labels.
  var headed: Int?
  /// The label of the first cell that holds something.
  var first: LabelID?
  /// The first group of which the row holds a word.
  var termGroup: Int?
  private var hasKey = false
  /// The labels that head a block and nothing else: `绩效指标` before the heads of its columns.
  private var headings = 0

  /// Counts the labels of a row.
  ///
  /// Not an initialiser, because that would take its arguments over: a count more a row.
  static func of(
    _ row: Document.Row, _ cells: Span<Document.Cell>, _ meanings: LabelMeanings,
    _ isAligned: [Bool], _ isOpened: [Bool]
  ) -> Census {
    var census = Census()
    census.count(row, cells, meanings, isAligned, isOpened)
    return census
  }

  private mutating func count(
    _ row: Document.Row, _ cells: Span<Document.Cell>, _ meanings: LabelMeanings,
    _ isAligned: [Bool], _ isOpened: [Bool]
  ) {
    let cells = cells.extracting(row.cells)
    for index in cells.indices where !cells[index].text.isEmpty {
      filled += 1
      let label = cells[index].label
      if first == nil { first = label }
      guard label != .none else { continue }
      let traits = meanings.traits(label)
      guard traits.isOfForm else { continue }
      labels += 1
      if traits.contains(.field) { fieldLabels += 1 }
      if traits.contains(.key) { hasKey = true }
      if traits == .heading { headings += 1 }
      guard traits.contains(.term) else { continue }
      if let group = meanings.termGroup(label, where: isOpened) {
        termGroup = min(termGroup ?? group, group)
      }
    }
    // Some heads of several may be unreadable: one of five, a third where columns were measured. Four
    // of one group that are the most of the row head it, whatever the others are.
    let isReadable =
      labels == filled || labels >= 4 && labels + 1 == filled
      || row.isMeasured && labels >= 3 && labels * 2 > filled
    if hasKey, meanings.headsGroup(cells) { hasKey = false }
    guard labels >= 2, !hasKey, isReadable || labels >= 4 && labels * 2 > filled else { return }
    // Groups share words such as `分值`: the one that most of the labels head is meant.
    var most = 1
    for group in isAligned.indices where isAligned[group] {
      var heads = 0
      for index in cells.indices where meanings.column(cells[index].label, of: group) != nil {
        heads += 1
      }
      guard isReadable || heads >= 4 && heads * 2 > filled else { continue }
      if heads > most, labels == filled || heads + headings == labels {
        most = heads
        headed = group
      }
    }
  }

  /// Whether the row is nothing but labels of single values, the key's among them.
  var isFieldHeader: Bool { hasKey && labels >= 3 && labels == filled }

  /// Whether the row is nothing but labels of single values and of parts, below which the values may
  /// stand.
  var mayHeadFields: Bool { headed == nil && labels >= 2 && labels == filled && fieldLabels >= 2 }

  /// Whether most cells are labels of single values, the key's among them, so that they may head values
  /// though some cannot be read.
  var mayHeadFieldsUnread: Bool {
    headed == nil && hasKey && fieldLabels >= 3 && labels * 2 > filled
  }

  /// Whether all cells but the first are labels, as below a table's own word for what is measured.
  var mayHaveOwnName: Bool { labels > 0 && labels + 1 == filled && first == LabelID.none }

  /// Whether most cells are labels, three at the least, as in a head that cannot be read throughout.
  var mayRepeatHead: Bool { labels >= 3 && labels * 2 > filled }

  /// The group that the row is an entry of: its words say so, or it stands below the group's head.
  @inline(__always)
  func entryGroup(below open: Int?, _ meanings: LabelMeanings, _ isOpened: [Bool]) -> Int? {
    if let group = termGroup { return group }
    if let open, !isOpened[open], let first {
      if meanings.terms(first).contains(where: { $0.group == open }) { return open }
      // Lines are added up in their own columns, by a row that says so first; a single value that
      // stands below them in several columns is one of theirs too.
      if filled > 1, meanings.summaryRow(first) != nil { return open }
      if filled > 2, labels == 1, meanings.traits(first).contains(.field) { return open }
    }
    return fieldLabels == 0 && filled > 0 ? open : nil
  }
}

extension LabelMeanings {
  /// Whether the cells of a row, three at least, all head columns of one group; then the label of the
  /// key among them heads a column, too.
  func headsGroup(_ cells: Span<Document.Cell>) -> Bool {
    var count = 0
    var common: [Int]?
    for index in cells.indices where !cells[index].text.isEmpty {
      guard traits(cells[index].label).contains(.groupColumn) else { return false }
      let groups = role(cells[index].label).groupColumns.map(\.group)
      common = common.map { $0.filter(groups.contains) } ?? groups
      if common?.isEmpty == true { return false }
      count += 1
    }
    return count >= 3
  }
}
