import Testing
import Tieout

/// A column may name the unit of each row's money.
@Suite("Units of money in a column of their own")
struct RowUnitsTests {
  private func lines(
    _ amount: String, _ head: String, _ units: [String], caption: String = ""
  ) -> [String] {
    let forms = [("古树名木保护", "57.90"), ("河道保洁", "88.40"), ("路灯改造", "186.40")].flatMap {
      [
        "", "## 项目绩效目标表", "", "| 项目名称 | \($0) |", "|---|---|", "| 项目单位 | 市政管理处 |",
        "| 预算金额（万元） | \($1) |",
      ]
    }
    return [
      "## 2025年度项目预算汇总表", "", caption, "", "| 序号 | 项目名称 | 项目单位 | \(amount) | \(head) |",
      "|---|---|---|---|---|", "| 1 | 古树名木保护 | 市政管理处 | 579,000 | \(units[0]) |",
      "| 2 | 河道保洁 | 市政管理处 | 88.40 | \(units[1]) |", "| 3 | 路灯改造 | 市政管理处 | 186.40 | \(units[2]) |",
      "| 合计 |  |  | 332.70 | \(units[3]) |",
    ] + forms
  }

  @Test("Whatever heads it", arguments: ["金额单位", "计量单位", "单位", "货币单位"])
  func heads(_ head: String) throws {
    let outcome = try Outcome(lines: lines("预算金额", head, ["元", "万元", "万元", "万元"]))
    #expect(outcome.submission.findings.isEmpty)
    #expect(outcome.links.count == 3)
  }

  @Test("It is nearer than the caption")
  func caption() throws {
    let outcome = try Outcome(
      lines: lines("预算金额", "计量单位", ["元", "万元", "万元", "万元"], caption: "单位：万元"))
    #expect(outcome.submission.findings.isEmpty)
  }

  @Test("What a cell leaves out the others say, where they say one thing and no caption another")
  func blanks() throws {
    let units = ["万元", "", "", ""]
    let rows = lines("预算金额", "计量单位", units).map { $0.replacing("579,000", with: "57.90") }
    #expect(try Outcome(lines: rows).submission.findings.isEmpty)
    let yuan = rows.map { line in
      line.hasPrefix("| ") && !line.contains("（万元）")
        ? line.replacing("57.90", with: "579,000").replacing("88.40", with: "884,000")
          .replacing("186.40", with: "1,864,000").replacing("332.70", with: "3,327,000")
          .replacing("万元", with: "元") : line
    }
    #expect(try Outcome(lines: yuan).submission.findings.isEmpty)
  }

  @Test("So it is where no profile is known", arguments: ["金额单位", "计量单位"])
  func generic(_ head: String) throws {
    var options = Options()
    options.isGeneric = true
    let text = lines("预算金额", head, ["元", "万元", "万元", "万元"]).joined(separator: "\n")
    let submission = try Tieout.run([Input(name: "x.md", bytes: Array(text.utf8))], options)
    #expect(submission.findings.isEmpty)
    #expect(submission.links.count == 3)
  }

  @Test("The head of the amounts says otherwise: it is not overruled")
  func headed() throws {
    let outcome = try Outcome(lines: lines("预算金额（万元）", "计量单位", ["元", "万元", "万元", "万元"]))
    #expect(outcome.findings("UN01").count == 1)
  }

  @Test("Nor is the unit of other figures")
  func otherFigures() throws {
    let rows = lines("预算金额 | 补助标准", "标准单位", ["元", "元", "元", "元"], caption: "单位：万元")
      .map { line in
        line.replacing("579,000 |", with: "57.90 | 500 |").replacing(
          "88.40 | 元", with: "88.40 | 500 | 元"
        )
        .replacing("186.40 | 元", with: "186.40 | 500 | 元")
        .replacing("332.70 | 元", with: "332.70 |  | 元")
        .replacing("|---|---|---|---|---|", with: "|---|---|---|---|---|---|")
      }
    let outcome = try Outcome(lines: rows)
    #expect(outcome.findings("UN01").isEmpty && outcome.findings("FT01").isEmpty)
  }

  @Test("What is counted besides money is no unit of it")
  func counters() throws {
    let outcome = try Outcome(lines: lines("预算金额", "计量单位", ["元", "台", "套", ""]))
    #expect(outcome.findings("UN01").count == 1)
  }
}
