internal import TieoutModel

/// A sheet of a workbook under construction.
struct Sheet {
  /// What its tab says.
  let name: String
  /// The widths of its columns, in characters.
  var widths: [Int]
  /// Its rows, the first one on top.
  private(set) var rows: [[Cell]] = []
  /// The rows that stay in sight above the others.
  var frozenRows = 0
  /// The columns that stay in sight left of the others.
  var frozenColumns = 0
  /// The table that can be filtered, its head first.
  var filtered: (first: CellPlace, last: CellPlace)?
  /// Whether it is printed on upright paper.
  var isPortrait = false
  /// How many of its columns are printed; all where it is not said.
  var printedColumns: Int?
  /// What stands on top of each printed page, on the right.
  var pageHead = ""

  private var links: [(from: CellPlace, to: String)] = []
  private var rules: [(first: CellPlace, last: CellPlace, rule: EntryRule)] = []
  private var conditions: [(first: CellPlace, last: CellPlace, formula: String, CellColour)] = []
  private var merged: [(first: CellPlace, last: CellPlace)] = []

  /// Creates an empty sheet.
  init(_ name: String, widths: [Int] = []) {
    self.name = name
    self.widths = widths
  }

  /// The place of a cell in formulas of other sheets.
  func reference(_ place: CellPlace) -> String { "'\(name)'!\(place.fixedName)" }

  /// The target of a link to a row.
  func target(row: Int) -> String { "'\(name)'!A\(row + 1)" }

  /// Adds a row and gives its number.
  @discardableResult
  mutating func add(_ cells: [Cell]) -> Int {
    rows.append(cells)
    return rows.count - 1
  }

  /// Adds the head of a table, which stays in sight.
  mutating func addHead(_ names: [String]) {
    add(names.map { .text($0, .head) })
    frozenRows = rows.count
  }

  /// Lets the table under the head be filtered, as far as it goes by now.
  mutating func filterTable() {
    guard frozenRows > 0, rows.count > frozenRows else { return }
    let head = frozenRows - 1
    filtered = (
      CellPlace(row: head, column: 0),
      CellPlace(row: rows.count - 1, column: rows[head].count - 1)
    )
  }

  /// Leads from a cell to another place of the workbook.
  mutating func link(_ place: CellPlace, to target: String) {
    links.append((place, target))
    rows[place.row][place.column].style = .link
  }

  /// Lets cells take nothing but what a rule allows.
  mutating func allow(_ rule: EntryRule, in first: CellPlace, _ last: CellPlace) {
    if last.row >= first.row { rules.append((first, last, rule)) }
  }

  /// Widens the columns in which a number, as it is shown, would have no room.
  mutating func fitNumbers() {
    for cells in rows {
      for (column, cell) in cells.enumerated() where column < widths.count {
        let width = cell.numberWidth
        // Bold digits are wider, and a cell keeps a little room at both sides.
        if width > 0 { widths[column] = max(widths[column], width + 2 + width / 8) }
      }
    }
  }

  /// How many sheets of paper it takes from left to right for its characters to be read.
  private var pagesAcross: Int {
    let printed = widths.prefix(printedColumns ?? widths.count).reduce(0, +)
    return max(1, (printed + 219) / 240)
  }

  /// Colours cells where a formula, written for the first of them, is true.
  mutating func colour(
    _ first: CellPlace, _ last: CellPlace, where formula: String, _ colour: CellColour
  ) {
    if last.row >= first.row { conditions.append((first, last, formula, colour)) }
  }

  /// Makes one cell of several in a row.
  mutating func merge(row: Int, _ columns: ClosedRange<Int>) {
    merged.append(
      (
        CellPlace(row: row, column: columns.lowerBound),
        CellPlace(row: row, column: columns.upperBound)
      ))
  }

  // MARK: What its file says besides the cells

  /// Writes what stands before the cells.
  func writeHead(isFirst: Bool, into output: inout ByteBuffer) {
    func put(_ text: String) { output.escaped(text, as: NoEscaping.self) }
    put(#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#)
    put(#"<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView"#)
    put((isFirst ? #" tabSelected="1""# : "") + #" showGridLines="0" workbookViewId="0">"#)
    if frozenRows > 0 {
      let corner = CellPlace(row: frozenRows, column: frozenColumns).name
      let pane = frozenColumns > 0 ? "bottomRight" : "bottomLeft"
      put("<pane" + (frozenColumns > 0 ? #" xSplit="\#(frozenColumns)""# : ""))
      put(#" ySplit="\#(frozenRows)" topLeftCell="\#(corner)" activePane="\#(pane)""#)
      put(#" state="frozen"/><selection pane="\#(pane)" activeCell="\#(corner)""#)
      put(#" sqref="\#(corner)"/>"#)
    }
    put(#"</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>"#)
    guard !widths.isEmpty else { return }
    put("<cols>")
    for (index, width) in widths.enumerated() {
      put(#"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(width)" customWidth="1"/>"#)
    }
    put("</cols>")
  }

  /// Writes what stands after the cells.
  func writeFoot(title: String, into output: inout ByteBuffer) {
    func put(_ text: String) { output.escaped(text, as: NoEscaping.self) }
    func put(escaped text: String) { output.escaped(text, as: XMLAttributeEscaping.self) }
    func range(_ first: CellPlace, _ last: CellPlace) -> String { "\(first.name):\(last.name)" }
    if let filtered { put(#"<autoFilter ref="\#(range(filtered.first, filtered.last))"/>"#) }
    if !merged.isEmpty {
      put(#"<mergeCells count="\#(merged.count)">"#)
      for cells in merged { put(#"<mergeCell ref="\#(range(cells.first, cells.last))"/>"#) }
      put("</mergeCells>")
    }
    for (priority, condition) in conditions.enumerated() {
      put(#"<conditionalFormatting sqref="\#(range(condition.first, condition.last))">"#)
      put(#"<cfRule type="expression" dxfId="\#(condition.3.rawValue)""#)
      put(#" priority="\#(priority + 1)" stopIfTrue="1"><formula>"#)
      put(escaped: condition.formula)
      put("</formula></cfRule></conditionalFormatting>")
    }
    if !rules.isEmpty {
      put(#"<dataValidations count="\#(rules.count)">"#)
      for entry in rules {
        put(#"<dataValidation \#(entry.rule.type) allowBlank="1" showErrorMessage="1""#)
        put(#" sqref="\#(range(entry.first, entry.last))"><formula1>"#)
        put(escaped: entry.rule.formula)
        put("</formula1></dataValidation>")
      }
      put("</dataValidations>")
    }
    if !links.isEmpty {
      put("<hyperlinks>")
      for link in links {
        put(#"<hyperlink ref="\#(link.from.name)" location=""#)
        put(escaped: link.to)
        put(#""/>"#)
      }
      put("</hyperlinks>")
    }
    put(#"<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>"#)
    put(#"<pageSetup paperSize="9" orientation="\#(isPortrait ? "portrait" : "landscape")""#)
    put(#" fitToWidth="\#(pagesAcross)" fitToHeight="0"/><headerFooter>"#)
    if !pageHead.isEmpty {
      put("<oddHeader>&amp;R")
      put(escaped: pageHead)
      put("</oddHeader>")
    }
    put("<oddFooter>&amp;L")
    // A sign that begins a code of the footer is doubled; the whole takes 255 characters at most.
    put(escaped: String(title.prefix(90)).replacing("&", with: "&&"))
    put("&amp;C&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>")
  }
}
