import Foundation

/// What models write as text: tables of LaTeX, and marks that say where a text stands.
extension EngineOutput {
  /// The formats of engines, and what models write as text.
  static let withModels =
    all + [
      EngineOutput(format: "markdown", write: latex),
      EngineOutput(format: "mineru", write: minerULatex),
      EngineOutput(format: "markdown", write: deepSeek),
    ]

  static func latex(_ rows: [[MadePages.Cell]]) -> String {
    var lines: [Int: [(column: Int, text: String)]] = [:]
    for (row, column, cell) in placed(rows) {
      let text = cell.text.replacing("&", with: "\\&")
      let wide = { (text: String) in
        cell.columnSpan > 1 ? "\\multicolumn{\(cell.columnSpan)}{|c|}{\(text)}" : text
      }
      let high = cell.rowSpan > 1 ? "\\multirow{\(cell.rowSpan)}{*}{\(text)}" : text
      lines[row, default: []].append((column, wide(high)))
      for below in 1..<max(cell.rowSpan, 1) where row + below < rows.count {
        lines[row + below, default: []].append((column, wide("")))
      }
    }
    let body = lines.sorted { $0.key < $1.key }.map { _, cells in
      cells.sorted { $0.column < $1.column }.map(\.text).joined(separator: " & ")
        + " \\\\ \\hline\n"
    }
    return "\\begin{tabular}{|c|c|}\n\\hline\n\(body.joined())\\end{tabular}"
  }

  static func latex(_ made: MadePages) -> [UInt8] {
    let pages = made.pages.map { page in
      page.map { block in
        switch block {
        case .line(let text): text
        case .table(let rows): latex(rows)
        }
      }.joined(separator: "\n\n")
    }
    return Array(pages.joined(separator: "\n\n<--- Page Split --->\n").utf8)
  }

  /// As MinerU wrote tables before its version 2.
  static func minerULatex(_ made: MadePages) throws -> [UInt8] {
    try json(
      made.pages.enumerated().flatMap { index, page in
        page.map { block -> [String: Any] in
          switch block {
          case .line(let text): ["type": "text", "text": text, "page_idx": index]
          case .table(let rows):
            [
              "type": "table", "img_path": "images/x.jpg", "table_caption": [],
              "table_body": "\n\n$\n \(latex(rows))\n$\n\n", "page_idx": index,
            ]
          }
        }
      })
  }

  static func deepSeek(_ made: MadePages) -> [UInt8] {
    let pages = made.pages.map { page in
      page.map { block in
        switch block {
        case .line(let text): "<|ref|>text<|/ref|><|det|>[[62, 48, 946, 90]]<|/det|>\n\(text)\n\n"
        case .table(let rows):
          "<|ref|>table<|/ref|><|det|>[[62, 100, 946, 904]]<|/det|>\n\(html(rows))\n\n"
        }
      }.joined()
    }
    return Array(pages.joined(separator: "\n<--- Page Split --->\n").utf8)
  }
}
