import Testing
import TieoutModel

@testable import TieoutReaders

/// What engines write that their formats do not foresee, or that others read otherwise.
@Suite("Dialects of engines")
struct DialectTests {
  private static func read(_ file: String) throws -> Document {
    try recognisedDocument(Array(file.utf8)).document
  }

  private static func texts(_ document: Document) -> [String] {
    document.cells.map { document.string($0.text) }
  }

  private static func hocr(_ line: String) -> String {
    "<div class='ocr_page'><span class='ocr_line' title='bbox 0 0 900 40'>\(line)</span></div>"
  }

  // MARK: hOCR

  @Test("Characters without words become words where they stand together")
  func characters() throws {
    func sign(_ text: String, _ left: Int) -> String {
      "<span class='ocrx_cinfo' title='bbox \(left) 0 \(left + 20) 40; x_conf 98.7'>\(text)</span>"
    }
    let line = [("1", 0), ("9", 22), ("3", 44), ("项", 600), ("目", 641)]
    for between in ["", "\n  "] {
      let document = try Self.read(Self.hocr(line.map(sign).joined(separator: between)))
      #expect(Self.texts(document).first?.split(separator: " ") == ["193", "项目"])
      let first = document.location(of: Slice(0..<3))
      #expect(first.box == Box(left: 0, top: 0, right: 64, bottom: 40))
      #expect(first.confidence == 99)
    }
    let spaced = try Self.read(Self.hocr(sign("a", 0) + " " + sign("b", 22)))
    #expect(Self.texts(spaced) == ["a b"])
  }

  @Test("Characters in a word stay in it")
  func charactersOfWords() throws {
    let word =
      "<span class='ocrx_word' title='bbox 1 1 90 40; x_wconf 91'>"
      + "<span class='ocrx_cinfo' title='bbox 1 1 20 40'>甲</span>"
      + "<span class='ocrx_cinfo' title='bbox 60 1 90 40'>乙</span></span>"
    let document = try Self.read(Self.hocr(word))
    #expect(Self.texts(document) == ["甲乙"])
    #expect(document.location(of: document.cells[0].text).confidence == 91)
  }

  @Test(
    "A confidence is a share where it is written as one",
    arguments: [("0.96", 96), ("1.0", 100), ("96", 96), ("1", 1), ("95.6", 96), ("0", 0)])
  func shares(_ value: String, _ wanted: Int) throws {
    let file = Self.hocr("<span class='ocrx_word' title='bbox 1 1 9 9; x_wconf \(value)'>甲</span>")
    let document = try Self.read(file)
    #expect(document.location(of: document.cells[0].text).confidence == wanted)
  }

  @Test("Readings that an engine took for worse are none")
  func alternatives() throws {
    let word =
      "<span class='ocrx_word' title='bbox 1 1 9 9'><span class='alternatives'>"
      + "<ins class='alt'>甲</ins><del class='alt'>乙</del></span></span>"
    #expect(Self.texts(try Self.read(Self.hocr(word))) == ["甲"])
  }

  // MARK: ALTO and PAGE

  @Test("A word that the end of a line broke is one again, without its hyphen")
  func hyphens() throws {
    func file(_ first: String) -> String {
      "<alto><Page><TextLine><String HPOS='800' VPOS='0' WIDTH='90' HEIGHT='30' "
        + "SUBS_TYPE='HypPart1' SUBS_CONTENT='international' CONTENT='\(first)'/><HYP CONTENT='-'/>"
        + "</TextLine><TextLine><String HPOS='0' VPOS='40' WIDTH='90' HEIGHT='30' "
        + "SUBS_TYPE='HypPart2' SUBS_CONTENT='international' CONTENT='national'/></TextLine></Page></alto>"
    }
    for first in ["inter", "inter-"] {
      let text = Self.texts(try Self.read(file(first))).joined(separator: "|")
      #expect(!text.contains("-"), "\(text)")
      #expect(text.replacing("|", with: "") == "international")
    }
    let kept =
      "<alto><Page><TextLine><String CONTENT='甲'/><HYP CONTENT='-'/></TextLine></Page></alto>"
    #expect(Self.texts(try Self.read(kept)) == ["甲-"])
  }

  @Test(
    "PAGE is read from the lowest level that has text",
    arguments: [
      "<TextLine><Word>\(glyph("甲"))\(glyph("乙"))</Word></TextLine>",
      "<TextLine><Word>\(equivalent("甲乙"))\(glyph("甲"))\(glyph("乙"))</Word></TextLine>",
      "<TextLine><Word>\(equivalent("甲乙"))</Word></TextLine>",
      "<TextLine><Word><TextEquiv><Unicode></Unicode></TextEquiv>\(glyph("甲"))\(glyph("乙"))</Word></TextLine>",
      "<TextLine>\(equivalent("甲乙"))</TextLine>",
      "<TextLine><TextEquiv><PlainText>甲乙</PlainText><Unicode/></TextEquiv></TextLine>",
      equivalent("甲乙"),
    ])
  func levels(_ content: String) throws {
    let document = try Self.read(
      "<PcGts><Page><TextRegion>\(content)</TextRegion></Page></PcGts>")
    #expect(Self.texts(document) == ["甲乙"])
  }

  private static func equivalent(_ text: String) -> String {
    "<TextEquiv><Unicode>\(text)</Unicode></TextEquiv>"
  }

  private static func glyph(_ text: String) -> String { "<Glyph>\(equivalent(text))</Glyph>" }

  // MARK: JSON

  @Test("A formula in a sentence stays in it, and its quotes are its signs")
  func formulas() throws {
    let file = #"""
      [[{"type":"paragraph","content":{"paragraph_content":[{"type":"text","content":"完成率 "},
      {"type":"equation_inline","content":"\\geq 95\\%"},{"type":"text","content":" 以上"}]},"bbox":[1,2,3,4]},
      {"type":"equation_interline","content":{"math_content":"x=1","math_type":"latex"}}]]
      """#
    let texts = Self.texts(try Self.read(file))
    #expect(texts == [#"完成率 $\geq 95\%$ 以上"#, "x=1"])
    let middle = #"""
      {"pdf_info":[{"para_blocks":[{"type":"text","lines":[{"spans":[{"type":"text","content":"不低于"},
      {"type":"inline_equation","content":"90\\%"}]}]}]}]}
      """#
    #expect(Self.texts(try Self.read(middle)) == [#"不低于$90\%$"#])
  }

  @Test("Numbers that are no strings are text, and a name that stands twice is read twice")
  func numbers() throws {
    let file =
      #"[{"type":"text","page_idx":0,"text":1937.88},{"type":"text","text":"甲","text":"乙"}]"#
    let document = try Self.read(file)
    #expect(Self.texts(document) == ["1937.88", "甲", "乙"])
    #expect(document.remarks.map(\.message.en).contains { $0.hasPrefix("names that stand twice") })
  }

  @Test("Captions stand above their tables and notes below, whatever the order in the file")
  func captions() throws {
    let file = #"""
      [[{"type":"table","content":{"table_caption":[{"type":"text","content":"表一"}],
      "table_footnote":[{"type":"text","content":"注"}],"html":"<table><tr><td>1</td></tr></table>"},"bbox":[1,2,3,4]}]]
      """#
    #expect(Self.texts(try Self.read(file)) == ["表一", "1", "注"])
  }

  @Test("Values that Python writes and JSON does not know end nothing")
  func python() throws {
    let file = #"""
      [{"type":"text","page_idx":0,"text":"甲","score":NaN,"bbox":[-Infinity,Infinity,1,2]},
      {"type":"text","text":"乙",},]
      """#
    let document = try Self.read(file)
    #expect(Self.texts(document) == ["甲", "乙"])
    let remark = try #require(document.remarks.first)
    #expect(document.remarks.count == 1 && remark.message.en.contains("NaN"))
    let place = document.location(ofSource: remark.at).bytes.lowerBound
    #expect(Array(file.utf8)[place...].starts(with: "NaN".utf8))
  }

  @Test(
    "Lines of JSON are read line by line",
    arguments: [
      (
        #"{"parsing_res_list":[{"block_content":"甲"}]}"#,
        #"{"parsing_res_list":[{"block_content":"乙"}]}"#
      ),
      (#"{"rec_texts":["甲"]}"#, #"{"rec_texts":["乙"]}"#),
      (
        #"[{"type":"text","page_idx":0,"text":"甲"}]"#, #"[{"type":"text","page_idx":1,"text":"乙"}]"#
      ),
      (
        ##"{"schema_name":"DoclingDocument","body":{"children":[{"$ref":"#/texts/0"}]},"texts":[{"text":"甲"}]}"##,
        ##"{"schema_name":"DoclingDocument","body":{"children":[{"$ref":"#/texts/0"}]},"texts":[{"text":"乙"}]}"##
      ),
      (
        #"{"pdf_info":[{"para_blocks":[{"lines":[{"spans":[{"content":"甲"}]}]}]}]}"#,
        #"{"pdf_info":[{"para_blocks":[{"lines":[{"spans":[{"content":"乙"}]}]}]}]}"#
      ),
      (
        #"{"pages":[{"items":[{"box":[[1,1],[2,2]],"text":"甲"}]}]}"#,
        #"{"pages":[{"items":[{"box":[[1,1],[2,2]],"text":"乙"}]}]}"#
      ),
      (
        #"{"type":"text","bbox":[1,2,3,4],"res":[{"text":"甲","confidence":0.9}]}"#,
        #"{"type":"text","bbox":[1,5,3,9],"res":[{"text":"乙","confidence":0.9}]}"#
      ),
    ])
  func lines(_ first: String, _ second: String) throws {
    let document = try Self.read(first + "\n" + second + "\n")
    #expect(Self.texts(document) == ["甲", "乙"])
    #expect(document.remarks.isEmpty)
    let place = document.location(of: document.cells[1].text)
    #expect(place.line == 2 && place.element?.hasPrefix("/1/") == true)
  }

  @Test("docling’s grid is read where it lists no cells, each of them once")
  func grid() throws {
    func cell(_ text: String, _ row: Int, _ column: Int, _ span: Int = 1) -> String {
      #"{"text":"\#(text)","start_row_offset_idx":\#(row),"start_col_offset_idx":\#(column),"col_span":\#(span)}"#
    }
    let rows = [
      [cell("甲", 0, 0, 2), cell("甲", 0, 0, 2)], [cell("乙", 1, 0), cell("丙", 1, 1)],
    ].map { "[\($0.joined(separator: ","))]" }.joined(separator: ",")
    let document = try Self.read(
      #"{"schema_name":"DoclingDocument","tables":[{"data":{"table_cells":[],"grid":[\#(rows)]}}]}"#
    )
    #expect(Self.texts(document) == ["甲", "乙", "丙"])
    #expect(document.cells.map(\.column) == [0, 0, 1] && document.cells[0].columnSpan == 2)
  }

  @Test("Outlines stand in for boxes")
  func outlines() throws {
    let files = [
      #"{"children":[{"block_type":"Text","html":"<p>甲</p>","polygon":[[1,2],[9,2],[9,8],[1,8]],"children":null}],"block_type":"Page"}"#,
      #"{"parsing_res_list":[{"block_content":"甲","block_polygon_points":[[1,2],[9,2],[9,8],[1,8]]}]}"#,
    ]
    for file in files {
      let document = try Self.read(file)
      let box = document.location(of: document.cells[0].text).box
      #expect(box == Box(left: 1, top: 2, right: 9, bottom: 8), "\(file)")
    }
  }

  @Test("Surya’s pages stand under the names of files")
  func surya() throws {
    let file = #"""
      {"scan/1":[{"text_lines":[{"polygon":[[1,2],[9,2],[9,8],[1,8]],"confidence":0.98,"text":"甲",
      "bbox":[1,2,9,8]}],"image_bbox":[0,0,99,99],"page":1},{"text_lines":[{"polygon":[[1,2],[9,2],
      [9,8],[1,8]],"confidence":0.5,"text":"乙"}],"page":2}]}
      """#
    let document = try Self.read(file)
    #expect(document.sources.first?.format == "rapidocr")
    #expect(Self.texts(document) == ["甲", "乙"])
    let at = document.location(of: document.cells[1].text)
    #expect(at.page == 2 && at.confidence == 50)
    #expect(at.element == "/scan~11/1/text_lines/0/text")
    #expect(at.box == Box(left: 1, top: 2, right: 9, bottom: 8))
  }

  @Test("A long text before its signs does not hide olmOCR’s lines, nor marker’s tree")
  func long() {
    let text = String(repeating: "| 甲 | 乙 |\\n", count: 10_000)
    let olm = #"{"id":"x","text":"\#(text)","source":"olmocr"}"#
    let marker =
      #"{"children":[{"id":"a","block_type":"Page","html":"\#(text)"}],"block_type":"Document"}"#
    for (file, format) in [(olm, "olmocr"), (marker, "marker")] {
      let first = Readers.all.first { $0.recognise(Array(file.utf8), name: "x") != nil }
      #expect(first?.format == format)
    }
  }

  @Test("A paper in Markdown that begins with some code in a fence is no JSON")
  func fences() throws {
    let code = "```json\n{\"a\": 1}\n```\n"
    #expect(!Readers.isJSON(Array((code + "# 甲\n\n|乙|1|\n|---|---|\n").utf8)))
    #expect(Readers.isJSON(Array(code.utf8)))
    let pages = #"```json [{"bbox":[1,2,3,4],"category":"Text","text":"PAGE"}] ```"#
      .replacing(" ", with: "\n")
    let document = try Self.read(
      pages.replacing("PAGE", with: "甲") + "\n" + pages.replacing("PAGE", with: "乙"))
    #expect(Self.texts(document) == ["甲", "乙"] && document.remarks.isEmpty)
    #expect(document.rows.map(\.page) == [1, 2])
  }

  @Test("Signs between angles are text where no place says that they are tags")
  func angles() throws {
    let document = try Self.read("# 甲\n\n<text> 不低于 <5\n")
    #expect(Self.texts(document).joined(separator: "|").contains("<5"))
  }

  // MARK: HTML

  @Test("A table in a cell leaves the cells that span rows over it their rows")
  func nested() throws {
    let inner = "<table><tr><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>"
    let document = try Self.read(
      "<!DOCTYPE html><table><tr><td rowspan=2>甲</td><td>\(inner)</td></tr><tr><td>乙</td></tr>"
        + "<tr><td rowspan=2>丙</td><td>丁</td></tr><tr><td>\(inner)</td></tr></table>")
    let spans = document.cells.filter { $0.rowSpan > 1 }
    #expect(spans.map { document.string($0.text) } == ["甲", "丙"])
    #expect(spans.map(\.rowSpan) == [4, 4])
    let below = try #require(document.cells.first { document.string($0.text) == "乙" })
    #expect(below.column == 1)
  }
}
