import Testing
import TieoutModel

@testable import TieoutReaders

/// What engines say beside their texts, and what other programs' JSON is taken for.
@Suite("What engines say beside their texts")
struct EngineAnswersTests {
  private static func read(_ file: String) throws -> Document {
    try recognisedDocument(Array(file.utf8)).document
  }

  private static func sureness(_ document: Document) -> [String: Int] {
    var sure: [String: Int] = [:]
    for cell in document.cells {
      sure[document.string(cell.text)] = document.location(of: cell.text).confidence
    }
    return sure
  }

  @Test("A cell is as sure as the lines of its characters, the least of them, and no other")
  func scores() throws {
    let table = "<table><tr><td>项目</td><td>甲 乙</td></tr><tr><td>合计</td><td>12.5</td></tr></table>"
    let document = try Self.read(
      #"{"parsing_res_list":[{"block_label":"table","block_content":"\#(table)","block_bbox":[1,2,3,4]}],"#
        + #""overall_ocr_res":{"rec_texts":["项目","甲乙","12.5","12.5"],"rec_scores":[0.98,0.96,0.51,0.95]}}"#
    )
    #expect(Self.sureness(document) == ["项目": 98, "甲 乙": 96, "12.5": 51])
    #expect(document.location(of: document.cells[0].text).box?.bottom == 4)
  }

  @Test("Scores that are not as many as the lines say nothing")
  func otherCount() throws {
    let document = try Self.read(
      #"{"parsing_res_list":[{"block_content":"甲"}],"overall_ocr_res":{"rec_texts":["甲"],"rec_scores":[]}}"#
    )
    #expect(Self.sureness(document).isEmpty)
  }

  @Test("A table of MinerU that is LaTeX is not lost")
  func latex() throws {
    let document = try Self.read(
      #"{"pdf_info":[{"para_blocks":[{"type":"table","blocks":[{"type":"table_body","lines":[{"spans":["#
        + #"{"type":"table","score":0.9,"html":"","latex":"$\n\\begin{tabular}{|l|l|} 项目 & 12.5 \\\\ \\end{tabular}\n$"}]}]}]}]}]}"#
    )
    let text = document.cells.map { document.string($0.text) }.joined(separator: " ")
    #expect(text.contains("项目") && text.contains("12.5"))
    let at = document.location(of: try #require(document.cells.first).text)
    #expect(at.confidence == 90 && at.element?.hasSuffix("/latex") == true)
  }

  @Test(
    "A reason names what is there",
    arguments: [
      (#"[{"type":"text","text":"甲"}]"#, "type and text"),
      (#"[{"type":"text","text":"甲","page_idx":0}]"#, "type and page_idx"),
      (#"[[{"type":"title","content":{},"bbox":[1,2,3,4]}]]"#, "type, content and bbox"),
      (#"[{"type":"Title","element_id":"a","text":"甲","metadata":{}}]"#, "type and element_id"),
    ])
  func reasons(_ file: String, _ words: String) {
    let reason = Readers.all.lazy.compactMap { $0.recognise(Array(file.utf8), name: "x") }.first
    #expect(reason?.contains(words) == true)
  }

  @Test(
    "Names that anybody gives are no answer of a service",
    arguments: [
      #"{"markdown":"甲"}"#, #"{"document":"甲"}"#, #"{"results":[{"text":"甲"}]}"#,
      #"{"success":true,"output":"{\"a\":1}"}"#, #"{"document":{"json_content":null}}"#,
    ])
  func nobodys(_ file: String) {
    #expect(!Readers.all.contains { $0.recognise(Array(file.utf8), name: "x") != nil })
  }

  @Test("Named items one a line are a page; pages one a line stay pages")
  func lines() throws {
    let box = "[[1,1],[50,1],[50,20],[1,20]]"
    let item = #"{"boxes":\#(box),"text":"甲","confident":0.5}"#
    let below = item.replacing(",1]", with: ",91]").replacing(",20]", with: ",110]")
    #expect(try Self.read("\(item)\n\(below)\n").rows.map(\.page) == [1, 1])
    let page = #"{"text_lines":[{"polygon":\#(box),"text":"甲"}],"text":"乙","bbox":\#(box)}"#
    #expect(try Self.read("\(page)\n\(page)\n").rows.map(\.page) == [1, 2])
  }
}
