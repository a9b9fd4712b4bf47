internal import TieoutMarkup

/// The texts with boxes in JSON, page by page, whatever its engine calls them.
enum BoxedTexts {
  /// One text; what it is and where, as places in the tree.
  struct Item {
    var box: Int?
    var text: Int
    var score: Int?
    /// The JSON pointer of the text.
    var pointer: String
  }

  /// One page.
  struct Page {
    /// Its number, counted from 1; `nil` where the pages are only counted.
    var number: Int?
    var items: [Item] = []
    /// Whether its items are objects with names.
    var isNamed = false
    /// Whether its list of items is there, and nothing in it.
    var isBlank = false
    /// Whether its texts, boxes and scores are lists of their own, side by side.
    var isSideBySide = false
  }

  private static let boxes = ["box", "boxes", "points", "text_region", "polygon", "bbox"]
  /// What the list of a page's texts is called.
  private static let listNames = ["items", "text_lines"]
  private static let texts = ["text", "txt", "transcription"]
  private static let scores = ["score", "confidence", "confident"]

  /// The pages of a file: those that it names, or its lists of items.
  static func pages(_ tree: JSONTree) -> [Page] {
    let lines = lines(tree)
    return lines.isEmpty ? tree.roots.flatMap { pages($0.place, $0.pointer, tree) } : lines
  }

  /// The page whose texts stand one a line, each an object; none where the first is anything else.
  private static func lines(_ tree: JSONTree) -> [Page] {
    guard let first = tree.roots.first, tree.nodes[first.place].kind == .object,
      let text = item(first.place, first.pointer, tree), isOutline(text.box, tree),
      page(first.place, first.pointer, tree) == nil
    else { return [] }
    return [Page(items: tree.roots.compactMap { item($0.place, $0.pointer, tree) })]
  }

  private static func pages(_ root: Int, _ pointer: String, _ tree: JSONTree) -> [Page] {
    guard tree.nodes[root].kind == .object else { return lists(root, pointer, tree) }
    if let page = page(root, pointer, tree) { return [page] }
    // Surya names its lists of pages by the files that they were made of.
    let named = tree.member("pages", of: root).map { [$0] } ?? tree.children(of: root)
    return named.flatMap { list in
      let name = String(decoding: tree.bytes[tree.nodes[list].key], as: UTF8.self)
      return tree.nodes[list].kind != .array
        ? []
        : tree.children(of: list).enumerated().compactMap { index, place in
          page(place, "\(pointer)/\(name.asPointer)/\(index)", tree)
        }
    }
  }

  /// A page that names itself and its list of texts; `nil` for anything else.
  private static func page(_ place: Int, _ pointer: String, _ tree: JSONTree) -> Page? {
    for name in listNames {
      guard let list = tree.member(name, of: place) else { continue }
      return Page(
        number: tree.integer(tree.member("page", of: place)),
        items: items(list, "\(pointer)/\(name)", tree), isNamed: true,
        isBlank: tree.nodes[list].kind == .array && tree.children(of: list).isEmpty)
    }
    return sideBySide(place, pointer, tree)
  }

  /// The page whose texts, boxes and scores are lists of their own; of a blank one they are `null`.
  private static func sideBySide(_ place: Int, _ pointer: String, _ tree: JSONTree) -> Page? {
    guard let list = tree.member("txts", of: place), tree.member("boxes", of: place) != nil else {
      return nil
    }
    let boxes = tree.items("boxes", of: place)
    let scores = tree.items("scores", of: place)
    let items = tree.children(of: list).enumerated().map { index, text in
      Item(
        box: index < boxes.count ? boxes[index] : nil, text: text,
        score: index < scores.count ? scores[index] : nil, pointer: "\(pointer)/txts/\(index)")
    }
    return Page(
      number: tree.integer(tree.member("page", of: place)), items: items, isBlank: items.isEmpty,
      isSideBySide: true)
  }

  /// The lists of items in a list: itself, or those that it holds, one a page.
  private static func lists(_ root: Int, _ pointer: String, _ tree: JSONTree) -> [Page] {
    let own = items(root, pointer, tree)
    if !own.isEmpty { return [Page(items: own)] }
    return tree.children(of: root).enumerated().compactMap { index, list in
      let pointer = "\(pointer)/\(index)"
      if tree.nodes[list].kind == .object { return page(list, pointer, tree) }
      // RapidOCR hands over how long each step took beside its page.
      let isTimes = tree.children(of: list).first.map { tree.nodes[$0].kind == .number }
      return isTimes == true ? nil : Page(items: items(list, pointer, tree))
    }
  }

  private static func items(_ list: Int, _ pointer: String, _ tree: JSONTree) -> [Item] {
    guard tree.nodes[list].kind == .array else { return [] }
    return tree.children(of: list).enumerated().compactMap { index, item in
      self.item(item, "\(pointer)/\(index)", tree)
    }
  }

  private static func item(_ place: Int, _ pointer: String, _ tree: JSONTree) -> Item? {
    guard tree.nodes[place].kind == .object else { return bare(place, pointer, tree) }
    func member(_ names: [String]) -> (place: Int, name: String)? {
      for name in names {
        if let found = tree.member(name, of: place) { return (found, name) }
      }
      return nil
    }
    guard let text = member(texts) else { return nil }
    return Item(
      box: member(boxes)?.place, text: text.place, score: member(scores)?.place,
      pointer: "\(pointer)/\(text.name)")
  }

  /// `[box, text, score]`, or `[box, [text, score]]`.
  private static func bare(_ place: Int, _ pointer: String, _ tree: JSONTree) -> Item? {
    let parts = tree.children(of: place)
    guard parts.count > 1, isOutline(parts[0], tree) else { return nil }
    if tree.nodes[parts[1]].kind == .string {
      return Item(
        box: parts[0], text: parts[1], score: parts.count > 2 ? parts[2] : nil,
        pointer: pointer + "/1")
    }
    let pair = tree.children(of: parts[1])
    guard let text = pair.first, tree.nodes[text].kind == .string else { return nil }
    return Item(
      box: parts[0], text: text, score: pair.count > 1 ? pair[1] : nil, pointer: pointer + "/1/0")
  }

  /// Whether a value is a list of points.
  static func isOutline(_ place: Int?, _ tree: JSONTree) -> Bool {
    guard let place, let first = tree.children(of: place).first else { return false }
    return tree.nodes[first].kind == .array
  }
}
