import Testing
import Tieout

/// A dash says that there is no amount; that is no damage, and no doubt where the total agrees.
@Suite("Amounts that are stated to be none")
struct StatedAbsencesTests {
  /// A summary of three projects and their forms; one amount of each side is given.
  private func paper(_ row: String, _ form: String, total: String = "244.30") throws -> Outcome {
    let forms = [("古树名木保护", "57.90"), ("河道保洁", form), ("路灯改造", "186.40")].flatMap {
      ["", "## 项目绩效目标表", "", "| 项目名称 | \($0) |", "|---|---|", "| 预算金额（万元） | \($1) |"]
    }
    return try Outcome(
      lines: [
        "## 2025年度项目预算汇总表", "", "| 序号 | 项目名称 | 预算金额（万元） |", "|---|---|---|",
        "| 1 | 古树名木保护 | 57.90 |", "| 2 | 河道保洁 | \(row) |", "| 3 | 路灯改造 | 186.40 |",
        "| 合计 |  | \(total) |",
      ] + forms)
  }

  private func checks(_ outcome: Outcome) -> [String] {
    outcome.submission.findings.map(\.check).filter { ["FT01", "FT02", "AG01"].contains($0) }
      .sorted()
  }

  @Test("Both sides state none: they agree, and the others add up", arguments: ["—", "/", "无"])
  func both(_ sign: String) throws {
    let outcome = try paper(sign, sign)
    #expect(checks(outcome).isEmpty)
    #expect(outcome.findings("ST06").isEmpty)
  }

  @Test("Where the others do not add up, it stays open what is missing")
  func total() throws {
    let outcome = try paper("—", "—", total: "332.70")
    #expect(checks(outcome) == ["FT01", "FT02"])
    #expect(outcome.submission.findings.allSatisfy { $0.verdict == .open })
    #expect(outcome.findings("FT01")[0].message.zh.contains("88.40"))
  }

  @Test("None against an amount is open, and is not called unreadable")
  func against() throws {
    let outcome = try paper("—", "88.40", total: "332.70")
    let finding = try #require(outcome.findings("AG01").first)
    #expect(finding.verdict == .open)
    #expect(finding.message.en.contains("“—” (line 6), states none"))
    #expect(!finding.message.en.contains("unreadable"))
  }

  @Test("A blank is noted as before, and what is damaged stays open")
  func others() throws {
    #expect(try checks(paper("", "")) == ["AG01", "FT01", "FT02"])
    #expect(try paper("", "").findings("FT01")[0].verdict == .exact)
    #expect(try checks(paper("■■", "—")) == ["AG01", "FT01"])
  }
}
