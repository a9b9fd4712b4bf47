import Testing
import Tieout

/// A folder in which an engine wrote the same paper in several formats, and files about it.
@Suite("The same paper in several formats")
struct SamePaperTests {
  private static let rows = [["序号", "项目", "金额"], ["1", "甲", "12.5"], ["2", "乙", "7.25"]]

  private static func html(_ rows: [[String]] = rows) -> String {
    let lines = rows.map { "<tr>\($0.map { "<td>\($0)</td>" }.joined())</tr>" }
    return "<table>\(lines.joined())</table>"
  }

  private static func markdown(_ rows: [[String]] = rows) -> String {
    "# 支出情况表\n\n" + html(rows) + "\n"
  }

  private static func list(_ rows: [[String]] = rows, page: Int = 0) -> String {
    #"[{"type":"text","text":"支出情况表","page_idx":\#(page),"bbox":[1,2,3,4]},"#
      + #"{"type":"table","table_body":"\#(html(rows))","page_idx":\#(page),"bbox":[1,2,3,4]}]"#
  }

  private static let model = #"[{"layout_dets":[{"category_id":1,"poly":[1,1,2,1]}]}]"#

  private static func read(_ files: [(String, String)]) throws -> (names: [String], Document) {
    let document = try rebuild(files.map { Input(name: $0.0, bytes: Array($0.1.utf8)) })
    return (document.sources.map(\.name), document)
  }

  @Test("The one that tells of places is read, and a remark names the others")
  func richest() throws {
    let (names, document) = try Self.read([
      ("x.md", Self.markdown()), ("x_content_list.json", Self.list()),
      ("x_content_list_v2.json", Self.list()), ("x_model.json", Self.model),
      ("x_origin.pdf", "%PDF-1.5\u{01}\u{02}\u{03}\u{04}"),
    ])
    #expect(names == ["x_content_list.json"])
    #expect(document.rows.count { !$0.isLine } == 3)
    let remarks = document.remarks.map(\.message.en)
    #expect(remarks.count == 2)
    #expect(remarks[0].contains("“x.md”, “x_content_list_v2.json”"))
    #expect(remarks[1].contains("“x_model.json”, “x_origin.pdf”"))
    #expect(document.remarks.allSatisfy { document.location(ofSource: $0.at).source == 0 })
  }

  @Test(
    "Amounts that changed places are another paper, in one format and in two",
    arguments: ["x_v2.md", "x_content_list.json"])
  func exchanged(_ name: String) throws {
    let exchanged = [["序号", "项目", "金额"], ["1", "甲", "7.25"], ["2", "乙", "12.5"]]
    let second = name.hasSuffix("md") ? Self.markdown(exchanged) : Self.list(exchanged)
    let (names, _) = try Self.read([("x.md", Self.markdown()), (name, second)])
    #expect(names == ["x.md", name])
  }

  @Test("What is left is read as if it were alone")
  func alone() throws {
    let (_, document) = try Self.read([("x.md", Self.markdown()), ("x_model.json", Self.model)])
    #expect(document.rows.allSatisfy { $0.page == 0 })
  }

  @Test("Each page is read once, a page in one format as well")
  func pages() throws {
    let other = [["序号", "项目", "金额"], ["3", "丙", "8"], ["4", "丁", "99.5"]]
    let (names, document) = try Self.read([
      ("x.jsonl", #"{"page_no":0,"layout_info_path":"x_page_0.json"}"#),
      ("x_page_0.json", Self.list()), ("x_page_0.md", Self.markdown()),
      ("x_page_0_nohf.md", Self.html()), ("x_page_1.md", Self.markdown(other)),
      ("x_page_1_nohf.md", Self.markdown(other)), ("x_page_2.md", "# 说明\n\n第三页的话\n"),
    ])
    #expect(names == ["x_page_0.json", "x_page_1.md", "x_page_2.md"])
    #expect(Set(document.rows.map(\.page)) == [1, 2, 3])
  }

  @Test("Pages of several formats that stand for themselves are all read")
  func mixed() throws {
    let other = [["序号", "项目", "金额"], ["3", "丙", "8"], ["4", "丁", "99.5"]]
    let files = [
      ("p1.md", Self.markdown()), ("p2.json", Self.list(other)), ("p3.html", Self.html()),
    ]
    #expect(try Self.read(files).names == files.map { $0.0 })
  }

  @Test("A paper that prints a page twice is read twice, and so are forms that differ by a number")
  func twice() throws {
    for pair in [("p_1.md", "p_2.md"), ("卡片_甲.md", "卡片_乙.md"), ("p.md", "p.md")] {
      let names = try Self.read([(pair.0, Self.markdown()), (pair.1, Self.markdown())]).names
      #expect(names == [pair.0, pair.1])
    }
    let other = [["序号", "项目", "金额"], ["1", "甲", "12.6"], ["2", "乙", "7.25"]]
    let names = try Self.read([("x.md", Self.markdown()), ("x.json", Self.list(other))]).names
    #expect(names == ["x.md", "x.json"])
  }

  @Test("The same words under another name are another paper")
  func names() throws {
    let names = try Self.read([("甲.md", Self.markdown()), ("乙.json", Self.list())]).names
    #expect(names == ["甲.md", "乙.json"])
  }

  @Test("A file that no format fits and that belongs to nothing ends the run as before")
  func foreign() {
    let error = #expect(throws: RunError.self) {
      try Self.read([("x.md", Self.markdown()), ("y_model.json", Self.model)])
    }
    #expect(error?.message.en.contains("is in no format that can be read") == true)
  }

  @Test("A trace leads to the text again from all files of the folder")
  func trace() throws {
    let inputs = [("x.md", Self.markdown()), ("x.json", Self.list()), ("x_model.json", Self.model)]
      .map { Input(name: $0.0, bytes: Array($0.1.utf8)) }
    let submission = try Tieout.run(inputs)
    var trace: [UInt8] = []
    TraceWriter.write(submission, WriteOptions(), into: &trace)
    let document = submission.document
    #expect(
      try replay(inputs, trace: trace) == Array(document.text.dropLast(document.addedBytes)))
  }
}
