import Foundation
import Testing
import Tieout

/// What `convert` hands over: nothing of what was read may be missing from it.
@Suite("A document written as something else")
struct ConversionTests {
  private static let all = ["d1", "d2", "d3"].flatMap { folder in
    [
      "vlm-n3.txt", "md-pipe-n2.md", "md-html-paddlevl-n2.md", "rapidtable.md", "rapidocr.json",
      "tesseract.tsv", "tesseract.txt",
    ].map { "\(folder)/\($0)" }
  }

  /// The document that a file of the corpus becomes, and what a writer makes of it.
  private static func written(
    _ path: String, as format: String
  ) throws -> (document: Document, bytes: [UInt8]) {
    let document = try rebuild([Input(name: path, bytes: Corpus.bytes(path))])
    let writer = try #require(Registry.documentWriters.first { $0.format == format })
    var bytes: [UInt8] = []
    writer.write(document, into: &bytes)
    return (document, bytes)
  }

  /// How often each character stands in the cells of a document, white space aside.
  private static func characters(_ document: Document) -> [Unicode.Scalar: Int] {
    count(document.cells.map { document.string($0.text) })
  }

  private static func count(_ texts: [String]) -> [Unicode.Scalar: Int] {
    texts.joined().unicodeScalars.filter { !$0.properties.isWhitespace }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test("Read back, it has every character", arguments: all, ["text", "markdown", "html"])
  func characters(_ path: String, _ format: String) throws {
    let (document, bytes) = try Self.written(path, as: format)
    var options = Options()
    options.format = format
    let again = try rebuild([Input(name: "x", bytes: bytes)], options)
    let (before, after) = (Self.characters(document), Self.characters(again))
    let lost = before.filter { after[$0.key] != $0.value }
    let added = after.filter { before[$0.key] != $0.value }
    let isSame = before == after
    #expect(isSame, "\(lost) became \(added)")
  }

  @Test("As JSON, it has every character, and each says where it stands", arguments: all)
  func json(_ path: String) throws {
    let (document, bytes) = try Self.written(path, as: "json")
    let json = JSON(bytes)
    #expect(json["schema"].string == "tieout-document/1")
    let lines = json["blocks"].items.flatMap { block in
      block["lines"].items + block["rows"].items.flatMap { $0["cells"].items }
    }
    #expect(Self.count(lines.compactMap { $0["text"].string }) == Self.characters(document))
    #expect(lines.allSatisfy { $0["at"]["line"].integer != nil })
  }

  @Test("Plain text comes back row by row and cell by cell", arguments: Corpus.texts)
  func text(_ path: String) throws {
    let reader = try #require(Registry.readers.first { $0.format == "text" })
    var document = Document()
    try reader.read(Corpus.bytes(path), name: "x", reason: "", into: &document)
    var written: [UInt8] = []
    TextDocument.write(document, into: &written)
    var again = Document()
    try reader.read(written, name: "x", reason: "", into: &again)
    #expect(Self.rows(document) == Self.rows(again))
  }

  @Test(
    "Cleaned, written as text and read again, it is word for word the same", arguments: Corpus.texts
  )
  func again(_ path: String) throws {
    var options = Options()
    options.format = "text"
    let document = try rebuild([Input(name: "x", bytes: Corpus.bytes(path))], options)
    var written: [UInt8] = []
    TextDocument.write(document, into: &written)
    let again = try rebuild([Input(name: "x", bytes: written)], options)
    var twice: [UInt8] = []
    TextDocument.write(again, into: &twice)
    let isSame = written == twice
    #expect(isSame)
  }

  @Test("A name keeps its distance from the day behind it")
  func days() throws {
    for (line, wanted) in [
      ("请阅示。  曹某某 12/3", "曹某某 12/3"), ("秦某 2024年3月1日", "秦某 2024年3月1日"),
      ("共计 1062 万元", "共计1062万元"), ("日期： 2024-03-01", "日期：2024-03-01"),
    ] {
      let document = try rebuild([Input(name: "x", bytes: Array("\(line)\n".utf8))])
      var written: [UInt8] = []
      TextDocument.write(document, into: &written)
      let text = String(decoding: written, as: UTF8.self)
      #expect(text.contains(wanted), "\(text)")
    }
  }

  private static func rows(_ document: Document) -> [[String]] {
    document.rows.map { row in
      var texts = row.cells.map { document.string(document.cells[$0].text) }
      // Empty cells behind the last one are none.
      while texts.last == "" { texts.removeLast() }
      return texts
    }
  }
}
