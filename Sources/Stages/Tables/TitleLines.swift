internal import TieoutModel

/// Tells which rows are titles of the summary and of forms.
struct TitleLines {
  private let endings: TitleEndings

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
      guard document.rows[row].isLine, document.rows[row].cellCount == 1 else { continue }
      let cell = cells[Int(document.rows[row].firstCell)]
      guard cell.label == .none, !cell.text.isEmpty else { continue }
      let (place, isKnown) = texts.find(cell.text, in: document.text.span)
      if !isKnown {
        texts.keep(cell.text, at: place)
        known[place] = endings.kind(cell.text, document.text)
      }
      kinds[row] = known[place]
    }
    return kinds
  }
}
