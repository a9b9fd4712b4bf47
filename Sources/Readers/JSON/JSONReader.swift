internal import TieoutMarkup
internal import TieoutModel

/// Reads JSON of no known engine that holds tables: Markdown, HTML or LaTeX in strings that are called
/// as texts are, lists of rows, lists of cells with their places; or other JSON in a string.
///
/// Services are many and change their answers; what they put a paper into is alike in most of them:
/// answers of chat models, of parsers and of extractors of tables.
enum JSONReader: Reader {
  static let format = "json"
  static let summary = Message(
    zh: "其他 JSON：名为 markdown、html、content、text 等的字符串，按行或按单元格列出的表格",
    en: "other JSON: strings called markdown, html, content, text and the like, tables as lists of "
      + "rows or of cells")

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard JSONSketch.isMeant(bytes) else { return nil }
    let tree = JSONTree(bytes)
    if let table = table(tree) { return "JSON of no known engine, with a table at \(table)" }
    return inner(tree).map {
      "JSON with an engine’s JSON in the string at \($0.pointer)"
    }
  }

  /// The JSON pointer of the first table; `nil` where there is none.
  static func table(_ tree: JSONTree) -> String? {
    JSONParts(tree).all.first(where: \.isTable)?.pointer
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    let tree = writer.tree
    let parts = JSONParts(tree).all
    if !parts.contains(where: \.isTable), let inner = inner(tree),
      try NestedJSON.read(
        tree, inner.place, pointer: inner.pointer, name: name, format: format, reason: reason,
        into: &document)
    {
      return
    }
    // Pages are counted from 0 by some and from 1 by others.
    let first = parts.compactMap(\.page).min() == 0 ? 0 : 1
    for part in parts {
      writer.page(part.page.map { $0 - first })
      switch part.content {
      case .text(let place):
        writer.block(place, pointer: part.pointer, box: writer.box(part.box))
      case .table(let cells): writer.table(TableCells(cells))
      }
    }
    writer.remark(passedOver)
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  private static let passedOver = Message(
    zh: "JSON 出自未知的引擎：读入了表格和名为 markdown、html、content、text 等的字符串，重复的只读一次；其余成员未读入",
    en: "JSON of no known engine: read were tables and the strings called markdown, html, content, "
      + "text and the like, what they repeat only once; nothing else in it was read")

  /// The longest string that is JSON, where its format can be read.
  private static func inner(_ tree: JSONTree) -> (place: Int, pointer: String)? {
    let strings = tree.nodes.indices.lazy.filter { place in
      let node = tree.nodes[place]
      return node.kind == .string && node.start < node.end
        && [0x5B, 0x60, 0x7B].contains(tree.bytes[Int(node.start)])
    }
    guard
      let longest = strings.max(by: { tree.nodes[$0].range.count < tree.nodes[$1].range.count }),
      let text = tree.text(longest)?.bytes, JSONSketch.isMeant(text), NestedJSON.reads(text)
    else { return nil }
    return (longest, tree.pointer(of: longest))
  }
}

extension JSONTree {
  /// The JSON pointer of a value.
  fileprivate func pointer(of place: Int) -> String {
    guard var parent = root else { return "" }
    var pointer = ""
    while parent < place {
      let children = children(of: parent)
      guard let index = children.lastIndex(where: { $0 <= place }) else { break }
      pointer +=
        nodes[parent].kind == .array ? "/\(index)" : "/" + name(of: children[index]).asPointer
      parent = children[index]
    }
    return pointer
  }
}
