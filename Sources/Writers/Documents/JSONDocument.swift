public import TieoutModel

/// Writes a document as JSON: tables with the grid of their cells, lines of prose, and where each
/// stands in the input.
///
/// Places are those of the contract; what has its page or its source from the block leaves it out.
public enum JSONDocument: DocumentWriter {
  /// The name of the format.
  public static let format = "json"
  /// What it is.
  public static let summary = Message(
    zh: "JSON：表格与段落，每格、每行附原文位置",
    en: "JSON: tables and prose, each cell and line with its place")

  /// Appends the document.
  public static func write(_ document: Document, into output: inout [UInt8]) {
    var buffer = ByteBuffer()
    // What JSON is made of looks things up in a submission; nothing has been read from this one.
    let submission = Submission(
      document: document, profile: Profile(id: "", version: ""), profileScore: 0)
    JSONOutput.append(submission, WriteOptions(), to: &buffer) { json, _ in
      json.open("{")
      json.key("\"schema\":\"tieout-document/1\"")
      json.generator()
      json.sources(document)
      json.key("\"blocks\":")
      json.open("[")
      for block in document.blocks { json.block(block, document) }
      json.close("]")
      json.close("}")
    }
    output += buffer.array
  }
}

extension JSONOutput {
  fileprivate mutating func block(_ block: Document.Block, _ document: Document) {
    comma()
    open("{")
    member("\"kind\":", String(describing: block.kind))
    let first = block.rows.lazy.flatMap { document.rows[$0].cells }
      .first { !document.cells[$0].text.isEmpty }
    let home = lookup.location(of: first.map { document.cells[$0].text } ?? .none, in: document)
    key("\"at\":")
    location(home)
    if block.kind == .table {
      table(block, document, home)
    } else {
      key("\"lines\":")
      open("[")
      for row in document.rows[block.rows] {
        comma()
        open("{")
        text(document.slice(ofLine: row), document, home)
        close("}")
      }
      close("]")
    }
    close("}")
  }

  private mutating func table(
    _ block: Document.Block, _ document: Document, _ home: Location
  ) {
    let table = DocumentTable(block, document)
    member("\"columns\":", table.width)
    key("\"rows\":")
    open("[")
    for (place, cells) in zip(block.rows, table.rows) {
      comma()
      open("{")
      let role = document.rows[place].role
      if role != .plain { member("\"role\":", String(describing: role)) }
      key("\"cells\":")
      open("[")
      for cell in cells where !cell.slice.isEmpty {
        comma()
        open("{")
        member("\"column\":", cell.column)
        if cell.columnSpan > 1 { member("\"columnSpan\":", cell.columnSpan) }
        if cell.rowSpan > 1 { member("\"rowSpan\":", cell.rowSpan) }
        text(cell.slice, document, home)
        close("}")
      }
      close("]")
      close("}")
    }
    close("]")
  }

  /// Writes the members with characters and their place.
  private mutating func text(
    _ slice: Slice, _ document: borrowing Document, _ home: Location
  ) {
    key("\"text\":")
    string(slice, of: document)
    key("\"at\":")
    location(lookup.location(of: slice, in: document), in: home)
  }
}
