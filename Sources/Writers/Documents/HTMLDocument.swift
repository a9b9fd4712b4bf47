public import TieoutModel

/// Writes a document as one HTML page without styles or scripts.
public enum HTMLDocument: DocumentWriter {
  /// The name of the format.
  public static let format = "html"
  /// What it is.
  public static let summary = Message(
    zh: "HTML：含合并单元格的表格", en: "HTML: tables with their merged cells")

  /// Appends the document.
  public static func write(_ document: Document, into output: inout [UInt8]) {
    output +=
      "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"><title></title></head>\n<body>\n".utf8
    var page: UInt32 = 0
    for block in document.blocks {
      for piece in document.pages(of: block) {
        let number = document.rows[Int(piece.firstRow)].page
        if number != page { output += "<!-- page \(number) -->\n".utf8 }
        page = number
        if piece.kind == .table {
          table(DocumentTable(piece, document), into: &output)
        } else {
          for row in document.rows[piece.rows] {
            output += "<p>\(escaped(document.line(row)))</p>\n".utf8
          }
        }
      }
    }
    output += "</body>\n</html>\n".utf8
  }

  /// Writes one table, a row a line.
  static func table(_ table: DocumentTable, into output: inout [UInt8]) {
    output += "<table>\n".utf8
    var covered: [Int] = []
    for row in table.rows {
      output += "<tr>".utf8
      var column = 0
      for cell in row {
        fill(from: column, to: cell.column, covered, into: &output)
        let columns = cell.columnSpan > 1 ? " colspan=\"\(cell.columnSpan)\"" : ""
        let rows = cell.rowSpan > 1 ? " rowspan=\"\(cell.rowSpan)\"" : ""
        output += "<td\(columns)\(rows)>\(escaped(cell.text))</td>".utf8
        column = cell.column + cell.columnSpan
      }
      fill(from: column, to: table.width, covered, into: &output)
      output += "</tr>\n".utf8
      cover(&covered, row, table.width)
    }
    output += "</table>\n".utf8
  }

  /// Writes empty cells where no cell stands and none from above reaches down.
  private static func fill(
    from start: Int, to end: Int, _ covered: [Int], into output: inout [UInt8]
  ) {
    for column in start..<max(start, end)
    where column >= covered.count || covered[column] == 0 {
      output += "<td></td>".utf8
    }
  }

  /// Counts for each column how many more rows a cell from above covers.
  private static func cover(_ covered: inout [Int], _ row: [DocumentTable.Cell], _ width: Int) {
    while covered.count < width { covered.append(0) }
    for column in covered.indices where covered[column] > 0 { covered[column] -= 1 }
    for cell in row where cell.rowSpan > 1 {
      for column in cell.column..<min(width, cell.column + cell.columnSpan) {
        covered[column] = max(covered[column], cell.rowSpan - 1)
      }
    }
  }

  /// Characters that HTML would take for its own signs.
  static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}

extension Document {
  /// The parts of a block that stand on one page each.
  func pages(of block: Block) -> [Block] {
    var parts: [Block] = []
    for place in block.rows {
      if let last = parts.last, rows[place].page == rows[Int(last.firstRow)].page {
        parts[parts.count - 1].rowCount += 1
      } else {
        parts.append(Block(kind: block.kind, firstRow: UInt32(place), rowCount: 1))
      }
    }
    return parts
  }
}
