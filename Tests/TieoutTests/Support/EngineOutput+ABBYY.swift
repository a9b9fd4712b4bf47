/// Pages as ABBYY FineReader writes them: character by character, or a line at a time.
extension EngineOutput {
  static func abbyy(_ made: MadePages, isSpelt: Bool) -> [UInt8] {
    var top = 0
    func paragraph(_ text: String) -> String {
      top += 60
      let inner = isSpelt ? spelt(text, top: top) : escaped(text)
      return """
        <text><par><line baseline="\(top + 40)" l="100" t="\(top)" r="2300" b="\(top + 40)">\
        <formatting lang="ChinesePRC">\(inner)</formatting></line></par></text>
        """
    }
    let pages = made.pages.map { blocks in
      top = 0
      let blocks = blocks.map { block in
        switch block {
        case .line(let text): return "<block blockType=\"Text\">\(paragraph(text))</block>\n"
        case .table(let rows):
          let rows = rows.map { row in
            let cells = row.map { cell in
              var spans = cell.columnSpan > 1 ? " colSpan=\"\(cell.columnSpan)\"" : ""
              if cell.rowSpan > 1 { spans += " rowSpan=\"\(cell.rowSpan)\"" }
              return "<cell\(spans)>\(cell.text.isEmpty ? "" : paragraph(cell.text))</cell>"
            }
            return "<row>\(cells.joined())</row>"
          }
          return "<block blockType=\"Table\">\(rows.joined(separator: "\n"))</block>\n"
        }
      }
      return "<page width=\"2480\" height=\"3508\" resolution=\"300\">\(blocks.joined())</page>\n"
    }
    let schema = "http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml"
    return Array(
      ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document xmlns=\"\(schema)\" version=\"1.0\">\n"
        + pages.joined() + "</document>\n").utf8)
  }

  private static func spelt(_ text: String, top: Int) -> String {
    text.enumerated().map { place, character in
      let box = "l=\"\(100 + place * 30)\" t=\"\(top)\" r=\"\(129 + place * 30)\" b=\"\(top + 40)\""
      return "<charParams \(box) charConfidence=\"96\">\(escaped(String(character)))</charParams>"
    }.joined(separator: "\n")
  }
}
