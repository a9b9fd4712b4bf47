import Testing
import Tieout

/// Files of one submission, each of which holds a page or some.
@Suite("The pages of a folder")
struct FolderPagesTests {
  /// What stands on which page.
  private static func pages(_ files: [String]) throws -> [String] {
    let inputs = files.enumerated().map { Input(name: "p\($0)", bytes: Array($1.utf8)) }
    let document = try rebuild(inputs)
    return document.rows.map { row in
      let cells = row.cells.map { document.string(document.cells[$0].text) }
      return "\(row.page) \(cells.joined(separator: " "))"
    }
  }

  private static func boxes(_ page: Int, _ text: String?) -> String {
    let items = text.map { "{\"box\":[[1,1],[50,1],[50,20],[1,20]],\"text\":\"\($0)\"}" } ?? ""
    return "{\"pages\":[{\"page\":\(page),\"items\":[\(items)]}]}"
  }

  private static func lines(_ index: Int, _ text: String) -> String {
    "{\"page_index\":\(index),\"rec_texts\":[\"\(text)\"]}"
  }

  private static func hocr(_ number: Int, _ text: String) -> String {
    "<div class='ocr_page' title='image \"\(text).png\"; ppageno \(number)'>"
      + "<span class='ocr_line' title='bbox 1 1 90 20'>\(text)</span></div>"
  }

  private static func blocks(_ page: Int, _ text: String) -> String {
    "[{\"type\":\"text\",\"text\":\"\(text)\",\"page_idx\":\(page)}]"
  }

  @Test("Numbers that go on from file to file are those of the pages")
  func running() throws {
    let numbers = [1, 2, 3, 10]
    #expect(
      try Self.pages(numbers.map { Self.boxes($0, "甲") }) == ["1 甲", "2 甲", "3 甲", "10 甲"])
    #expect(try Self.pages(numbers.map { Self.lines($0 - 1, "甲") }).last == "10 甲")
    #expect(try Self.pages(numbers.map { Self.hocr($0 - 1, "甲") }).last == "10 甲")
    #expect(try Self.pages(numbers.map { Self.blocks($0 - 1, "甲") }).last == "10 甲")
  }

  @Test("Where each file counts from one, its pages follow those of the files before it")
  func counted() throws {
    #expect(
      try Self.pages(["甲", "乙", "丙"].map { Self.boxes(1, $0) }) == ["1 甲", "2 乙", "3 丙"])
    #expect(
      try Self.pages(["甲\u{0C}乙\u{0C}", "丙\u{0C}丁\u{0C}"]) == ["1 甲", "2 乙", "3 丙", "4 丁"])
  }

  @Test("Files without pages are a page each, the first as well")
  func withoutPages() throws {
    #expect(try Self.pages(["# 甲", "乙", "# 丙"]) == ["1 甲", "2 乙", "3 丙"])
    #expect(try Self.pages(["# 甲", Self.hocr(0, "乙"), "# 丙"]) == ["1 甲", "2 乙", "3 丙"])
  }

  @Test("A file alone has the pages that it names, or none")
  func alone() throws {
    #expect(try Self.pages(["# 甲"]) == ["0 甲"])
    #expect(try Self.pages([Self.boxes(7, "甲")]) == ["7 甲"])
  }

  @Test(
    "A blank file is a blank page, with a remark",
    arguments: ["", "\n", "[]", "[[]]", "{}", "[null]", boxes(2, nil), "{\"rec_texts\":[]}"])
  func blank(_ file: String) throws {
    #expect(try Self.pages(["甲", file, "丙"]) == ["1 甲", "3 丙"])
    let inputs = [file, "丙"].map { Input(name: "p", bytes: Array($0.utf8)) }
    let document = try rebuild(inputs)
    #expect(document.remarks.count { $0.message.en.contains("a blank page") } == 1)
    #expect(document.sources[0].byteCount == file.utf8.count)
    let remark = try #require(document.remarks.first)
    #expect(document.location(ofSource: remark.at).source == 0)
  }

  @Test("A blank page at the beginning of a file counts")
  func blankFirst() throws {
    let file = "[[],[{\"category\":\"Text\",\"bbox\":[1,1,9,9],\"text\":\"乙\"}]]"
    #expect(try Self.pages([file]) == ["2 乙"])
    #expect(try Self.pages(["甲", file, "丙"]) == ["1 甲", "3 乙", "4 丙"])
  }

  @Test("A submission without any character is refused")
  func nothing() {
    let error = #expect(throws: RunError.self) { try Self.pages(["", "[]", "\n"]) }
    #expect(error?.message.en.contains("no character") == true)
  }

  @Test("Boxes to tick are no JSON")
  func ticks() throws {
    #expect(try Self.pages(["[] 甲 [] 乙"]) == ["0 [] 甲 [] 乙"])
  }

  @Test("The images of pages bear the numbers of their pages")
  func images() throws {
    for numbers in [[0, 1, 2], [0, 0, 0]] {
      let inputs = numbers.map { Input(name: "p", bytes: Array(Self.hocr($0, "甲").utf8)) }
      let images = try rebuild(inputs).sources.flatMap { $0.file?.images ?? [] }
      #expect(images.map(\.page) == [1, 2, 3])
    }
  }

  @Test("A number beyond all pages is refused as one, and ends nothing")
  func wild() {
    for number in [4_294_967_295, 9_000_000_000] {
      let files = [Self.boxes(number, "甲"), Self.boxes(1, "乙"), "丙"]
      let error = #expect(throws: RunError.self) { try Self.pages(files) }
      #expect(error?.message.en.contains("pages") == true)
    }
  }
}
