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
    EngineOutput(format: "page", write: pageXML),
  ]

  // MARK: HTML

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  private static func page(_ body: String) -> String {
    "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title></title></head><body>\n\(body)\n"
      + "</body></html>\n"
  }

  private static func html(_ rows: [[MadePages.Cell]]) -> String {
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

  private static func html(_ blocks: [MadePages.Block]) -> String {
    blocks.map { block in
      switch block {
      case .line(let text): "<p>\(escaped(text))</p>"
      case .table(let rows): html(rows)
      }
    }.joined(separator: "\n")
  }

  private static func chandra(_ made: MadePages) -> [UInt8] {
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

  private static func json(_ value: Any) throws -> [UInt8] {
    try Array(JSONSerialization.data(withJSONObject: value, options: [.sortedKeys]))
  }

  private static func minerU(_ made: MadePages) throws -> [UInt8] {
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

  private static func minerU2(_ made: MadePages) throws -> [UInt8] {
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

  private static func minerUMiddle(_ made: MadePages) throws -> [UInt8] {
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

  private static func docling(_ made: MadePages) throws -> [UInt8] {
    var texts: [[String: Any]] = []
    var tables: [[String: Any]] = []
    var children: [[String: Any]] = []
    for (index, page) in made.pages.enumerated() {
      let place: [String: Any] = [
        "page_no": index + 1,
        "bbox": ["l": 50, "t": 700, "r": 550, "b": 680, "coord_origin": "BOTTOMLEFT"],
      ]
      for block in page {
        switch block {
        case .line(let text):
          children.append(["$ref": "#/texts/\(texts.count)"])
          texts.append([
            "self_ref": "#/texts/\(texts.count)", "label": "text", "text": text, "orig": text,
            "prov": [place],
          ])
        case .table(let rows):
          children.append(["$ref": "#/tables/\(tables.count)"])
          tables.append([
            "self_ref": "#/tables/\(tables.count)", "label": "table", "prov": [place],
            "captions": [], "data": ["table_cells": cells(rows), "num_rows": rows.count],
          ])
        }
      }
    }
    return try json([
      "schema_name": "DoclingDocument", "version": "1.10.0", "name": "x",
      "body": ["self_ref": "#/body", "children": children], "texts": texts, "tables": tables,
      "groups": [], "pages": ["1": ["page_no": 1, "size": ["width": 595, "height": 842]]],
    ])
  }

  /// The cells of a table, each with its place in the grid.
  private static func cells(_ rows: [[MadePages.Cell]]) -> [[String: Any]] {
    placed(rows).map { row, column, cell in
      [
        "text": cell.text, "row_span": cell.rowSpan, "col_span": cell.columnSpan,
        "start_row_offset_idx": row, "end_row_offset_idx": row + cell.rowSpan,
        "start_col_offset_idx": column, "end_col_offset_idx": column + cell.columnSpan,
        "column_header": row == 0,
      ]
    }
  }

  private static func placed(
    _ rows: [[MadePages.Cell]]
  ) -> [(row: Int, column: Int, cell: MadePages.Cell)] {
    var taken: Set<[Int]> = []
    var placed: [(row: Int, column: Int, cell: MadePages.Cell)] = []
    for (row, cells) in rows.enumerated() {
      var column = 0
      for cell in cells {
        while taken.contains([row, column]) { column += 1 }
        for below in row..<row + cell.rowSpan {
          for right in column..<column + cell.columnSpan { taken.insert([below, right]) }
        }
        placed.append((row, column, cell))
        column += cell.columnSpan
      }
    }
    return placed
  }

  private static func paddlePages(_ made: MadePages) -> [[String: Any]] {
    made.pages.enumerated().map { index, page in
      let blocks = page.enumerated().map { place, block -> [String: Any] in
        let content =
          switch block {
          case .line(let text): ("text", text)
          case .table(let rows): ("table", html(rows))
          }
        return [
          "block_label": content.0, "block_content": content.1, "block_id": place,
          "block_bbox": [100, 100 * place, 900, 100 * place + 80], "block_order": place,
        ]
      }
      return [
        "input_path": "x.png", "page_index": index, "width": 1653, "height": 2339,
        "parsing_res_list": blocks, "model_settings": [:],
      ]
    }
  }

  private static func paddle(_ made: MadePages) throws -> [UInt8] { try json(paddlePages(made)) }

  private static func paddleService(_ made: MadePages) throws -> [UInt8] {
    try json([
      "logId": "x", "errorCode": 0, "errorMsg": "Success",
      "result": ["layoutParsingResults": paddlePages(made).map { ["prunedResult": $0] }],
    ])
  }

  private static func dots(_ made: MadePages) throws -> [UInt8] {
    try json(
      made.pages.map { page in
        page.map { block -> [String: Any] in
          switch block {
          case .line(let text): ["bbox": [1, 2, 3, 4], "category": "Text", "text": text]
          case .table(let rows): ["bbox": [1, 2, 3, 4], "category": "Table", "text": html(rows)]
          }
        }
      })
  }

  private static func marker(_ made: MadePages) throws -> [UInt8] {
    let pages = made.pages.enumerated().map { index, page -> [String: Any] in
      let children = page.enumerated().map { place, block -> [String: Any] in
        switch block {
        case .line(let text):
          [
            "id": "/page/\(index)/Text/\(place)", "block_type": "Text",
            "html": "<p>\(escaped(text))</p>", "bbox": [1, 2, 3, 4], "children": NSNull(),
          ]
        case .table(let rows):
          [
            "id": "/page/\(index)/Table/\(place)", "block_type": "Table", "html": html(rows),
            "bbox": [1, 2, 3, 4], "children": [["block_type": "TableCell", "html": "<td>x</td>"]],
          ]
        }
      }
      let references = children.indices.map {
        "<content-ref src='/page/\(index)/x/\($0)'></content-ref>"
      }
      return [
        "id": "/page/\(index)/Page/0", "block_type": "Page", "html": references.joined(),
        "bbox": [0, 0, 1, 1], "children": children,
      ]
    }
    return try json(["block_type": "Document", "children": pages, "metadata": [:]])
  }

  private static func olmOCR(_ made: MadePages) throws -> [UInt8] {
    var text = ""
    var ranges: [[Int]] = []
    for (index, page) in made.pages.enumerated() {
      let start = text.unicodeScalars.count
      for block in page {
        switch block {
        case .line(let line): text += line + "\n\n"
        case .table(let rows): text += html(rows) + "\n\n"
        }
      }
      ranges.append([start, text.unicodeScalars.count, index + 1])
    }
    return try json([
      "id": "x", "text": text, "source": "olmocr", "metadata": ["Source-File": "x.pdf"],
      "attributes": ["pdf_page_numbers": ranges],
    ])
  }

  // MARK: XML

  private static func pageXML(_ made: MadePages) -> [UInt8] {
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
        for (row, column, cell) in placed(rows) {
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
      <PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">
      <Metadata><Creator/></Metadata>
      <Page imageFilename="p1.png" imageWidth="1653" imageHeight="2339">
      \(regions)</Page></PcGts>

      """.utf8)
  }
}
