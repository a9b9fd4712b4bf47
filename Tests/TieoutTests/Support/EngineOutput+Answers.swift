import Foundation

/// What services for one image answer, an answer a page.
extension EngineOutput {
  private static func corners(_ place: Int, _ names: (x: String, y: String)) -> [[String: Int]] {
    [(10, place * 40), (900, place * 40), (900, place * 40 + 30), (10, place * 40 + 30)].map {
      [names.x: $0.0, names.y: $0.1]
    }
  }

  /// Tencent's recognition of tables.
  static func tencent(_ made: MadePages) throws -> [UInt8] {
    try json(
      made.pages.map { page -> [String: Any] in
        let tables = page.enumerated().map { place, block -> [String: Any] in
          let outline = corners(place, ("X", "Y"))
          switch block {
          case .line(let text):
            return [
              "Cells": [
                [
                  "ColTl": -1, "RowTl": -1, "ColBr": -1, "RowBr": -1, "Text": text,
                  "Type": "header", "Confidence": 97.5, "Polygon": outline,
                ]
              ], "Type": 0,
            ]
          case .table(let rows):
            let cells = placed(rows).map { row, column, cell -> [String: Any] in
              [
                "ColTl": column, "RowTl": row, "ColBr": column + cell.columnSpan,
                "RowBr": row + cell.rowSpan, "Text": cell.text, "Type": "body",
                "Confidence": 97.5, "Polygon": outline,
              ]
            }
            return ["Cells": cells, "Type": 1]
          }
        }
        return ["Response": ["TableDetections": tables, "RequestId": "x"]]
      })
  }

  /// Baidu's recognition of tables.
  static func baidu(_ made: MadePages) throws -> [UInt8] {
    try json(
      made.pages.map { page -> [String: Any] in
        var tables: [[String: Any]] = []
        var above: [[String: Any]] = []
        for (place, block) in page.enumerated() {
          let outline = corners(place, ("x", "y"))
          switch block {
          case .line(let text): above.append(["words": text, "location": outline])
          case .table(let rows):
            let cells = placed(rows).map { row, column, cell -> [String: Any] in
              [
                "col_start": column, "row_start": row, "col_end": column + cell.columnSpan,
                "row_end": row + cell.rowSpan, "words": cell.text, "cell_location": outline,
              ]
            }
            tables.append(["header": above, "body": cells, "footer": []])
            above = []
          }
        }
        return [
          "log_id": 1, "table_num": tables.count,
          "tables_result": above.isEmpty ? tables : tables + [["footer": above, "body": []]],
        ]
      })
  }
}
