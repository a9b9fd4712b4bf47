internal import TieoutModel

/// Tells a form that goes on behind a page break from the next one, where each page prints the title.
///
/// - before: title, a form's table, page number, the same title, the rest of its table
/// - after: one form
/// - leaves alone: a title of other words; a table that gives a key, or any value that the form above
///   has, as damaged forms do; one whose words of a closed list begin anew; what stands behind a
///   form's own last line
struct ContinuedForms {
  let document: Document
  let profile: Profile
  let titles: [Document.Region.Kind?]

  /// Whether a table that begins at a row, under a title in the gap above it, goes on with a form.
  ///
  /// - Parameters:
  ///   - form: The rows of the form, as far as its table goes.
  ///   - endings: The labels of lines that end forms.
  func goOn(_ form: Range<Int>, at row: Int, endings: Set<LabelID>) -> Bool {
    let gap = form.upperBound..<row
    guard let title = gap.last(where: { titles[$0] == .form }),
      let first = form.first(where: { titles[$0] == .form }), isSame(first, title),
      !gap.contains(where: { ends($0, endings) })
    else { return false }
    let end = titles[row...].firstIndex { $0 != nil } ?? document.rows.count
    let rest = (row..<end).filter { !document.rows[$0].isLine }
    let known = Set(form.flatMap(fields))
    guard !rest.contains(where: givesKey), known.isDisjoint(with: rest.flatMap(fields)) else {
      return false
    }
    let above = words(Array(form))
    return words(rest).allSatisfy { group, words in
      guard let last = above[group]?.last, let next = words.first else { return true }
      return next >= last
    }
  }

  private func isSame(_ one: Int, _ other: Int) -> Bool {
    let text = document.text
    func solid(_ row: Int) -> [UInt8] {
      let title = document.cells[Int(document.rows[row].firstCell)].text
      return text[title.range].filter { !$0.isBlankASCII }
    }
    return solid(one) == solid(other)
  }

  /// Whether a line ends a form: its footnote, or what stands behind the last form as well.
  private func ends(_ row: Int, _ endings: Set<LabelID>) -> Bool {
    labels(row).contains { label in
      endings.contains(label)
        || profile.meanings.detailFields(label).contains {
          profile.detail.fields[$0].name == profile.detail.footnote
        }
    }
  }

  private func givesKey(_ row: Int) -> Bool {
    !isHead(row) && labels(row).contains { profile.meanings.traits($0).contains(.key) }
  }

  /// The single values that the labels in a row announce; heads of columns announce none.
  private func fields(_ row: Int) -> [Int] {
    isHead(row)
      ? []
      : labels(row).filter { !profile.meanings.traits($0).contains(.groupColumn) }
        .flatMap(profile.meanings.detailFields)
  }

  private func isHead(_ row: Int) -> Bool {
    profile.meanings.headsGroup(document.cells.span.extracting(document.rows[row].cells))
  }

  private func labels(_ row: Int) -> [LabelID] {
    document.rows[row].cells.map { document.cells[$0].label }.filter { $0 != .none }
  }

  /// The first words of closed lists in a row, by the group whose first column they stand in, as
  /// places in their lists.
  private func words(_ rows: [Int]) -> [Int: [Int]] {
    var words: [Int: [Int]] = [:]
    for row in rows where !document.rows[row].isLine && !isHead(row) {
      for label in labels(row) {
        for term in profile.meanings.terms(label) where term.column == 0 {
          words[term.group, default: []].append(term.term)
        }
      }
    }
    return words
  }
}
