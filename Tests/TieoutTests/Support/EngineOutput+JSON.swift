import Foundation

extension EngineOutput {
  static func docling(_ made: MadePages) throws -> [UInt8] {
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
  static func cells(_ rows: [[MadePages.Cell]]) -> [[String: Any]] {
    placed(rows).map { row, column, cell in
      [
        "text": cell.text, "row_span": cell.rowSpan, "col_span": cell.columnSpan,
        "start_row_offset_idx": row, "end_row_offset_idx": row + cell.rowSpan,
        "start_col_offset_idx": column, "end_col_offset_idx": column + cell.columnSpan,
        "column_header": row == 0,
      ]
    }
  }

  static func placed(
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

  static func paddlePages(_ made: MadePages) -> [[String: Any]] {
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

  static func paddle(_ made: MadePages) throws -> [UInt8] { try json(paddlePages(made)) }

  static func paddleService(_ made: MadePages) throws -> [UInt8] {
    try json([
      "logId": "x", "errorCode": 0, "errorMsg": "Success",
      "result": ["layoutParsingResults": paddlePages(made).map { ["prunedResult": $0] }],
    ])
  }

  static func dots(_ made: MadePages) throws -> [UInt8] {
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

  static func marker(_ made: MadePages) throws -> [UInt8] {
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

  static func unstructured(_ made: MadePages) throws -> [UInt8] {
    try json(
      made.pages.enumerated().flatMap { index, page in
        page.map { block -> [String: Any] in
          switch block {
          case .line(let text):
            [
              "type": "NarrativeText", "element_id": "x", "text": text,
              "metadata": ["page_number": index + 1],
            ]
          case .table(let rows):
            [
              "type": "Table", "element_id": "x",
              "text": rows.joined().map(\.text).joined(separator: " "),
              "metadata": ["page_number": index + 1, "text_as_html": html(rows)],
            ]
          }
        }
      })
  }

  static func glmOCR(_ made: MadePages) throws -> [UInt8] {
    try json(
      made.pages.map { page in
        page.enumerated().map { place, block -> [String: Any] in
          let content =
            switch block {
            case .line(let text): text
            case .table(let rows): html(rows)
            }
          return [
            "index": place, "label": "text", "content": content, "bbox_2d": [100, 100, 900, 200],
          ]
        }
      })
  }

  static func mistral(_ made: MadePages) throws -> [UInt8] {
    let pages = made.pages.enumerated().map { index, page -> [String: Any] in
      var tables: [[String: Any]] = []
      let texts = page.map { block in
        switch block {
        case .line(let text): return text
        case .table(let rows):
          let id = "tbl-\(tables.count).html"
          tables.append(["id": id, "content": html(rows), "format": "html"])
          return "[\(id)](\(id))"
        }
      }
      return ["index": index, "markdown": texts.joined(separator: "\n\n"), "tables": tables]
    }
    return try json(["pages": pages, "model": "x"])
  }

  static func answer(_ made: MadePages) throws -> [UInt8] {
    let texts = made.pages.joined().map { block in
      switch block {
      case .line(let text): text
      case .table(let rows): html(rows)
      }
    }
    return try json([
      "backend": "pipeline", "results": ["x": ["md_content": texts.joined(separator: "\n\n")]],
    ])
  }

  static func answerOfLists(_ made: MadePages) throws -> [UInt8] {
    let list = String(decoding: try minerU(made), as: UTF8.self)
    return try json(["backend": "pipeline", "results": ["x": ["content_list": list]]])
  }

  static func olmOCR(_ made: MadePages) throws -> [UInt8] {
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
}
