internal import TieoutModel

/// Tells which rows are titles of the summary and of forms.
struct TitleLines {
  private let endings: TitleEndings
  /// How many lines may stand between the title of an attached table and the table.
  private static let mostCaptions = 3

  init(_ profile: Profile) { endings = TitleEndings(profile) }

  /// What each row is the title of; `nil` where it is none.
  func kinds(_ document: borrowing Document) -> [Document.Region.Kind?] {
    var kinds = [Document.Region.Kind?](repeating: nil, count: document.rows.count)
    // All forms of a paper have much the same title.
    let places = 64
    var texts = PrintedTexts(places: places)
    var known = [Document.Region.Kind?](repeating: nil, count: places)
    let cells = document.cells.span
    for row in document.rows.indices {
      guard document.rows[row].isLine else { continue }
      if headsAttachment(row, document) { kinds[row] = .summary }
      guard document.rows[row].cellCount == 1 else { continue }
      let cell = cells[Int(document.rows[row].firstCell)]
      guard cell.label == .none, !cell.text.isEmpty else { continue }
      let (place, isKnown) = texts.find(cell.text, in: document.text.span)
      if !isKnown {
        texts.keep(cell.text, at: place)
        known[place] = endings.kind(cell.text, document.text)
      }
      kinds[row] = known[place] ?? kinds[row]
    }
    return kinds
  }

  /// Whether a line is the title of the summary behind the word of an attachment, right above its table.
  ///
  /// `附件1：…一览表`; letters list attachments by such lines, and forms have their titles below them.
  private func headsAttachment(_ place: Int, _ document: borrowing Document) -> Bool {
    let cells = document.rows[place].cells
    guard let first = cells.first, cells.count < 3 else { return false }
    let line = document.cells[first].text.joined(with: document.cells[cells.upperBound - 1].text)
    guard endings.kind(attached: line, document.text) == .summary else { return false }
    for below in document.rows.indices[(place + 1)...].prefix(Self.mostCaptions + 1) {
      let row = document.rows[below]
      guard row.isLine, row.cellCount > 0 else { return !row.isLine }
      let text = document.cells[row.cells.lowerBound].text
      if row.cellCount == 1, endings.kind(text, document.text) != nil { return false }
    }
    return false
  }
}
