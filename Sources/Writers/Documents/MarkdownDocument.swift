public import TieoutModel

/// Writes a document as Markdown: pipe tables, and HTML where a table has merged cells.
public enum MarkdownDocument: DocumentWriter {
  /// The name of the format.
  public static let format = "markdown"
  /// What it is.
  public static let summary = Message(
    zh: "Markdown：管道表格，有合并单元格的用 HTML",
    en: "Markdown: pipe tables, HTML where cells are merged")

  /// Appends the document.
  public static func write(_ document: Document, into output: inout [UInt8]) {
    var page: UInt32 = 0
    for block in document.blocks {
      for piece in document.pages(of: block) {
        let number = document.rows[Int(piece.firstRow)].page
        if !output.isEmpty { output.append(0x0A) }
        if number != page { output += "<!-- page \(number) -->\n\n".utf8 }
        page = number
        if piece.kind == .table {
          table(DocumentTable(piece, document), into: &output)
        } else {
          for row in document.rows[piece.rows] {
            output += (escaped(document.line(row)) + "\n").utf8
          }
        }
      }
    }
  }

  private static func table(_ table: DocumentTable, into output: inout [UInt8]) {
    if table.hasSpans { return HTMLDocument.table(table, into: &output) }
    for row in table.rows.indices {
      let cells = table.paddedTexts(row).map { escaped($0).replacing("|", with: "\\|") }
      output += "| \(cells.joined(separator: " | ")) |\n".utf8
      if row == 0 {
        output += "|\(String(repeating: " --- |", count: table.width))\n".utf8
      }
    }
  }

  /// Characters that Markdown would take for its own signs.
  private static func escaped(_ text: String) -> String {
    var output = HTMLDocument.escaped(text).replacing("\\", with: "\\\\")
    if let first = output.first, "#-+*>".contains(first) { output = "\\" + output }
    return output
  }
}
