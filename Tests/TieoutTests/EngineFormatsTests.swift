import Foundation
import Testing
import Tieout

@Suite("The same document as many engines write it")
struct EngineFormatsTests {
  /// A made document and one way of writing it.
  static let cases = ["d1", "d2"].flatMap { name in
    EngineOutput.all.indices.map { (name, $0) }
  }

  /// The same, with what models write as text.
  static let withModels = ["d1", "d2"].flatMap { name in
    EngineOutput.withModels.indices.map { (name, $0) }
  }

  @Test("Each format gives the records that the plain text gives", arguments: withModels)
  func records(_ name: String, _ index: Int) throws {
    let output = EngineOutput.withModels[index]
    let made = try MadePages(name)
    let truth = Truth(made: try Corpus.json("\(name)/truth.json"))
    let outcome = try Outcome(output.write(made), name: "x", isCompact: true)
    let plain = try Outcome(Corpus.bytes("\(name)/vlm-n0.txt"), isCompact: true)
    #expect(outcome.submission.document.sources.map(\.format) == [output.format])
    let comparison = Comparison(outcome, truth)
    #expect(
      comparison.share >= Comparison(plain, truth).share, "\(comparison.differences.prefix(20))")
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test("No character of a word is lost, and none comes twice", arguments: withModels)
  func conservation(_ name: String, _ index: Int) throws {
    let output = EngineOutput.withModels[index]
    let made = try MadePages(name)
    let document = try document(output.write(made), output.format)
    #expect(Self.characters(document) == Self.characters(made))
  }

  @Test("The same holds where only boxes are told", arguments: WordOutput.all.indices)
  func conservationInBoxes(_ index: Int) throws {
    let output = WordOutput.all[index]
    let press = PaperPress(try MadePages("d2"), WordFormatsRunTests.styles[0])
    let document = try document(Array(output.write(press).utf8), output.format)
    #expect(
      Self.characters(document) == Self.count(press.pages.joined().map(\.text)))
  }

  private func document(_ bytes: [UInt8], _ format: String) throws -> Document {
    let reader = try #require(Registry.readers.first { $0.recognise(bytes, name: "x") != nil })
    #expect(reader.format == format)
    var document = Document()
    try reader.read(bytes, name: "x", reason: "test", into: &document)
    return document
  }

  private static func characters(_ document: Document) -> [Unicode.Scalar: Int] {
    count(document.cells.map { document.string($0.text) })
  }

  private static func characters(_ made: MadePages) -> [Unicode.Scalar: Int] {
    count(
      made.pages.joined().flatMap { block in
        switch block {
        case .line(let text): [text]
        case .table(let rows): rows.joined().map(\.text)
        }
      })
  }

  /// How often each character stands in texts, white space aside.
  private static func count(_ texts: [String]) -> [Unicode.Scalar: Int] {
    texts.joined().unicodeScalars.filter { !$0.properties.isWhitespace }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test("Cut off anywhere, what stands before is read, or the refusal says why", arguments: cases)
  func cutOff(_ name: String, _ index: Int) throws {
    let output = EngineOutput.all[index]
    let bytes = try output.write(MadePages(name))
    for tenth in 1...10 {
      let piece = Array(bytes.prefix(bytes.count * tenth / 11))
      guard Registry.readers.contains(where: { $0.recognise(piece, name: "x") != nil }) else {
        let error = #expect(throws: RunError.self) {
          try rebuild([Input(name: "x", bytes: piece)])
        }
        #expect(error?.message.en.contains("cut off") == true)
        continue
      }
      var document = try document(piece, output.format)
      #expect(!document.rows.isEmpty)
      // Pieces of HTML, and records, may be cut between two of them, where nothing shows.
      #expect(["html", "csv"].contains(output.format) || !document.remarks.isEmpty)
      guard tenth == 7 else { continue }
      document = try rebuild([Input(name: "x", bytes: piece)])
      #expect(!document.rows.isEmpty)
    }
  }
}
