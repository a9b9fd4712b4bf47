import Foundation
import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

@Suite("Reading separated values")
struct CSVReaderTests {
  static let files = CaseFile.files("Cases/csv")

  @Test(
    "A file is read as recorded: its lines and rows, an empty line between blocks", arguments: files
  )
  func recorded(_ file: URL) throws {
    let input = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "=====\n")[0]
    #expect(CSVReader.recognise(Array(input.utf8), name: "x") != nil)
    var document = Document()
    try CSVReader.read(Array(input.utf8), name: "x", reason: "test", into: &document)
    try expectGolden(
      input + "=====\n" + document.blocksDump(),
      "Cases/csv/\(file.lastPathComponent)")
  }

  private static func read(_ text: String) throws -> [[String]] {
    var document = Document()
    try CSVReader.read(Array(text.utf8), name: "x", reason: "test", into: &document)
    return document.rows.map { row in document.cells[row.cells].map { document.string($0.text) } }
  }

  static let cases: [(what: String, text: String, rows: [[String]])] = [
    (
      "a comma, a line feed and doubled marks in quotation marks",
      "序号,项目,金额\r\n1,\"道路, \"\"一期\"\"\n改造\",\"1,062.50\"\r\n2,,3\n",
      [["序号", "项目", "金额"], ["1", "道路, \"一期\" 改造", "1,062.50"], ["2", "", "3"]]
    ),
    (
      "semicolons, where commas are decimal points",
      "No;Project;Amount\n1;Road;10,5\n2;Bridge;7,25\n",
      [["No", "Project", "Amount"], ["1", "Road", "10,5"], ["2", "Bridge", "7,25"]]
    ),
    (
      "a line of one field is prose, an empty record parts tables",
      "\u{FEFF}甲市项目表\n序号,项目,金额\n1,道路,10\n,,\n项目,金额,备注\n道路,10,无\n",
      [
        ["甲市项目表"], ["序号", "项目", "金额"], ["1", "道路", "10"], ["项目", "金额", "备注"],
        ["道路", "10", "无"],
      ]
    ),
    (
      "titles in a sheet are lines, a row with one cell is a row",
      "甲市项目表,,\n单位：万元,,\n序号,项目,金额\n一、道路,,\n1,道路,10\n",
      [
        ["甲市项目表"], ["单位：万元"], ["序号", "项目", "金额"], ["一、道路", "", ""], ["1", "道路", "10"],
      ]
    ),
    (
      "a mark that is never closed, and what stands behind a closed one",
      "a,b,c\n1,\"x\"y,z\n2,\"never\n3,b,c\n",
      [["a", "b", "c"], ["1", "xy", "z"], ["2", "never 3,b,c"]]
    ),
  ]

  @Test("Records become rows", arguments: cases)
  func records(_ what: String, _ text: String, _ rows: [[String]]) throws {
    #expect(try Self.read(text) == rows, "\(what)")
  }

  @Test("A table ends where an empty record stands")
  func tables() throws {
    var document = Document()
    let text = "a,b,c\n1,2,3\n\n\"\",,\nd,e,f\n4,5,6\n"
    try CSVReader.read(Array(text.utf8), name: "x", reason: "test", into: &document)
    #expect(document.blocks.map(\.kind) == [.table, .table])
    #expect(document.remarks.isEmpty)
  }

  @Test("Each cell knows its place in the file")
  func places() throws {
    var document = Document()
    let text = "序号,项目,金额\n1,\"道\"\"路\",10\n"
    try CSVReader.read(Array(text.utf8), name: "x", reason: "test", into: &document)
    let cell = document.cells[Int(document.rows[1].firstCell) + 2]
    let at = document.location(of: cell.text)
    #expect(at.line == 2 && at.column == 10)
  }

  @Test("A mark that is never closed is told")
  func unended() throws {
    var document = Document()
    try CSVReader.read(
      Array("a,b,c\n1,\"2,3\n".utf8), name: "x", reason: "test", into: &document)
    #expect(document.remarks.map(\.message.en).joined().contains("never closed"))
  }

  static let others = [
    "First, we went there, and saw it.\nThen, as I said, we left.\n",
    "1,234,567.00\n2,345,678.00\n3,456,789.00\n",
    "项目名称\t道路\t10\n单位,甲,乙\n单位,丙,丁\n",
    "a,b,c\n", "a,b\nc,d\n", "只有一行文字，没有表格。\n第二行，也没有，表格。\n",
    "# Heading\na,b,c\nd,e,f\n", "",
  ]

  @Test("Titles and labels with values leave a file what its name says")
  func named() {
    let text = """
      Summary of claims
      No;Project;Amount
      1;Road;1 840,00
      2;Bridge;926,50
      ;Total;2 766,50

      Claim sheet
      Project;Road
      Amount;1 840,00

      Claim sheet
      Project;Bridge
      Amount;926,50
      """
    #expect(CSVReader.recognise(Array(text.utf8), name: "claims.CSV") != nil)
    #expect(CSVReader.recognise(Array(text.utf8), name: "claims.txt") == nil)
    let prose = "Dear all,\nthe road, the bridge, and the pier are done.\nYours, Ann"
    #expect(CSVReader.recognise(Array(prose.utf8), name: "letter.csv") == nil)
  }

  @Test("Prose, thousands and other formats are not taken for it", arguments: others)
  func unlike(_ text: String) {
    #expect(CSVReader.recognise(Array(text.utf8), name: "x.csv") == nil)
  }
}
