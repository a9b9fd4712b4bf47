internal import TieoutMarkup
internal import TieoutModel

/// What JSON of no known engine holds of a paper, in order: strings that are called as texts are, and
/// tables.
///
/// Most engines hand a text over more than once: as Markdown and as HTML, whole and block by block.
/// What repeats another's words is left out, the one without tables first.
struct JSONParts {
  /// A text or a table.
  struct Part {
    /// What it is.
    enum Content {
      /// The place of a string.
      case text(Int)
      case table([TableCells.Cell])
    }

    var content: Content
    /// The JSON pointer of the string, or of the list of rows or cells.
    var pointer: String
    /// The number of its page as the file has it.
    var page: Int?
    /// The place of the box around it.
    var box: Int?
    /// Whether it holds a table.
    var isTable: Bool
    /// The words in it.
    fileprivate var words: PartWords
  }

  /// All parts, in order.
  private(set) var all: [Part] = []
  private let tree: JSONTree

  /// What texts are called; of several in one object the first that holds a table is the text, or
  /// else the first.
  private static let texts = [
    "markdown", "md", "html", "content", "block_content", "text", "page_content", "generated_text",
    "natural_text", "response", "output_text", "latex", "table_html", "pred_html",
  ]
  static let pages = [
    "page_idx", "page_index", "pageIndex", "page", "page_number", "pageNumber", "page_no",
    "page_num", "page_id",
  ]
  private static let boxes = ["bbox", "block_bbox", "box", "bounding_box", "layout_bbox"]
  /// What the heads beside a list of rows are called.
  private static let heads = ["headers", "header", "columns"]
  /// Lists of which each value is another answer to one question: the first with a text is the answer.
  private static let alternatives = ["choices", "candidates"]
  /// Nobody means what lies deeper.
  private static let deepest = 64

  init(_ tree: JSONTree) {
    self.tree = tree
    let roots = tree.roots
    for (index, root) in roots.enumerated() {
      all += parts(
        root.place,
        Around(pointer: root.pointer, page: roots.count > 1 ? index : nil, isText: true))
    }
  }

  /// What is known of a value by what it lies in.
  private struct Around {
    var pointer: String
    var page: Int?
    var box: Int?
    /// The heads of the rows in the same object.
    var heads: (place: Int, pointer: String)?
    /// Whether it is called as texts are.
    var isText = false
    var depth = 0

    func inside(_ name: String) -> Around {
      var around = self
      around.pointer += "/" + name
      around.depth += 1
      return around
    }
  }

  private func parts(_ place: Int, _ around: Around) -> [Part] {
    guard around.depth < Self.deepest else { return [] }
    switch tree.nodes[place].kind {
    case .string: return around.isText ? text(place, around).map { [$0] } ?? [] : []
    case .array: return list(place, around)
    case .object: return object(place, around)
    case .number, .boolean, .null: return []
    }
  }

  private func list(_ place: Int, _ around: Around) -> [Part] {
    if let cells = GridCells.rows(place, around.pointer, heads: around.heads, tree)
      ?? GridCells.placed(place, around.pointer, tree)
    {
      return [
        Part(
          content: .table(cells), pointer: around.pointer, page: around.page, box: around.box,
          isTable: true, words: PartWords(cells))
      ]
    }
    let children = tree.children(of: place).enumerated().lazy
      .map { parts($1, around.inside("\($0)")) }
    return Self.alternatives.contains(tree.name(of: place))
      ? children.first { !$0.isEmpty } ?? [] : children.flatMap { $0 }
  }

  private func object(_ place: Int, _ around: Around) -> [Part] {
    var around = around
    around.page =
      Self.pages.lazy.compactMap { tree.whole(tree.member($0, of: place)) }.first ?? around.page
    around.box = Self.boxes.lazy.compactMap { tree.member($0, of: place) }.first ?? around.box
    around.heads =
      Self.heads.lazy.compactMap { name in
        tree.member(name, of: place).map { ($0, "\(around.pointer)/\(name)") }
      }.first
    let texts = Self.texts.compactMap { name in
      tree.member(name, of: place).flatMap { text($0, around.inside(name)) }
    }
    let others = tree.children(of: place).flatMap { child -> [Part] in
      let name = tree.name(of: child)
      var inside = around.inside(name.asPointer)
      inside.isText = Self.texts.contains(name)
      return tree.nodes[child].kind == .string ? [] : parts(child, inside)
    }
    guard let own = texts.first(where: \.isTable) ?? texts.first else { return others }
    // Words above a table stand beside it in a member of their own.
    let beside = texts.filter { $0.pointer != own.pointer && !own.words.hold($0.words) }
    let whole = beside + [own]
    if !own.isTable, others.contains(where: \.isTable), PartWords(others).hold(own.words) {
      return others
    }
    return whole + others.filter { !own.words.hold($0.words) }
  }

  /// A string that is not blank.
  private func text(_ place: Int, _ around: Around) -> Part? {
    guard let bytes = tree.text(place)?.bytes, !bytes.allSatisfy(\.isBlankASCII) else { return nil }
    let isTable =
      !JSONSketch.isMeant(bytes) && (MarkdownSigns.holdTable(bytes) || bytes.hasTabbedLines)
    return Part(
      content: .text(place), pointer: around.pointer, page: around.page, box: around.box,
      isTable: isTable, words: PartWords(bytes))
  }
}

/// The words of a text or a table, markup aside, to tell what says the same.
private struct PartWords {
  private var hashes: Set<UInt64> = []

  init(_ text: [UInt8]) { add(text) }

  init(_ cells: [TableCells.Cell]) { for cell in cells { add(cell.text.bytes) } }

  init(_ parts: [JSONParts.Part]) {
    for part in parts { hashes.formUnion(part.words.hashes) }
  }

  /// Whether nearly all words of another text are among these.
  func hold(_ other: PartWords) -> Bool {
    let unknown = other.hashes.count { !hashes.contains($0) }
    return unknown * 10 < other.hashes.count
  }

  private mutating func add(_ text: [UInt8]) {
    var hash: UInt64 = 0
    var isTag = false
    for byte in text {
      if byte <= 0x20 || isTag || "<>|&\\\"*#$+-".utf8.contains(byte) {
        if hash != 0 { hashes.insert(hash) }
        hash = 0
      } else {
        hash = (hash ^ UInt64(byte) ^ 0xCBF2_9CE4_8422_2325) &* 0x100_0000_01B3
      }
      if byte == 0x3C { isTag = true } else if byte == 0x3E { isTag = false }
    }
    if hash != 0 { hashes.insert(hash) }
  }
}

extension JSONTree {
  /// The name of a value; empty for one without.
  func name(of place: Int) -> String {
    String(decoding: bytes[nodes[place].key], as: UTF8.self)
  }
}

extension Array<UInt8> {
  /// Whether tabs part cells in more lines than one.
  fileprivate var hasTabbedLines: Bool {
    guard let first = firstIndex(of: 0x09), let last = lastIndex(of: 0x09) else { return false }
    return self[first..<last].contains(0x0A)
  }
}
