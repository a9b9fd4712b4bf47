internal import TieoutMarkup
internal import TieoutModel

/// The pages of a `Document` of Document AI, whose elements say which of its characters they hold.
struct DocumentAIPaper {
  private let tree: JSONTree
  private let text: DecodedText
  /// Where each character of the text begins, and where the last one ends: indices count characters.
  private let starts: [Int]
  /// The pages in order.
  private(set) var pages: [AnswerPage] = []

  init(_ document: Int, _ pointer: String, _ tree: JSONTree) {
    self.tree = tree
    let text = tree.text(tree.member("text", of: document)) ?? DecodedText()
    self.text = text
    starts = text.bytes.indices.filter { text.bytes[$0].isScalarStart } + [text.bytes.count]
    for (index, page) in tree.listed("pages", of: (document, pointer)).enumerated() {
      let number = tree.whole(tree.field("pageNumber", of: page.place)) ?? index + 1
      pages.append(self.page(page, Draft.bounded(number)))
    }
  }

  private func page(_ page: (place: Int, pointer: String), _ number: Int) -> AnswerPage {
    var made = AnswerPage(number: number)
    let size = size(of: page.place)
    var spans: [(range: Range<Int>, table: Int)] = []
    for table in tree.listed("tables", of: page) {
      let (cells, own) = cells(of: table, size)
      spans += own.map { ($0, made.tables.count) }
      if !cells.isEmpty {
        made.tables.append(AnswerPage.Table(cells, box: box(of: table.place, size)))
      }
    }
    let ofTables = TableSpans(spans)
    for name in ["lines", "paragraphs", "blocks"] where made.texts.isEmpty {
      made.texts = tree.listed(name, of: page).compactMap { element in
        let ranges = ranges(of: element.place)
        let characters = characters(ranges)
        guard !characters.bytes.isEmpty else { return nil }
        return AnswerPage.Text(
          characters: characters, mark: mark(element, size), isLine: name == "lines",
          table: ofTables.table(holding: ranges))
      }
    }
    return made
  }

  // MARK: Tables

  private func cells(
    of table: (place: Int, pointer: String), _ size: (x: Double, y: Double)
  ) -> (cells: [TableCells.Cell], ranges: [Range<Int>]) {
    var cells: [TableCells.Cell] = []
    var own: [Range<Int>] = []
    var grid = SpanGrid()
    for row in ["headerRows", "bodyRows"].flatMap({ tree.listed($0, of: table) }) {
      grid.beginRow()
      for cell in tree.listed("cells", of: row) {
        let ranges = ranges(of: cell.place)
        own += ranges
        cells.append(
          grid.cell(cell.place, tree, text: characters(ranges), mark: mark(cell, size)))
      }
    }
    return (cells, own)
  }

  // MARK: Elements

  private func mark(
    _ element: (place: Int, pointer: String), _ size: (x: Double, y: Double)
  ) -> SourceFile.Mark {
    let layout = tree.member("layout", of: element.place)
    return SourceFile.Mark(
      element: element.pointer, box: box(of: element.place, size),
      confidence: layout.flatMap { tree.confidence(tree.member("confidence", of: $0)) })
  }

  private func box(of element: Int, _ size: (x: Double, y: Double)) -> Box? {
    guard let layout = tree.member("layout", of: element) else { return nil }
    return tree.polygon(tree.field("boundingPoly", of: layout), size)
  }

  /// The size of a page, to which shares of it are widened.
  private func size(of page: Int) -> (x: Double, y: Double) {
    guard let size = tree.member("dimension", of: page),
      let width = tree.number(tree.member("width", of: size)), width > 0,
      let height = tree.number(tree.member("height", of: size)), height > 0
    else { return (1000, 1000) }
    return (width, height)
  }

  /// The bytes of the text that an element holds; an index beyond the text is its end.
  private func ranges(of element: Int) -> [Range<Int>] {
    guard let layout = tree.member("layout", of: element),
      let anchor = tree.field("textAnchor", of: layout)
    else { return [] }
    func offset(_ index: Int) -> Int { starts[min(max(index, 0), starts.count - 1)] }
    return tree.list("textSegments", of: anchor).compactMap { segment in
      // Where the index is 0, it is left out.
      let start = offset(tree.whole(tree.field("startIndex", of: segment)) ?? 0)
      let end = offset(tree.whole(tree.field("endIndex", of: segment)) ?? 0)
      return start < end ? start..<end : nil
    }
  }

  /// The characters of some ranges, without the white space around them.
  private func characters(_ ranges: [Range<Int>]) -> DecodedText {
    var all = DecodedText()
    for range in ranges {
      var range = range
      while let last = range.last, text.bytes[last].isBlankASCII {
        range = range.lowerBound..<last
      }
      while let first = range.first, text.bytes[first].isBlankASCII {
        range = first + 1..<range.upperBound
      }
      if !range.isEmpty { all.join(text.part(range, of: tree.bytes)) }
    }
    return all
  }
}

extension SpanGrid {
  /// The next cell of a row, at the first place that is free.
  mutating func cell(
    _ place: Int, _ tree: JSONTree, text: DecodedText, mark: SourceFile.Mark
  ) -> TableCells.Cell {
    func span(_ name: String) -> Int { max(tree.whole(tree.field(name, of: place)) ?? 1, 1) }
    let (columnSpan, rowSpan) = (span("colSpan"), min(span("rowSpan"), 10_000))
    let free = self.place(columnSpan: columnSpan, rowSpan: rowSpan)
    return TableCells.Cell(
      row: row, column: free.column, rowSpan: free.rowSpan, columnSpan: free.columnSpan,
      text: SourceText(text), mark: mark)
  }
}

extension JSONTree {
  /// The rectangle around a `BoundingPoly`, whose points are told in pixels or as shares of a page.
  func polygon(_ place: Int?, _ size: (x: Double, y: Double)) -> Box? {
    guard let place else { return nil }
    return outline(member("vertices", of: place), scale: (1, 1))
      ?? outline(field("normalizedVertices", of: place), scale: size)
  }
}
