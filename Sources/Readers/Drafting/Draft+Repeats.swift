internal import TieoutModel

extension Draft {
  /// So many equal rows in a row are no list any more.
  private static let longestRun = 5

  /// Remarks on tables and rows that say again, word for word, what stands before them.
  ///
  /// Engines that lost the thread do so. Whether the paper does is for a reader to see: all of it
  /// stays.
  mutating func remarkRepeats() {
    var last: Slice?
    for block in blocks where block.kind == .table && block.rowCount > 1 {
      let text = block.rows.reduce(Slice.none) { $0.joined(with: self.text(ofRow: $1)) }
      if let last, isSame(text, last) {
        remark(
          Message(zh: "这张表与前一张逐字相同", en: "this table is word for word the one before it"),
          at: text)
      }
      last = text
    }
    var first = 0
    for row in 1...max(rows.count, 1) {
      if row < rows.count, isSame(text(ofRow: row), text(ofRow: first)) { continue }
      if row - first >= Self.longestRun {
        remark(
          Message(
            zh: "同一行连续出现 \(row - first) 次",
            en: "the same row stands here so many times: \(row - first)"),
          at: text(ofRow: first))
      }
      first = row
    }
  }

  private func text(ofRow row: Int) -> Slice {
    rows[row].cells.reduce(Slice.none) { $0.joined(with: cells[$1].text) }
  }

  /// Whether two texts are the same; a sign or two may well be.
  private func isSame(_ left: Slice, _ right: Slice) -> Bool {
    left.count == right.count && left.count > 6
      && bytes[left.range].elementsEqual(bytes[right.range])
  }
}
