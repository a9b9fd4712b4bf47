internal import TieoutModel

/// Tells a form that goes on behind a page break from the next one, where each page prints the title.
///
/// Two forms taken for one lose a record, which is worse than one form taken for two: where anything
/// speaks for another form, or a page repeats what names a form and its table does not go on, they
/// stay two.
///
/// - before: title, a form's table, page number, the same title, the rest of its table
/// - after: one form
/// - leaves alone: a title of other words; lines below it that the form's own head does not have; a
///   table that gives another key, or any value that the form above has, as damaged forms do; one that
///   begins anew; what stands behind a form's own last line; a form of which no more than the key is
///   left
struct ContinuedForms {
  let document: Document
  let profile: Profile
  let titles: [Document.Region.Kind?]
  private let rows: FormRowKinds
  private var form = Form()

  init(document: Document, profile: Profile, titles: [Document.Region.Kind?]) {
    self.document = document
    self.profile = profile
    self.titles = titles
    rows = FormRowKinds(document: document, profile: profile)
  }

  /// What was read of the form that was asked about last: each row once, however many its pages.
  private struct Form {
    var rows = 0..<0
    /// The lines above its table; nothing before that was reached.
    var head: Range<Int>?
    /// The single values that it has.
    var fields: Set<Int> = []
    /// The rows that give them, without blanks.
    var printed: Set<[UInt8]> = []
    var table = TableProgress()
  }

  /// Whether a table begins with the row with which a form's table does, its key and all.
  func repeats(_ form: Int, at row: Int) -> Bool {
    guard let first = document.rows[form..<row].firstIndex(where: { !$0.isLine }) else {
      return false
    }
    return rows.solid(first) == rows.solid(row)
  }

  /// Whether a table that begins at a row, under a title in the gap above it, goes on with a form.
  ///
  /// - Parameters:
  ///   - rows: The rows of the form, as far as its table goes.
  ///   - endings: The labels of lines that end forms.
  mutating func goOn(_ rows: Range<Int>, at row: Int, endings: Set<LabelID>) -> Bool {
    let gap = rows.upperBound..<row
    guard let title = gap.last(where: { titles[$0] == .form }) else { return false }
    let end = titles[row...].firstIndex { $0 != nil } ?? document.rows.count
    let rest = (row..<end).filter { !document.rows[$0].isLine }
    let keys = ((title + 1..<row) + rest).filter(self.rows.givesKey)
    // Nearly all pages are a form of their own, and of those nothing more needs to be read.
    if let key = keys.first {
      guard let own = rows.first(where: self.rows.givesKey),
        self.rows.solid(own) == self.rows.solid(key)
      else { return false }
    }
    read(rows)
    // A form's first page may be nothing but lines.
    let head = form.head ?? rows
    let printed = ContinuedTitle(document, title)
    guard isSameTitle(printed, head, gap), keys.allSatisfy(isPrinted) else { return false }
    return (printed.saysSo || isPageHead(gap, below: title, of: head, endings))
      && goesOn(rest, repeatsKey: !keys.isEmpty, saysSo: printed.saysSo)
  }

  /// Whether the rows of a page go on with the form's: with its table behind what they repeat, or with
  /// what it does not have; where the title says so, nothing needs to show it.
  private func goesOn(_ rest: [Int], repeatsKey: Bool, saysSo: Bool) -> Bool {
    guard saysSo || form.fields.count > 1 || form.table.hasBegun else { return false }
    let repeated = rest.prefix(while: isPrinted)
    let rest = rest.dropFirst(repeated.count)
    guard form.fields.isDisjoint(with: rest.flatMap(rows.fields)) else { return false }
    let next = form.table.behind(rest, rows)
    if next == .anew || isTableBelowFields(rest) || isTableBelowUnknown(rest) { return false }
    let mustGoOn = repeatsKey || !repeated.isEmpty || rest.contains(where: isHeadAgain)
    return saysSo || next == .goesOn || !mustGoOn
  }

  /// Whether single values stand above rows of a table that the form has begun: they stand at a form's
  /// head.
  private func isTableBelowFields(_ rest: ArraySlice<Int>) -> Bool {
    guard let field = rest.firstIndex(where: { !rows.fields($0).isEmpty }) else { return false }
    return rest[field...].contains { row in
      isHeadAgain(row) || form.table.hasIndicators && rows.hasIndicators(row)
    }
  }

  /// Whether rows that no label tells stand above the head of a table that the form has: the values of
  /// another form may be damaged.
  private func isTableBelowUnknown(_ rest: ArraySlice<Int>) -> Bool {
    guard let head = rest.firstIndex(where: isHeadAgain) else { return false }
    return rest[..<head].contains { rows.labels($0).isEmpty }
  }

  private func isHeadAgain(_ row: Int) -> Bool {
    rows.isHead(row) && form.table.heads.contains(rows.solid(row))
  }

  private func isPrinted(_ row: Int) -> Bool { form.printed.contains(rows.solid(row)) }

  /// Reads the rows of a form that were not read yet.
  private mutating func read(_ rows: Range<Int>) {
    if form.rows.lowerBound != rows.lowerBound || form.rows.upperBound > rows.upperBound {
      form = Form(rows: rows.lowerBound..<rows.lowerBound)
    }
    for row in form.rows.upperBound..<rows.upperBound {
      if form.head == nil, !document.rows[row].isLine { form.head = rows.lowerBound..<row }
      let fields = self.rows.fields(row)
      if !fields.isEmpty {
        form.fields.formUnion(fields)
        form.printed.insert(self.rows.solid(row))
      }
      form.table.take(row, self.rows)
    }
    form.rows = rows
  }

  // MARK: The head of a page

  /// Whether the last title in a gap is that above a form's table, and no more titles stand there; one
  /// that says that it goes on may be shorter.
  private func isSameTitle(_ title: ContinuedTitle, _ head: Range<Int>, _ gap: Range<Int>) -> Bool {
    guard let own = head.last(where: { titles[$0] == .form }) else { return false }
    let words = ContinuedTitle(document, own).words
    return (title.saysSo ? words.suffix(title.words.count) : words) == title.words
      && gap.count { titles[$0] == .form } <= head.count { titles[$0] == .form }
  }

  /// Whether what stands between two tables is a page's head: no line ends the form above, and those
  /// below the title, or with a label above it, stand above the form's own table as well.
  private func isPageHead(
    _ gap: Range<Int>, below title: Int, of head: Range<Int>, _ endings: Set<LabelID>
  ) -> Bool {
    let own = Set(head.map(rows.solid))
    return gap.allSatisfy { row in
      if titles[row] == .form { return true }
      if ends(row, endings) { return false }
      guard row > title || !rows.fields(row).isEmpty else { return true }
      return own.contains(rows.solid(row))
        || Marginalia.holds(rows.slice(row), document)
    }
  }

  /// Whether a line ends a form: its footnote, or what stands behind the last form as well.
  private func ends(_ row: Int, _ endings: Set<LabelID>) -> Bool {
    rows.labels(row).contains { label in
      endings.contains(label)
        || profile.meanings.detailFields(label).contains {
          profile.detail.fields[$0].name == profile.detail.footnote
        }
    }
  }
}
