import Foundation
import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

@Suite("Reading Markdown")
struct MarkdownReaderTests {
  private func read(_ bytes: [UInt8]) throws -> Document {
    var document = Document()
    try MarkdownReader.read(bytes, name: "x", reason: "test", into: &document)
    return document
  }

  @Test("Tables, prose and places are as recorded", arguments: CaseFile.files("Cases/markdown"))
  func places(_ file: URL) throws {
    #expect(try expectPlaces(file, "markdown") == "markdown")
  }

  @Test(
    "A text with tabs, with single pipes or numerals stays plain text",
    arguments: [
      "甲\t乙\n# 1\t2\n", "|甲|乙|\n", "甲 | 乙\n丙 | 丁\n", "# \n", "#1 甲\n", "---\n", "a < b <td> c\n",
      "{3}---\n", "- 甲\n", "- 1.5\n- 2.5\n", "- 1 -\n- 2 -\n", "- 甲    乙\n- 丙    丁\n",
      "**市**局\n", "**市财政局\n", "张** 李**\n", "甲！[注](一)\n", "甲\t乙\n**丙**\n- 丁\n- 戊\n",
      "甲\t<img src='x.png'>\n", "5 <div 6\n", "甲 \\begin{tabular}{c}\n",
      "$\\begin{array}{c}甲\\end{array}$\n",
      "\\geq 95\\%\n", "text[[1, 2, 3, 4]]\n", "<--- 甲 --->\n", "1-------\n",
    ])
  func plain(_ text: String) throws {
    #expect(try recognisedDocument(Array(text.utf8)).format == "text")
  }

  @Test(
    "Pipe tables, HTML tables, OTSL and headings tell Markdown, with the line",
    arguments: [
      ("甲|乙\n-|-\n", "line 2"), ("甲\n\n乙 <table><tr><td>1", "line 3"),
      ("x\r\n<fcel>1<nl>", "line 2"),
      ("甲\n\\begin{tabular}{cc}\n1 & 2 \\\\\n\\end{tabular}", "line 2"),
      ("甲\n<--- Page Split --->\n乙", "line 2"), ("<|det|>[[1, 2, 3, 4]]<|/det|>\n甲", "line 1"),
      ("甲\r\r## 乙", "line 1"), ("甲\n<img src=\"a.png\"> 乙\n", "line 2"),
      ("**项目名称**：甲\n", "line 1"), ("甲\n\n![图](x.png)\n", "line 3"), ("- 一\n\n- 二\n", "line 3"),
      ("<div style=\"text-align: center;\">图 1</div>\n\n甲\n", "line 1"), ("- **甲**：乙\n", "line 1"),
    ])
  func recognised(_ text: String, _ place: String) {
    #expect(MarkdownReader.recognise(Array(text.utf8), name: "x")?.contains(place) == true)
  }

  @Test("Binary files are no Markdown")
  func binary() {
    #expect(MarkdownReader.recognise([0, 1, 2] + Array("<table>".utf8), name: "x") == nil)
  }

  @Test("Every word of a corpus file is in the document, in its order")
  func conservation() throws {
    for file in Repository.corpusFiles(".md") where !file.hasSuffix("README.md") {
      let bytes = try Repository.corpus(file)
      let (format, document) = try recognisedDocument(bytes)
      #expect(format == "markdown", "\(file)")
      #expect(solidText(document) == words(bytes), "\(file)")
    }
  }

  /// The characters of Markdown by plain replacements: an independent reading.
  private func words(_ bytes: [UInt8]) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    text.replace(#/<table.*?</table>/#.dotMatchesNewlines()) { match in
      match.output.replacing(#/<[^>]*>/#, with: "").replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
        .replacing("&nbsp;", with: "\u{A0}")
    }
    // An engine’s name for a picture is none of the paper’s words.
    text.replace(#/<img[^>]*>|</?p>/#, with: "")
    text.replace(#/<div[^>]*>|</div>/#, with: "")
    text.replace(#/(?m)^\|?[ :\-|]+$/#, with: "")
    text.replace(#/(?m)^#+ /#, with: "")
    text.replace("\\|", with: "\u{1}")
    text.replace("|", with: "")
    text.replace("\u{1}", with: "|")
    text.replace("**", with: "")
    text.replace(#/\\(?=[*_#.-])/#, with: "")
    return text.utf8.filter { !$0.isBlankASCII }
  }

  @Test("Cut off anywhere, nothing traps and no character of what is there goes", arguments: 0..<60)
  func cutOff(_ part: Int) throws {
    let bytes = try Repository.corpus("d1/md-html-paddlevl-n2.md")
    let piece = Array(bytes.prefix(bytes.count * part / 60 + part))
    guard !piece.isEmpty else { return }
    let document = try recognisedDocument(piece).document
    for cell in document.cells { #expect(Int(cell.text.end) <= document.text.count) }
  }

  @Test("Hostile input is read in time, never a trap", arguments: 0..<300)
  func hostile(_ seed: Int) throws {
    let parts = [
      "|", "\\", "`", "```", "# ", "<table>", "</table>", "<tr>", "<td rowspan=9>", "<td>", "<!--",
      "-->", "<fcel>", "<nl>", "<lcel>", "<ucel>", "</otsl>", "[", "](", ")", "![", "\n", "\r",
      "\u{C}",
      "\t", " ", "---", "{3}", "$", "&lt;", "&", "<", ">", "甲", "\0", "<br>", "<script>", "|-|\n",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<400 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      text += parts[Int(state >> 16) % parts.count]
    }
    let document = try read(Array(text.utf8))
    let isText = text.replacing(#/<!--.*?-->/#.dotMatchesNewlines(), with: "")
    let expected = isText.components(separatedBy: "<script>")[0].filter { $0 == "甲" }.count
    let found = String(decoding: document.text, as: UTF8.self).filter { $0 == "甲" }.count
    #expect(found >= expected)
  }

  @Test(
    "Signs repeated without end in a table of LaTeX take a time in proportion to their number",
    arguments: [
      "{", "}", "&", "\\\\", "\\\\\\hline", "\\multirow{9999}{*}{甲}&", "\\multirow{99}{*}{甲}\\\\",
      "\\multicolumn{999}{c}{甲}\\\\", "\\multirow{9}", "\\caption{", "\\begin{tabular}",
      "\\cmidrule(",
      "\\makecell{甲\\\\", "\\unknown{", "^{", "$", "\\",
    ])
  func repeatedInTable(_ sign: String) throws {
    func table(_ count: Int) -> [UInt8] {
      Array(("\\begin{tabular}{c}" + String(repeating: sign, count: count) + "\\end{tabular}").utf8)
    }
    let short = try ContinuousClock().measure { _ = try read(table(2000)) }
    let long = try ContinuousClock().measure { _ = try read(table(20_000)) }
    #expect(long < max(short, .milliseconds(10)) * 50)
  }

  @Test("Hostile LaTeX and marks of models are read in time, never a trap", arguments: 0..<200)
  func hostileMarks(_ seed: Int) throws {
    let parts = [
      "\\begin{tabular}{c|c}", "\\end{tabular}", "\\begin{array}{c}", "\\end{array}",
      "\\begin{table}",
      "\\end{table}", "\\begin{", "&", "\\\\", "\\hline", "\\multirow{3}{*}{",
      "\\multicolumn{2}{c}{",
      "\\caption{", "{", "}", "[", "]", "$", "$$", "\\[", "\\]", "\n", "\n\n", "甲", "1", " ",
      "<|ref|>",
      "<|/ref|>", "<|det|>[[1,2,3,4]]<|/det|>", "<|box_start|>1 2 3 4<|box_end|>", "<|md_end|>",
      "text[[1, 2, 3, 4]]",
      "<--- Page Split --->\n", "---\n", "primary_language: zh\n", "<table><tr><td>", "</table>",
      "<sup>",
      "</sup>", "<del>", "</del>", "<math>", "</math>", "<input type=checkbox>", "**", "\t", "|",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<400 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      text += parts[Int(state >> 16) % parts.count]
    }
    let document = try read(Array(text.utf8))
    for cell in document.cells { #expect(Int(cell.text.end) <= document.text.count) }
  }

  @Test(
    "Signs repeated without end take a time in proportion to their number",
    arguments: [
      "[", "![](", "[a](", "<table>", "<!--", "<table><tr><td>", "|", "`", "<fcel>", "\\", "{0}-",
      "#",
      "<style>", "<td rowspan=9>\n", "|a\n", "<table>\n", "<ucel><nl>\n", "\\begin{tabular}{c}",
      "\\begin{tabular}{c}\n\n", "\\begin{array}{c}&\\\\", "\\begin{table}\\caption{", "<|ref|>",
      "<|ref|>a<|/ref|>", "$$\n", "a<|md_end|>", "---\nis_table: True\n", "\\begin{",
    ])
  func repeated(_ sign: String) throws {
    let few = Array(String(repeating: sign, count: 5000).utf8)
    let many = Array(String(repeating: sign, count: 50_000).utf8)
    let short = try ContinuousClock().measure { _ = try read(few) }
    let long = try ContinuousClock().measure { _ = try read(many) }
    #expect(long < max(short, .milliseconds(10)) * 50)
  }
}
