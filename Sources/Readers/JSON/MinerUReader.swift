internal import TieoutMarkup
internal import TieoutModel

/// Reads MinerU's `content_list.json`: a list of blocks in reading order, or of pages of such blocks.
///
/// Boxes are thousandths of the page; tables are HTML. Source: MinerU's documentation of its output
/// files.
enum MinerUReader: Reader {
  static let format = "mineru"
  static let summary = Message(
    zh: "MinerU 的 content_list.json", en: "MinerU’s content_list.json")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard let sketch = JSONSketch(bytes), sketch.isList, sketch.has("type") else { return nil }
    if sketch.has("page_idx") {
      return "JSON: a list of blocks with type and page_idx, as MinerU writes"
    }
    if sketch.has("content", "bbox") {
      return "JSON: a list of blocks with type, content and bbox, as MinerU writes"
    }
    return sketch.has("text") ? "JSON: a list of blocks with type and text, read as MinerU’s" : nil
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    for (index, item) in tree.children(of: tree.root ?? 0).enumerated() {
      if tree.nodes[item].kind == .array {
        writer.page(index)
        for (place, block) in tree.children(of: item).enumerated() {
          self.block(block, "/\(index)/\(place)", &writer)
        }
      } else {
        writer.page(tree.integer(tree.member("page_idx", of: item)))
        block(item, "/\(index)", &writer)
      }
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  /// Where a member of a block stands among those that are read: captions above what they name,
  /// notes below it; `nil` for what holds no text.
  ///
  /// The second version nests texts in `content`, in members whose names tell what they are.
  private static func rank(_ name: ArraySlice<UInt8>) -> Int? {
    let name = String(decoding: name, as: UTF8.self)
    if name.hasSuffix("_caption") { return 0 }
    if name.hasSuffix("_footnote") { return 2 }
    let bodies = ["text", "table_body", "code_body", "html", "list_items", "content"]
    return bodies.contains(name) || name.hasSuffix("_content") ? 1 : nil
  }

  /// The members of an object that hold text, in the order in which they are read.
  private static func members(_ place: Int, _ tree: JSONTree) -> [(place: Int, name: String)] {
    let ranked = tree.children(of: place).enumerated().compactMap { order, child in
      rank(tree.bytes[tree.nodes[child].key]).map { (rank: $0, order: order, place: child) }
    }
    return ranked.sorted { ($0.rank, $0.order) < ($1.rank, $1.order) }.map {
      ($0.place, String(decoding: tree.bytes[tree.nodes[$0.place].key], as: UTF8.self))
    }
  }

  /// Writes a block: all of its strings that are text, deep in lists and objects as they may lie.
  private static func block(_ place: Int, _ pointer: String, _ writer: inout LayoutWriter) {
    let tree = writer.tree
    let box = writer.box(tree.member("bbox", of: place))
    var waiting = [(place, pointer)]
    while let (place, pointer) = waiting.popLast() {
      switch tree.nodes[place].kind {
      case .string where isFormula(place, tree):
        writer.block(place, pointer: pointer, box: box, isFormula: true)
      case .string, .number: writer.block(place, pointer: pointer, box: box)
      case .array:
        if let sentence = sentence(place, tree) {
          writer.block(sentence, pointer: pointer, box: box)
          continue
        }
        let items = tree.children(of: place).enumerated()
        waiting += items.map { ($1, "\(pointer)/\($0)") }.reversed()
      case .object:
        waiting += members(place, tree).map { ($0.place, "\(pointer)/\($0.name)") }.reversed()
      case .boolean, .null: break
      }
    }
  }

  private static func isFormula(_ place: Int, _ tree: JSONTree) -> Bool {
    tree.bytes[tree.nodes[place].key].elementsEqual("math_content".utf8)
  }

  /// The characters of parts that are one sentence: texts, and formulas among them; `nil` for a list
  /// of anything else, and for one text, which has a place of its own.
  private static func sentence(_ list: Int, _ tree: JSONTree) -> DecodedText? {
    var text = DecodedText()
    var waiting = Array(tree.children(of: list).reversed())
    while let part = waiting.popLast() {
      guard let type = tree.string(tree.member("type", of: part)),
        let content = tree.member("content", of: part)
      else { return nil }
      if tree.nodes[content].kind == .array {
        waiting += tree.children(of: content).reversed()
      } else if type.contains("equation") {
        text.append(tree.formula(content))
      } else if let characters = tree.printed(content) {
        text.append(characters)
      } else if tree.nodes[content].kind == .object {
        return nil
      }
    }
    let isOne = tree.children(of: list).count == 1 && text.runs.first?.isCopy == true
    return text.bytes.isEmpty || isOne ? nil : text
  }
}

extension JSONTree {
  /// The characters of a string that is a formula: its quotes do what dollar signs do elsewhere.
  func formula(_ place: Int) -> DecodedText {
    guard let characters = printed(place) else { return DecodedText() }
    let range = nodes[place].range
    guard nodes[place].kind == .string, range.upperBound < bytes.count,
      LatexFormula.needsSigns(characters.bytes[...])
    else { return characters }
    var text = DecodedText()
    text.decode([0x24], range.lowerBound - 1..<range.lowerBound)
    text.append(characters)
    text.decode([0x24], range.upperBound..<range.upperBound + 1)
    return text
  }
}
