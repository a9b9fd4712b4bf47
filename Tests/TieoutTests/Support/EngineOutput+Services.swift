import Foundation

/// What services for whole papers answer: tables by their cells, and every text a second time.
extension EngineOutput {
  /// A place on a page for its block of a number, in the unit of the page.
  private static func outline(_ place: Int, _ count: Int, unit: Double = 1) -> [Double] {
    let (top, bottom) = (Double(place) * 10 * unit, Double(place + count) * 10 * unit - unit)
    return [10 * unit, top, 900 * unit, top, 900 * unit, bottom, 10 * unit, bottom]
  }

  /// The layout of Azure's version 3 and later; without spans the places tell what is in a table.
  static func azure(_ made: MadePages, hasSpans: Bool) throws -> [UInt8] {
    var content = ""
    func spans(_ text: String) -> [[String: Any]] {
      defer { content += text + "\n" }
      return hasSpans ? [["offset": content.count, "length": text.count]] : []
    }
    var paragraphs: [[String: Any]] = []
    var tables: [[String: Any]] = []
    var pages: [[String: Any]] = []
    for (index, page) in made.pages.enumerated() {
      func regions(_ place: Int) -> [[String: Any]] {
        [["pageNumber": index + 1, "polygon": outline(place, 1, unit: 0.01)]]
      }
      pages.append(["pageNumber": index + 1, "unit": "inch", "width": 8.27, "height": 11.69])
      for (place, block) in page.enumerated() {
        switch block {
        case .line(let text):
          paragraphs.append([
            "content": text, "spans": spans(text), "boundingRegions": regions(place),
          ])
        case .table(let rows):
          let cells = placed(rows).map { row, column, cell -> [String: Any] in
            let spans = spans(cell.text)
            paragraphs.append([
              "content": cell.text, "spans": spans, "boundingRegions": regions(place),
            ])
            return [
              "rowIndex": row, "columnIndex": column, "rowSpan": cell.rowSpan,
              "columnSpan": cell.columnSpan, "content": cell.text, "spans": spans,
              "boundingRegions": regions(place), "kind": row == 0 ? "columnHeader" : "content",
            ]
          }
          tables.append(["cells": cells, "boundingRegions": regions(place)])
        }
      }
    }
    return try json([
      "status": "succeeded",
      "analyzeResult": [
        "apiVersion": "2024-11-30", "modelId": "prebuilt-layout", "content": content,
        "pages": pages, "paragraphs": paragraphs, "tables": tables,
      ],
    ])
  }

  /// The layout of Azure's version 2.1.
  static func azure2(_ made: MadePages) throws -> [UInt8] {
    var read: [[String: Any]] = []
    var results: [[String: Any]] = []
    for (index, page) in made.pages.enumerated() {
      var lines: [[String: Any]] = []
      var tables: [[String: Any]] = []
      for (place, block) in page.enumerated() {
        let box = outline(place, 1)
        switch block {
        case .line(let text): lines.append(["text": text, "boundingBox": box])
        case .table(let rows):
          let cells = placed(rows).map { row, column, cell -> [String: Any] in
            lines.append(["text": cell.text, "boundingBox": box])
            return [
              "rowIndex": row, "columnIndex": column, "rowSpan": cell.rowSpan,
              "columnSpan": cell.columnSpan, "text": cell.text, "boundingBox": box,
            ]
          }
          tables.append(["cells": cells, "boundingBox": box])
        }
      }
      read.append(["page": index + 1, "unit": "pixel", "lines": lines])
      results.append(["page": index + 1, "tables": tables])
    }
    return try json([
      "status": "succeeded",
      "analyzeResult": ["version": "2.1.0", "pageResults": results, "readResults": read],
    ])
  }

  /// Blocks of Textract, each cell a word, with the merged cells of spans.
  static func textract(_ made: MadePages) throws -> [UInt8] {
    var blocks: [[String: Any]] = []
    func add(
      _ type: String, _ page: Int, _ more: [String: Any], _ children: [String: [String]] = [:]
    ) -> String {
      let name = "b\(blocks.count)"
      let relationships = children.sorted { $0.key < $1.key }.map {
        ["Type": $0.key, "Ids": $0.value] as [String: Any]
      }
      blocks.append(
        ["BlockType": type, "Id": name, "Page": page, "Relationships": relationships]
          .merging(more) { $1 })
      return name
    }
    for (index, page) in made.pages.enumerated() {
      let page = (number: index + 1, blocks: page)
      _ = add("PAGE", page.number, [:])
      for (place, block) in page.blocks.enumerated() {
        func line(_ text: String) -> String {
          let box = ["Left": 0.1, "Top": Double(place) / 100, "Width": 0.8, "Height": 0.008]
          let more: [String: Any] = [
            "Text": text, "Confidence": 99.1, "Geometry": ["BoundingBox": box],
          ]
          let word = add("WORD", page.number, more)
          _ = add("LINE", page.number, more, ["CHILD": [word]])
          return word
        }
        switch block {
        case .line(let text): _ = line(text)
        case .table(let rows):
          var cells: [String] = []
          var merged: [String] = []
          for (row, column, cell) in placed(rows) {
            let words = cell.text.isEmpty ? [] : [line(cell.text)]
            var parts: [String] = []
            for below in 0..<cell.rowSpan {
              for right in 0..<cell.columnSpan {
                parts.append(
                  add(
                    "CELL", page.number,
                    ["RowIndex": row + below + 1, "ColumnIndex": column + right + 1],
                    ["CHILD": parts.isEmpty ? words : []]))
              }
            }
            cells += parts
            guard parts.count > 1 else { continue }
            merged.append(
              add(
                "MERGED_CELL", page.number,
                [
                  "RowIndex": row + 1, "ColumnIndex": column + 1, "RowSpan": cell.rowSpan,
                  "ColumnSpan": cell.columnSpan,
                ], ["CHILD": parts]))
          }
          _ = add("TABLE", page.number, [:], ["CHILD": cells, "MERGED_CELL": merged])
        }
      }
    }
    return try json(["Blocks": blocks, "DocumentMetadata": ["Pages": made.pages.count]])
  }
}
