internal import TieoutModel

/// What is wrong with a table as its engine wrote it; nothing of it costs a cell.
enum TableRemarks {
  /// What to say about a table that has been read.
  static func messages(_ table: OpenTable, isClosed: Bool) -> [Message] {
    var messages: [Message] = []
    if !isClosed { messages.append(notClosed) }
    if !table.hasCells { messages.append(empty) }
    if table.absurdSpans > 0 { messages.append(absurd(table.absurdSpans)) }
    if table.grid.overlaps > 0 { messages.append(overlapping(table.grid.overlaps)) }
    if table.grid.isOverhanging { messages.append(overhanging) }
    if let message = uneven(table.grid.widths) { messages.append(message) }
    return messages
  }

  private static let notClosed = Message(
    zh: "表格没有结束标记，可能被截断；已有的单元格全部保留",
    en: "a table has no end tag and may be cut off; all cells that are there are kept")

  private static let empty = Message(
    zh: "表格没有单元格", en: "a table has no cells")

  private static let overhanging = Message(
    zh: "有单元格跨越的行数超出表格", en: "a cell spans more rows than its table has")

  static func absurd(_ count: Int) -> Message {
    Message(
      zh: "\(count) 个单元格的位置或跨度不成立，按最近的合理值读取",
      en:
        "places or spans of cells that cannot be meant: \(count); read as the nearest one that can"
    )
  }

  private static func overlapping(_ count: Int) -> Message {
    Message(
      zh: "\(count) 个单元格与上方跨行的单元格重叠，全部保留",
      en: "cells that overlap one that spans rows from above: \(count); all are kept")
  }

  /// Rows of several widths: spans that do not add up, missing or surplus cells.
  private static func uneven(_ widths: [Int: Int]) -> Message? {
    let usual = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let usual, widths.count > 1 else { return nil }
    let rows = widths.reduce(0) { $0 + $1.value }
    let others = rows - usual.value
    return Message(
      zh: "表格 \(rows) 行中有 \(others) 行不是 \(usual.key) 列，单元格全部保留",
      en: "rows of a table of \(rows) that are not \(usual.key) columns wide: \(others); "
        + "all cells are kept")
  }
}
