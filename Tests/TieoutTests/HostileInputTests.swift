import Glibc
import Testing
import Tieout

/// Input that somebody made to hurt: it costs what its size says, fetches nothing, and what can be
/// read of it is read.
@Suite("Hostile input")
struct HostileInputTests {
  /// The document that a file becomes, and the processor's time that this takes, in seconds.
  private static func read(_ bytes: [UInt8]) throws -> (document: Document, seconds: Double) {
    let start = cpuSeconds()
    let document = try rebuild([Input(name: "x", bytes: bytes)])
    return (document, cpuSeconds() - start)
  }

  /// The time that this thread has had; others at work on the machine do not count.
  private static func cpuSeconds() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func text(_ document: Document) -> String {
    document.cells.map { document.string($0.text) }.joined(separator: " ")
  }

  // MARK: XML and HTML

  /// Ways of writing some characters in each format of elements.
  static let markups:
    [(format: String, file: @Sendable (_ type: String, _ text: String) -> String)] =
      [
        (
          "alto",
          { "\($0)<alto><Page><TextLine><String CONTENT=\"\($1)\"/></TextLine></Page></alto>" }
        ),
        (
          "page",
          {
            "\($0)<PcGts><Page><TextRegion><TextEquiv><Unicode>\($1)</Unicode></TextEquiv>"
              + "</TextRegion></Page></PcGts>"
          }
        ),
        (
          "hocr",
          {
            "\($0)<html><body><span class='ocr_line' title='bbox 1 1 9 9'>\($1)</span></body></html>"
          }
        ),
        ("html", { "\($0)<html><body><table><tr><td>\($1)</td></tr></table></body></html>" }),
      ]

  @Test("Entities that multiply are not expanded", arguments: markups.indices)
  func bomb(_ index: Int) throws {
    var type = "<!DOCTYPE x [<!ENTITY a0 \"ha\">"
    for level in 1...30 { type += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    let file = Self.markups[index].file(type + "]>", "甲 &a30; 乙")
    let (document, seconds) = try Self.read(Array(file.utf8))
    #expect(document.text.count < 10_000)
    #expect(seconds < 2)
  }

  @Test(
    "Nothing is fetched, neither a file nor an address", arguments: markups.indices,
    [
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:9/e\">]>",
      "<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
      "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">",
      "<!DOCTYPE x PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"file:///etc/passwd\">",
    ])
  func external(_ index: Int, _ type: String) throws {
    let file = Self.markups[index].file(type, "甲 &e; 乙")
    let (document, _) = try Self.read(Array(file.utf8))
    let text = Self.text(document)
    #expect(!text.contains("root:"))
    #expect(document.sources.first?.format == Self.markups[index].format)
    #expect(text.contains("甲 &e; 乙"), "\(text)")
  }

  // MARK: Depth

  @Test("Elements of XML are read however deep they lie, and so is what stands behind them")
  func deepXML() throws {
    func text(_ text: String) -> String { "<TextEquiv><Unicode>\(text)</Unicode></TextEquiv>" }
    for (head, name, inside, tail) in [
      (
        "<PcGts><Page><TextRegion>\(text("甲"))</TextRegion>", "TextRegion", text("乙"),
        "<TextRegion>\(text("丙"))</TextRegion></Page></PcGts>"
      ),
      (
        "<alto><Page><String CONTENT='甲'/>", "ComposedBlock", "<String CONTENT='乙'/>",
        "<String CONTENT='丙'/></Page></alto>"
      ),
    ] {
      let start = head + String(repeating: "<\(name)>", count: 100_000) + inside
      let file = start + String(repeating: "</\(name)>", count: 100_000) + tail
      let (document, seconds) = try Self.read(Array(file.utf8))
      for sign in ["甲", "乙", "丙"] { #expect(Self.text(document).contains(sign)) }
      #expect(document.remarks.isEmpty)
      let (cut, _) = try Self.read(Array(start.utf8))
      #expect(Self.text(cut).contains("乙"))
      #expect(cut.remarks.contains { $0.message.en.contains("breaks off") })
      #expect(seconds < 30)
    }
  }

  @Test(
    "What stands behind values of JSON that lie too deep is read, and a remark says what was not",
    arguments: [
      (
        "[{\"type\":\"text\",\"page_idx\":0,\"text\":\"甲\"},", "[", "]",
        ",{\"type\":\"text\",\"text\":\"丙\"}]"
      ),
      ("{\"rec_texts\":[\"甲\",\"丙\"],\"x\":", "{\"a\":", "}", "}"),
      ("{\"x\":", "[", "]", ",\"rec_texts\":[\"甲\",\"丙\"]}"),
    ])
  func deepJSON(_ head: String, _ start: String, _ end: String, _ tail: String) throws {
    let deep =
      String(repeating: start, count: 100_000) + "\"乙\"" + String(repeating: end, count: 100_000)
    var options = Options()
    options.format = head.contains("rec_texts") || tail.contains("rec_texts") ? "paddle-ocr" : nil
    let document = try rebuild([Input(name: "x", bytes: Array((head + deep + tail).utf8))], options)
    #expect(Self.text(document).contains("甲") && Self.text(document).contains("丙"))
    let remark = try #require(document.remarks.first { $0.message.en.contains("nested too deep") })
    let place = document.location(ofSource: remark.at).bytes.lowerBound
    #expect(place >= head.utf8.count && place < head.utf8.count + deep.utf8.count)
  }

  @Test(
    "A hundred thousand things in one another lose no character",
    arguments: [
      ("<!DOCTYPE html>", "<div>", "甲"), ("<!DOCTYPE html>", "<table><tr><td>", "甲"),
      ("<div class='ocr_page'>", "<div>", "<span class='ocr_line'>甲</span>"),
      ("<table><tr><td>1</td></tr></table>\n\n", "<div>", "甲"),
      ("[{\"type\":\"text\",\"page_idx\":0,\"text\":\"甲\"},", "[", ""),
      ("{\"parsing_res_list\":[{\"block_content\":\"甲\"}],\"x\":", "{\"a\":", ""),
      ("{\"rec_texts\":[\"甲\"],\"x\":", "[", ""),
      ("[[[[[1,1],[2,2]],\"甲\"]],", "[", ""),
      ("{\"pages\":[{\"items\":[{\"box\":[[1,1]],\"text\":\"甲\"}]},", "[", ""),
    ])
  func deep(_ head: String, _ element: String, _ tail: String) throws {
    let file = head + String(repeating: element, count: 100_000) + tail
    let (document, seconds) = try Self.read(Array(file.utf8))
    #expect(Self.text(document).contains("甲"))
    #expect(seconds < 30)
  }

  // MARK: Length

  /// One line of any length: its beginning, what it repeats, its end.
  static let lines = [
    ("", "项目名称甲乙丙丁1,937.88万元", ""), ("", "项目\t1,937.88\t", ""),
    ("| 甲 | 乙 |\n|---|---|\n|", "项目 1,937.88 | ", ""),
    ("<!DOCTYPE html><table><tr>", "<td>项目</td><td>1,937.88</td>", "</tr></table>"),
    ("<!DOCTYPE html><p>", "项目名称甲乙丙丁1,937.88万元", "</p>"),
    ("<p class='ocr_line'>", "<span class='ocrx_word' title='bbox 1 1 9 9'>项目</span>", "</p>"),
    ("<p class='ocr_line' title='bbox 1 1 9 9'>", "项目名称甲乙丙丁1,937.88万元", "</p>"),
    ("[{\"type\":\"text\",\"page_idx\":0,\"text\":\"", "项目名称甲乙丙丁1,937.88万元", "\"}]"),
    ("[{\"type\":\"text\",\"page_idx\":0,\"text\":\"", "\\u9879\\n\\u76ee", "\"}]"),
    (
      "[{\"type\":\"text\",\"page_idx\":0,\"text\":\"a\"}", ",{\"type\":\"text\",\"text\":\"甲\"}",
      "]"
    ),
  ]

  @Test("One line, and the places in it, take a time in proportion to its length", arguments: lines)
  func length(_ head: String, _ unit: String, _ tail: String) throws {
    func seconds(_ bytes: Int) throws -> Double {
      let file = head + String(repeating: unit, count: bytes / unit.utf8.count) + tail
      let start = Self.cpuSeconds()
      var written: [UInt8] = []
      JSONDocument.write(try Self.read(Array(file.utf8)).document, into: &written)
      return Self.cpuSeconds() - start
    }
    let short = try seconds(50_000)
    let long = try seconds(400_000)
    #expect(long < max(short, 0.02) * 24, "\(short) s became \(long) s")
  }

  // MARK: Characters and numbers

  @Test(
    "A row of hundreds of thousands of cells keeps every character, in as many cells as rows have",
    arguments: [
      ("", "甲\t", ""), ("| a | b |\n|---|---|\n|", "甲 |", ""),
      ("<!DOCTYPE html><table><tr>", "<td>甲</td>", "</tr></table>"),
    ])
  func cells(_ head: String, _ cell: String, _ tail: String) throws {
    let file = head + String(repeating: cell, count: 200_000) + tail
    let (document, seconds) = try Self.read(Array(file.utf8))
    #expect(Self.text(document).unicodeScalars.count { $0 == "甲" } == 200_000)
    #expect(document.cells.count < 5000)
    #expect(document.remarks.contains { $0.message.en.contains("cells") })
    #expect(seconds < 60)
  }

  @Test("More cells than any paper has are refused, and the limit is said")
  func limit() {
    let bytes = Array("1".utf8) + Array(repeating: 0x09, count: 10_000_001)
    let error = #expect(throws: RunError.self) { try rebuild([Input(name: "x", bytes: bytes)]) }
    #expect(error?.message.en.contains("more than 10000000") == true)
  }

  @Test("Characters that no table knows take a time in proportion to their number")
  func undecodable() throws {
    func seconds(_ count: Int) throws -> Double {
      let head = Array("<html><meta charset=\"gb18030\"><p>".utf8)
      let signs = [[UInt8]](repeating: [0xFD, 0x30, 0xFE, 0x30], count: count)
      let (document, seconds) = try Self.read(head + signs.joined() + Array("end</p>".utf8))
      #expect(document.sources.first?.encoding == "GB18030")
      #expect(Self.text(document).hasSuffix("end"))
      return seconds
    }
    let short = try seconds(5_000)
    let long = try seconds(50_000)
    #expect(long < max(short, 0.02) * 30, "\(short) s became \(long) s")
  }

  @Test("A NUL byte, or any control character, leaves the text around it usable")
  func controls() throws {
    for sign in ["\0", "\u{1}", "\u{7F}"] {
      let document = try rebuild([
        Input(name: "x", bytes: Array("项目\t1,9\(sign)37.88\n甲\(sign)乙\n".utf8))
      ])
      #expect(document.cells.map { document.string($0.text) } == ["项目", "1,937.88", "甲乙"])
      #expect(document.bytes.contains(Array(sign.utf8)[0]))
      if sign != "\u{7F}" {
        #expect(document.remarks.first?.message.en.contains("control characters: 2") == true)
      }
      var written: [UInt8] = []
      for writer in Registry.documentWriters { writer.write(document, into: &written) }
      #expect(!written.contains(Array(sign.utf8)[0]))
    }
  }

  @Test("A NUL byte costs itself and nothing behind it", arguments: markups.indices)
  func nul(_ index: Int) throws {
    let file = Self.markups[index].file("", "甲\0乙") + "\0"
    let (document, _) = try Self.read(Array(file.utf8))
    let text = Self.text(document)
    #expect(text.contains("甲") && text.contains("乙"), "\(text)")
  }

  @Test(
    "Halves of characters in JSON leave the rest of their string and of the file",
    arguments: [
      "[{\"type\":\"text\",\"page_idx\":0,\"text\":\"甲\\ud83d乙\"},{\"type\":\"text\",\"text\":\"丙\"}]",
      "[{\"type\":\"text\",\"page_idx\":0,\"text\":\"甲\\udc00\\ud800乙\"},{\"type\":\"text\",\"text\":\"丙\"}]",
      "{\"rec_texts\":[\"甲\\ud800\\u0041乙\",\"丙\"]}",
      "{\"pages\":[{\"items\":[{\"box\":[[1,1]],\"text\":\"甲\\uDFFF乙\"},{\"text\":\"丙\"}]}]}",
    ])
  func surrogates(_ file: String) throws {
    let (document, _) = try Self.read(Array(file.utf8))
    let text = Self.text(document)
    for sign in ["甲", "乙", "丙"] { #expect(text.contains(sign), "\(text)") }
    #expect(String(validating: document.text, as: UTF8.self) != nil)
  }

  @Test(
    "Spans of a thousand million cost no more than their table",
    arguments: [
      "<!DOCTYPE html><table><tr><td rowspan=1000000000 colspan=1000000000>甲</td><td>乙</td></tr></table>",
      "<PcGts><Page><TableRegion><TableCell row='0' col='0' rowSpan='1000000000' colSpan='1000000000'><TextEquiv><Unicode>甲</Unicode></TextEquiv></TableCell><TableCell row='999999999' col='999999999'><TextEquiv><Unicode>乙</Unicode></TextEquiv></TableCell></TableRegion></Page></PcGts>",
      "{\"schema_name\":\"DoclingDocument\",\"tables\":[{\"data\":{\"table_cells\":[{\"text\":\"甲\",\"row_span\":1000000000,\"col_span\":1000000000},{\"text\":\"乙\",\"start_row_offset_idx\":1000000000,\"start_col_offset_idx\":1000000000}]}}]}",
      "<p class='ocr_line'>丙</p><table><tr><td colspan=1000000000 rowspan=1000000000>甲</td><td>乙</td></tr></table>",
    ])
  func spans(_ file: String) throws {
    let (document, seconds) = try Self.read(Array(file.utf8))
    let text = Self.text(document)
    #expect(text.contains("甲") && text.contains("乙"), "\(text)")
    #expect(seconds < 5)
    for writer in Registry.documentWriters {
      var written: [UInt8] = []
      writer.write(document, into: &written)
      #expect(written.count < 1_000_000, "\(writer.format)")
    }
  }

  @Test(
    "A box may be anything", arguments: ["-1000000000", "1000000000", "1e300", "-0.0", "0", "NaN"])
  func boxes(_ number: String) throws {
    let points = "[[\(number),\(number)],[9,1],[\(number),9],[1,\(number)]]"
    let files = [
      "<p class='ocr_line' title='bbox \(number) 1 9 \(number)'>甲</p>",
      "<alto><Page><TextLine><String HPOS='\(number)' VPOS='\(number)' WIDTH='\(number)' HEIGHT='1' CONTENT='甲'/></TextLine></Page></alto>",
      "<PcGts><Page><TextLine><Coords points='\(number),1 9,\(number)'/><TextEquiv><Unicode>甲</Unicode></TextEquiv></TextLine></Page></PcGts>",
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\n5\t1\t1\t1\t1\t1\t\(number)\t1\t\(number)\t\(number)\t9\t甲",
      "{\"rec_texts\":[\"甲\"],\"rec_boxes\":[[\(number),1,\(number),9]]}",
      "{\"pages\":[{\"items\":[{\"text\":\"甲\",\"box\":\(points)}]},{\"items\":[{\"text\":\"甲\",\"box\":[[1,1]]}]}]}",
      "[{\"type\":\"text\",\"page_idx\":0,\"text\":\"甲\",\"bbox\":[\(number),1,2,\(number)]}]",
    ]
    for file in files {
      let (document, _) = try Self.read(Array(file.utf8))
      #expect(Self.text(document).contains("甲"), "\(file)")
      for cell in document.cells { _ = document.location(of: cell.text) }
    }
  }
}
