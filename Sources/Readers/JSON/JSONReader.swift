internal import TieoutMarkup
internal import TieoutModel

/// Reads JSON of no known engine that holds tables: Markdown, HTML or LaTeX in strings that are called
/// as texts are, lists of rows, lists of cells with their places, lists of records; or other JSON in a
/// string.
///
/// Services are many and change their answers; what they put a paper into is alike in most of them:
/// answers of chat models, of parsers and of extractors of tables.
enum JSONReader: Reader {
  static let format = "json"
  static let summary = Message(
    zh: "其他 JSON：名为 markdown、html、content、text 等的字符串，按行、按单元格或按记录列出的表格",
    en: "other JSON: strings called markdown, html, content, text and the like, tables as lists of "
      + "rows, of cells or of records")

  /// What is read of a tree.
  enum Content {
    case parts([JSONPart])
    /// Parts of which some are records.
    case records([JSONPart])
    /// A string that is JSON itself.
    case string(NestedJSON)
  }

  static func recognise(_ bytes: [UInt8], name: String) -> String? {
    guard JSONSketch.isMeant(bytes) else { return nil }
    switch content(JSONTree(bytes)) {
    case .parts(let parts), .records(let parts):
      return parts.first(where: \.isTable).map {
        "JSON of no known engine, with a table at \($0.pointer)"
      }
    case .string(let nested):
      return "JSON with an engine’s JSON in the string at \(nested.pointer)"
    case nil: return nil
    }
  }

  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError) {
    try read(bytes, name: name, reason: reason, isNested: false, into: &document)
  }

  /// Reads a file, or a string of one.
  ///
  /// - Parameter isNested: whether it is a string; the strings in it are not looked into then.
  static func read(
    _ bytes: [UInt8], name: String, reason: String, isNested: Bool, into document: inout Document
  ) throws(ReadError) {
    var writer = LayoutWriter(bytes)
    switch content(writer.tree, isNested: isNested) {
    case .string(let nested):
      return try nested.read(name: name, format: format, reason: reason, into: &document)
    case .parts(let parts):
      write(parts, to: &writer)
      writer.remark(passedOver)
    case .records(let parts):
      write(parts, to: &writer)
      writer.remark(passedOverBesideRecords)
    case nil:
      write(JSONParts(writer.tree, readsRecords: false).all, to: &writer)
      writer.remark(passedOver)
    }
    try writer.finish(name: name, format: format, reason: reason, into: &document)
  }

  private static func write(_ parts: [JSONPart], to writer: inout LayoutWriter) {
    // Pages are counted from 0 by some and from 1 by others.
    let first = parts.compactMap(\.page).min() == 0 ? 0 : 1
    for part in parts {
      writer.page(part.page.map { $0 - first })
      switch part.content {
      case .text(let place):
        writer.block(place, pointer: part.pointer, box: writer.box(part.box))
      case .name(let place):
        writer.line(
          writer.tree.nameText(of: place), SourceFile.Mark(element: part.pointer))
      case .table, .records, .pairs: writer.table(TableCells(part.cells(writer.tree) ?? []))
      }
    }
  }

  private static let passedOver = Message(
    zh: "JSON 出自未知的引擎：读入了表格和名为 markdown、html、content、text 等的字符串，重复的只读一次；其余成员未读入",
    en: "JSON of no known engine: read were tables and the strings called markdown, html, content, "
      + "text and the like, what they repeat only once; nothing else in it was read")

  private static let passedOverBesideRecords = Message(
    zh: "JSON 出自未知的引擎：名称相同的多个对象以及按列给出的对象读作表格，其旁的名称与值读作表单的行，"
      + "名为 markdown、html、content、text 等的字符串也已读入；其余成员未读入",
    en: "JSON of no known engine: read were objects with the same names and objects of columns as "
      + "tables, names with values beside them as rows of a form, and the strings called markdown, "
      + "html, content, text and the like; nothing else in it was read")

  /// What is read of a tree; `nil` where it is nobody's.
  ///
  /// Records are read where nothing else is, and where they name money: the names of objects are mostly
  /// a program’s, and JSON that holds a table in so many words has said what it means, as has that in
  /// which texts say where they stand. What is nobody's is walked through once.
  ///
  /// - Parameter isNested: whether the tree is a string of another; its own are not looked into then.
  static func content(_ tree: JSONTree, isNested: Bool = false) -> Content? {
    let parts = JSONParts(tree)
    if parts.holdsTable {
      return .parts(parts.holdsRecords ? JSONParts(tree, readsRecords: false).all : parts.all)
    }
    let nested = isNested ? nil : NestedJSON(in: tree)
    if let nested, !nested.isOfRecords { return .string(nested) }
    let records = parts.areRecordsOfPaper ? Content.records(parts.all) : nil
    guard let found = records ?? nested.map(Content.string), PlacedTextReader.first(tree) == nil
    else { return nil }
    return found
  }
}
