/// A workbook of Office Open XML (ECMA-376) under construction.
struct Workbook {
  /// What it is called.
  var title: String
  /// The day of the papers, as `2024-03-12`, for no clock is asked; empty where they do not say.
  var date = ""
  /// The font of all cells.
  var font = "Calibri"
  /// Its sheets, in order.
  var sheets: [Sheet] = []
  /// Names that formulas may use, with what they stand for.
  var names: [(name: String, reference: String)] = []

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#

  /// Appends the file.
  func write(into output: inout ByteBuffer) {
    var archive = ZipArchive()
    archive.add("[Content_Types].xml") { $0.put(Self.declaration + contentTypes) }
    archive.add("_rels/.rels") { $0.put(Self.declaration + relationships) }
    archive.add("docProps/app.xml") { $0.put(Self.declaration + application) }
    archive.add("docProps/core.xml") { core(&$0) }
    archive.add("xl/workbook.xml") { workbook(&$0) }
    archive.add("xl/_rels/workbook.xml.rels") { $0.put(Self.declaration + parts) }
    archive.add("xl/styles.xml") {
      $0.put(Self.declaration)
      CellStyle.write(font: font, into: &$0)
    }
    for (index, sheet) in sheets.enumerated() {
      archive.add("xl/worksheets/sheet\(index + 1).xml") {
        $0.put(Self.declaration)
        sheet.writeHead(isFirst: index == 0, into: &$0)
        sheet.writeCells(into: &$0)
        sheet.writeFoot(title: title, into: &$0)
      }
    }
    archive.finish(into: &output)
  }

  private var contentTypes: String {
    let vendor = "application/vnd.openxmlformats"
    let sheet = vendor + "-officedocument.spreadsheetml"
    func part(_ name: String, _ type: String) -> String {
      #"<Override PartName="/\#(name)" ContentType="\#(type)+xml"/>"#
    }
    return #"<Types xmlns="\#(Self.package)/content-types">"#
      + #"<Default Extension="rels" ContentType="\#(vendor)-package.relationships+xml"/>"#
      + #"<Default Extension="xml" ContentType="application/xml"/>"#
      + part("xl/workbook.xml", sheet + ".sheet.main") + part("xl/styles.xml", sheet + ".styles")
      + part("docProps/core.xml", vendor + "-package.core-properties")
      + part("docProps/app.xml", vendor + "-officedocument.extended-properties")
      + sheets.indices.map {
        part("xl/worksheets/sheet\($0 + 1).xml", sheet + ".worksheet")
      }.joined() + "</Types>"
  }

  private var relationships: String {
    #"<Relationships xmlns="\#(Self.package)/relationships">"#
      + #"<Relationship Id="rId1" Type="\#(Self.office)/officeDocument" Target="xl/workbook.xml"/>"#
      + #"<Relationship Id="rId2" Type="\#(Self.package)/relationships/metadata/core-properties""#
      + #" Target="docProps/core.xml"/>"#
      + #"<Relationship Id="rId3" Type="\#(Self.office)/extended-properties""#
      + #" Target="docProps/app.xml"/></Relationships>"#
  }

  private var application: String {
    let schema = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return #"<Properties xmlns="\#(schema)"><Application>Tieout</Application></Properties>"#
  }

  private func core(_ output: inout ByteBuffer) {
    output.put(Self.declaration + #"<cp:coreProperties xmlns:cp="\#(Self.package)/metadata"#)
    output.put(#"/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/""#)
    output.put(#" xmlns:dcterms="http://purl.org/dc/terms/""#)
    output.put(#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>"#)
    output.escaped(title, as: XMLEscaping.self)
    output.put("</dc:title><dc:creator>Tieout</dc:creator>")
    if !date.isEmpty {
      output.put(#"<dcterms:created xsi:type="dcterms:W3CDTF">\#(date)T00:00:00Z"#)
      output.put("</dcterms:created>")
    }
    output.put("</cp:coreProperties>")
  }

  private func workbook(_ output: inout ByteBuffer) {
    output.put(Self.declaration + #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)">"#)
    output.put(#"<bookViews><workbookView activeTab="0"/></bookViews><sheets>"#)
    for (index, sheet) in sheets.enumerated() {
      output.put(#"<sheet name="\#(sheet.name)" sheetId="\#(index + 1)" r:id="rId\#(index + 1)"/>"#)
    }
    output.put("</sheets><definedNames>")
    for name in names {
      output.put(#"<definedName name="\#(name.name)">\#(name.reference)</definedName>"#)
    }
    for (index, sheet) in sheets.enumerated() {
      func define(_ name: String, _ reference: String) {
        output.put(#"<definedName name="_xlnm.\#(name)" localSheetId="\#(index)""#)
        output.put(name == "_FilterDatabase" ? #" hidden="1">"# : ">")
        output.put(reference + "</definedName>")
      }
      if let (first, last) = sheet.filtered {
        define("_FilterDatabase", sheet.reference(first) + ":" + last.fixedName)
      }
      if let printed = sheet.printedColumns, !sheet.rows.isEmpty {
        let last = CellPlace(row: sheet.rows.count - 1, column: printed - 1)
        define(
          "Print_Area",
          sheet.reference(CellPlace(row: 0, column: 0)) + ":" + last.fixedName)
      }
      if sheet.frozenRows > 0 {
        let rows = "'\(sheet.name)'!$1:$\(sheet.frozenRows)"
        let letters = CellPlace.letters(max(0, sheet.frozenColumns - 1))
        let columns = sheet.frozenColumns > 0 ? "'\(sheet.name)'!$A:$\(letters)," : ""
        define("Print_Titles", columns + rows)
      }
    }
    output.put(#"</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>"#)
  }

  private var parts: String {
    #"<Relationships xmlns="\#(Self.package)/relationships">"#
      + sheets.indices.map {
        #"<Relationship Id="rId\#($0 + 1)" Type="\#(Self.office)/worksheet""#
          + #" Target="worksheets/sheet\#($0 + 1).xml"/>"#
      }.joined()
      + #"<Relationship Id="rId\#(sheets.count + 1)" Type="\#(Self.office)/styles""#
      + #" Target="styles.xml"/></Relationships>"#
  }
}

extension ByteBuffer {
  /// Appends markup as it stands.
  fileprivate mutating func put(_ markup: String) { escaped(markup, as: NoEscaping.self) }
}
