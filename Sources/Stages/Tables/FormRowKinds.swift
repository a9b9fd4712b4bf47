internal import TieoutModel

/// Tells what a row of a form holds by its labels, before rows have roles: single values, the heads of
/// a table, words of closed lists.
struct FormRowKinds {
  let document: Document
  let profile: Profile

  /// The text of a row without blanks: a line wherever it was cut.
  func solid(_ row: Int) -> [UInt8] {
    document.text[slice(row).range].filter { !$0.isBlankASCII }
  }

  /// The text of a row, from its first cell to the last one that is filled.
  func slice(_ row: Int) -> Slice {
    document.rows[row].cells.reduce(.none) { $0.joined(with: document.cells[$1].text) }
  }

  func labels(_ row: Int) -> [LabelID] {
    document.rows[row].cells.map { document.cells[$0].label }.filter { $0 != .none }
  }

  /// Whether a row gives the value by which a form begins.
  func givesKey(_ row: Int) -> Bool {
    document.rows[row].cells.contains { cell in
      profile.meanings.traits(document.cells[cell].label).contains(.key)
    }
      && !profile.meanings.headsGroup(document.cells.span.extracting(document.rows[row].cells))
  }

  /// The single values that the labels in a row announce; heads of columns announce none.
  func fields(_ row: Int) -> [Int] {
    isHead(row) ? [] : labels(row).flatMap(profile.meanings.detailFields)
  }

  /// Whether a row heads the columns of a table: three heads at least, and hardly anything else.
  func isHead(_ row: Int) -> Bool {
    guard !document.rows[row].isLine else { return false }
    var (filled, heads, headings) = (0, 0, 0)
    for index in document.rows[row].cells where !document.cells[index].text.isEmpty {
      let traits = profile.meanings.traits(document.cells[index].label)
      filled += 1
      if traits.contains(.groupColumn) {
        heads += 1
      } else if traits.contains(.heading) {
        headings += 1
      }
    }
    return heads >= 3 && (heads + headings) * 2 > filled
  }

  /// Whether the first head of a table is that of the numbers of its rows.
  func isHeadOfNumbers(_ row: Int) -> Bool {
    guard let first = document.rows[row].cells.first(where: { !document.cells[$0].text.isEmpty })
    else { return false }
    return profile.meanings.role(document.cells[first].label).groupColumns.contains {
      profile.detail.groups[$0.group].columns[$0.column].type == .sequence
    }
  }

  /// The number with which a row begins.
  func number(_ row: Int) -> Int? {
    guard !document.rows[row].isLine,
      let first = document.rows[row].cells.first(where: { !document.cells[$0].text.isEmpty })
    else { return nil }
    return Int(document.string(document.cells[first].text))
  }

  /// Whether a row has words of a closed list of indicators.
  func hasIndicators(_ row: Int) -> Bool {
    words(row).contains { profile.detail.groups[$0.group].kind == .indicators }
  }

  /// The words of closed lists that a row has in the first two columns of a group, as places in their
  /// lists; a word of both columns says nothing where it stands alone.
  func words(_ row: Int) -> [(group: Int, first: Int?, second: Int?)] {
    guard !document.rows[row].isLine, !isHead(row) else { return [] }
    var words: [(group: Int, first: Int?, second: Int?)] = []
    for label in labels(row) {
      let terms = profile.meanings.terms(label).filter { $0.column < 2 }
      for term in terms {
        let known = words.firstIndex { $0.group == term.group }
        let isOfBoth = terms.contains { $0.group == term.group && $0.column != term.column }
        if term.column == 1, let known {
          words[known].second = words[known].second ?? term.term
        } else if known == nil, !isOfBoth {
          words.append(
            (term.group, term.column == 0 ? term.term : nil, term.column == 1 ? term.term : nil))
        }
      }
    }
    return words
  }
}
