internal import TieoutMarkup
internal import TieoutModel

/// The texts of JSON of no known engine that say where they stand, page by page.
///
/// An engine may tell a line, its words and their characters. Taken are the words, or the lines where
/// there are none; characters are put together.
struct PlacedTexts {
  /// A word, or a line where the engine tells no words.
  struct Item {
    /// The places of its strings: one, or its characters one by one.
    var texts: [Int]
    /// The JSON pointer of the first of them.
    var pointer: String
    var frame: JSONFrame
    /// The place of its score.
    var score: Int?
    /// The way to its page: the numbers and places of what it lies in that tell pages apart.
    var page: [Int] = []
    /// What the file says of its page.
    var sheet = Sheet()
    /// The number of the innermost line, paragraph or block with a place that it is in; 0 for none.
    var group = 0
    /// Whether its engine says that a space or the end of a line follows.
    var isBeforeBreak = false
    /// Whether it is one character that its engine gave by itself.
    fileprivate var isCharacter: Bool
    /// What it says, blanks left out.
    var solid: [UInt8]
  }

  /// What a file says of a page.
  struct Sheet {
    var number: Int?
    /// How wide and how high it is.
    var size: (width: Double, height: Double)?
  }

  /// The texts of each page, in order.
  private(set) var pages: [[Item]] = []
  /// How many texts beside others say no place, and the JSON pointer of the first.
  private(set) var unplaced: (count: Int, first: String) = (0, "")
  private var groups = 0
  private let tree: JSONTree

  private static let texts = [
    "text", "txt", "word", "words", "content", "value", "description", "transcription", "rectext",
    "infertext", "wordtext", "linetext", "symbol", "char", "c",
  ]
  static let scores = [
    "confidence", "score", "conf", "prob", "probability", "inferconfidence", "recscore",
  ]
  private static let pageNumbers = JSONParts.pages.map { JSONTree.plain($0) }
  /// What lists of pages are called.
  private static let lists: Set<String> = [
    "pages", "responses", "images", "parsedresults", "readresults", "results", "pageresults",
  ]
  /// Nobody means what lies deeper.
  private static let deepest = 64

  init(_ tree: JSONTree) {
    self.tree = tree
    let roots = tree.roots
    var items: [Item] = []
    for (index, root) in roots.enumerated() {
      let found = walk(root.place, root.pointer, depth: 0)
      // What stands line by line are pages, or the texts of one.
      items += roots.count > 1 && found.count > 1 ? Self.on(index, found) : found
    }
    let onPages = Dictionary(grouping: items, by: \.page)
    pages = onPages.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// Texts of a page, or of pages, within something larger.
  private static func on(_ page: Int, _ items: [Item]) -> [Item] {
    items.map { item in
      var item = item
      item.page.insert(page, at: 0)
      return item
    }
  }

  private mutating func walk(_ place: Int, _ pointer: String, depth: Int) -> [Item] {
    guard depth < Self.deepest else { return [] }
    switch tree.nodes[place].kind {
    case .array: return list(place, pointer, depth: depth)
    case .object: return object(place, pointer, depth: depth)
    case .string, .number, .boolean, .null: return []
    }
  }

  /// Whether a value is a list or an object; most are neither, and need no pointer.
  private func holdsMore(_ place: Int) -> Bool {
    tree.nodes[place].kind == .array || tree.nodes[place].kind == .object
  }

  private mutating func list(_ place: Int, _ pointer: String, depth: Int) -> [Item] {
    if let item = bare(place, pointer) { return [item] }
    var parts: [[Item]] = []
    var silent: [Int] = []
    for (index, child) in tree.children(of: place).enumerated() {
      parts.append(
        holdsMore(child) ? walk(child, "\(pointer)/\(index)", depth: depth + 1) : [])
      if parts[index].isEmpty, tree.text(of: child, in: Self.texts) != nil { silent.append(index) }
    }
    var items = Self.paged(parts, areNamed: Self.lists.contains(tree.plainName(of: place)))
    if let first = silent.first, !items.isEmpty {
      if unplaced.count == 0 { unplaced.first = "\(pointer)/\(first)" }
      unplaced.count += silent.count
    }
    // Google says all words at once before it says them one by one.
    if items.count > 2, SameTexts.are(items.prefix(1), items.dropFirst()) { items.removeFirst() }
    return items
  }

  /// Texts of the parts of a list: pages, where it is called so and they hold more than a text each, or
  /// where they lie over each other; parts of a page lie side by side.
  private static func paged(_ parts: [[Item]], areNamed: Bool) -> [Item] {
    guard parts.count > 1, parts.contains(where: { $0.count > 1 }),
      areNamed || SameTexts.overlap(parts)
    else { return parts.flatMap { $0 } }
    return parts.enumerated().flatMap { on($0, $1) }
  }

  private mutating func object(_ place: Int, _ pointer: String, depth: Int) -> [Item] {
    var items = texts(place, pointer, depth: depth)
    if items.isEmpty { return [] }
    let number = tree.whole(tree.first(Self.pageNumbers, of: place))
    if let number { items = Self.on(number, items) }
    let size = size(place)
    for index in items.indices {
      if items[index].sheet.number == nil { items[index].sheet.number = number }
      if items[index].sheet.size == nil { items[index].sheet.size = size }
    }
    return items
  }

  private mutating func texts(_ place: Int, _ pointer: String, depth: Int) -> [Item] {
    let inner = members(place, pointer, depth: depth)
    guard let frame = tree.frame(of: place) else { return inner }
    let score = tree.first(Self.scores, of: place)
    let isSpelt = !inner.isEmpty && inner.allSatisfy(\.isCharacter)
    guard let own = text(place, pointer, frame, score) else {
      if inner.isEmpty { return spelt(place, pointer, frame, score).map { [$0] } ?? [] }
      guard isSpelt else { return grouped(inner) }
      return [
        Item(
          texts: inner.flatMap(\.texts), pointer: inner[0].pointer, frame: frame, score: score,
          isBeforeBreak: inner[inner.count - 1].isBeforeBreak, isCharacter: false,
          solid: inner.flatMap(\.solid))
      ]
    }
    if inner.isEmpty || isSpelt { return [own] }
    switch SameTexts.compare([own], inner) {
    case .same: return grouped(inner)
    case .part: return [own]
    case .other: return [own] + inner
    }
  }

  /// The texts of an object's members; members that numbers alone tell apart are a list.
  private mutating func members(_ place: Int, _ pointer: String, depth: Int) -> [Item] {
    var found: [(name: String, items: [Item])] = []
    for child in tree.children(of: place) where holdsMore(child) {
      let name = tree.name(of: child)
      let items = walk(child, "\(pointer)/\(name.asPointer)", depth: depth + 1)
      if !items.isEmpty { found.append((name, items)) }
    }
    func unnumbered(_ name: String) -> String { name.filter { !$0.isNumber } }
    if let first = found.first, found.count > 1,
      found.allSatisfy({ unnumbered($0.name) == unnumbered(first.name) })
    {
      return Self.paged(found.map(\.items), areNamed: false)
    }
    var groups: [[Item]] = []
    for (_, items) in found { Self.add(items, to: &groups) }
    return groups.flatMap { $0 }
  }

  /// The texts of a line or a block; a character in it is a word by itself.
  private mutating func grouped(_ items: [Item]) -> [Item] {
    groups += 1
    return items.map { item in
      var item = item
      if item.group == 0 { item.group = groups }
      item.isCharacter = false
      return item
    }
  }

  /// Adds texts to those beside them; of two that say the same at the same place, words of lines stay
  /// before words of a page, and those before lines and characters.
  private static func add(_ found: [Item], to groups: inout [[Item]]) {
    guard groups.count < ways,
      let same = groups.firstIndex(where: { SameTexts.are($0, found) })
    else { return groups.append(found) }
    func worth(_ items: [Item]) -> (Int, Int) {
      if items.allSatisfy(\.isCharacter) { return (0, 0) }
      return (items.contains { $0.group > 0 } ? 2 : 1, items.count)
    }
    if worth(found) > worth(groups[same]) { groups[same] = found }
  }

  /// Nobody says a page in more ways: what has more members lists its texts by names.
  private static let ways = 16

  /// A text with its place in an object.
  private func text(_ place: Int, _ pointer: String, _ frame: JSONFrame, _ score: Int?) -> Item? {
    guard let string = tree.text(of: place, in: Self.texts) else { return nil }
    var item = item(string, "\(pointer)/\(tree.name(of: string).asPointer)", frame, score)
    item?.isBeforeBreak = isBeforeBreak(place)
    return item
  }

  /// A word whose characters say no places, one by one.
  private func spelt(_ place: Int, _ pointer: String, _ frame: JSONFrame, _ score: Int?) -> Item? {
    for list in tree.children(of: place) where tree.nodes[list].kind == .array {
      let characters = tree.children(of: list)
      let texts = characters.compactMap { tree.text(of: $0, in: Self.texts) }
      guard let first = texts.first, let last = characters.last, texts.count == characters.count
      else { continue }
      let solids = texts.map { solid($0) }
      guard solids.allSatisfy({ $0.count { $0 & 0xC0 != 0x80 } == 1 }) else { continue }
      return Item(
        texts: texts,
        pointer: "\(pointer)/\(tree.name(of: list).asPointer)/0/\(tree.name(of: first).asPointer)",
        frame: frame, score: score, isBeforeBreak: isBeforeBreak(last), isCharacter: false,
        solid: solids.flatMap { $0 })
    }
    return nil
  }

  /// Whether Google says that a space or the end of a line follows a character.
  private func isBeforeBreak(_ place: Int) -> Bool {
    tree.member("property", of: place).flatMap { tree.member("detectedBreak", of: $0) } != nil
  }

  /// A list of a text and a place, in either order, with a score or without.
  private func bare(_ place: Int, _ pointer: String) -> Item? {
    let parts = tree.children(of: place)
    guard (2...4).contains(parts.count) else { return nil }
    let strings = parts.indices.filter { tree.nodes[parts[$0]].kind == .string }
    let lists = parts.filter { tree.nodes[$0].kind == .array }
    guard strings.count == 1, lists.count == 1, let frame = tree.frame(lists[0]) else {
      return nil
    }
    return item(
      parts[strings[0]], "\(pointer)/\(strings[0])", frame,
      parts.first { tree.nodes[$0].kind == .number })
  }

  private func item(_ string: Int, _ pointer: String, _ frame: JSONFrame, _ score: Int?) -> Item? {
    let solid = solid(string)
    guard !solid.isEmpty else { return nil }
    return Item(
      texts: [string], pointer: pointer, frame: frame, score: score,
      isCharacter: solid.count { $0 & 0xC0 != 0x80 } == 1, solid: solid)
  }

  private func solid(_ string: Int) -> [UInt8] {
    tree.printed(string)?.bytes.filter { !$0.isBlankASCII } ?? []
  }

  /// How large an object says that its page is.
  private func size(_ place: Int) -> (width: Double, height: Double)? {
    let sides = tree.items("dimensions", of: place).compactMap { tree.number($0) }
    if sides.count == 2 { return (sides[1], sides[0]) }
    guard let width = tree.number(tree.member("width", of: place)),
      let height = tree.number(tree.member("height", of: place)), tree.frame(of: place) == nil
    else { return nil }
    return (width, height)
  }
}
