import Foundation
import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders

/// Every word that a file of the corpus holds is in the document that is made of it.
///
/// For formats of words with boxes `WordFormatsTests` has the same.
@Suite("No word of the corpus is lost in reading")
struct CorpusConservationTests {
  static let texts = Repository.corpusFiles(".txt")
  static let markdown = Repository.corpusFiles(".md").filter { !$0.hasSuffix("README.md") }

  /// How often each character stands in some texts, white space aside.
  private static func count(_ texts: [String]) -> [Unicode.Scalar: Int] {
    texts.joined().unicodeScalars.filter { !$0.properties.isWhitespace }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private static func characters(_ document: Document) -> [Unicode.Scalar: Int] {
    // Cells of pipes keep their line breaks, which cleaning takes out.
    count(document.cells.map { document.string($0.text).replacing("<br>", with: "") })
  }

  @Test("Plain text", arguments: texts)
  func plain(_ path: String) throws {
    let bytes = try Repository.corpus(path)
    var document = Document()
    try TextReader.read(bytes, name: "x", reason: "test", into: &document)
    let isSame =
      Self.characters(document) == Self.count([String(decoding: bytes, as: UTF8.self)])
    #expect(isSame)
  }

  @Test("Markdown, with what is left of its words without the signs of tables", arguments: markdown)
  func marked(_ path: String) throws {
    let bytes = try Repository.corpus(path)
    let (format, document) = try recognisedDocument(bytes)
    #expect(format == "markdown")
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    let printed = lines.filter { line in line.contains { !"|:- ".contains($0) } }
    let words = printed.map { line in
      line.replacing(#/^#+\s/#, with: "").replacing(#/<[^>]*>/#, with: "").replacing("|", with: "")
        .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
    let (found, wanted) = (Self.characters(document), Self.count(words))
    let lost = wanted.filter { found[$0.key] != $0.value }
    let added = found.filter { wanted[$0.key] != $0.value }
    #expect(lost.isEmpty && added.isEmpty, "\(lost) became \(added)")
  }
}
