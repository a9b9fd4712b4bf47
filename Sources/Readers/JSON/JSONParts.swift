internal import TieoutMarkup
internal import TieoutModel

/// What JSON of no known engine holds of a paper, in order: strings that are called as texts are, and
/// tables.
///
/// Most engines hand a text over more than once: as Markdown and as HTML, whole and block by block.
/// Each is taken once, and where a table is told.
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
  private static let pages = [
    "page_idx", "page_index", "pageIndex", "page", "page_number", "pageNumber", "page_no",
    "page_num",
    "page_id",
  ]
  private static let boxes = ["bbox", "block_bbox", "box", "bounding_box", "layout_bbox"]
  /// Lists of which each value is another answer to one question: the first is the answer.
  private static let alternatives = ["choices", "candidates"]
  /// Nobody means what lies deeper.
  private static let deepest = 64

  init(_ tree: JSONTree) {
    self.tree = tree
    let roots = tree.roots
    for (index, root) in roots.enumerated() {
      all += parts(
        root.place, Around(pointer: root.pointer, page: roots.count > 1 ? index : nil, isText: true)
      )
    }
  }

  /// What is known of a value by what it lies in.
  private struct Around {
    var pointer: String
    var page: Int?
    var box: Int?
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
    if let cells = GridCells.rows(place, around.pointer, tree)
      ?? GridCells.placed(place, around.pointer, tree)
    {
      return [
        Part(
          content: .table(cells), pointer: around.pointer, page: around.page, box: around.box,
          isTable: true)
      ]
    }
    var children = tree.children(of: place)
    if Self.alternatives.contains(tree.name(of: place)) { children = Array(children.prefix(1)) }
    return children.enumerated().flatMap { parts($1, around.inside("\($0)")) }
  }

  private func object(_ place: Int, _ around: Around) -> [Part] {
    var around = around
    around.page =
      Self.pages.lazy.compactMap { tree.whole(tree.member($0, of: place)) }.first
      ?? around.page
    around.box = Self.boxes.lazy.compactMap { tree.member($0, of: place) }.first ?? around.box
    let texts = Self.texts.compactMap { name in
      tree.member(name, of: place).flatMap { text($0, around.inside(name)) }
    }
    let own = texts.first { $0.isTable } ?? texts.first
    let others = tree.children(of: place).flatMap { child -> [Part] in
      let name = tree.name(of: child)
      var inside = around.inside(name.asPointer)
      inside.isText = Self.texts.contains(name)
      // Texts beside the object's own one are the same text.
      return tree.nodes[child].kind == .string ? [] : parts(child, inside)
    }
    guard let own else { return others }
    guard isRepeated(own, in: others) else { return [own] + others }
    return !own.isTable && others.contains { $0.isTable } ? others : [own]
  }

  /// A string that is not blank.
  private func text(_ place: Int, _ around: Around) -> Part? {
    guard let bytes = tree.text(place)?.bytes, !bytes.allSatisfy(\.isBlankASCII) else { return nil }
    return Part(
      content: .text(place), pointer: around.pointer, page: around.page, box: around.box,
      isTable: !JSONSketch.isMeant(bytes)
        && (MarkdownSigns(bytes).isTable || bytes.hasTabbedLines))
  }

  /// So many parts are looked for in a text that may hold all of them.
  private static let samples = 8
  /// So much of a word is looked for.
  private static let longestSample = 48

  /// Whether a text says what other parts say: most of some of them stand in it.
  private func isRepeated(_ own: Part, in others: [Part]) -> Bool {
    guard case .text(let place) = own.content, let text = tree.text(place)?.bytes else {
      return false
    }
    let step = max(1, others.count / Self.samples)
    let words = stride(from: 0, to: others.count, by: step)
      .map { longestWord(of: others[$0]).prefix(Self.longestSample) }.filter { !$0.isEmpty }
    let known = words.count { text.firstRange(of: $0) != nil }
    return known * 2 > words.count
  }

  /// The longest run of characters of a part that is no markup, or the beginning of it.
  private func longestWord(of part: Part) -> ArraySlice<UInt8> {
    switch part.content {
    case .text(let place): return (tree.text(place)?.bytes ?? []).longestWord
    case .table(let cells):
      return cells.lazy.map(\.text.bytes.longestWord).max { $0.count < $1.count } ?? []
    }
  }
}

extension JSONTree {
  /// The name of a value; empty for one without.
  fileprivate func name(of place: Int) -> String {
    String(decoding: bytes[nodes[place].key], as: UTF8.self)
  }
}

extension Array<UInt8> {
  /// Whether tabs part cells in more lines than one.
  fileprivate var hasTabbedLines: Bool {
    guard let first = firstIndex(of: 0x09), let last = lastIndex(of: 0x09) else { return false }
    return self[first..<last].contains(0x0A)
  }

  /// The longest run of characters without blanks and signs of markup, or the beginning of it.
  fileprivate var longestWord: ArraySlice<UInt8> {
    var longest = self[0..<0]
    var start = 0
    var isTag = false
    for (index, byte) in enumerated() {
      let isSign = byte <= 0x20 || "<>|&\\\"*#$".utf8.contains(byte)
      if isSign || isTag {
        if index - start > longest.count { longest = self[start..<index] }
        start = index + 1
      }
      if byte == 0x3C { isTag = true } else if byte == 0x3E { isTag = false }
    }
    return start < count && count - start > longest.count ? self[start...] : longest
  }
}
