import Testing
import Tieout

@Suite("Titles that stand on a page once more")
struct TitlesOnOnePageTests {
  private static let head = ["| 序号 | 项目名称 | 项目单位 | 预算金额（万元） |", "|---|---|---|---|"]
  private static let rows = [
    "| 1 | 古树名木保护 | 园林管理所 | 57.90 |", "| 2 | 河道保洁 | 水务中心 | 88.40 |",
  ]
  private static let total = "| 合计 |  |  | 146.30 |"

  @Test(
    "The summary's title says that it goes on",
    arguments: ["（续表）", "（续）", "续表", "(续)"])
  func goesOn(_ word: String) throws {
    let title = "2025年项目预算汇总表"
    let lines =
      [title, ""] + Self.head + [Self.rows[0], "", title + word, ""] + Self.head
      + [Self.rows[1], Self.total]
    let outcome = try Outcome(lines: lines)
    #expect(outcome.rows.count == 2 && outcome.submission.unplaced().isEmpty)
    #expect(outcome.json["summary"]["fields"]["title"].string == title)
  }

  @Test("A line of other words that says so stays what nobody has read")
  func others() throws {
    let lines =
      ["2025年项目预算汇总表", ""] + Self.head + [Self.rows[0], "", "编制说明（续）", ""] + Self.head
      + [Self.rows[1], Self.total]
    let outcome = try Outcome(lines: lines)
    #expect(outcome.submission.unplaced().count == 1)
  }

  /// A summary and its forms with a row of its own above the second form, which stands in the
  /// table of the first.
  private static func forms(_ row: String) -> [String] {
    ["2025年项目预算汇总表", ""] + head + rows + [total, "", "项目绩效目标表", ""]
      + [
        "| 项目名称 | 古树名木保护 |", "|---|---|", "| 项目单位 | 园林管理所 |", "| 预算金额（万元） | 57.90 |",
        "| 绩效目标 | 保护古树 |", row, "| 项目名称 | 河道保洁 |", "| 项目单位 | 水务中心 |",
        "| 预算金额（万元） | 88.40 |", "| 绩效目标 | 保洁河道 |",
      ]
  }

  @Test(
    "A form's title in a table of two columns begins the form, in the first or in the second",
    arguments: ["| 项目绩效目标表 |  |", "|  | 项目绩效目标表 |"])
  func twoColumns(_ row: String) throws {
    let outcome = try Outcome(lines: Self.forms(row))
    #expect(
      outcome.details.map { $0["fields"]["title"].string } == ["项目绩效目标表", "项目绩效目标表"])
    #expect(outcome.submission.links.count == 2 && outcome.submission.unplaced().isEmpty)
  }

  @Test("A label without its value is no title there")
  func label() throws {
    let outcome = try Outcome(lines: Self.forms("| 项目概况 |  |"))
    #expect(outcome.details.map { $0["fields"]["title"].string } == ["项目绩效目标表", nil])
    #expect(outcome.submission.links.count == 2)
  }
}
