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
  /// What the table is called.
  private var caption: Range<Int>?
  /// Whether it ends amid a token.
  private var isCut = false

  /// Whether a table begins at the beginning of a range.
  static func begins(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    token(bytes, range.lowerBound, range.upperBound) != nil
  }

  /// Where a table begins amid a range.
  static func first(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while let start = bytes[index..<range.upperBound].firstIndex(of: 0x3C) {
      switch token(bytes, start, range.upperBound)?.token {
      case .filled, .empty: return start
      case .frame where bytes[start + 1] != 0x2F: return start
      default: index = start + 1
      }
    }
    return nil
  }

  /// Where the table in a range ends that says so itself.
  static func end(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes[range].firstRange(of: "</otsl>".utf8)?.upperBound
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
      if let end = placeEnd(index, range) ?? captionEnd(index, range) {
        index = end
        continue
      }
      if range.upperBound - index < 7, Self.isBeginning(text.bytes[index..<range.upperBound]) {
        isCut = true
        break
      }
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

  /// Where a place on the page ends that begins at an offset: `<loc_120>`.
  private func placeEnd(_ index: Int, _ range: Range<Int>) -> Int? {
    let rest = text.bytes[index..<range.upperBound]
    guard rest.first == 0x3C, rest.starts(with: "<loc_".utf8) else { return nil }
    let end = rest.dropFirst(5).drop { $0.isDigitASCII }
    return end.first == 0x3E ? end.startIndex + 1 : nil
  }

  /// Where a caption ends that begins at an offset, before the first cell; takes it.
  private mutating func captionEnd(_ index: Int, _ range: Range<Int>) -> Int? {
    let rest = text.bytes[index..<range.upperBound]
    guard caption == nil, rest.first == 0x3C, rest.starts(with: "<caption>".utf8),
      rows.count == 1, rows[0].isEmpty, let end = rest.firstRange(of: "</caption>".utf8)
    else { return nil }
    var start = index + 9
    while let next = placeEnd(start, start..<end.lowerBound) { start = next }
    caption = start..<end.lowerBound
    return end.upperBound
  }

  /// Whether bytes are the beginning of a token and no more.
  private static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == 0x3C && bytes.count > 1
      && tokens.contains { $0.name.count > bytes.count && $0.name.starts(with: bytes) }
  }

  /// Adds a byte to the last cell; characters outside of cells make one.
  private mutating func extend(by index: Int) {
    let row = rows.count - 1
    if rows[row].isEmpty {
      guard !text.bytes[index].isBlankASCII else { return }
      rows[row].append(Cell(token: .filled, text: index..<index))
    }
    let cell = rows[row].count - 1
    let known = rows[row][cell].text
    rows[row][cell].text = (known.isEmpty ? index : known.lowerBound)..<index + 1
  }

  /// Hands the table over.
  func draft(into draft: inout Draft) {
    let inline = MarkdownInline(text)
    if let caption {
      draft.beginLine()
      inline.append(caption, to: &draft)
    }
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
    if isCut {
      draft.remark(
        Message(zh: "表格到此中断，最后一个标记不完整", en: "the table breaks off here, amid a token"))
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
