internal import TieoutModel

/// Says which pages cannot be used: a table's title heads them, and the table is gone.
///
/// A wrong setting of an engine drops whole tables; what is left of such a page would only be taken
/// for hundreds of discrepancies.
enum LostTables {
  /// Fewer rows than that are no table.
  private static let fewest = 3
  /// The lines at the top of a page among which a title heads it.
  private static let top = 3

  /// Adds a remark for each page that a title heads and that has hardly a row of a table.
  static func remark(
    _ document: inout Document, titles: [Document.Region.Kind?]
  ) {
    var start = 0
    // A page that is unusable is what matters most of all that is said about a file.
    var remarks: [Document.Remark] = []
    defer { if !remarks.isEmpty { document.remarks = remarks + document.remarks } }
    while start < document.rows.count {
      let page = document.rows[start].page
      var end = start
      while end < document.rows.count, document.rows[end].page == page { end += 1 }
      let rows = start..<end
      let title = rows.prefix(top).first { titles[$0] != nil }
      let count = rows.count { !document.rows[$0].isLine && document.rows[$0].cellCount > 1 }
      if page > 0, let title, count < fewest, rows.count > 1 {
        let slice = document.cells[Int(document.rows[title].firstCell)].text
        remarks.append(
          Document.Remark(
            Message(
              zh: "第 \(page) 页有表题而无表格：识别时表格丢失，本页不可用。请换一种识别设置（如 Tesseract 的 --psm）重新识别。",
              en: "page \(page) has the title of a table and no table: recognition lost it, and "
                + "the page is unusable. Recognise it again with another setting, such as Tesseract’s "
                + "--psm."
            ),
            at: document.map.source(of: slice)))
      }
      start = end
    }
  }
}
