import Foundation
import Testing
import TieoutMarkup
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

@Suite("Reading HTML")
struct HTMLReaderTests {
  private func read(_ html: String) throws -> Document {
    var document = Document()
    try HTMLReader.read(Array(html.utf8), name: "x", reason: "test", into: &document)
    return document
  }

  @Test("Tables, prose and places are as recorded", arguments: CaseFile.files("Cases/html"))
  func places(_ file: URL) throws {
    #expect(try expectPlaces(file, "html") == "html")
  }

  @Test(
    "HTML is told by its beginning, and by text in elements alone",
    arguments: [
      "<!DOCTYPE html><p>甲", "<?xml version=\"1.0\"?>\n<html xmlns=\"u\">", "\n <!-- c --><HTML>",
      "<table><tr><td>甲</td></tr></table>\n", "<div>甲</div><p>乙",
    ])
  func recognised(_ text: String) {
    #expect(HTMLReader.recognise(Array(text.utf8), name: "x") != nil)
  }

  @Test(
    "Other files are not taken for HTML",
    arguments: [
      "", "<", "甲<table>", "<div>甲</div>\n乙", "<alto xmlns=\"u\"/>", "<fcel>甲<nl>", "<5%\n",
      "<?xml version=\"1.0\"?><PcGts/>",
    ])
  func refused(_ text: String) {
    #expect(HTMLReader.recognise(Array(text.utf8), name: "x") == nil)
  }

  @Test("HTML in a string of JSON has its places in the file")
  func insideJSON() throws {
    let json = Array(#"{"a":"外<td>甲\n\u4e59<\/td>"}"#.utf8)
    let tree = JSONTree(json)
    let text = SourceText(try #require(tree.text(tree.member("a", of: 0))))
    var draft = Draft()
    draft.mark(SourceFile.Mark(element: "/a"))
    var walker = HTMLWalker(text, 3..<text.bytes.count)
    walker.draft(into: &draft)
    var document = Document()
    try draft.finish(json, name: "x", format: "json", reason: "", into: &document)
    let cell = try #require(document.cells.last)
    #expect(document.string(cell.text) == "甲 乙")
    let at = document.location(of: cell.text)
    #expect(at.element == "/a")
    #expect(String(decoding: json[at.bytes], as: UTF8.self) == #"甲\n\u4e59"#)
  }

  @Test("Spans of any size cost no more than their table")
  func spans() throws {
    let cell = "<td rowspan=999999999 colspan=999999999>甲</td><td rowspan=65534>乙</td>"
    let rows = String(repeating: "<tr>\(cell)</tr>", count: 3000)
    let document = try read("<table>\(rows)</table>")
    #expect(document.cells.count == 6000)
    #expect(document.remarks.count >= 2)
  }

  @Test(
    "Elements in one another without end lose no character",
    arguments: [
      ("<table><tr><td>甲", 100_000), ("<div>甲", 10_000), ("<b>甲", 10_000), ("<table>甲", 10_000),
      ("<tr>甲", 10_000), ("<li><p>甲", 10_000), ("<pre>甲\n", 10_000),
    ])
  func deep(_ element: String, _ count: Int) throws {
    let document = try read(String(repeating: element, count: count))
    #expect(solidText(document).count == 3 * count)
  }

  @Test("Control characters and bytes that are no UTF-8 stay where they are")
  func damaged() throws {
    let bytes: [UInt8] = Array("<td>甲".utf8) + [0x00, 0xFF, 0x07] + Array("乙</td>".utf8)
    var document = Document()
    try HTMLReader.read(bytes, name: "x", reason: "test", into: &document)
    #expect(solidText(document) == Array("甲".utf8) + [0x00, 0xFF, 0x07] + Array("乙".utf8))
  }

  @Test(
    "What Word puts into HTML for itself is no text",
    arguments: [
      ("<p>甲<o:p></o:p>&ge;5</p>", ["甲≥5"]), ("<p><o:p>甲</o:p></p>", ["甲"]),
      ("<table><tr><td><p><o:p>&nbsp;</o:p></p></td><td>5</td></tr></table>", ["", "5"]),
      ("<p><![if !supportLists]>1.<![endif]>甲</p>", ["1.甲"]),
      (
        "<table><tr><td>甲</td></tr><![if !x]><tr><td></td></tr><![endif]></table>",
        ["甲"]
      ), ("<p><st1:place w:st='on'>甲</st1:place>乙</p>", ["甲乙"]),
    ])
  func word(_ html: String, _ cells: [String]) throws {
    let document = try read("<html><body>\(html)</body></html>")
    let texts = document.cells.map { cell in
      document.string(cell.text).replacing("\u{A0}", with: "")
    }
    #expect(texts == cells)
  }

  @Test("What stands behind such a sign has its place in the file")
  func wordPlaces() throws {
    let html = "<html><body><p><![if !supportLists]>1.<![endif]>甲</p></body></html>"
    let document = try read(html)
    let cell = try #require(document.cells.first)
    let at = document.location(of: cell.text).bytes
    #expect(String(decoding: Array(html.utf8)[at], as: UTF8.self) == "1.<![endif]>甲")
  }

  @Test(
    "Prose and characters that only look like such a sign stay",
    arguments: ["<p>甲 <! 乙 > 丙</p>", "<p><![CDATA[甲乙]]></p>", "<p>甲<![if 乙<b>丙</b></p>"])
  func noWord(_ html: String) throws {
    let document = try read("<html><body>\(html)</body></html>")
    #expect(String(decoding: solidText(document), as: UTF8.self).contains("乙"))
  }

  @Test("A long line takes a time in proportion to its length")
  func longLine() throws {
    let short = try time(20_000)
    let long = try time(200_000)
    #expect(long < short * 30)
  }

  private func time(_ count: Int) throws -> Duration {
    let html = "<table><tr><td>" + String(repeating: "甲<br>", count: count) + "</td></tr></table>"
    return try ContinuousClock().measure { _ = try read(html) }
  }

  @Test(
    "A table in a cell widens the column of its cell in all rows, and pushes no cell out of its own"
  )
  func nestedColumns() throws {
    let inner =
      "<table><tr><td>1</td><td>2</td></tr><tr><td></td></tr><tr><td>3</td><td>4</td></tr></table>"
    let (_, document) = try recognisedDocument(
      Array(
        ("<!DOCTYPE html><table><tr><td>序号</td><td>名称</td><td>金额</td></tr>"
          + "<tr><td>一</td><td>\(inner)</td><td>5</td></tr>"
          + "<tr><td></td><td></td><td></td></tr><tr><td>二</td><td>甲</td><td>6</td></tr></table>")
          .utf8))
    func cell(_ text: String) throws -> Document.Cell {
      try #require(document.cells.first { document.string($0.text) == text })
    }
    #expect(try ["序号", "名称", "金额"].map { try cell($0).column } == [0, 1, 3])
    #expect(try ["1", "2", "3", "4", "5"].map { try cell($0).column } == [1, 2, 1, 2, 3])
    #expect(try ["二", "甲", "6"].map { try cell($0).column } == [0, 1, 3])
    #expect(try ["名称", "甲"].map { try cell($0).columnSpan } == [2, 2])
  }
}
