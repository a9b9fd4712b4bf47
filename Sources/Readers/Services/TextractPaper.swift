internal import TieoutMarkup
internal import TieoutModel

/// The blocks of a paper, or of a part of it that was sent for itself: their names hold in it alone.
struct TextractPaper {
  private let tree: JSONTree
  private var blocks: [(place: Int, pointer: String)] = []
  /// The block of each identifier; the first of several.
  private var named: [String: Int] = [:]
  private var types: [String] = []
  private var numbers: [Int] = []
  /// The numbers of the pages that it begins.
  private var begun: Set<Int> = []
  /// The table on its page that holds a word or a box to tick; `nil` for a word in none.
  private var tables: [Int: Int] = [:]
  /// The cells that stand in a table: one is in the first that names it.
  private var isPlaced: Set<Int> = []

  /// The parts of a file: an answer that begins a page anew which an earlier one began is a part of
  /// its own.
  static func parts(of tree: JSONTree) -> [TextractPaper] {
    var parts = [TextractPaper(tree)]
    for answer in lists(tree) {
      let begun = answer.filter { tree.string(tree.member("BlockType", of: $0.place)) == "PAGE" }
        .map { number(of: $0.place, tree) }
      if let last = parts.last, begun.contains(where: last.begun.contains) {
        parts.append(TextractPaper(tree))
      }
      parts[parts.count - 1].begun.formUnion(begun)
      parts[parts.count - 1].add(answer)
    }
    return parts
  }

  /// The lists of blocks, each with the pointers.
  private static func lists(_ tree: JSONTree) -> [[(place: Int, pointer: String)]] {
    var bare: [(place: Int, pointer: String)] = []
    var lists: [[(place: Int, pointer: String)]] = []
    for answer in tree.answers {
      let blocks = tree.listed("Blocks", of: answer)
      if !blocks.isEmpty {
        lists.append(blocks)
      } else if tree.member("BlockType", of: answer.place) != nil {
        bare.append(answer)
      }
    }
    return bare.isEmpty ? lists : lists + [bare]
  }

  private init(_ tree: JSONTree) { self.tree = tree }

  private mutating func add(_ answer: [(place: Int, pointer: String)]) {
    for block in answer {
      if let name = tree.string(tree.member("Id", of: block.place)), named[name] == nil {
        named[name] = blocks.count
      }
      types.append(tree.string(tree.member("BlockType", of: block.place)) ?? "")
      numbers.append(Self.number(of: block.place, tree))
      blocks.append(block)
    }
  }

  private static func number(of block: Int, _ tree: JSONTree) -> Int {
    Draft.bounded(tree.integer(tree.member("Page", of: block)) ?? 1)
  }

  /// The pages in order.
  var pages: [AnswerPage] {
    var paper = self
    let own = Dictionary(grouping: blocks.indices) { numbers[$0] }
    return own.sorted { $0.key < $1.key }.map { number, blocks in
      var page = AnswerPage(number: number)
      page.tables = paper.tables(blocks)
      page.texts = paper.texts(blocks)
      return page
    }
  }

  // MARK: Tables

  private static let names = CellNames(
    row: "RowIndex", column: "ColumnIndex", rowExtent: "RowSpan", columnExtent: "ColumnSpan",
    extent: .count, first: 1)

  /// The tables of a page, whose words are known from then on.
  private mutating func tables(_ own: [Int]) -> [AnswerPage.Table] {
    var made: [AnswerPage.Table] = []
    for table in own where types[table] == "TABLE" {
      var cells: [TableCells.Cell] = []
      for merged in children(of: table, "MERGED_CELL") where isPlaced.insert(merged).inserted {
        let words = newCells(of: merged).flatMap { children(of: $0) }
        cells.append(cell(merged, words, table: made.count))
      }
      for part in newCells(of: table) {
        cells.append(cell(part, children(of: part), table: made.count))
      }
      if !cells.isEmpty { made.append(AnswerPage.Table(cells, box: box(of: table))) }
    }
    return made
  }

  /// The cells that a block names and that stand nowhere yet.
  private mutating func newCells(of block: Int) -> [Int] {
    children(of: block).filter { types[$0] == "CELL" && isPlaced.insert($0).inserted }
  }

  /// A cell with its words; a word that another cell holds is that one's.
  private mutating func cell(_ block: Int, _ words: [Int], table: Int) -> TableCells.Cell {
    var text = DecodedText()
    var sure: UInt8?
    for word in words where tables[word] == nil {
      guard let printed = printed(word) else { continue }
      tables[word] = table
      text.join(printed.characters)
      sure = [sure, confidence(of: word)].compactMap { $0 }.min()
    }
    return Self.names.cell(
      blocks[block].place, tree, text: text,
      mark: SourceFile.Mark(
        element: blocks[block].pointer, box: box(of: block), confidence: sure))
  }

  // MARK: Texts

  /// The lines of a page, and the words and boxes to tick that are in none.
  private func texts(_ own: [Int]) -> [AnswerPage.Text] {
    var texts: [AnswerPage.Text] = []
    var isTold: Set<Int> = []
    for line in lines(own) {
      let words = children(of: line).filter { types[$0] == "WORD" && isTold.insert($0).inserted }
      let inside = words.compactMap { tables[$0] }
      if inside.isEmpty || inside.count == words.count {
        if let text = text(line, table: inside.first) { texts.append(text) }
      } else {
        texts += words.compactMap { text($0, table: tables[$0]) }
      }
    }
    for block in own where Self.printedTypes.contains(types[block]) && isTold.insert(block).inserted
    {
      if let text = text(block, table: tables[block]) { texts.append(text) }
    }
    return texts
  }

  private static let printedTypes: Set<String> = ["WORD", "SELECTION_ELEMENT"]

  /// The lines of a page: in the order of the blocks of its layout, those of none behind them.
  private func lines(_ own: [Int]) -> [Int] {
    var lines: [Int] = []
    var isKnown: Set<Int> = []
    for block in own where types[block].hasPrefix("LAYOUT_") {
      var waiting = [block]
      while let next = waiting.popLast() {
        guard isKnown.insert(next).inserted else { continue }
        if types[next] == "LINE" {
          lines.append(next)
        } else {
          waiting += children(of: next).reversed()
        }
      }
    }
    return lines + own.filter { types[$0] == "LINE" && isKnown.insert($0).inserted }
  }

  private func text(_ block: Int, table: Int?) -> AnswerPage.Text? {
    guard let printed = printed(block) else { return nil }
    return AnswerPage.Text(
      characters: printed.characters,
      mark: SourceFile.Mark(
        element: "\(blocks[block].pointer)/\(printed.name)", box: box(of: block),
        confidence: confidence(of: block)),
      table: table)
  }

  // MARK: Members

  /// The characters of a line, a word or a box to tick, and what their member is called.
  private func printed(_ block: Int) -> (characters: DecodedText, name: String)? {
    let place = blocks[block].place
    if let text = tree.text(tree.member("Text", of: place)) { return (text, "Text") }
    guard let state = tree.member("SelectionStatus", of: place),
      let tick = DecodedText(
        tick: tree.string(state), at: tree.nodes[state].range, selected: "SELECTED",
        unselected: "NOT_SELECTED")
    else { return nil }
    return (tick, "SelectionStatus")
  }

  /// The blocks that a block names as of a kind; names of none are passed over.
  private func children(of block: Int, _ kind: String = "CHILD") -> [Int] {
    tree.items("Relationships", of: blocks[block].place).flatMap { relationship in
      tree.string(tree.member("Type", of: relationship)) == kind
        ? tree.items("Ids", of: relationship).compactMap { tree.string($0).flatMap { named[$0] } }
        : []
    }
  }

  private func confidence(of block: Int) -> UInt8? {
    tree.percent(tree.member("Confidence", of: blocks[block].place))
  }

  /// The rectangle of a block, in thousandths of the page.
  private func box(of block: Int) -> Box? {
    guard let geometry = tree.member("Geometry", of: blocks[block].place),
      let box = tree.member("BoundingBox", of: geometry)
    else { return nil }
    let edges = ["Left", "Top", "Width", "Height"].map {
      tree.number(tree.member($0, of: box)).map { $0 * 1000 }
    }
    guard let left = edges[0], let top = edges[1], let width = edges[2], let height = edges[3]
    else { return nil }
    return Box(left, top, left + width, top + height)
  }
}
