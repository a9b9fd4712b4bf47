import Foundation
import Testing
import TieoutTestSupport

/// The pages of a made document as its truth has them: lines of prose and grids of cells.
struct MadePages {
  /// A cell of a grid.
  struct Cell {
    var text: String
    var columnSpan: Int
    var rowSpan: Int
  }

  /// What stands on a page.
  enum Block {
    case line(String)
    case table([[Cell]])
  }

  /// The pages, in order.
  var pages: [[Block]] = []

  /// Reads `Corpus/NAME/truth.json`.
  init(_ name: String) throws {
    let truth = try JSONDecoder().decode(
      Truth.self, from: Data(Repository.corpus("\(name)/truth.json")))
    for page in truth.pages {
      var lines = page.text.components(separatedBy: "\n")[...]
      var blocks: [Block] = []
      for table in truth.tables where table.page == page.n {
        let first = table.rows[0].map(\.t).joined(separator: "\t")
        let start = try #require(lines.firstIndex(of: first))
        blocks += lines[..<start].map(Block.line)
        blocks.append(
          .table(
            table.rows.map { row in
              row.map { Cell(text: $0.t, columnSpan: $0.cs ?? 1, rowSpan: $0.rs ?? 1) }
            }))
        lines = lines[start...].dropFirst(table.rows.count)
      }
      pages.append(blocks + lines.map(Block.line))
    }
  }

  private struct Truth: Decodable {
    struct Page: Decodable {
      var n: Int
      var text: String
    }
    struct Cell: Decodable {
      var t: String
      var cs: Int?
      var rs: Int?
    }
    struct Table: Decodable {
      var page: Int
      var rows: [[Cell]]
    }
    var pages: [Page]
    var tables: [Table]
  }
}
