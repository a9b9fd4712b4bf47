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
    if let title = titleAlone(document, titles: titles) {
      remarks.append(
        Document.Remark(
          Message(
            zh: "有表题而全篇没有表格：识别结果里没有表格（或只有指向别处的链接、图片）。请把表格一并给出，或换一种识别设置重新识别。",
            en: "there is the title of a table and no table at all: recognition lost it, or left a "
              + "link or a picture in its place. Give the tables as well, or recognise the paper again "
              + "with another setting."),
          at: document.map.source(of: title)))
      return
    }
    while start < document.rows.count {
      let page = document.rows[start].page
      var end = start
      while end < document.rows.count, document.rows[end].page == page { end += 1 }
      let rows = start..<end
      if page > 0, rows.count > 1, let title = rows.prefix(top).first(where: { titles[$0] != nil }),
        rows.count(where: { !document.rows[$0].isLine && document.rows[$0].cellCount > 1 }) < fewest
      {
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

  /// The first title of a paper without pages that has no row of a table, and no form in lines.
  private static func titleAlone(
    _ document: Document, titles: [Document.Region.Kind?]
  ) -> Slice? {
    guard document.rows.count > 1, document.rows.allSatisfy({ $0.page == 0 && $0.isLine }),
      document.regions.allSatisfy({ $0.kind == .prose }),
      let row = titles.firstIndex(where: { $0 != nil })
    else { return nil }
    return document.cells[Int(document.rows[row].firstCell)].text
  }
}
