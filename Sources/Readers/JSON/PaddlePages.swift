internal import TieoutMarkup

/// The pages in PaddleOCR's JSON, one or several, as its pipelines and their service wrap them.
enum PaddlePages {
  /// What lies between the outermost value and a page.
  private static let wrappers = [
    "result", "layoutParsingResults", "ocrResults", "tableRecResults", "prunedResult", "res",
    "pages",
  ]

  /// The objects that hold one of some members, in order, each with its pointer.
  static func find(_ tree: JSONTree, holding names: [String]) -> [(place: Int, pointer: String)] {
    var pages: [(place: Int, pointer: String)] = []
    var waiting = [(tree.root ?? 0, "")]
    while let (place, pointer) = waiting.popLast(), place < tree.nodes.count {
      if names.contains(where: { tree.member($0, of: place) != nil }) {
        pages.append((place, pointer))
      } else if tree.nodes[place].kind == .array {
        waiting += tree.children(of: place).enumerated().map { ($1, "\(pointer)/\($0)") }.reversed()
      } else {
        waiting += wrappers.compactMap { name in
          tree.member(name, of: place).map { ($0, "\(pointer)/\(name)") }
        }
      }
    }
    return pages
  }
}
