import Testing
import Tieout

/// A list that is printed in two columns of tables, and two forms on one sheet.
@Suite("Tables that are printed in halves side by side")
struct HalvedPaperTests {
  private func read(_ text: String) throws -> Submission {
    try Tieout.run([Input(name: "x.md", bytes: Array(text.utf8))])
  }

  private func names(_ records: [Record], _ name: FieldName?, _ submission: Submission)
    -> [String]
  {
    records.map { record in record[name].map { submission.text($0) } ?? "" }
  }

  private func form(_ name: String, _ body: String, _ amount: String) -> String {
    """

    # 项目申报表

    | 项目名称 | \(name) |
    |---|---|
    | 申报部门 | \(body) |
    | 申报金额（万元） | \(amount) |
    | 联系人 | 丁一 |

    """
  }

  private let forms = [
    ("政务云扩容", "信息中心", "320"), ("档案数字化", "档案室", "60"), ("安全测评", "信息中心", "28.8"),
    ("机房改造", "后勤处", "95.5"), ("视频会议升级", "办公室", "41.2"),
  ]

  private let register = """
    # 信息化项目汇总表

    单位：万元

    | 序号 | 项目名称 | 申报部门 | 申报金额 | 序号 | 项目名称 | 申报部门 | 申报金额 |
    |---|---|---|---|---|---|---|---|
    | 1 | 政务云扩容 | 信息中心 | 320 | 4 | 机房改造 | 后勤处 | 95.5 |
    | 2 | 档案数字化 | 档案室 | 60 | 5 | 视频会议升级 | 办公室 | 41.2 |
    | 3 | 安全测评 | 信息中心 | 28.8 | | 合计 | | 545.5 |

    """

  @Test("A list goes on beside itself")
  func list() throws {
    let submission = try read(register + forms.map { form($0.0, $0.1, $0.2) }.joined())
    let key = submission.profile.summary.key
    #expect(names(submission.summary.rows, key, submission) == forms.map(\.0))
    #expect(submission.links.count == 5)
    #expect(submission.findings.isEmpty)
    let last = try #require(submission.summary.rows.last)
    #expect(submission.document.line(of: last.at) == 8)
  }

  @Test("A list that goes on across its halves")
  func across() throws {
    let list = """
      # 信息化项目汇总表

      单位：万元

      | 序号 | 项目名称 | 申报金额 | 序号 | 项目名称 | 申报金额 |
      |---|---|---|---|---|---|
      | 1 | 政务云扩容 | 320 | 2 | 档案数字化 | 60 |
      | 3 | 安全测评 | 28.8 | 4 | 机房改造 | 95.5 |
      | 5 | 视频会议升级 | 41.2 | | 合计 | 545.5 |

      """
    let submission = try read(list + forms.map { form($0.0, $0.1, $0.2) }.joined())
    let key = submission.profile.summary.key
    #expect(names(submission.summary.rows, key, submission) == forms.map(\.0))
    #expect(submission.links.count == 5)
    #expect(submission.findings.isEmpty)
    #expect(submission.unplaced().isEmpty)
  }

  @Test("The total below the halves keeps its figure, with blank cells around it or without")
  func totalBelow() throws {
    let text = """
      # 信息化项目汇总表

      单位：万元

      | 序号 | 项目名称 | 申报金额 | 序号 | 项目名称 | 申报金额 |
      |---|---|---|---|---|---|
      | 1 | 政务云扩容 | 320 | 3 | 安全测评 | 28.8 |
      | 2 | 档案数字化 | 60 | 4 | 机房改造 | 95.5 |
      | 合计 | | | | | 504.3 |

      """
    let submission = try read(text + forms.prefix(4).map { form($0.0, $0.1, $0.2) }.joined())
    let amount = submission.profile.summary.amount
    #expect(submission.summary.total?[amount].map { submission.text($0) } == "504.3")
    #expect(submission.links.count == 4)
    #expect(submission.findings.isEmpty)
  }

  @Test("An error in the second half is found")
  func wrong() throws {
    let wrong = forms.map { form($0.0, $0.1, $0.0 == "机房改造" ? "96.5" : $0.2) }.joined()
    let submission = try read(register + wrong)
    let errors = submission.findings.filter { $0.severity == .error }
    #expect(errors.contains { $0.records == ["summary/4", "detail/4"] })
  }

  @Test("Two forms stand on one sheet")
  func forms2() throws {
    let text = """
      # 项目支出汇总表

      | 序号 | 项目名称 | 实施单位 | 预算金额（万元） |
      |---|---|---|---|
      | 1 | 绿化提升 | 园林处 | 120.5 |
      | 2 | 路灯改造 | 市政处 | 80 |
      | 3 | 公厕翻新 | 环卫处 | 30 |
      | 4 | 步道修补 | 市政处 | 12 |
      | 合计 | | | 242.5 |

      | 项目名称 | 绿化提升 | 项目名称 | 路灯改造 |
      |---|---|---|---|
      | 实施单位 | 园林处 | 实施单位 | 市政处 |
      | 预算金额（万元） | 120.5 | 预算金额（万元） | 81 |
      | 负责人 | 钱一 | 负责人 | 孙二 |

      | 项目名称 | 公厕翻新 | 项目名称 | 步道修补 |
      |---|---|---|---|
      | 实施单位 | 环卫处 | 实施单位 | 市政处 |
      | 预算金额（万元） | 30 | 预算金额（万元） | 12 |
      | 负责人 | 李三 | 负责人 | 周四 |
      """
    let submission = try read(text)
    #expect(
      names(submission.details, submission.profile.detail.key, submission)
        == ["绿化提升", "路灯改造", "公厕翻新", "步道修补"])
    #expect(submission.links.count == 4)
    #expect(submission.unplaced().isEmpty)
    #expect(submission.findings.contains { $0.records == ["summary/2", "detail/2"] })
  }

  @Test(
    "What only looks like halves stays one table",
    arguments: [
      // Before and after, of one project.
      "| 项目 | 调整前 | 项目 | 调整后 |\n|---|---|---|---|\n| 甲 | 1 | 甲 | 2 |\n| 乙 | 3 | 乙 | 4 |",
      // The numbers of the second half are others'.
      "| 序号 | 金额 | 序号 | 金额 |\n|---|---|---|---|\n| 1 | 5 | 1 | 6 |\n| 2 | 7 | 2 | 8 |",
      // Labels that stand twice in one row alone.
      "| 姓名 | 甲 | 姓名 | 乙 |\n|---|---|---|---|\n| 年龄 | 40 | 电话 | 8001 |\n| 地址 | 某路 | 邮编 | 1 |",
    ])
  func alone(_ table: String) throws {
    let document = try Tieout.run([Input(name: "x.md", bytes: Array(table.utf8))]).document
    #expect(document.blocks.count { $0.kind == .table } == 1)
  }
}
