import Testing
import Tieout

@Suite("What an engine was hardly sure of")
struct EngineDoubtTests {
  /// The first made document in boxes, where the summary's words for a unit or a project are rubble
  /// that the engine was sure of by a score.
  private static func outcome(_ word: String, score: String) throws -> Outcome {
    let press = PaperPress(try MadePages("d1"), WordFormatsRunTests.styles[0])
    let file = WordOutput.rapidOCR(press)
      .replacing(
        "\"text\":\"\(word)\",\"score\":0.99", with: "\"text\":\"WT BROS\",\"score\":\(score)",
        maxReplacements: 1)
    return try Outcome(Array(file.utf8), isCompact: true)
  }

  @Test("A unit that differs is a warning where the engine was sure, else for review")
  func severity() throws {
    let sure = try Self.outcome("桐汀县民政局", score: "0.98").findings("NM04")
    let unsure = try Self.outcome("桐汀县民政局", score: "0.21").findings("NM04")
    #expect(sure.contains { $0.severity == .warning })
    #expect(!unsure.isEmpty)
    #expect(unsure.allSatisfy { $0.severity == .review && $0.attribution == .undetermined })
  }

  @Test("Rubble for a name does not part a row from the form with its amount")
  func link() throws {
    let plain = try Self.outcome("nothing of the paper", score: "0.99")
    let unsure = try Self.outcome("城乡低保配套资金", score: "0.05")
    #expect(unsure.rows.last?["fields"]["project"].string == "WT BROS")
    #expect(unsure.links == plain.links)
    #expect(unsure.findings("CP01").count == plain.findings("CP01").count)
  }
}
