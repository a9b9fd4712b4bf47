import Testing
import Tieout

@Suite("A document written and read again")
struct RoundTripTests {
  private static let files = ["vlm-n0.txt", "md-pipe-n2.md", "md-html-mineru-n1.md"]
  static let cases = ["d1", "d2"].flatMap { folder in
    files.flatMap { file in ["text", "markdown", "html"].map { (folder, file, $0) } }
  }

  @Test("Whatever it is written as, it gives the same records", arguments: cases)
  func records(_ folder: String, _ file: String, _ format: String) throws {
    let bytes = try Corpus.bytes("\(folder)/\(file)")
    let document = try rebuild([Input(name: file, bytes: bytes)], Options())
    let writer = try #require(Registry.documentWriters.first { $0.format == format })
    var written: [UInt8] = []
    writer.write(document, into: &written)
    let truth = Truth(made: try Corpus.json("\(folder)/truth.json"))
    let before = Comparison(try Outcome(bytes, isCompact: true), truth)
    let after = Comparison(try Outcome(written, isCompact: true), truth)
    #expect(after.share >= before.share, "\(after.differences.prefix(20))")
  }
}
