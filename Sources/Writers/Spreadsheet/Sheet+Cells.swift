internal import TieoutModel

extension Sheet {
  /// Writes the cells.
  func writeCells(into output: inout ByteBuffer) {
    output.literal("<sheetData>")
    for (row, cells) in rows.enumerated() where !cells.isEmpty {
      output.literal("<row r=\"")
      output.integer(row + 1)
      // Not every program makes room for all lines by itself.
      let lines = lines(cells)
      if lines > 1 {
        output.literal("\" ht=\"")
        output.integer(min(lines, Self.mostLines) * 15)
        output.literal("\" customHeight=\"1")
      }
      output.literal("\">")
      for (column, cell) in cells.enumerated() {
        output.cell(cell, CellPlace(row: row, column: column).name)
      }
      output.literal("</row>")
    }
    output.literal("</sheetData>")
  }

  /// The most lines that a row makes room for.
  private static let mostLines = 24

  /// How many lines the cells of a row take, in columns as wide as they are.
  private func lines(_ cells: [Cell]) -> Int {
    var most = 1
    for (column, cell) in cells.enumerated() where cell.style.wraps {
      guard case .text(let text) = cell.value, column < widths.count else { continue }
      var lines = 1, filled = 0
      for scalar in text.unicodeScalars {
        filled += CharacterWidth.columns(scalar.value)
        if scalar == "\n" || filled > widths[column] - 1 {
          lines += 1
          filled = scalar == "\n" ? 0 : 2
        }
      }
      most = max(most, lines)
    }
    return most
  }
}

extension ByteBuffer {
  fileprivate mutating func cell(_ cell: Cell, _ name: String) {
    literal("<c r=\"")
    escaped(name, as: NoEscaping.self)
    literal("\" s=\"")
    integer(cell.style.number)
    switch cell.value {
    case .blank: literal("\"/>")
    case .text(let text):
      literal("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
      escaped(text.inCell, as: XMLEscaping.self)
      literal("</t></is></c>")
    case .number(let number):
      literal("\"><v>")
      quantity(number)
      literal("</v></c>")
    case .formula(let formula, let result):
      // Without a number the formula gives characters, and none of them.
      if result == nil { literal("\" t=\"str") }
      literal("\"><f>")
      escaped(formula, as: XMLEscaping.self)
      literal("</f><v>")
      if let result { quantity(result) }
      literal("</v></c>")
    case .wording(let formula, let result):
      literal("\" t=\"str\"><f>")
      escaped(formula, as: XMLEscaping.self)
      literal("</f><v>")
      escaped(result, as: XMLEscaping.self)
      literal("</v></c>")
    }
  }
}

extension String {
  /// The most UTF-16 units that a cell takes.
  private static let cellLimit = 32_767

  /// The string as a cell's file writes it: no longer than a cell may be, and no `_x000D_` in it
  /// that programs would read as a character.
  fileprivate var inCell: String {
    var text = self
    if utf8.count > Self.cellLimit, utf16.count > Self.cellLimit {
      text = ""
      var room = Self.cellLimit - 1
      for character in self {
        room -= character.utf16.count
        if room < 0 { break }
        text.append(character)
      }
      text.append("…")
    }
    return text.utf8.contains(0x5F) ? text.replacing("_x", with: "_x005F_x") : text
  }
}
