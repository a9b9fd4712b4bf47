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
    /// Which of the file's pages it is on.
    var page: Int
    /// The number of the innermost line, paragraph or block with a place that it is in; 0 for none.
    var group = 0
    /// Whether its engine says that a space or the end of a line follows.
    var isBeforeBreak = false
    /// Whether it is one character that its engine gave by itself.
    fileprivate var isCharacter: Bool
    /// What it says, blanks left out.
    fileprivate var solid: [UInt8]
  }

  /// A page of the file.
  struct Page {
    /// Its number as the file has it.
    var number: Int?
    /// How wide and how high it is.
    var size: (width: Double, height: Double)?
  }

  /// All texts, in order.
  private(set) var items: [Item] = []
  /// The pages, in order.
  private(set) var pages = [Page()]
  private var groups = 0
  private let tree: JSONTree

  private static let texts = [
    "text", "txt", "word", "words", "content", "value", "description", "transcription",
    "rec_text", "inferText", "WordText", "LineText", "symbol", "char", "c",
  ]
  private static let scores = [
    "confidence", "score", "conf", "prob", "probability", "inferConfidence", "rec_score",
  ]
  /// What lists of pages are called.
  private static let lists: Set<String> = [
    "pages", "responses", "images", "ParsedResults", "readResults", "results", "page_results",
  ]
  /// Nobody means what lies deeper.
  private static let deepest = 64

  init(_ tree: JSONTree) {
    self.tree = tree
    let roots = tree.roots
    for root in roots {
      let found = walk(root.place, root.pointer, 0, depth: 0)
      // What stands line by line are pages, or the texts of one.
      let isPage = roots.count > 1 && found.count > 1
      if isPage, !items.isEmpty { pages.append(Page()) }
      items += isPage ? found.map { on(pages.count - 1, $0) } : found
    }
  }

  private func on(_ page: Int, _ item: Item) -> Item {
    var item = item
    if item.page == 0 { item.page = page }
    return item
  }

  private mutating func walk(_ place: Int, _ pointer: String, _ page: Int, depth: Int) -> [Item] {
    guard depth < Self.deepest else { return [] }
    switch tree.nodes[place].kind {
    case .array: return list(place, pointer, page, depth: depth)
    case .object: return object(place, pointer, page, depth: depth)
    case .string, .number, .boolean, .null: return []
    }
  }

  private mutating func list(
    _ place: Int, _ pointer: String, _ page: Int, depth: Int
  ) -> [Item] {
    if let item = bare(place, pointer, page) { return [item] }
    let isOfPages = Self.lists.contains(tree.name(of: place))
    var parts: [[Item]] = []
    let children = tree.children(of: place)
    for (index, child) in children.enumerated() {
      var page = page
      // The first page is the one that the list stands on.
      if isOfPages, index > 0, tree.nodes[child].kind == .object {
        pages.append(Page())
        page = pages.count - 1
      }
      parts.append(walk(child, "\(pointer)/\(index)", page, depth: depth + 1))
    }
    if !isOfPages, Self.arePages(parts) {
      for index in parts.indices.dropFirst() {
        pages.append(Page())
        if tree.nodes[children[index]].kind == .object {
          describe(pages.count - 1, children[index])
        }
        for place in parts[index].indices where parts[index][place].page == page {
          parts[index][place].page = pages.count - 1
        }
      }
    }
    var items = parts.flatMap { $0 }
    // Google says all words at once before it says them one by one.
    if items.count > 2, Self.says(items[...0], as: items.dropFirst(), isThere: true) {
      items.removeFirst()
    }
    return items
  }

  /// Whether four numbers without names end with width and height: as edges they would be none.
  static func isSize(_ frames: [JSONFrame]) -> Bool {
    frames.contains { $0.shape == .unsaid && !$0.mayBeEdges }
  }

  /// Whether lists of texts are pages: they lie over each other, where parts of a page lie side by side.
  private static func arePages(_ parts: [[Item]]) -> Bool {
    let isSize = isSize(parts.joined().map(\.frame))
    let frames = parts.compactMap { outline($0, unsaidIsSize: isSize) }
    guard frames.count > 1, parts.contains(where: { $0.count > 3 }) else { return false }
    return zip(frames, frames.dropFirst()).allSatisfy { $0.shared(with: $1) > 0.5 }
  }

  private mutating func object(
    _ place: Int, _ pointer: String, _ page: Int, depth: Int
  ) -> [Item] {
    describe(page, place)
    var groups: [[Item]] = []
    for child in tree.children(of: place) where tree.nodes[child].kind != .string {
      let found = walk(
        child, "\(pointer)/\(tree.name(of: child).asPointer)", page, depth: depth + 1)
      if !found.isEmpty { Self.add(found, to: &groups) }
    }
    let inner = groups.flatMap { $0 }
    guard let frame = tree.frame(of: place) else { return inner }
    let score = tree.first(Self.scores, of: place)
    let isSpelt = !inner.isEmpty && inner.allSatisfy(\.isCharacter)
    guard let own = text(place, pointer, frame, score, page) else {
      guard isSpelt else { return grouped(inner) }
      return [
        Item(
          texts: inner.flatMap(\.texts), pointer: inner[0].pointer, frame: frame, score: score,
          page: page, isBeforeBreak: inner[inner.count - 1].isBeforeBreak, isCharacter: false,
          solid: inner.flatMap(\.solid))
      ]
    }
    if inner.isEmpty || isSpelt { return [own] }
    if Self.says(inner[...], as: [own], isThere: false) { return grouped(inner) }
    // What is inside tells only a part of it, or something else.
    return inner.allSatisfy({ own.solid.firstRange(of: $0.solid) != nil }) ? [own] : [own] + inner
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
      let same = groups.firstIndex(where: { says($0[...], as: found[...], isThere: true) })
    else { return groups.append(found) }
    func worth(_ items: [Item]) -> (Int, Int) {
      if items.allSatisfy(\.isCharacter) { return (0, 0) }
      return (items.contains { $0.group > 0 } ? 2 : 1, items.count)
    }
    if worth(found) > worth(groups[same]) { groups[same] = found }
  }

  /// Nobody says a page in more ways: what has more members lists its texts by names.
  private static let ways = 16

  /// Whether texts say the same as others, in any order, and at the same place where that counts.
  private static func says(
    _ some: ArraySlice<Item>, as others: ArraySlice<Item>, isThere: Bool
  ) -> Bool {
    guard
      some.reduce(0, { $0 + $1.solid.count }) == others.reduce(0, { $0 + $1.solid.count })
    else { return false }
    if isThere {
      let isSize = isSize(some.map(\.frame) + others.map(\.frame))
      guard let here = outline(some, unsaidIsSize: isSize),
        let there = outline(others, unsaidIsSize: isSize), here.shared(with: there) > 0.8
      else { return false }
    }
    return some.flatMap(\.solid).sorted() == others.flatMap(\.solid).sorted()
  }

  /// The smallest frame around texts.
  private static func outline(
    _ items: some Collection<Item>, unsaidIsSize isSize: Bool
  ) -> JSONFrame? {
    let frames = items.map { $0.frame.edges(unsaidIsSize: isSize) }
    return frames.first.map { frames.dropFirst().reduce($0) { $0.union($1) } }
  }

  /// A text with its place in an object.
  private func text(
    _ place: Int, _ pointer: String, _ frame: JSONFrame, _ score: Int?, _ page: Int
  ) -> Item? {
    for name in Self.texts {
      guard let string = tree.member(name, of: place),
        var item = item(string, "\(pointer)/\(name)", frame, score, page)
      else { continue }
      item.isBeforeBreak =
        tree.member("property", of: place).flatMap { tree.member("detectedBreak", of: $0) } != nil
      return item
    }
    return nil
  }

  /// A list of a text and a place, in either order, with a score or without.
  private func bare(_ place: Int, _ pointer: String, _ page: Int) -> Item? {
    let parts = tree.children(of: place)
    guard (2...4).contains(parts.count) else { return nil }
    let strings = parts.indices.filter { tree.nodes[parts[$0]].kind == .string }
    let lists = parts.filter { tree.nodes[$0].kind == .array }
    guard strings.count == 1, lists.count == 1, let frame = tree.frame(lists[0]) else {
      return nil
    }
    return item(
      parts[strings[0]], "\(pointer)/\(strings[0])", frame,
      parts.first { tree.nodes[$0].kind == .number }, page)
  }

  private func item(
    _ string: Int, _ pointer: String, _ frame: JSONFrame, _ score: Int?, _ page: Int
  ) -> Item? {
    guard let bytes = tree.text(string)?.bytes else { return nil }
    let solid = bytes.filter { !$0.isBlankASCII }
    guard !solid.isEmpty else { return nil }
    let scalars = solid.count { $0 & 0xC0 != 0x80 }
    return Item(
      texts: [string], pointer: pointer, frame: frame, score: score, page: page,
      isCharacter: scalars == 1, solid: solid)
  }

  /// Takes from an object what it says of its page: its number and its size.
  private mutating func describe(_ page: Int, _ place: Int) {
    if pages[page].number == nil {
      pages[page].number = tree.whole(tree.first(JSONParts.pages, of: place))
    }
    guard pages[page].size == nil else { return }
    let sides = tree.items("dimensions", of: place).compactMap { tree.number($0) }
    if sides.count == 2 {
      pages[page].size = (sides[1], sides[0])
    } else if let width = tree.number(tree.member("width", of: place)),
      let height = tree.number(tree.member("height", of: place)), tree.frame(of: place) == nil
    {
      pages[page].size = (width, height)
    }
  }
}

extension JSONTree {
  /// The member of the first of some names that there is.
  fileprivate func first(_ names: [String], of place: Int) -> Int? {
    names.lazy.compactMap { member($0, of: place) }.first
  }
}
