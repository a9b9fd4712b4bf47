import Foundation
import Testing
import Tieout

@Suite("The same document as many engines write it")
struct EngineFormatsTests {
  /// A made document and one way of writing it.
  static let cases = ["d1", "d2"].flatMap { name in
    EngineOutput.all.indices.map { (name, $0) }
  }

  @Test("Each format gives the records that the plain text gives", arguments: cases)
  func records(_ name: String, _ index: Int) throws {
    let output = EngineOutput.all[index]
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

  @Test("Cut off anywhere, what stands before is read, or the refusal says why", arguments: cases)
  func cutOff(_ name: String, _ index: Int) throws {
    let bytes = try EngineOutput.all[index].write(MadePages(name))
    for tenth in [3, 7] {
      let piece = Array(bytes.prefix(bytes.count * tenth / 10))
      do {
        let submission = try Tieout.run([Input(name: "x", bytes: piece)])
        #expect(submission.ledgerTotals().balances)
      } catch {
        #expect(!error.message.en.isEmpty)
      }
    }
  }
}
