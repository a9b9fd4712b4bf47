import Testing
import Tieout

/// Of the heads under one of several columns one gives the figure that the head above names.
@Suite("Heads under a head of several columns")
struct HeadsUnderHeadsTests {
  private let names = ["水闸加固", "渠道清淤"]

  /// A paper with two forms; their indicators and the table of projects are given.
  private func paper(summary: [String], indicators: [String]) -> [String] {
    ["2025年项目支出绩效目标汇总表", "", "单位：万元", ""] + summary
      + names.enumerated().flatMap { place, name in
        [
          "", "项目支出绩效目标表", "", "项目名称\t\(name)", "主管部门\t县水利局",
          "预算金额\t\((place + 1) * 30)", "年度目标\t完成\(name)。", "",
        ] + indicators
      }
  }

  private let plainSummary = [
    "序号\t项目名称\t主管部门\t金额", "1\t水闸加固\t县水利局\t30", "2\t渠道清淤\t县水利局\t60", "合计\t\t\t90",
  ]
  private let plainIndicators = ["一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t处理量\t≥3万吨"]

  private func drawn(_ rows: [String]) -> [String] { ["<table>" + rows.joined() + "</table>"] }

  private func row(_ cells: [String]) -> String {
    "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
  }

  private func outcome(_ lines: [String], isDrawn: Bool) throws -> Outcome {
    try Outcome(
      Array(lines.joined(separator: "\n").utf8), name: isDrawn ? "x.md" : "x.txt", isCompact: true)
  }

  /// The indicators' names, targets and units, of both forms.
  private func indicators(_ outcome: Outcome) -> [[String?]] {
    outcome.details.flatMap { $0["groups"]["indicators"].items }.map {
      [$0["name"].string, $0["target"].string, $0["unit"].string]
    }
  }

  @Test(
    "The target is what the form's own year is to bring",
    arguments: [
      ["前年", "上年", "预计当年实现"], ["2023年", "2024年", "2025年"], ["上年度", "往年平均", "本年度"],
      ["2023年实际", "2024年实际", "2025年计划"], ["年初", "追加", "调整后"],
    ], ["blanks", "no blanks", "spans"])
  func targets(_ words: [String], _ print: String) throws {
    let entries = [
      ["产出指标", "数量指标", "处理量", "2万吨", "2.5万吨", "≥3万吨"],
      ["满意度指标", "服务对象满意度指标", "群众满意度", "88%", "89%", "≥90%"],
    ]
    let heads = ["一级指标", "二级指标", "三级指标"]
    let table: [String]
    switch print {
    case "blanks":
      table =
        [heads + ["指标值", "", ""], ["", "", ""] + words].map { $0.joined(separator: "\t") }
        + entries.map { $0.joined(separator: "\t") }
    case "no blanks":
      table = ([heads + ["指标值"], words] + entries).map { $0.joined(separator: "\t") }
    default:
      let first =
        "<tr>" + heads.map { "<td rowspan=2>\($0)</td>" }.joined() + "<td colspan=3>指标值</td></tr>"
      table = drawn([first, row(words)] + entries.map(row))
    }
    let outcome = try outcome(
      paper(summary: plainSummary, indicators: table), isDrawn: print == "spans")
    let expected = [["处理量", "3", "万吨"], ["群众满意度", "90", "%"]]
    #expect(indicators(outcome) == expected + expected)
    #expect(outcome.submission.repairs.isEmpty)
    #expect(["ST05", "AG03", "FT01"].allSatisfy { outcome.findings($0).isEmpty })
  }

  @Test("Where nothing tells which of them is the target, none is taken for it, and no cell moves")
  func untold() throws {
    let table = [
      "一级指标\t二级指标\t三级指标\t指标值\t", "\t\t\t甲方案\t乙方案", "产出指标\t数量指标\t处理量\t≥2万吨\t≥3万吨",
    ]
    let outcome = try outcome(paper(summary: plainSummary, indicators: table), isDrawn: false)
    #expect(indicators(outcome) == [["处理量", nil, nil], ["处理量", nil, nil]])
    #expect(outcome.submission.repairs.isEmpty)
  }

  @Test(
    "The amount is what is named a total, wherever it stands, and else that of the last year",
    arguments: [
      (["小计", "2024年", "2025年"], 0), (["2024年", "2025年", "小计"], 2), (["2024年", "合计", "2025年"], 1),
      (["2023年", "2024年", "2025年"], 2),
    ])
  func amounts(_ words: [String], _ meant: Int) throws {
    let amounts = [["30", "60", "90"], ["10", "20", "30"], ["20", "40", "60"]]
    let columns = [[0, 1, 2], [1, 0, 2], [1, 2, 0]][meant]
    let table = drawn(
      [
        "<tr>" + ["序号", "项目名称", "主管部门"].map { "<td rowspan=2>\($0)</td>" }.joined()
          + "<td colspan=3>预算资金（万元）</td></tr>", row(words),
      ]
        + [["1", "水闸加固", "县水利局"], ["2", "渠道清淤", "县水利局"], ["合计", "", ""]].enumerated().map {
          place, cells in row(cells + columns.map { amounts[$0][place] })
        })
    let outcome = try outcome(
      paper(summary: table, indicators: plainIndicators), isDrawn: true)
    #expect(outcome.rows.map { $0["fields"]["project"].string } == names)
    #expect(outcome.rows.map { $0["fields"]["amount"].string } == ["30", "60"])
    #expect(["ST05", "FT01", "AG01"].allSatisfy { outcome.findings($0).isEmpty })
  }

  @Test(
    "Between heads that span both rows all words are heads", arguments: ["1-6月", "65岁以上", "第3批"])
  func whatever(_ word: String) throws {
    let table = drawn(
      [
        "<tr>" + ["序号", "项目名称", "主管部门", "金额"].map { "<td rowspan=2>\($0)</td>" }.joined()
          + "<td colspan=2>其中</td></tr>", row([word, "其余"]),
      ]
        + [
          ["1", "水闸加固", "县水利局", "30", "", "30"], ["2", "渠道清淤", "县水利局", "60", "20", "40"],
          ["合计", "", "", "90", "20", "70"],
        ].map(row))
    let outcome = try outcome(paper(summary: table, indicators: plainIndicators), isDrawn: true)
    #expect(outcome.rows.map { $0["fields"]["project"].string } == names)
    #expect(outcome.rows.map { $0["fields"]["amount"].string } == ["30", "60"])
    #expect(outcome.submission.repairs.isEmpty)
  }

  @Test("Where blanks are lost, words stand under the head that names nothing by itself")
  func parts() throws {
    let table = [
      "序号\t项目名称\t主管部门\t金额\t其中\t备注", "省级补助\t市县配套", "1\t水闸加固\t县水利局\t30\t10\t20\t",
      "2\t渠道清淤\t县水利局\t60\t20\t40\t", "合计\t\t\t90\t30\t60\t",
    ]
    let outcome = try outcome(paper(summary: table, indicators: plainIndicators), isDrawn: false)
    #expect(outcome.rows.map { $0["fields"]["amount"].string } == ["30", "60"])
    #expect(outcome.rows.map { $0["fields"]["superior"].string } == ["10", "20"])
    #expect(outcome.submission.repairs.isEmpty)
  }

  @Test("A short row of words is no row of heads where nothing above could stand over it")
  func noParent() throws {
    let table = ["一级指标\t二级指标\t三级指标", "数量\t质量", "产出指标\t数量指标\t处理量\t3"]
    let outcome = try outcome(paper(summary: plainSummary, indicators: table), isDrawn: false)
    #expect(outcome.details.count == 2)
    #expect(outcome.submission.document.cells.allSatisfy { $0.columnSpan == 1 })
  }
}
