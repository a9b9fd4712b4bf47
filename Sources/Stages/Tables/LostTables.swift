internal import TieoutModel

/// Says which pages cannot be used: a table's title heads them, and the table is gone.
///
/// A wrong setting of an engine drops whole tables; what is left of such a page would only be taken
/// for hundreds of discrepancies.
enum LostTables {
  /// Fewer rows than that are no table.
  private static let fewest = 3
  /// How many lines are a number and no more where cells stand one below the other, and which part of
  /// all lines they are at the least: one in eight.
  private static let loneNumbers = 10
  private static let share = 8
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
    if let first = firstListed(document) {
      remarks.append(
        Document.Remark(
          Message(
            zh: "每个单元格各占一行：纯文本没有留下它们的位置，表格无法重建。"
              + "请给出同一引擎带位置的输出（如 JSON、hOCR、TSV），"
              + "或带表格的 Markdown。",
            en:
              "each cell stands in a line of its own: such a text does not tell where they stood, "
              + "and no table can be rebuilt. Give what the engine writes with places, such as JSON, "
              + "hOCR or TSV, or Markdown with tables."),
          at: document.map.source(of: first)))
      return
    }
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

  /// The first number in a paper whose cells stand one below the other, as engines write who give the
  /// texts that they found and not their places.
  private static func firstListed(_ document: Document) -> Slice? {
    var tableRows = 0
    var numbers = 0
    var first: Slice?
    for row in document.rows {
      guard row.isLine || row.cellCount == 1 else {
        tableRows += 1
        continue
      }
      let text = document.cells[Int(row.firstCell)].text
      guard NumericCell.holds(document.text, text.range) else { continue }
      numbers += 1
      first = first ?? text
    }
    let isListed = numbers >= max(loneNumbers, document.rows.count / share)
    return tableRows < fewest && isListed ? first : nil
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
