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

  @Test("A row that could not be read is unsurely the one form left over at its place")
  func unread() throws {
    let press = PaperPress(try MadePages("d1"), WordFormatsRunTests.styles[0])
    var file = WordOutput.rapidOCR(press)
    for word in ["公务用车运行维护费", "桐汀县机关事务服务中心", "桐汀县机关事务服务中心", "824.14"] {
      file = file.replacing(
        "\"text\":\"\(word)\",\"score\":0.99", with: "\"text\":\"TERED\",\"score\":0.05",
        maxReplacements: 1)
    }
    let outcome = try Outcome(Array(file.utf8), isCompact: true)
    let plain = try Self.outcome("nothing of the paper", score: "0.99")
    #expect(outcome.findings("CP01").count == plain.findings("CP01").count)
    #expect(outcome.links.count == plain.links.count)
    #expect(outcome.findings("NM02").contains { $0.records.first?.contains("summary/5") == true })
  }

  @Test(
    "An amount that lost its point is read with it where the engine was hardly sure of it",
    arguments: [("0.41", true), ("0.98", false)])
  func lostPoint(_ score: String, _ isRead: Bool) throws {
    let press = PaperPress(try MadePages("d1"), WordFormatsRunTests.styles[0])
    // With another amount that cannot be read nothing adds up.
    let file = WordOutput.rapidOCR(press)
      .replacing(
        "\"text\":\"1455.38\",\"score\":0.99", with: "\"text\":\"145538\",\"score\":\(score)",
        maxReplacements: 1
      )
      .replacing("\"text\":\"824.14\"", with: "\"text\":\"TERED\"", maxReplacements: 1)
    let outcome = try Outcome(Array(file.utf8), isCompact: true)
    #expect(outcome.rows.first?["fields"]["amount"].string == (isRead ? "1455.38" : "145538"))
    let repairs = outcome.submission.repairs.filter { $0.before == ["145538"] }
    #expect(repairs.map(\.state) == (isRead ? [.likely] : []))
    #expect(repairs.allSatisfy { $0.rule == "ST06" && $0.evidence[0].en.contains("its point") })
    // A power of ten apart they are a matter of the unit, as far as the paper shows.
    #expect(outcome.findings("UN01").contains { $0.records.contains("summary/1") } != isRead)
  }

  @Test("A head that could not be read takes no value from the other heads of a form")
  func unreadHead() throws {
    let press = PaperPress(try MadePages("d2"), WordFormatsRunTests.styles[0])
    let file = WordOutput.rapidOCR(press)
    let plain = try Outcome(Array(file.utf8), isCompact: true)
    let spoilt = try Outcome(
      Array(file.replacing("\"text\":\"负责人\"", with: "\"text\":\"“4 1\"").utf8),
      isCompact: true)
    func values(_ outcome: Outcome, _ name: String) -> [String?] {
      outcome.details.map { $0["fields"][name]["value"].string ?? $0["fields"][name].string }
    }
    for name in ["project", "department", "total", "head_phone"] {
      #expect(values(spoilt, name) == values(plain, name), "\(name)")
      #expect(values(spoilt, name).contains { $0 != nil })
    }
  }
}
