internal import TieoutMarkup
internal import TieoutModel

/// Writes records as the cells of a table.
struct RecordCells {
  let tree: JSONTree
  /// The JSON pointer of the list or the object that holds the records.
  let pointer: String

  /// A heading row of the names, and a row of the values of each object or of what stands at each place
  /// in the columns.
  func cells(of table: RecordTable) -> [TableCells.Cell] {
    switch table.layout {
    case .rows(let rows): return cells(rows, heads: table.heads)
    case .columns: return columns(table.heads)
    }
  }

  /// Names and their values, one pair a row.
  func cells(ofPairs values: [Int]) -> [TableCells.Cell] {
    values.enumerated().flatMap { row, value -> [TableCells.Cell] in
      let element = "\(pointer)/\(tree.pointerName(of: value))"
      return [
        cell(row, 0, tree.nameText(of: value), element), cell(row, 1, text(value), element),
      ]
    }
  }

  /// A value that an object lacks is a blank cell; of a name that stands twice the first counts.
  private func cells(_ rows: ArraySlice<Int>, heads: [Int]) -> [TableCells.Cell] {
    let names = heads.map(tree.pointerName)
    var columns: [ArraySlice<UInt8>: Int] = [:]
    for (column, head) in heads.enumerated() { columns[tree.nameBytes(of: head)] = column }
    var values: [[Int?]] = []
    var firstRows = Array(repeating: rows.startIndex, count: heads.count)
    for row in rows.indices {
      var own = [Int?](repeating: nil, count: heads.count)
      for value in tree.children(of: rows[row]) where tree.isCell(value) {
        guard let column = columns[tree.nameBytes(of: value)], own[column] == nil else { continue }
        own[column] = value
        if value == heads[column] { firstRows[column] = row }
      }
      values.append(own)
    }
    let heading = heads.indices.map { column in
      cell(
        0, column, tree.nameText(of: heads[column]),
        "\(pointer)/\(firstRows[column])/\(names[column])")
    }
    return heading
      + values.enumerated().flatMap { row, values -> [TableCells.Cell] in
        let pointer = "\(pointer)/\(rows.startIndex + row)"
        return values.enumerated().map { column, value in
          value.map { cell(row + 1, column, text($0), "\(pointer)/\(names[column])") }
            ?? cell(row + 1, column, DecodedText(), pointer)
        }
      }
  }

  private func columns(_ heads: [Int]) -> [TableCells.Cell] {
    heads.enumerated().flatMap { column, head -> [TableCells.Cell] in
      let pointer = "\(pointer)/\(tree.pointerName(of: head))"
      let values = tree.children(of: head).enumerated().map { row, value in
        let name = tree.nodes[value].key.isEmpty ? "\(row)" : tree.name(of: value)
        return cell(row + 1, column, text(value), "\(pointer)/\(name)")
      }
      return [cell(0, column, tree.nameText(of: head), pointer)] + values
    }
  }

  /// What stands in a cell; the values of a list stand below each other.
  private func text(_ value: Int) -> DecodedText {
    guard tree.nodes[value].kind == .array else {
      return GridCells.text(value, tree)?.0 ?? DecodedText()
    }
    var text = DecodedText()
    var end = 0
    for item in tree.children(of: value) {
      if !text.bytes.isEmpty { text.decode("\n".utf8, end..<tree.start(of: item)) }
      text.append(GridCells.text(item, tree)?.0 ?? DecodedText())
      end = tree.end(of: item)
    }
    return text
  }

  private func cell(
    _ row: Int, _ column: Int, _ text: DecodedText, _ element: String
  ) -> TableCells.Cell {
    TableCells.Cell(
      row: row, column: column, rowSpan: 1, columnSpan: 1, text: SourceText(text),
      mark: SourceFile.Mark(element: element))
  }
}

extension JSONTree {
  /// Where a plain value begins, its quote included.
  fileprivate func start(of place: Int) -> Int {
    nodes[place].range.lowerBound - (nodes[place].kind == .string ? 1 : 0)
  }

  /// Where a plain value ends, its quote included.
  fileprivate func end(of place: Int) -> Int {
    nodes[place].range.upperBound + (nodes[place].kind == .string ? 1 : 0)
  }
}
