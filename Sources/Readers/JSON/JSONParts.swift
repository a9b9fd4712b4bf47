internal import TieoutMarkup
internal import TieoutModel

/// What JSON of no known engine holds of a paper, in order: strings that are called as texts are, and
/// tables; and records, which are objects of plain values.
///
/// Most engines hand a text over more than once: as Markdown and as HTML, whole and block by block.
/// What repeats another's words is left out, the one without tables first.
struct JSONParts {
  /// All parts, in order.
  private(set) var all: [JSONPart] = []
  private let tree: JSONTree

  /// What texts are called; of several in one object the first that holds a table is the text, or
  /// else the first.
  static let texts = [
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

  /// Whether there is a table that is no list of records.
  var holdsTable: Bool { all.contains { $0.isTable && !$0.content.isOfRecords } }

  /// Whether something is read as records; all other parts are the same where nothing is.
  var holdsRecords: Bool { all.contains(where: \.content.isOfRecords) }

  /// Whether the records are a paper's: they hold a table, and a value that is called as money is.
  ///
  /// A log, a list of persons and an engine's lines hold nothing that adds up.
  var areRecordsOfPaper: Bool {
    all.contains(where: \.isTable) && all.contains { $0.namesMoney(tree) }
  }

  /// - Parameter readsRecords: whether a list of objects may be a table, and an object a form.
  init(_ tree: JSONTree, readsRecords: Bool = true) {
    self.tree = tree
    guard let root = tree.root else { return }
    let around = Around(pointer: "", isText: true, readsRecords: readsRecords)
    all = tree.isSequence ? items(root, around, arePages: true) : parts(root, around)
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
    /// Whether a list of objects may be a table, and an object a form.
    var readsRecords: Bool
    /// Whether it lies in a form.
    var isInForm = false
    var depth = 0

    func inside(_ name: String) -> Around {
      var around = self
      around.pointer += "/" + name
      around.depth += 1
      return around
    }
  }

  private func parts(_ place: Int, _ around: Around) -> [JSONPart] {
    guard around.depth < Self.deepest else { return [] }
    switch tree.nodes[place].kind {
    case .string: return around.isText ? text(place, around).map { [$0] } ?? [] : []
    case .array: return list(place, around)
    case .object: return object(place, around)
    case .number, .boolean, .null: return []
    }
  }

  private func list(_ place: Int, _ around: Around) -> [JSONPart] {
    if let cells = GridCells.rows(place, around.pointer, heads: around.heads, tree)
      ?? GridCells.placed(place, around.pointer, tree)
    {
      return [table(cells, around)]
    }
    return items(place, around)
  }

  /// What the values of a list hold one by one; of objects that follow each other the rows of a table.
  ///
  /// - Parameter arePages: whether they are the lines of a file: a line is a page, unless it is a row or
  ///   a form.
  private func items(_ place: Int, _ around: Around, arePages: Bool = false) -> [JSONPart] {
    let (items, holdsTable) = walk(place, around, arePages: arePages)
    guard holdsTable, !around.isInForm else { return items }
    // Beside a table, above it as well, a sum needs no words.
    var around = around
    around.isInForm = true
    return walk(place, around, arePages: arePages).items
  }

  /// The same, and whether the list holds a table itself.
  private func walk(
    _ place: Int, _ around: Around, arePages: Bool
  ) -> (items: [JSONPart], holdsTable: Bool) {
    let children = tree.children(of: place)
    let mayBeRows =
      around.readsRecords && children.allSatisfy { tree.nodes[$0].kind == .object }
    let isAnswer = Self.alternatives.contains(tree.name(of: place))
    var items: [JSONPart] = []
    var holdsTable = false
    var start = 0
    while start < children.count, !isAnswer || items.isEmpty {
      let rows = mayBeRows ? RecordTable.rows(in: children[start...], tree) : []
      let end = max(rows.endIndex, start + 1)
      if rows.count > 1 || children.count == 1,
        let table = table(RecordTable(rows: rows, tree), around)
      {
        items.append(table)
        holdsTable = true
      } else {
        for index in start..<end where !isAnswer || items.isEmpty {
          var inside = around.inside("\(index)")
          if arePages, !mayBeRows || !RecordTable.isForm(children[index], isInForm: false, tree) {
            inside.page = index
          }
          items += parts(children[index], inside)
        }
      }
      start = end
    }
    return (items, holdsTable)
  }

  private func object(_ place: Int, _ around: Around) -> [JSONPart] {
    if around.readsRecords,
      let table = table(RecordTable(columns: place, tree), around)
    {
      return [table]
    }
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
    let others = others(place, around)
    guard let own = texts.first(where: \.isTable) ?? texts.first else { return others }
    // Words above a table stand beside it in a member of their own.
    let words = own.words(tree)
    let beside = texts.filter { $0.pointer != own.pointer && !words.hold($0.words(tree)) }
    let whole = beside + [own]
    let tables = others.filter(\.isTable)
    if !own.isTable, !tables.isEmpty {
      // The text is that of the tables, or that of the whole page from which records were taken.
      let isPage = tables.contains { $0.content.isOfRecords && words.hold($0.words(tree)) }
      if isPage || PartWords(others.map { $0.words(tree) }).hold(words) { return others }
    }
    return whole + others.filter { !words.hold($0.words(tree)) }
  }

  /// What an object holds besides its texts: lists, objects, and the rows of a form, which are what is
  /// called by labels in it.
  private func others(_ place: Int, _ around: Around) -> [JSONPart] {
    var around = around
    let mayBeForm =
      around.readsRecords && RecordTable.isForm(place, isInForm: true, tree)
    around.isInForm =
      around.isInForm || mayBeForm && RecordTable.isForm(place, isInForm: false, tree)
    var others: [JSONPart] = []
    var pairs: [Int] = []
    /// The rows, each with the number of the parts before it.
    var rows: [(count: Int, part: JSONPart)] = []
    func endPairs() {
      guard !pairs.isEmpty else { return }
      rows.append((others.count, part(.pairs(pairs), around)))
      pairs.removeAll()
    }
    for child in tree.children(of: place) {
      if tree.isPlain(child) {
        if mayBeForm, tree.isLabelled(child) { pairs.append(child) }
      } else {
        endPairs()
        others += held(child, around)
      }
    }
    endPairs()
    // Numbers beside a table of records, such as its sum, need no words either.
    guard around.isInForm || others.contains(where: { $0.isTable && $0.content.isOfRecords })
    else { return others }
    for (count, part) in rows.reversed() { others.insert(part, at: count) }
    return others
  }

  /// What a list or an object that has a name holds, below its name where that is a label.
  private func held(_ child: Int, _ around: Around) -> [JSONPart] {
    let name = tree.name(of: child)
    var inside = around.inside(tree.pointerName(of: child))
    inside.isText = Self.texts.contains(name)
    if RecordNames.settings.contains(name) { inside.readsRecords = false }
    let held = parts(child, inside)
    guard inside.readsRecords, !held.isEmpty, tree.isLabelled(child) else { return held }
    var title = part(.name(child), inside)
    title.page = held[0].page
    return [title] + held
  }

  private func table(_ cells: [TableCells.Cell], _ around: Around) -> JSONPart {
    part(.table(cells), around, isTable: true, words: PartWords(cells))
  }

  /// The table of some records; `nil` where there is none, or neither is it like a paper's nor does
  /// it lie in a form.
  private func table(_ records: RecordTable?, _ around: Around) -> JSONPart? {
    guard let records, records.isSure || around.isInForm else { return nil }
    return part(.records(records), around, isTable: records.isSure)
  }

  /// A string that is not blank.
  private func text(_ place: Int, _ around: Around) -> JSONPart? {
    guard let bytes = tree.text(place)?.bytes, !bytes.allSatisfy(\.isBlankASCII) else { return nil }
    let isTable =
      !JSONSketch.isMeant(bytes) && (MarkdownSigns.holdTable(bytes) || bytes.hasTabbedLines)
    return part(.text(place), around, isTable: isTable, words: PartWords(bytes))
  }

  private func part(
    _ content: JSONPart.Content, _ around: Around, isTable: Bool = false, words: PartWords? = nil
  ) -> JSONPart {
    JSONPart(
      content: content, pointer: around.pointer, page: around.page, box: around.box,
      isTable: isTable, words: words)
  }
}

extension JSONTree {
  /// The name of a value as the file writes it; empty for one without.
  func name(of place: Int) -> String {
    String(decoding: bytes[nodes[place].key], as: UTF8.self)
  }

  /// The name of a value as a part of a JSON pointer.
  func pointerName(of place: Int) -> String {
    String(decoding: nameText(of: place).bytes, as: UTF8.self).asPointer
  }

  /// Whether a value holds no other.
  func isPlain(_ place: Int) -> Bool {
    nodes[place].kind != .array && nodes[place].kind != .object
  }
}

extension Array<UInt8> {
  /// Whether tabs part cells in more lines than one.
  fileprivate var hasTabbedLines: Bool {
    guard let first = firstIndex(of: 0x09), let last = lastIndex(of: 0x09) else { return false }
    return self[first..<last].contains(0x0A)
  }
}
