import Testing
import TieoutModel

@testable import TieoutReaders

/// What services for whole papers answer, where it is odd, damaged or made to hurt.
@Suite("Answers of services that name cells")
struct ServiceAnswersTests {
  private static func read(_ file: String) throws -> Document {
    try recognisedDocument(Array(file.utf8)).document
  }

  private static func texts(_ document: Document) -> [String] {
    document.cells.map { document.string($0.text) }
  }

  private static func azure(_ members: String) -> String {
    #"{"status":"succeeded","analyzeResult":{"apiVersion":"2024-11-30",\#(members)}}"#
  }

  @Test("The word that Azure was least sure of says how sure it was of a cell, a line, a paragraph")
  func azureSureness() throws {
    let document = try Self.read(
      Self.azure(
        #""pages":[{"pageNumber":1,"words":[{"confidence":0.9,"span":{"offset":0,"length":2}},{"confidence":0.31,"span":{"offset":3,"length":2}}]}],"#
          + #""tables":[{"cells":[{"content":"合计 12","spans":[{"offset":0,"length":5}]}]}],"#
          + #""paragraphs":[{"content":"注","spans":[{"offset":9,"length":1}]}]"#))
    #expect(document.cells.map { document.location(of: $0.text).confidence } == [31, nil])
  }

  @Test("A paragraph that only begins in a table is no text of it")
  func partly() throws {
    let document = try Self.read(
      Self.azure(
        #""tables":[{"cells":[{"content":"甲","spans":[{"offset":0,"length":1}]}]}],"#
          + #""paragraphs":[{"content":"甲","spans":[{"offset":0,"length":1}]},{"content":"甲及其他","spans":[{"offset":0,"length":4}]}]"#
      ))
    #expect(Self.texts(document) == ["甲", "甲及其他"])
  }

  @Test(
    "Numbers that no table has, members that are none and missing texts cost nothing but themselves",
    arguments: [
      azure(
        #""tables":[{"cells":[{"content":"甲","rowIndex":-5,"columnIndex":999999999999,"rowSpan":1e300,"columnSpan":-3},{"rowIndex":1},{"content":7,"rowIndex":"x","spans":[{"offset":-1,"length":9e15},{"offset":9e15,"length":9e15}]},{"content":"乙","spans":[{"offset":3,"length":9e15},{"offset":4,"length":9e15}]}]}],"pages":[1,{"lines":{},"unit":5}],"paragraphs":[{"boundingRegions":[{"pageNumber":-1}],"content":"丙","spans":[{"offset":0,"length":0}]}]"#
      ),
      azure(
        #""tables":[{"cells":[{"content":"甲","columnSpan":1000000},{"content":"乙","columnSpan":1000000},{"content":"丙","rowSpan":1000000}]},{"cells":[]},{"cells":7},8]"#
      ),
      #"{"Blocks":[{"BlockType":"TABLE","Id":"甲","Relationships":[{"Type":"CHILD","Ids":["甲","乙","乙","无"]},{"Type":"MERGED_CELL","Ids":["甲","乙"]},7]},{"BlockType":"CELL","Id":"乙","RowIndex":-9e15,"ColumnIndex":1000000,"RowSpan":9e15,"Relationships":[{"Type":"CHILD","Ids":["乙","甲","丙","丙",5]}]},{"BlockType":"WORD","Id":"丙","Text":"甲乙丙","Page":-4},{"BlockType":"WORD","Id":"丙","Text":"丁"},{"BlockType":"LAYOUT_LIST","Id":"戊","Relationships":[{"Type":"CHILD","Ids":["戊"]}]},{"Id":"己"}]}"#,
      #"{"text":"甲乙丙","pages":[{"pageNumber":-7,"dimension":{"width":-1,"height":0},"tables":[{"headerRows":[{"cells":[{"layout":{"textAnchor":{"textSegments":[{"startIndex":"-5","endIndex":"1"},{"endIndex":"x"}]},"boundingPoly":7},"rowSpan":9e15,"colSpan":1000000},{"layout":7},8]},9],"bodyRows":{}}],"lines":[{"layout":{"textAnchor":{"textSegments":[{"startIndex":1,"endIndex":9e15},{"startIndex":9e15,"endIndex":99}]}}},{}]},5]}"#,
      #"{"documentLayout":{"blocks":[{"textBlock":{"text":"甲","blocks":[{"listBlock":{"listEntries":[{"blocks":[{"textBlock":{"text":"乙"}}]},1]}}]},"pageSpan":{"pageStart":-9e15}},{"tableBlock":{"headerRows":[{"cells":[{"blocks":[{"textBlock":{"text":"丙"}}],"colSpan":1000000,"rowSpan":1000000}]}],"bodyRows":[7]}},4]}}"#,
      #"{"Response":{"TableDetections":[{"Cells":[{"RowTl":0,"ColTl":-4,"RowBr":9e15,"ColBr":1000000,"Text":"甲"},{"RowTl":0,"ColTl":0,"RowBr":-3,"Text":"乙"},{"Text":"丙","Polygon":[{"X":1e300},7]},{"RowTl":1},{"RowTl":-1,"Text":7}],"Titles":7},8]}}"#,
      #"{"tables_result":[{"header":[{"words":"甲","location":{"left":1}},{}],"body":[{"row_start":9e15,"row_end":-9e15,"col_start":-2,"col_end":1000000,"words":"乙"},{"words":"丙","row":[],"column":[5,"x"]},{"words":5}],"footer":7},8]}"#,
    ])
  func hostile(_ file: String) throws {
    let document = try Self.read(file)
    let text = Self.texts(document).joined()
    for sign in ["甲", "乙", "丙"] { #expect(text.contains(sign)) }
    for cell in document.cells { _ = document.location(of: cell.text) }
  }

  @Test("Of many cells, lines and words that all stand in each other none costs the others’ time")
  func many() throws {
    let count = 20_000
    func list(_ item: (Int) -> String) -> String {
      (0..<count).map(item).joined(separator: ",")
    }
    let files = [
      Self.azure(
        #""tables":[{"cells":[\#(list { _ in #"{"content":"甲","spans":[{"offset":0,"length":99999}]}"# })]}],"#
          + #""pages":[{"words":[\#(list { #"{"confidence":0.5,"span":{"offset":\#($0),"length":1}}"# })]}],"#
          + #""paragraphs":[\#(list { _ in #"{"content":"乙","spans":[{"offset":0,"length":99999}]}"# })]"#
      ),
      Self.azure(
        #""tables":[\#(list { _ in #"{"boundingRegions":[{"pageNumber":1,"polygon":[1,1,2,2]}],"cells":[{"content":"甲"}]}"# })],"#
          + #""paragraphs":[\#(list { _ in #"{"content":"乙","boundingRegions":[{"pageNumber":1,"polygon":[5,5,6,6]}]}"# })]"#
      ),
      #"{"Blocks":[\#(list { #"{"BlockType":"TABLE","Id":"t\#($0)","Relationships":[{"Type":"CHILD","Ids":["c"]}]}"# }),"#
        + #"{"BlockType":"CELL","Id":"c","Relationships":[{"Type":"CHILD","Ids":[\#(list { #""w\#($0)""# })]}]},"#
        + #"\#(list { #"{"BlockType":"WORD","Id":"w\#($0)","Text":"甲"}"# })]}"#,
    ]
    let start = ContinuousClock.now
    for file in files { _ = try Self.read(file) }
    #expect(ContinuousClock.now - start < .seconds(120))
  }

  @Test("Of words that a cell of Textract’s holds a second cell has none, and no line repeats them")
  func twice() throws {
    let document = try Self.read(
      #"{"Blocks":[{"BlockType":"TABLE","Id":"t","Relationships":[{"Type":"CHILD","Ids":["a","b"]}]},"#
        + #"{"BlockType":"CELL","Id":"a","RowIndex":1,"ColumnIndex":1,"Relationships":[{"Type":"CHILD","Ids":["w"]}]},"#
        + #"{"BlockType":"CELL","Id":"b","RowIndex":1,"ColumnIndex":1,"Relationships":[{"Type":"CHILD","Ids":["w","v"]}]},"#
        + #"{"BlockType":"WORD","Id":"w","Text":"Total"},{"BlockType":"WORD","Id":"v","Text":"7"},"#
        + #"{"BlockType":"LINE","Id":"l","Text":"Total 7","Relationships":[{"Type":"CHILD","Ids":["w","v"]}]}]}"#
    )
    #expect(Self.texts(document) == ["Total", "7"])
  }

  @Test("Answers one a line, or in a list, follow each other page by page")
  func following() throws {
    let answer = Self.azure(#""pages":[{"pageNumber":1,"lines":[{"content":"甲"}]}]"#)
    let later = answer.replacing(#""pageNumber":1"#, with: #""pageNumber":7"#)
    #expect(try Self.read("\(answer)\n\(answer)\n").rows.map(\.page) == [1, 2])
    #expect(try Self.read("[\(answer),\(later)]").rows.map(\.page) == [1, 7])
  }

  @Test(
    "What only looks like an answer is none",
    arguments: [
      #"{"analyzeResult":"甲"}"#, #"{"analyzeResult":{"a":1}}"#, #"{"modelId":"x","pages":[]}"#,
      #"{"Blocks":[{"type":"LINE"}]}"#, #"{"Blocks":[]}"#, #"[{"BlockType":"LINE"}]"#,
      #"{"text":"甲","pages":[]}"#, #"{"text":"甲","pages":[{"number":1}]}"#,
      #"{"documentLayout":{"blocked":true}}"#, #"{"TableDetections":[{"Rows":[]}]}"#,
      #"{"TextDetections":[{"Text":"甲"}]}"#, #"{"tables_result":[{"rows":[]}]}"#,
    ])
  func nobodys(_ file: String) {
    #expect(!Readers.all.contains { $0.recognise(Array(file.utf8), name: "x") != nil })
  }
}
