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
  private var form = Form()

  init(document: Document, profile: Profile, titles: [Document.Region.Kind?]) {
    self.document = document
    self.profile = profile
    self.titles = titles
  }

  /// What was read of the form that was asked about last: each row once, however many its pages.
  private struct Form {
    var rows = 0..<0
    var title: Int?
    /// The single values that it has.
    var fields: Set<Int> = []
    /// The last word of a closed list in it, by group.
    var words: [Int: Int] = [:]
  }

  /// Whether a table that begins at a row, under a title in the gap above it, goes on with a form.
  ///
  /// - Parameters:
  ///   - rows: The rows of the form, as far as its table goes.
  ///   - endings: The labels of lines that end forms.
  mutating func goOn(_ rows: Range<Int>, at row: Int, endings: Set<LabelID>) -> Bool {
    read(rows)
    let gap = rows.upperBound..<row
    guard let title = gap.last(where: { titles[$0] == .form }),
      let first = form.title, isSame(first, title),
      !gap.contains(where: { ends($0, endings) })
    else { return false }
    let end = titles[row...].firstIndex { $0 != nil } ?? document.rows.count
    let rest = (row..<end).filter { !document.rows[$0].isLine }
    guard !rest.contains(where: givesKey), form.fields.isDisjoint(with: rest.flatMap(fields))
    else { return false }
    var isNew: Set<Int> = []
    return rest.flatMap(words).allSatisfy { group, word in
      !isNew.insert(group).inserted || word >= form.words[group] ?? word
    }
  }

  /// Reads the rows of a form that were not read yet.
  private mutating func read(_ rows: Range<Int>) {
    if form.rows.lowerBound != rows.lowerBound || form.rows.upperBound > rows.upperBound {
      form = Form(rows: rows.lowerBound..<rows.lowerBound)
    }
    for row in form.rows.upperBound..<rows.upperBound {
      if form.title == nil, titles[row] == .form { form.title = row }
      form.fields.formUnion(fields(row))
      for (group, word) in words(row) { form.words[group] = word }
    }
    form.rows = rows
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

  /// The words of closed lists in a row, as places in their lists, by the group whose first column
  /// they stand in.
  private func words(_ row: Int) -> [(group: Int, word: Int)] {
    guard !document.rows[row].isLine, !isHead(row) else { return [] }
    return labels(row).flatMap(profile.meanings.terms).filter { $0.column == 0 }
      .map { ($0.group, $0.term) }
  }
}
