internal import TieoutMarkup

/// The pages in what dots.ocr and the scripts around it write: lists of blocks, lists of such lists,
/// objects that hold one with the number of its page.
enum DotsPages {
  /// One page.
  struct Page {
    /// Its number, counted from 0, where the file tells it.
    var number: Int?
    var blocks: [(place: Int, pointer: String)]
  }

  /// How deep a list of blocks may lie.
  private static let deepest = 4

  static func find(_ tree: JSONTree) -> [Page] {
    var pages: [Page] = []
    guard let root = tree.root else { return pages }
    // A blank page is an empty list among the others.
    let isPages = tree.nodes[root].kind == .array
    var waiting: [(place: Int, pointer: String, number: Int?, depth: Int)] = [(root, "", nil, 0)]
    while let (place, pointer, number, depth) = waiting.popLast() {
      let children = tree.children(of: place)
      if tree.nodes[place].kind == .array {
        if children.contains(where: { isBlock($0, tree) })
          || children.isEmpty && isPages && depth == 1
        {
          let blocks = children.enumerated().map { (place: $1, pointer: "\(pointer)/\($0)") }
          pages.append(Page(number: number, blocks: blocks))
        } else if depth < deepest {
          waiting += children.enumerated()
            .map { ($1, "\(pointer)/\($0)", number, depth + 1) }.reversed()
        }
      } else if isBlock(place, tree) {
        pages.append(Page(number: number, blocks: [(place, pointer)]))
      } else if depth < deepest {
        let number = self.number(place, tree) ?? number
        waiting += children.filter { tree.nodes[$0].kind == .array }
          .map { list in
            let name = String(decoding: tree.bytes[tree.nodes[list].key], as: UTF8.self)
            return (list, "\(pointer)/\(name)", number, depth + 1)
          }.reversed()
      }
    }
    return pages
  }

  /// The number of the page that an object names.
  static func number(_ place: Int, _ tree: JSONTree) -> Int? {
    ["page_no", "page_idx", "page_index"].lazy
      .compactMap { tree.integer(tree.member($0, of: place)) }.first
  }

  private static func isBlock(_ place: Int, _ tree: JSONTree) -> Bool {
    tree.string(tree.member("category", of: place)) != nil
  }
}
