internal import TieoutModel

/// How many cells a row may have, and a whole document: nobody means more, and what weighs a row
/// weighs its cells against one another.
enum RowLimit {
  /// The most cells of a row; the last one takes the rest.
  static let cells: UInt16 = 4096

  /// Refuses a file that has more cells than a document may have, those counted as well that a row
  /// has beyond its last one.
  static func check(
    _ cells: Int, of document: borrowing Document, _ name: String
  ) throws(ReadError) {
    let most = document.cellLimit
    guard cells > most else { return }
    throw ReadError(
      Message(
        zh: "“\(name)”有 \(cells) 个单元格，超过上限 \(most)。请检查文件，或分成几份材料；若确实这么多，可用 --limit cells=… 放宽。",
        en: "“\(name)” has \(cells) cells; a submission may have no more than \(most) cells. Check "
          + "the file, give it in parts, or allow more with --limit cells=…."))
  }

  /// What to say about rows that have more.
  static func remark(_ rows: Int) -> Message {
    Message(
      zh: "有 \(rows) 行超过 \(cells) 个单元格，其余的文字并入该行最后一个单元格",
      en: "rows of more than \(cells) cells: \(rows); the rest of each is in its last cell")
  }
}
