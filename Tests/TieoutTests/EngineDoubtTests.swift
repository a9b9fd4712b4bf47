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

  @Test(
    "A digit that looks like the right one is the engine's where it was hardly sure of it",
    arguments: [("0.41", Attribution.ocr), ("0.98", .undetermined)])
  func lookAlike(_ score: String, _ attribution: Attribution) throws {
    let press = PaperPress(try MadePages("d1"), WordFormatsRunTests.styles[0])
    // With another amount that cannot be read nothing adds up, and proves the digit.
    let file = WordOutput.rapidOCR(press)
      .replacing(
        "\"text\":\"1455.38\",\"score\":0.99", with: "\"text\":\"1455.88\",\"score\":\(score)",
        maxReplacements: 1
      )
      .replacing("\"text\":\"824.14\"", with: "\"text\":\"TERED\"", maxReplacements: 1)
    let findings = try Outcome(Array(file.utf8), isCompact: true).findings("AG01")
    let finding = try #require(findings.first { $0.diagnosis == [.lookAlike] })
    #expect(finding.attribution == attribution)
    #expect(finding.message.en.contains("The engine was sure to 41%") == (score == "0.41"))
  }

  @Test("Where nothing was recognised, no digit was misread", arguments: [",", "\t"])
  func typed(_ separator: String) throws {
    func line(_ cells: String...) -> String { cells.joined(separator: separator) }
    var lines = [
      line("序号", "项目名称", "预算单位", "金额（元）"), line("1", "河道保洁", "区水务局", "323"),
      line("2", "泵站电费", "区电力局", "500"), line("", "合计", "", "828"),
    ]
    for (name, body, amount) in [("河道保洁", "区水务局", "328"), ("泵站电费", "区电力局", "500")] {
      lines += [
        "", line("项目支出绩效目标表", "", "", ""), line("项目名称", name, "预算单位", body),
        line("资金总额（元）", amount, "项目负责人", "王安"),
      ]
    }
    let name = separator == "," ? "x.csv" : "x.txt"
    let submission = try Tieout.run([
      Input(name: name, bytes: Array(lines.joined(separator: "\n").utf8))
    ])
    #expect(submission.document.sources.first?.format == (separator == "," ? "csv" : "text"))
    let finding = try #require(submission.findings.first { $0.check == "AG01" })
    #expect(finding.diagnosis == [.lookAlike])
    #expect(finding.suggested?.value == "328")
    #expect(finding.attribution == (separator == "," ? .undetermined : .ocr))
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
