import Foundation

/// Writes the pages of a made document as an engine would: one function a format.
///
/// For formats of which the corpus holds no file. What each looks like follows the engines' own
/// documentation.
struct EngineOutput: Sendable {
  /// The format's name as the reader has it.
  var format: String
  /// Writes pages.
  var write: @Sendable (MadePages) throws -> [UInt8]

  /// One entry a format.
  static let all: [EngineOutput] = [
    EngineOutput(format: "html") { Array(page($0.pages.map(html).joined(separator: "\n")).utf8) },
    EngineOutput(format: "html", write: chandra),
    EngineOutput(format: "mineru", write: minerU),
    EngineOutput(format: "mineru", write: minerU2),
    EngineOutput(format: "mineru-middle", write: minerUMiddle),
    EngineOutput(format: "docling", write: docling),
    EngineOutput(format: "paddle", write: paddle),
    EngineOutput(format: "paddle", write: paddleService),
    EngineOutput(format: "dots", write: dots),
    EngineOutput(format: "marker", write: marker),
    EngineOutput(format: "olmocr", write: olmOCR),
    EngineOutput(format: "unstructured", write: unstructured),
    EngineOutput(format: "glm-ocr", write: glmOCR),
    EngineOutput(format: "mistral", write: mistral),
    EngineOutput(format: "answer", write: answer),
    EngineOutput(format: "answer", write: answerOfLists),
    EngineOutput(format: "azure") { try azure($0, hasSpans: true) },
    EngineOutput(format: "azure") { try azure($0, hasSpans: false) },
    EngineOutput(format: "azure", write: azure2),
    EngineOutput(format: "textract", write: textract),
    EngineOutput(format: "document-ai", write: documentAI),
    EngineOutput(format: "document-ai", write: documentLayout),
    EngineOutput(format: "tencent", write: tencent),
    EngineOutput(format: "baidu", write: baidu),
    EngineOutput(format: "json", write: chat),
    EngineOutput(format: "json", write: parser),
    EngineOutput(format: "json", write: elements),
    EngineOutput(format: "json", write: extractor),
    EngineOutput(format: "json", write: nested),
    EngineOutput(format: "page") { pageXML($0, isTranskribus: false) },
    EngineOutput(format: "page") { pageXML($0, isTranskribus: true) },
    EngineOutput(format: "csv", write: sheet),
    EngineOutput(format: "abbyy") { abbyy($0, isSpelt: true) },
    EngineOutput(format: "abbyy") { abbyy($0, isSpelt: false) },
  ]

  // MARK: Text

  /// The sheet that somebody saves: each record as wide as the widest, a span at its first cell.
  static func sheet(_ made: MadePages) -> [UInt8] {
    func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
    let width =
      made.pages.joined().flatMap { block in
        if case .table(let rows) = block { placed(rows).map { $0.column + 1 } } else { [1] }
      }.max() ?? 1
    func record(_ fields: [String]) -> String {
      (fields + Array(repeating: "", count: width - fields.count)).joined(separator: ",")
    }
    let records = made.pages.joined().flatMap { block in
      switch block {
      case .line(let text): return [record([quoted(text)])]
      case .table(let rows):
        var fields = Array(repeating: Array(repeating: "", count: width), count: rows.count)
        for (row, column, cell) in placed(rows) { fields[row][column] = quoted(cell.text) }
        return [record([])] + fields.map(record) + [record([])]
      }
    }
    return Array((records.joined(separator: "\r\n") + "\r\n").utf8)
  }

  // MARK: HTML

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  static func page(_ body: String) -> String {
    "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title></title></head><body>\n\(body)\n"
      + "</body></html>\n"
  }

  static func html(_ rows: [[MadePages.Cell]]) -> String {
    let rows = rows.map { row in
      let cells = row.map { cell in
        var spans = cell.columnSpan > 1 ? " colspan=\(cell.columnSpan)" : ""
        if cell.rowSpan > 1 { spans += " rowspan=\"\(cell.rowSpan)\"" }
        return "<td\(spans)>\(escaped(cell.text))</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return "<table>\(rows.joined())</table>"
  }

  static func html(_ blocks: [MadePages.Block]) -> String {
    blocks.map { block in
      switch block {
      case .line(let text): "<p>\(escaped(text))</p>"
      case .table(let rows): html(rows)
      }
    }.joined(separator: "\n")
  }

  static func chandra(_ made: MadePages) -> [UInt8] {
    let blocks = made.pages.joined().map { block in
      switch block {
      case .line(let text):
        "<div data-bbox=\"10 10 990 40\" data-label=\"Text\"><p>\(escaped(text))</p></div>"
      case .table(let rows):
        "<div data-bbox=\"10 50 990 900\" data-label=\"Table\">\(html(rows))</div>"
      }
    }
    return Array(blocks.joined(separator: "\n").utf8)
  }

  // MARK: JSON

  static func json(_ value: Any) throws -> [UInt8] {
    try Array(JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]))
  }

  static func minerU(_ made: MadePages) throws -> [UInt8] {
    try json(
      made.pages.enumerated().flatMap { index, page in
        page.map { block -> [String: Any] in
          switch block {
          case .line(let text):
            ["type": "text", "text": text, "bbox": [62, 48, 946, 90], "page_idx": index]
          case .table(let rows):
            [
              "type": "table", "img_path": "images/x.jpg", "table_caption": [],
              "table_footnote": [], "table_body": "<html><body>\(html(rows))</body></html>",
              "bbox": [62, 100, 946, 904], "page_idx": index,
            ]
          }
        }
      })
  }

  static func minerU2(_ made: MadePages) throws -> [UInt8] {
    try json(
      made.pages.map { page in
        page.map { block -> [String: Any] in
          switch block {
          case .line(let text):
            [
              "type": "paragraph", "bbox": [62, 48, 946, 90],
              "content": ["paragraph_content": [["type": "text", "content": text]]],
            ]
          case .table(let rows):
            [
              "type": "table", "bbox": [62, 100, 946, 904],
              "content": ["table_caption": [], "html": html(rows), "table_footnote": []],
            ]
          }
        }
      })
  }

  static func minerUMiddle(_ made: MadePages) throws -> [UInt8] {
    func line(_ span: [String: Any]) -> [String: Any] {
      ["bbox": [100, 100, 900, 140], "spans": [span]]
    }
    let pages = made.pages.enumerated().map { index, page in
      let blocks = page.map { block -> [String: Any] in
        switch block {
        case .line(let text):
          [
            "type": "text", "bbox": [100, 100, 900, 140],
            "lines": [line(["type": "text", "content": text, "bbox": [100, 100, 900, 140]])],
          ]
        case .table(let rows):
          [
            "type": "table",
            "blocks": [
              ["type": "table_body", "lines": [line(["type": "table", "html": html(rows)])]]
            ],
          ]
        }
      }
      return [
        "page_idx": index, "page_size": [1653, 2339], "para_blocks": blocks,
        "preproc_blocks": blocks, "discarded_blocks": [],
      ]
    }
    return try json(["pdf_info": pages, "_backend": "pipeline", "_version_name": "2.0.0"])
  }

  // MARK: XML

  static func pageXML(_ made: MadePages, isTranskribus: Bool) -> [UInt8] {
    // One file a page is the rule; several pages in one are read alike.
    var regions = ""
    var id = 0
    func region(_ text: String, _ roles: String = "") -> String {
      id += 1
      return """
        <TextRegion id="r\(id)"><Coords points="100,\(id * 10) 900,\(id * 10) 900,\(id * 10 + 8)"/>\
        \(roles)<TextEquiv index="0" conf="0.93"><Unicode>\(escaped(text))</Unicode></TextEquiv>\
        </TextRegion>

        """
    }
    for block in made.pages.joined() {
      switch block {
      case .line(let text): regions += region(text)
      case .table(let rows):
        id += 1
        regions += "<TableRegion id=\"t\(id)\"><Coords points=\"100,280 900,900\"/>"
        for (row, column, cell) in placed(rows) where isTranskribus {
          regions += transkribusCell(row, column, cell)
        }
        for (row, column, cell) in placed(rows) where !isTranskribus {
          regions += region(
            cell.text,
            """
            <Roles><TableCellRole rowIndex="\(row)" columnIndex="\(column)" \
            rowSpan="\(cell.rowSpan)" colSpan="\(cell.columnSpan)"/></Roles>
            """)
        }
        regions += "</TableRegion>\n"
      }
    }
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/\(isTranskribus ? "2013" : "2019")-07-15">
      <Metadata><Creator/></Metadata>
      <Page imageFilename="p1.png" imageWidth="1653" imageHeight="2339">
      \(regions)</Page></PcGts>

      """.utf8)
  }

  private static func transkribusCell(_ row: Int, _ column: Int, _ cell: MadePages.Cell) -> String {
    """
    <TableCell row="\(row)" col="\(column)" rowSpan="\(cell.rowSpan)" colSpan="\(cell.columnSpan)" \
    id="c\(row)_\(column)"><Coords points="1,1 2,2"/><TextLine><TextEquiv><Unicode>\(escaped(cell.text))\
    </Unicode></TextEquiv></TextLine></TableCell>

    """
  }
}
