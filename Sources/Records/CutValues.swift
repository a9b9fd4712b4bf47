internal import TieoutModel

/// Joins a text that an engine cut into two cells of one row.
///
/// A row holds a label, its text, and one more cell of words, and of the two one alone ends a sentence.
/// They are one text where the marks between them show it, or where another form's text ends with the
/// part that ends the sentence; if that part stands first, the other was printed before it.
///
/// - before: `年度目标|顺利开展。|按照有关要求及时拨付，保障相关工作`, another goal ending in `工作顺利开展。`
/// - after: the goal `按照有关要求及时拨付，保障相关工作顺利开展。`
/// - leaves alone: remarks and the points of a list beside a text, texts under heads of their own, two
///   sentences, values that are no prose
struct CutValues {
  private let reader: ValueReader
  private var cuts: [Cut] = []

  /// Two cells that may hold one text.
  private struct Cut {
    let form: Int
    let name: FieldName
    let value: Slice
    let other: Slice
    /// Whether the second part ends the sentence, and so belongs where it stands.
    let isInOrder: Bool
  }

  /// The bytes of the shortest part, four Han characters, and of the shortest text.
  private static let shortestPart = 12
  private static let shortest = 60
  /// The most cells of a row, blank ones among them.
  private static let widest = 64
  /// How many characters the word before a colon has at the most that heads the words behind it.
  private static let longestHead = 8

  init(_ reader: ValueReader) { self.reader = reader }

  // MARK: Cells

  /// Remembers which values of a form may go on in the cells that nobody took.
  mutating func note(
    _ strays: [LabelWalk.Stray], of form: Int, _ fields: borrowing FormFields,
    _ submission: borrowing Submission
  ) {
    for stray in strays {
      let row = reader.rows[stray.row]
      // A form is not so wide, and each of a row's strays looks at all of it.
      guard row.cellCount <= Self.widest else { continue }
      let filled = row.cells.map { reader.cells[$0] }.filter { !$0.text.isEmpty }
      guard !row.isLine, row.role == .plain, filled.count == 3, filled[2].text == stray.cell,
        isFree(stray.cell, submission), !isHeaded(filled[2], stray.row, submission),
        let name = fields.fields.first(where: { $0.printed == filled[1].text })?.name,
        reader.profile.detail.fields.first(where: { $0.name == name })?.type == .text,
        let isInOrder = isInOrder(filled[1].text, stray.cell)
      else { continue }
      cuts.append(
        Cut(
          form: form, name: name, value: filled[1].text, other: stray.cell, isInOrder: isInOrder))
    }
  }

  private func isFree(_ cell: Slice, _ submission: borrowing Submission) -> Bool {
    submission.ledger.accounts[Int(cell.start)] == Ledger.Account.unplaced.rawValue
  }

  /// Whether a head stands right above a cell: no value, and none behind it that it may announce.
  private func isHeaded(
    _ cell: Document.Cell, _ row: Int, _ submission: borrowing Submission
  ) -> Bool {
    guard row > 0, !reader.rows[row - 1].isLine else { return false }
    let above = reader.rows[row - 1].cells.map { reader.cells[$0] }.filter { !$0.text.isEmpty }
    func end(_ cell: Document.Cell) -> Int { Int(cell.column) + Int(max(cell.columnSpan, 1)) }
    func isValue(_ cell: Document.Cell) -> Bool {
      submission.ledger.accounts[Int(cell.text.start)] == Ledger.Account.value.rawValue
    }
    guard
      let head = above.first(where: { Int($0.column) < end(cell) && Int(cell.column) < end($0) })
    else {
      return false
    }
    return !above.contains { $0.column >= head.column && isValue($0) }
  }

  /// Whether the second of two cells ends a sentence that the first begins; `nil` where they are no two
  /// parts of one.
  private func isInOrder(_ first: Slice, _ second: Slice) -> Bool? {
    let parts = (reader.document.string(first), reader.document.string(second))
    guard first.count >= Self.shortestPart, second.count >= Self.shortestPart,
      first.count + second.count >= Self.shortest, !beginsAnew(second, parts.1),
      parts.0.endsSentence != parts.1.endsSentence
    else { return nil }
    let (end, begin) = parts.0.endsSentence ? parts : (parts.1, parts.0)
    guard begin.last.map({ !"；;".contains($0) }) == true else { return nil }
    if parts.1.endsSentence { return true }
    // What stands before its beginning is a few words without a mark, and no sentence of its own.
    let isTurned =
      begin.isProse && !end.dropLast().isProse && end.utf8.count < begin.utf8.count
      && !beginsAnew(first, end)
    return isTurned ? false : nil
  }

  /// Whether a part begins with a number, or with a head as `目标2：` and `备注：` are.
  private func beginsAnew(_ part: Slice, _ words: String) -> Bool {
    reader.document.withoutEnumerator(part) != part || words.first?.isNumber == true
      || words.prefix(Self.longestHead + 1).contains { $0 == "：" || $0 == ":" }
  }

  // MARK: Texts

  /// Joins what belongs together, now that all forms are read.
  func join(_ submission: inout Submission) {
    var endings: [FieldName: TextEndings] = [:]
    for cut in cuts where isFree(cut.other, submission) {
      let parts = (reader.document.string(cut.value), reader.document.string(cut.other))
      let (begin, end) = cut.isInOrder ? parts : (parts.1, parts.0)
      let known = endings[cut.name] ?? TextEndings(cut.name, submission)
      endings[cut.name] = known
      let isKnown = known.holds(end)
      guard isKnown || cut.isInOrder && begin.goesOn(with: end) else { continue }
      join(cut, isSure: cut.isInOrder && isKnown, parts, begin.joined(withRest: end), &submission)
    }
  }

  private func join(
    _ cut: Cut, isSure: Bool, _ parts: (String, String), _ whole: String,
    _ submission: inout Submission
  ) {
    let fields = submission.details[cut.form].fields
    // Another page may have gone on with it already.
    guard let place = fields.firstIndex(where: { $0.name == cut.name }),
      submission.text(fields[place]) == parts.0
    else { return }
    var repair = Repair(
      // What changes its order, or ends as no other form's text does, is for somebody to look at.
      rule: isSure ? "ST05" : "ST07", state: .likely,
      record: submission.details[cut.form].id, cells: [cut.value, cut.other],
      before: ["\(parts.0) ¦ \(parts.1)"], after: [whole],
      evidence: [
        Message(
          zh: "标签旁的文字分在同一行的两格，其中只有一格止于句末",
          en: "the text beside a label stands in two cells of its row, of which one ends a sentence"
        )
      ])
    submission.document.turnIfOverruled(&repair)
    let number = submission.add(repair)
    guard repair.state.isApplied else { return }
    let text = submission.document.append(whole, inPlaceOf: cut.value)
    submission.details[cut.form].fields[place].value = .text(text)
    submission.details[cut.form].fields[place].rowRepair = number
    submission.ledger.book(cut.other, .value)
  }
}

/// How the values of a field end in the forms of a paper.
private struct TextEndings {
  /// The values backwards, in order.
  private let texts: [[UInt8]]

  init(_ name: FieldName, _ submission: borrowing Submission) {
    var texts: Set<[UInt8]> = []
    for detail in submission.details.indices {
      guard let field = submission.details[detail][name] else { continue }
      texts.insert(submission.text(field).utf8.reversed())
    }
    self.texts = texts.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether a value ends with some words and has more before them.
  func holds(_ words: String) -> Bool {
    let end = Array(words.utf8.reversed())
    var (low, high) = (0, texts.count)
    while low < high {
      let middle = (low + high) / 2
      if texts[middle].lexicographicallyPrecedes(end) { low = middle + 1 } else { high = middle }
    }
    return texts[low...].prefix(2).contains { $0.count > end.count && $0.starts(with: end) }
  }
}

extension StringProtocol {
  /// Whether it ends as a sentence does, whatever closes behind its end.
  fileprivate var endsSentence: Bool {
    let end = last { !"”’」』）)\"'".contains($0) }
    return end.map { "。！？!?.".contains($0) } ?? false
  }

  /// Whether marks part its words, as those of sentences.
  fileprivate var isProse: Bool { contains { "，、；,;".contains($0) } }

  /// Whether the marks at a seam show that a text goes on behind it.
  fileprivate func goesOn(with rest: String) -> Bool {
    last.map { "，、：（《“‘「『,(".contains($0) } ?? false
      || rest.first.map { "，、；：）》”’」』,;)".contains($0) } ?? false
  }
}
