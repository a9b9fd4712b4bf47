internal import TieoutModel

/// A table in the token language that vision models write: `<fcel>甲<lcel><nl><ucel><fcel>乙<nl>`.
struct OTSLTable {
  /// What a token says about the cell at its place.
  private enum Token {
    /// A cell with characters, a heading of a column, of a row, of a section.
    case filled
    case empty
    /// The cell on the left goes on, the cell above, both.
    case left, up, both
    case rowEnd
    /// Begins or ends the table.
    case frame
  }

  private struct Cell {
    var token: Token
    var text: Range<Int>
  }

  private static let tokens: [(name: [UInt8], token: Token)] = {
    let tokens: [(String, Token)] = [
      ("<fcel>", .filled), ("<ched>", .filled), ("<rhed>", .filled), ("<srow>", .filled),
      ("<ecel>", .empty), ("<lcel>", .left), ("<ucel>", .up), ("<xcel>", .both), ("<nl>", .rowEnd),
      ("<otsl>", .frame), ("</otsl>", .frame),
    ]
    return tokens.map { (name: Array($0.0.utf8), token: $0.1) }
  }()

  private let text: SourceText
  private var rows: [[Cell]] = [[]]

  /// Whether a table begins at the beginning of a range.
  static func begins(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    token(bytes, range.lowerBound, range.upperBound) != nil
  }

  /// Whether a range ends with the end of a row or of the table.
  static func endsRow(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    ["<nl>", "</otsl>"].contains { bytes[range].suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static func token(
    _ bytes: [UInt8], _ index: Int, _ end: Int
  ) -> (name: [UInt8], token: Token)? {
    guard index + 4 <= end, bytes[index] == 0x3C else { return nil }
    return tokens.first { $0.name.count <= end - index && bytes[index...].starts(with: $0.name) }
  }

  /// Looks at a range that begins with a token.
  init(_ text: SourceText, _ range: Range<Int>) {
    self.text = text
    var index = range.lowerBound
    while index < range.upperBound {
      guard let (name, token) = Self.token(text.bytes, index, range.upperBound) else {
        extend(by: index)
        index += 1
        continue
      }
      index += name.count
      switch token {
      case .rowEnd: rows.append([])
      case .frame: break
      default: rows[rows.count - 1].append(Cell(token: token, text: index..<index))
      }
    }
  }

  /// Adds a byte to the last cell; characters outside of cells make one.
  private mutating func extend(by index: Int) {
    let row = rows.count - 1
    if rows[row].isEmpty {
      guard !text.bytes[index].isBlankASCII else { return }
      rows[row].append(Cell(token: .filled, text: index..<index))
    }
    let cell = rows[row].count - 1
    rows[row][cell].text = rows[row][cell].text.lowerBound..<index + 1
  }

  /// Hands the table over.
  func draft(into draft: inout Draft) {
    let inline = MarkdownInline(text)
    draft.beginTable()
    for (row, cells) in rows.enumerated() where !cells.isEmpty {
      draft.beginRow()
      for (column, cell) in cells.enumerated() {
        // Characters behind a token that has none are a cell all the same.
        let isBlank = text.bytes[cell.text].allSatisfy { $0.isBlankASCII }
        guard cell.token == .filled || cell.token == .empty || !isBlank else { continue }
        let columns = cells[(column + 1)...].prefix { $0.token == .left }.count + 1
        draft.beginCell(
          column: column, columnSpan: columns, rowSpan: rowSpan(row, column))
        inline.append(cell.text, to: &draft)
      }
    }
    draft.endBlock()
  }

  private func rowSpan(_ row: Int, _ column: Int) -> Int {
    var below = row + 1
    while below < rows.count, column < rows[below].count, rows[below][column].token == .up {
      below += 1
    }
    return below - row
  }
}
