import Foundation

extension EngineOutput {
  /// Document AI's text with pages that point into it, as its service writes them.
  static func documentAI(_ made: MadePages) throws -> [UInt8] {
    var text = ""
    var count = 0
    func layout(_ printed: String, _ place: Int) -> [String: Any] {
      let start = count
      text += printed + "\n"
      count += printed.unicodeScalars.count + 1
      let top = Double(place) / 100
      let corners = [(0.1, top), (0.9, top), (0.9, top + 0.008), (0.1, top + 0.008)]
      return [
        "confidence": 0.98,
        "textAnchor": ["textSegments": [["startIndex": "\(start)", "endIndex": "\(count)"]]],
        "boundingPoly": ["normalizedVertices": corners.map { ["x": $0.0, "y": $0.1] }],
      ]
    }
    let pages = made.pages.enumerated().map { index, page -> [String: Any] in
      var lines: [[String: Any]] = []
      var tables: [[String: Any]] = []
      for (place, block) in page.enumerated() {
        switch block {
        case .line(let text): lines.append(["layout": layout(text, place)])
        case .table(let rows):
          let rows = rows.map { row in
            let cells = row.map { cell -> [String: Any] in
              let layout = layout(cell.text, place)
              if !cell.text.isEmpty { lines.append(["layout": layout]) }
              return ["layout": layout, "rowSpan": cell.rowSpan, "colSpan": cell.columnSpan]
            }
            return ["cells": cells]
          }
          tables.append([
            "headerRows": rows.prefix(1).map(\.self), "bodyRows": rows.dropFirst().map(\.self),
          ])
        }
      }
      return ["pageNumber": index + 1, "lines": lines, "tables": tables]
    }
    let head = try String(decoding: json(["text": text]), as: UTF8.self).dropLast()
    let tail = try String(decoding: json(["pages": pages]), as: UTF8.self).dropFirst()
    return Array("\(head),\(tail)".utf8)
  }

  /// The blocks of Document AI's layout parser.
  static func documentLayout(_ made: MadePages) throws -> [UInt8] {
    func text(_ text: String) -> [String: Any] { ["textBlock": ["text": text]] }
    let blocks = made.pages.enumerated().flatMap { index, page in
      page.map { block -> [String: Any] in
        let made: [String: Any]
        switch block {
        case .line(let line): made = text(line)
        case .table(let rows):
          let rows = rows.map { row in
            [
              "cells": row.map { cell -> [String: Any] in
                [
                  "blocks": [text(cell.text)], "rowSpan": cell.rowSpan,
                  "colSpan": cell.columnSpan,
                ]
              }
            ]
          }
          made = ["tableBlock": ["bodyRows": rows]]
        }
        return made.merging(["pageSpan": ["pageStart": index + 1]]) { $1 }
      }
    }
    return try json(["documentLayout": ["blocks": blocks]])
  }
}
