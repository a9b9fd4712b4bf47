internal import TieoutModel

/// A cleaned document as a draft looks at it: rows of filled cells, each with the key by which labels
/// are compared.
struct DraftPaper {
  /// A filled cell, or a piece of a line.
  struct Cell {
    /// Its characters.
    var slice: Slice
    /// By what labels are compared; empty where it holds no letters.
    var key: String
    /// What it holds.
    var shape: CellShape
    /// The column that it stands in.
    var column: Int
    /// How many columns it spans.
    var span: Int
  }

  /// One row of a table, or one line.
  struct Row {
    var cells: [Cell]
    var isLine: Bool
    /// The table that it stands in.
    var block: Int
    /// The number of columns, blank ones included.
    var width: Int
  }

  /// The cleaned text.
  let text: [UInt8]
  /// The rows that hold something.
  private(set) var rows: [Row] = []

  init(_ document: Document) {
    text = document.text
    for (number, block) in document.blocks.enumerated() {
      for place in block.rows {
        let row = document.rows[place]
        if row.role == .columnNumbers { continue }
        if row.isLine {
          let line = document.slice(of: row).trimmed(in: text)
          if !line.isEmpty, !Marginalia.holds(line, document) {
            rows.append(Row(cells: pieces(line), isLine: true, block: number, width: 1))
          }
          continue
        }
        var cells: [Cell] = []
        var width = 0
        for index in row.cells {
          let cell = document.cells[index]
          width = max(width, Int(cell.column) + max(1, Int(cell.columnSpan)))
          let slice = cell.text.trimmed(in: text)
          guard !slice.isEmpty else { continue }
          cells.append(self.cell(slice, Int(cell.column), Int(max(1, cell.columnSpan))))
        }
        if !cells.isEmpty {
          rows.append(Row(cells: cells, isLine: false, block: number, width: width))
        }
      }
    }
  }

  /// The characters of a slice.
  func string(_ slice: Slice) -> String { slice.string(in: text) }

  /// A cell with some characters.
  func cell(_ slice: Slice, _ column: Int, _ span: Int) -> Cell {
    return Cell(
      slice: slice, key: slice.count > 120 ? "" : SimplifiedKey.key(text[slice.range]),
      shape: CellShape(slice, text), column: column, span: span)
  }

  /// The pieces of a line between wide gaps, as columns of prose stand side by side.
  private func pieces(_ line: Slice) -> [Cell] {
    var pieces: [Cell] = []
    var start = Int(line.start)
    var index = start
    func close(_ end: Int) {
      let piece = Slice(start..<end).trimmed(in: text)
      if !piece.isEmpty { pieces.append(cell(piece, pieces.count, 1)) }
    }
    while index < Int(line.end) {
      if text[index].isBlankASCII, index + 1 < Int(line.end),
        text[index + 1].isBlankASCII || isBetweenPairs(index, start, Int(line.end))
      {
        close(index)
        while index < Int(line.end), text[index].isBlankASCII { index += 1 }
        start = index
      } else {
        index += 1
      }
    }
    close(Int(line.end))
    return pieces
  }
}

extension DraftPaper {
  /// Whether one blank, as what is left of a wide gap, stands between a pair of label and value and
  /// another one.
  private func isBetweenPairs(_ blank: Int, _ start: Int, _ end: Int) -> Bool {
    NextPair.begins(at: blank + 1, text, end, isWide: false)
      && text.span.holds(0x3A, or: 0x9A, in: start..<blank)
  }

  /// The label before a colon in a piece of a line, and where its value begins.
  ///
  /// A label is a few words; a sentence with a colon in it begins with no label.
  func label(of piece: Cell) -> (label: Slice, value: Slice)? {
    let range = withoutBrackets(piece.slice).range
    for index in range.prefix(61) {
      let isWide =
        text[index] == 0xEF && index + 2 < range.upperBound && text[index + 1] == 0xBC
        && text[index + 2] == 0x9A
      guard isWide || text[index] == 0x3A else { continue }
      let label = Slice(range.lowerBound..<index).trimmed(in: text)
      let value = Slice(index + (isWide ? 3 : 1)..<range.upperBound).trimmed(in: text)
      guard !label.isEmpty, Quantity.read(text, label.range) == nil,
        text[label.range].count(where: { $0 == 0x20 }) <= 4
      else { return nil }
      return (label, value)
    }
    return nil
  }

  /// What stands in the brackets around a piece: `（单位：万元）`.
  private func withoutBrackets(_ piece: Slice) -> Slice {
    for (open, close) in [("（", "）"), ("(", ")")] {
      let bytes = text[piece.range]
      if bytes.starts(with: open.utf8), bytes.suffix(close.utf8.count).elementsEqual(close.utf8) {
        return Slice(Int(piece.start) + open.utf8.count..<Int(piece.end) - close.utf8.count)
      }
    }
    return piece
  }

  /// The key by which a label is compared.
  func key(_ label: Slice) -> String {
    SimplifiedKey.key(text[label.range])
  }
}
