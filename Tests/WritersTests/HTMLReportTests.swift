import Foundation
import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutWriters

@Suite("The report to look at")
struct HTMLReportTests {
  private static func page(
    _ submission: Submission, _ language: Language = .chinese
  ) -> String {
    var options = WriteOptions()
    options.language = language
    var bytes: [UInt8] = []
    HTMLReport.write(submission, options, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands between two pieces of a page.
  private static func part(_ page: String, _ start: String, _ end: String) throws -> String {
    let first = try #require(page.firstRange(of: start))
    let rest = page[first.upperBound...]
    let last = try #require(rest.firstRange(of: end))
    return String(rest[..<last.lowerBound])
  }

  private static func data(_ page: String) throws -> [String: Any] {
    let json = try part(page, "<script id=\"data\" type=\"application/json\">", "</script>")
    return try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test("It is one page in the language that was asked for", arguments: Language.allCases)
  func whole(_ language: Language) {
    let page = Self.page(ReportFixture.submission, language)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(!page.contains("{{"))
    #expect(page == Self.page(ReportFixture.submission, language))
  }

  @Test("Nothing in it is asked of anybody, and its policy names its own style and script")
  func policy() throws {
    let page = Self.page(ReportFixture.submission)
    for word in ["https:", "src=", "@import", "url(", "fetch(", "XMLHttpRequest", "innerHTML"] {
      #expect(!page.contains(word), "\(word)")
    }
    let style = try Self.part(page, "<style>", "</style>")
    let script = try Self.part(page, "<script type=\"module\">", "</script>")
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("style-src '\(Self.hash(style))'"))
    #expect(page.contains("script-src '\(Self.hash(script))'"))
  }

  private static func hash(_ text: String) -> String { contentHash(text.utf8Span.span) }

  @Test("A hash is what browsers expect")
  func hash() {
    #expect(Self.hash("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    for count in 0..<7 {
      let bytes = (0..<count).map { UInt8($0 * 37 % 251) }
      #expect(base64(bytes) == Data(bytes).base64EncodedString())
    }
  }

  @Test("The file stands in it character for character", arguments: HostileTextTests.texts)
  func source(_ bytes: [UInt8]) throws {
    var maker = DocumentMaker()
    maker.source("</script><b>.txt") { $0.copy(bytes) }
    let submission = Submission(
      document: maker.document, profile: Profile(id: "</style>", version: "1"), profileScore: 1)
    let page = Self.page(submission)
    let sources = try #require(try Self.data(page)["sources"] as? [[String: Any]])
    let text = try #require(sources.first?["text"] as? String)
    #expect(
      Array(text.unicodeScalars) == Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))
    #expect(page.components(separatedBy: "<script").count == 3)
    #expect(page.components(separatedBy: "</style>").count == 2)
  }

  @Test("What ends a script in other pages is only text in this one")
  func harmless() throws {
    let text = "</script><script>alert(1)</script><!--\u{2028}<img src=x>"
    var maker = DocumentMaker()
    maker.source("a.txt") { $0.copy(Array(text.utf8)) }
    let page = Self.page(
      Submission(
        document: maker.document, profile: Profile(id: "p", version: "1"), profileScore: 1))
    #expect(!page.contains("alert(1)</"))
    let sources = try #require(try Self.data(page)["sources"] as? [[String: Any]])
    #expect(sources.first?["text"] as? String == text)
  }

  @Test("Each value's place is the characters that it was read from")
  func places() throws {
    let submission = ReportFixture.submission
    let data = try Self.data(Self.page(submission))
    let sources = try #require(data["sources"] as? [[String: Any]])
    let text = Array(try #require(sources.first?["text"] as? String).utf16)
    let rows = try #require(data["rows"] as? [[String: Any]])
    var count = 0
    for (row, record) in zip(rows, submission.summary.rows) {
      let fields = try #require(row["fields"] as? [[Any]])
      for (field, expected) in zip(fields, record.fields) {
        let place = field.dropFirst(5).compactMap { $0 as? Int }
        guard place.count == 2 else { continue }
        let characters = text[place[0]..<place[0] + place[1]]
        let printed = submission.document.string(expected.printed)
        #expect(String(decoding: characters, as: UTF16.self) == printed)
        count += 1
      }
    }
    #expect(count > 2)
  }

  @Test("Browsers count as the index does", arguments: HostileTextTests.texts)
  func index(_ bytes: [UInt8]) {
    // Long enough for several blocks, so that characters run over their borders.
    let long = Array((0..<40).map { _ in Array("资😀a".utf8) + bytes }.joined())
    let index = CharacterIndex(long.span)
    #expect(index.count == String(decoding: long, as: UTF8.self).utf16.count)
    let prefix = Array("资😀a".utf8)
    for part in 0..<40 {
      let offset = part * (prefix.count + bytes.count)
      let units = index.units(before: offset + prefix.count, in: long.span)
      let before = index.units(before: offset, in: long.span)
      #expect(units - before == 4)
    }
  }

  @Test("Between the characters of a value the signs of its format are left out")
  func pieces() {
    let file = Array("<b>12</b>&lt;<i>34</i>".utf8)
    var document = Document()
    document.bytes = Array("12<34".utf8)
    document.text = document.bytes
    let pieces = [
      SourceFile.Piece(text: Slice(0..<2), file: Slice(3..<5), isCopy: true),
      SourceFile.Piece(text: Slice(2..<3), file: Slice(9..<13), isCopy: false),
      SourceFile.Piece(text: Slice(3..<5), file: Slice(16..<18), isCopy: true),
    ]
    document.sources = [
      Document.Source(
        name: "a.html", range: 0..<5, lines: 1, format: "html", reason: "", encoding: "UTF-8",
        file: SourceFile(bytes: file, pieces: pieces, marks: []))
    ]
    let places = SourcePlaces(document)
    var place: [Int] = []
    places.place(of: Slice(1..<5), into: &place)
    #expect(place == [4, 1, 9, 4, 16, 2])
    let isAsInFile = places.reads(Slice(0..<2), like: "12".utf8Span.span)
    #expect(!isAsInFile)
  }

  @Test("An image that lies beside the input stands in the page; what is no image does not")
  func images() throws {
    let file = Array("<b>12</b>".utf8)
    var document = Document()
    document.bytes = Array("12".utf8)
    document.text = document.bytes
    var source = SourceFile(
      bytes: file,
      pieces: [SourceFile.Piece(text: Slice(0..<2), file: Slice(3..<5), mark: 0, isCopy: true)],
      marks: [SourceFile.Mark(box: Box(left: 10, top: 20, right: 30, bottom: 40))])
    source.images = [
      SourceFile.Image(page: 1, name: "a.png", box: Box(left: 0, top: 0, right: 90, bottom: 99)),
      SourceFile.Image(page: 2, name: "b.png"), SourceFile.Image(page: 3, name: "c.png"),
    ]
    document.sources = [
      Document.Source(
        name: "a.hocr", range: 0..<2, lines: 1, format: "hocr", reason: "", encoding: "UTF-8",
        file: source)
    ]
    document.cells = [Document.Cell(text: Slice(0..<2), column: 0)]
    document.rows = [Document.Row(firstCell: 0, cellCount: 1, page: 1)]
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D]
    var options = WriteOptions()
    options.images = ["a.png": png, "b.png": Array("<svg onload=alert(1)>".utf8)]
    var bytes: [UInt8] = []
    HTMLReport.write(
      Submission(document: document, profile: Profile(id: "p", version: "1"), profileScore: 1),
      options, into: &bytes)
    let data = try Self.data(String(decoding: bytes, as: UTF8.self))
    let images = try #require(data["images"] as? [[String: Any]])
    #expect(images.map { $0["page"] as? Int } == [1, 2, 3])
    #expect(images[0]["data"] as? String == "data:image/png;base64," + base64(png))
    #expect(images[1]["data"] == nil && images[2]["data"] == nil)
    #expect(data["boxes"] as? [Int] == [3, 2, 1, 10, 20, 30, 40])
  }
}
