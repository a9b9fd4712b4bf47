public import TieoutModel

/// Writes a document as plain text: a row of a table is a line with tabs, a page ends with a form
/// feed.
public enum TextDocument: DocumentWriter {
  /// The name of the format.
  public static let format = "text"
  /// What it is.
  public static let summary = Message(
    zh: "纯文本：表格的行以制表符分列，换页符分页",
    en: "plain text: rows with tabs, pages with form feeds")

  /// Appends the document.
  public static func write(_ document: Document, into output: inout [UInt8]) {
    var page: UInt32?
    for block in document.blocks {
      let first = document.rows[Int(block.firstRow)].page
      if let last = page {
        if first > last {
          for _ in last..<first { output.append(0x0C) }
        } else {
          output.append(0x0A)
        }
      }
      page = first
      write(block, document, &page, into: &output)
    }
  }

  private static func write(
    _ block: Document.Block, _ document: Document, _ page: inout UInt32?,
    into output: inout [UInt8]
  ) {
    let table = block.kind == .table ? DocumentTable(block, document) : nil
    for (place, row) in document.rows[block.rows].enumerated() {
      if let last = page, row.page > last { output.append(0x0C) }
      page = row.page
      if let table {
        let texts = table.texts(place)
        // Without a tab a row would be read back as a line of prose.
        output += (texts.count == 1 ? texts[0] + "\t" : texts.joined(separator: "\t")).utf8
      } else {
        output += document.line(row).utf8
      }
      output.append(0x0A)
    }
  }
}
