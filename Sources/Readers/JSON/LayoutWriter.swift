internal import TieoutMarkup
internal import TieoutModel

/// Hands the blocks of an engine's JSON over to a draft: pages, boxes, and contents that are lines,
/// Markdown or HTML.
///
/// Engines differ in how they nest and name blocks; what a block holds is alike in all of them.
struct LayoutWriter {
  /// The file.
  let tree: JSONTree
  /// What has been written.
  private(set) var draft = Draft()
  private var page = -1
  /// The highest number of a page, counted from 1; 0 before the first.
  private(set) var lastPage = 0

  init(_ bytes: [UInt8]) { self.init(JSONTree(bytes)) }

  init(_ tree: JSONTree) { self.tree = tree }

  /// Begins a page, counted from 0, where the last block stood on another.
  mutating func page(_ index: Int?) {
    guard let index, index != page else { return }
    page = index
    lastPage = max(lastPage, Draft.bounded(index + 1))
    draft.beginPage(index < Int(UInt16.max) && index >= 0 ? index + 1 : nil)
  }

  /// Writes the string or the number at a place in the tree; other values and blank strings write
  /// nothing.
  ///
  /// A formula is one line, unless it is a table.
  mutating func block(
    _ place: Int?, pointer: String, box: Box? = nil, confidence: UInt8? = nil,
    isFormula: Bool = false
  ) {
    guard let place, let decoded = tree.printed(place) else { return }
    if isFormula, LatexFormula.needsSigns(decoded.bytes[...]) {
      line([(place, pointer, box, confidence, true)])
      return draft.endBlock()
    }
    block(decoded, pointer: pointer, box: box, confidence: confidence)
  }

  /// Writes characters.
  mutating func block(
    _ characters: DecodedText, pointer: String, box: Box? = nil, confidence: UInt8? = nil
  ) {
    draft.mark(SourceFile.Mark(element: pointer, box: box, confidence: confidence))
    var walker = MarkdownWalker(SourceText(characters))
    walker.draft(into: &draft)
    draft.endBlock()
    draft.mark(nil)
  }

  /// Writes each string of a list, or the one string that stands in its place.
  mutating func blocks(_ place: Int?, pointer: String, box: Box? = nil) {
    guard let place else { return }
    if tree.nodes[place].kind != .array { return block(place, pointer: pointer, box: box) }
    for (index, item) in tree.children(of: place).enumerated() {
      block(item, pointer: "\(pointer)/\(index)", box: box)
    }
  }

  /// Writes strings that stand on one line.
  mutating func line(
    _ parts: [(place: Int, pointer: String, box: Box?, confidence: UInt8?, isFormula: Bool)]
  ) {
    draft.beginLine()
    for part in parts {
      guard let printed = tree.printed(part.place) else { continue }
      let decoded = part.isFormula ? tree.formula(part.place) : printed
      draft.mark(
        SourceFile.Mark(element: part.pointer, box: part.box, confidence: part.confidence))
      let text = SourceText(decoded)
      draft.append(text, text.bytes.indices)
    }
    draft.mark(nil)
  }

  /// Writes characters as they are, one paragraph of one line.
  mutating func line(_ characters: DecodedText, _ mark: SourceFile.Mark) {
    draft.beginParagraph()
    draft.beginLine()
    draft.mark(mark)
    draft.append(SourceText(characters), characters.bytes.indices)
    draft.mark(nil)
    draft.endBlock()
  }

  /// Writes words as their places on the page have them.
  mutating func layOut(_ page: WordPage, _ text: SourceText) {
    PageLayout.add(page, text, to: &draft)
  }

  /// Writes a table whose cells are given one by one.
  mutating func table(_ cells: TableCells) {
    cells.write(into: &draft)
    if cells.absurd > 0 { draft.remark(TableRemarks.absurd(cells.absurd)) }
  }

  /// Says of the cells and lines behind a size of the draft how sure the engine was of them.
  mutating func weigh(
    from first: (cells: Int, pieces: Int), _ confidence: (ArraySlice<UInt8>) -> UInt8?
  ) {
    draft.endBlock()
    draft.weigh(from: first, confidence)
  }

  /// Writes a part of a text.
  mutating func block(_ text: SourceText, _ range: Range<Int>, pointer: String) {
    guard !range.isEmpty else { return }
    draft.mark(SourceFile.Mark(element: pointer))
    var walker = MarkdownWalker(text, range)
    walker.draft(into: &draft)
    draft.endBlock()
    draft.mark(nil)
  }

  /// Says something about the whole file.
  mutating func remark(_ message: Message) { draft.remark(message, atFile: 0) }

  /// Ends a paragraph of lines.
  mutating func endBlock() { draft.endBlock() }

  /// The rectangle that four numbers are: left, top, right, bottom.
  ///
  /// Numbers that are all shares of the page are read as thousandths of it.
  func box(_ place: Int?) -> Box? {
    guard let place else { return nil }
    let edges = tree.children(of: place).map { tree.number($0) }
    guard edges.count == 4, let left = edges[0], let top = edges[1], let right = edges[2],
      let bottom = edges[3]
    else { return nil }
    let isShare = [left, top, right, bottom].allSatisfy { $0 >= 0 && $0 <= 1 }
    let scale: Double = isShare ? 1000 : 1
    return Box(
      left: Int32(clamped: left * scale), top: Int32(clamped: top * scale),
      right: Int32(clamped: right * scale), bottom: Int32(clamped: bottom * scale))
  }

  /// A share of one in hundredths; `nil` for what is no share.
  func confidence(_ place: Int?) -> UInt8? { tree.confidence(place) }

  /// Adds what was written to a document, with a remark where the file is cut off or damaged.
  consuming func finish(
    name: String, format: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    for remark in tree.remarks() { draft.remark(remark.message, atFile: remark.offset) }
    try draft.finish(tree.bytes, name: name, format: format, reason: reason, into: &document)
  }
}

extension JSONTree {
  /// A share of one in hundredths; `nil` for what is no share.
  func confidence(_ place: Int?) -> UInt8? {
    guard let share = number(place), share >= 0, share <= 1 else { return nil }
    return UInt8(share * 100 + 0.5)
  }
}

extension Int32 {
  /// The nearest whole number that fits.
  init(clamped value: Double) {
    guard value.magnitude < 0x1p31 else {
      self = value > 0 ? .max : .min
      return
    }
    self = Int32(value < 0 ? value - 0.5 : value + 0.5)
  }
}
