import Foundation

/// JSON of engines that no reader is made for, as their documentation shows it.
extension EngineOutput {
  private static func markdown(_ page: [MadePages.Block]) -> String {
    page.map { block in
      switch block {
      case .line(let text): text
      case .table(let rows): html(rows)
      }
    }.joined(separator: "\n\n")
  }

  /// What a model answers in a chat, fenced, one answer a page and a line.
  static func chat(_ made: MadePages) throws -> [UInt8] {
    Array(
      try made.pages.map { page in
        try json([
          "id": "chatcmpl-1", "object": "chat.completion", "usage": ["total_tokens": 9],
          "choices": [
            [
              "index": 0, "finish_reason": "stop",
              "message": ["role": "assistant", "content": "```markdown\n\(markdown(page))\n```"],
            ]
          ],
        ])
      }.joined(separator: [0x0A]))
  }

  /// A parser that says each text as Markdown and block by block, once more with all of it as text.
  static func parser(_ made: MadePages) throws -> [UInt8] {
    let pages = made.pages.enumerated().map { index, page -> [String: Any] in
      let blocks = page.map { block -> [String: Any] in
        switch block {
        case .line(let text): ["type": "text", "value": text, "md": text]
        case .table(let rows):
          ["type": "table", "md": html(rows), "rows": rows.map { $0.map(\.text) }]
        }
      }
      let text = page.map { block in
        switch block {
        case .line(let text): text
        case .table(let rows):
          rows.map { $0.map(\.text).joined(separator: " ") }.joined(separator: "\n")
        }
      }
      return [
        "page": index + 1, "text": text.joined(separator: "\n"), "md": markdown(page),
        "items": blocks, "status": "OK",
      ]
    }
    return try json(["pages": pages, "job_metadata": ["credits": 3]])
  }

  /// Elements whose content is said in three ways, of which two are left out.
  static func elements(_ made: MadePages) throws -> [UInt8] {
    let elements = made.pages.enumerated().flatMap { index, page in
      page.map { block -> [String: Any] in
        let content: String
        switch block {
        case .line(let text): content = "<p id='0'>\(escaped(text))</p>"
        case .table(let rows): content = html(rows)
        }
        return [
          "category": "paragraph", "page": index + 1, "coordinates": [["x": 0.1, "y": 0.1]],
          "content": ["html": content, "markdown": "", "text": ""],
        ]
      }
    }
    return try json([
      "api": "2.0", "content": ["html": "", "markdown": "", "text": ""], "elements": elements,
    ])
  }

  /// Lists of rows, cells as objects; prose as rows of one cell.
  static func extractor(_ made: MadePages) throws -> [UInt8] {
    let tables = made.pages.enumerated().flatMap { index, page in
      page.map { block -> [String: Any] in
        switch block {
        case .line(let text): return ["page_number": index + 1, "text": text]
        case .table(let rows):
          let width = placed(rows).map { $0.column + $0.cell.columnSpan }.max() ?? 1
          var grid = Array(repeating: Array(repeating: "", count: width), count: rows.count)
          for (row, column, cell) in placed(rows) { grid[row][column] = cell.text }
          let data = grid.map { $0.map { ["text": $0, "top": 1.5, "left": 2.0] as [String: Any] } }
          return ["page_number": index + 1, "extraction_method": "lattice", "data": data]
        }
      }
    }
    return try json(tables)
  }

  /// Cells with their first and last row and column, in JSON that is a string in JSON.
  static func nested(_ made: MadePages) throws -> [UInt8] {
    let blocks = made.pages.joined().map { block -> [String: Any] in
      switch block {
      case .line(let text): ["text": text]
      case .table(let rows):
        [
          "cellInfos": placed(rows).map { row, column, cell -> [String: Any] in
            [
              "word": cell.text, "ysc": row, "yec": row + cell.rowSpan - 1, "xsc": column,
              "xec": column + cell.columnSpan - 1,
            ]
          }
        ]
      }
    }
    let inner = String(decoding: try json(["prism_tablesInfo": blocks]), as: UTF8.self)
    return try json(["RequestId": "x", "Data": inner])
  }
}
