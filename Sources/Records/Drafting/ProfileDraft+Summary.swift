internal import TieoutModel

extension ProfileDraft {
  /// Takes the summary over.
  mutating func add(_ summary: DraftSummary, _ caption: MoneyCaption, _ paper: DraftPaper) {
    summaryRows = summary.rows.count
    summaryTitle = title(of: summary, paper)
    hasSections = summary.hasSections
    if let label = caption.label {
      var entry = Entry(name: label.asFieldName, labels: [label], key: "")
      entry.type = .unit
      entry.evidence = caption.unit ?? ""
      captions.append(entry)
    } else if let words = caption.words {
      var entry = Entry(name: isChinese ? "单位" : "unit", labels: [], key: "")
      entry.type = .unit
      entry.contains = [words]
      entry.evidence = caption.unit ?? ""
      captions.append(entry)
    }
    // A caption means what is added up, where anything is.
    let hasTotals = summary.columns.contains { $0.total != nil }
    func mayMean(_ column: DraftSummary.Column) -> Bool { !hasTotals || column.total != nil }
    var hasSequence = false
    var taken: Set<String> = []
    for (number, column) in summary.columns.enumerated() {
      let label = paper.string(column.label)
      var entry = Entry(
        name: columns.map(\.name).unique(
          (column.parent.map { paper.string($0) + " " + label } ?? label).asFieldName),
        labels: Self.labels(label, &taken), key: column.key)
      let own = Self.unit(ofLabel: label)
      let isUnderMoney =
        column.isUnderSpan
        && summary.spans.contains {
          DraftWords.holds(Self.key($0), DraftWords.money)
        }
      let ofSpan =
        column.isUnderSpan ? summary.spans.lazy.compactMap { Self.unit(ofLabel: $0) }.first : nil
      if !hasSequence, number < 2, column.content.isSequence {
        hasSequence = true
        entry.type = .sequence
        entry.means = "sequence"
      } else {
        entry.type = column.content.type(
          column.key,
          hasMoneyUnit: own != nil || isUnderMoney || caption.unit != nil && mayMean(column),
          hasOtherUnit: Self.namesMeasure(label))
        if entry.type == .target { entry.type = .text }
      }
      if entry.type == .amount {
        entry.unit = own ?? column.content.moneyUnit ?? ofSpan ?? caption.unit
      }
      entry.isOptional = column.content.blank * 5 > column.content.filled
      entry.evidence = column.content.evidence
      columns.append(entry)
    }
    let known = summary.totalLabels
    totalRows = known.filter { DraftWords.isOne(Self.key($0), of: DraftWords.totalRows) }
    subtotalRows = known.filter { DraftWords.isOne(Self.key($0), of: DraftWords.subtotalRows) }
  }

  /// The words by which a label is compared.
  static func key(_ label: String) -> String {
    SimplifiedKey.key(label.utf8)
  }

  /// The unit of money at the end of a label: in brackets, `(£k)` and `（单位：万元）`, or as a sign or a
  /// code that nothing else can mean, `Net $` and `Cost EUR`.
  static func unit(ofLabel label: String) -> String? {
    guard hasBracket(label), let open = label.lastIndex(where: { $0 == "(" || $0 == "（" }) else {
      let space = label.lastIndex(of: " ")
      let word = String(label[(space.map { label.index(after: $0) } ?? label.startIndex)...])
      let isSign = DraftWords.signs.contains(word) || DraftWords.currencies.contains(word)
      return isSign ? MoneyCaption.unit(word) : nil
    }
    return MoneyCaption.unit(inBrackets: label[label.index(after: open)...].dropLast())
  }

  /// Whether a label ends with something in brackets.
  private static func hasBracket(_ label: String) -> Bool {
    label.hasSuffix(")") || label.hasSuffix("）")
  }

  /// Whether a label names a unit that is no money: `重量（kg）`; `预算数（A）` and `金额（含税）` name none.
  static func namesMeasure(_ label: String) -> Bool {
    guard hasBracket(label), let open = label.lastIndex(where: { $0 == "(" || $0 == "（" }) else {
      return false
    }
    let inside = label[label.index(after: open)...].dropLast().filter { $0 != " " }
    return (DraftWords.counters + DraftWords.measures).contains(String(inside))
  }

  /// How the line above the summary ends that is its title.
  private func title(of summary: DraftSummary, _ paper: DraftPaper) -> String? {
    // Between title and table stand captions and asides at the most.
    let row = summary.lines.last { row in
      !paper.rows[row].cells.contains { piece in
        let line = paper.string(piece.slice)
        return paper.label(of: piece).map {
          DraftWords.isOne(paper.key($0.label), of: DraftWords.caption)
        } ?? false || DraftWords.moneyLines.contains { line.contains($0) }
          || line.hasPrefix("（") || line.hasPrefix("(") || piece.shape == .date
      }
    }
    guard let row, paper.rows[row].cells.count == 1, let line = paper.rows[row].cells.first,
      paper.label(of: line) == nil, (6...90).contains(line.slice.count)
    else { return nil }
    return Self.ending(paper.string(line.slice))
  }

  /// A title without the year that it begins with; `nil` where it is no title.
  static func ending(_ title: String) -> String? {
    var rest = title[...]
    while let first = rest.first, first.isNumber || first == " " || first == "年" || first == "度" {
      rest = rest.dropFirst()
    }
    let signs: [Character] = ["：", ":", "，", "。", "；"]
    let isAside = rest.hasPrefix("(") || rest.hasPrefix("（")
    return rest.count < 3 || isAside || rest.contains(where: signs.contains) ? nil : String(rest)
  }
}

extension DraftColumn {
  /// What was seen, for the comment beside an entry.
  var evidence: String {
    var seen = ["\(filled) filled"]
    if blank > 0 { seen.append("\(blank) blank") }
    if !numbers.isEmpty { seen.append("\(numbers.count) numbers") }
    if bounds > 0 { seen.append("\(bounds) with a comparator") }
    if values.count < filled { seen.append("\(values.count) different") }
    return seen.joined(separator: ", ")
  }
}
