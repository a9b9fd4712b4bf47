public import TieoutModel

/// Writes the tables of a document as comma-separated values, an empty line between tables.
///
/// Quoting is that of RFC 4180, lines end with a line feed; prose is left out. No cell is a formula.
public enum CSVDocument: DocumentWriter {
  /// The name of the format.
  public static let format = "csv"
  /// What it is.
  public static let summary = Message(
    zh: "CSV：只有表格，表间空一行", en: "CSV: the tables alone, an empty line between them")

  /// Appends the document.
  public static func write(_ document: Document, into output: inout [UInt8]) {
    for (index, table) in tables(document).enumerated() {
      if index > 0 { output += "\n".utf8 }
      output += table
    }
  }

  /// Each table as a file of its own, in order.
  public static func tables(_ document: Document) -> [[UInt8]] {
    document.blocks.filter { $0.kind == .table }.map { block in
      let table = DocumentTable(block, document)
      var output: [UInt8] = []
      for row in table.rows.indices {
        output += (table.paddedTexts(row).map(quoted).joined(separator: ",") + "\n").utf8
      }
      return output
    }
  }

  private static func quoted(_ text: String) -> String {
    let text = text.asHarmlessCell
    let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
