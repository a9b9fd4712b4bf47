import Testing
import Tieout

@Suite("Papers of which only words and their places are known")
struct WordFormatsRunTests {
  static let styles: [PaperPress.Style] = [
    .init(alignment: .centre, padding: 0.3, leading: 1.35, slope: 0, jitter: 0),
    .init(alignment: .centre, padding: 0.5, leading: 1.5, slope: 0.02, jitter: 0.08),
    .init(alignment: .centre, padding: 0.1, leading: 1.2, slope: 0, jitter: 0.02),
    .init(alignment: .left, padding: 0.3, leading: 1.35, slope: 0, jitter: 0.03),
    .init(alignment: .left, padding: 0.15, leading: 1.3, slope: -0.015, jitter: 0.05),
    .init(alignment: .mixed, padding: 0.3, leading: 1.35, slope: 0.008, jitter: 0.05),
    .init(alignment: .mixed, padding: 0.2, leading: 1.25, slope: 0, jitter: 0.03),
  ]
  static let cases = ["d1", "d2"].flatMap { name in styles.indices.map { (name, $0) } }

  @Test("However the tables are set, hardly a value is lost", arguments: cases)
  func setting(_ name: String, _ style: Int) throws {
    let press = PaperPress(try MadePages(name), Self.styles[style])
    let truth = Truth(made: try Corpus.json("\(name)/truth.json"))
    let outcome = try Outcome(Array(WordOutput.rapidOCR(press).utf8), isCompact: true)
    let comparison = Comparison(outcome, truth)
    #expect(comparison.share >= 9850, "\(comparison.differences.prefix(30))")
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test(
    "By how much each line stands off its place decides nothing",
    arguments: styles.indices.filter { styles[$0].jitter > 0 })
  func jitter(_ style: Int) throws {
    let made = try MadePages("d2")
    let truth = Truth(made: try Corpus.json("d2/truth.json"))
    for seed in UInt64(1)...3 {
      let press = PaperPress(made, Self.styles[style], seed: seed)
      let outcome = try Outcome(Array(WordOutput.rapidOCR(press).utf8), isCompact: true)
      let comparison = Comparison(outcome, truth)
      #expect(comparison.share >= 9900, "\(seed): \(comparison.differences.prefix(30))")
    }
  }

  @Test("Each format with boxes gives what the others give", arguments: WordOutput.all.indices)
  func formats(_ index: Int) throws {
    let output = WordOutput.all[index]
    for name in ["d1", "d2"] {
      let press = PaperPress(try MadePages(name), Self.styles[1])
      let truth = Truth(made: try Corpus.json("\(name)/truth.json"))
      let outcome = try Outcome(Array(output.write(press).utf8), isCompact: true)
      #expect(outcome.submission.document.sources.map(\.format) == [output.format])
      #expect(Comparison(outcome, truth).share >= 9850)
    }
  }

  @Test("A wrong setting of the engine is named page by page")
  func unusable() throws {
    let outcome = try Outcome(Corpus.bytes("d1/tesseract-psm6.tsv"))
    let remarks = outcome.submission.document.remarks.filter {
      $0.message.en.contains("is unusable")
    }
    #expect(remarks.count >= 5)
    // What matters most is said first.
    #expect(outcome.submission.document.remarks.prefix(remarks.count).elementsEqual(remarks))
    for path in ["d1/tesseract.tsv", "d1/rapidocr.json", "d2/tesseract.hocr"] {
      let outcome = try Outcome(Corpus.bytes(path))
      #expect(
        !outcome.submission.document.remarks.contains { $0.message.en.contains("is unusable") })
    }
  }
}
