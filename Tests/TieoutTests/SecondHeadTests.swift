import Testing
import Tieout

/// Heads of two rows: words of the second stand under words of the first that span several columns.
@Suite("A second row of heads")
struct SecondHeadTests {
  /// A summary whose third and fourth columns of money stand under 其中, and its forms.
  private func lines(_ second: String, rows: [String]) -> [String] {
    ["2024年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t资金总额\t其中\t\t备注", second]
      + rows + forms(["水闸加固", "渠道清淤"])
  }

  private func forms(_ names: [String]) -> [String] {
    names.enumerated().flatMap { place, name in
      [
        "", "项目支出绩效目标表", "", "项目名称\t\(name)", "项目单位\t第\(place)水管站", "预算金额\t\((place + 1) * 30)",
        "一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t完成长度\t≥\(place + 3)公里",
      ]
    }
  }

  private let rows = [
    "1\t水闸加固\t第0水管站\t30\t20\t10\t", "2\t渠道清淤\t第1水管站\t60\t60\t0\t", "合计\t\t\t90\t80\t10\t",
  ]

  @Test(
    "It is no project, whether its words are known or not",
    arguments: ["\t\t\t\t省级补助\t乡镇自筹部分\t", "\t\t\t\t引黄专款\t乡镇自筹部分\t", "\t\t\t\t2024年安排\t2023年结存\t"])
  func unknownWords(_ second: String) throws {
    let outcome = try Outcome(lines: lines(second, rows: rows))
    #expect(outcome.rows.map { $0["fields"]["project"].value } == ["水闸加固", "渠道清淤"])
    #expect(outcome.rows.map { $0["fields"]["amount"].value } == ["30", "60"])
    #expect(outcome.links.count == 2)
    #expect(outcome.submission.repairs.isEmpty)
    #expect(["CP01", "ST05", "FT04", "AG01"].allSatisfy { outcome.findings($0).isEmpty })
  }

  @Test(
    "A row of entries below the heads stays one",
    arguments: [
      // It names a project.
      ("\t水库除险\t第2水管站\t\t待定\t待定\t", "水库除险"),
      // It has a figure.
      ("\t水库除险\t\t\t5\t\t", "水库除险"),
    ])
  func entry(_ second: String, _ name: String) throws {
    let outcome = try Outcome(lines: lines(second, rows: rows))
    #expect(outcome.rows.count == 3)
    #expect(outcome.rows.first?["fields"]["project"].value == name)
  }

  @Test("Without the blanks of what spans both rows its words stand under the head of several")
  func inFront() throws {
    let head = "主管部门\t序号\t项目名称\t项目单位\t资金总额\t\t\t备注"
    let paper =
      ["2024年项目支出绩效目标汇总表", "", "单位：万元", "", head, "合计\t财政拨款\t其他资金\t"]
      + ["水利局\t1\t水闸加固\t第0水管站\t30\t20\t10\t", "水利局\t2\t渠道清淤\t第1水管站\t60\t60\t0\t"]
      + ["总计\t\t\t\t90\t80\t10\t"] + forms(["水闸加固", "渠道清淤"])
    let outcome = try Outcome(lines: paper)
    #expect(outcome.rows.map { $0["fields"]["amount"].value } == ["30", "60"])
    #expect(outcome.rows.map { $0["fields"]["fiscal"].value } == ["20", "60"])
    #expect(outcome.rows.map { $0["fields"]["other"].value } == ["10", "0"])
    #expect(outcome.links.count == 2)
  }

  @Test(
    "Heads of several that no profile knows, each over the same words", arguments: [false, true])
  func generic(_ isDrawn: Bool) throws {
    let names = ["信息系", "机电系", "图书馆", "后勤处"]
    func table(_ rows: [[String]], below heads: String = "") -> [String] {
      guard isDrawn else { return rows.map { $0.joined(separator: "\t") } }
      let cells = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }
      return ["<table>" + heads + cells.joined() + "</table>"]
    }
    let heads =
      "<tr><td rowspan=\"2\">序号</td><td rowspan=\"2\">使用部门</td><td colspan=\"2\">账面数</td>"
      + "<td colspan=\"2\">盘点数</td><td rowspan=\"2\">差额</td></tr>"
      + "<tr><td>数量</td><td>金额</td><td>数量</td><td>金额</td></tr>"
    let plain = ["序号\t使用部门\t账面数\t\t盘点数\t\t差额", "\t\t数量\t金额\t数量\t金额\t"]
    let rows = names.enumerated().map { place, name in
      let (booked, counted) = (100 + place * 70, 100 + place * 70 - (place == 1 ? 20 : 0))
      return [
        "\(place + 1)", name, "\(place + 9)", "\(booked).00", "\(place + 8)", "\(counted).00",
        "\(counted - booked).00",
      ]
    }
    var paper = ["固定资产盘点汇总表", "", "单位：元", ""]
    paper += isDrawn ? table(rows, below: heads) : plain + table(rows)
    for (place, name) in names.enumerated() {
      let counted = 100 + place * 70 - (place == 1 ? 20 : 0)
      paper += ["", "固定资产盘点表", "", "使用部门：\(name)", "存放地点：第\(place)号楼", ""]
      paper += table([
        ["序号", "资产名称", "数量", "盘点金额"], ["1", "书架\(place)", "1", "\(counted - 40).00"],
        ["2", "空调\(place)", "1", "40.00"], ["合计", "", "2", "\(counted).00"],
      ])
    }
    let outcome = try Outcome(
      Array(paper.joined(separator: "\n").utf8), name: isDrawn ? "x.md" : "x.txt", isCompact: true)
    #expect(outcome.rows.map { $0["fields"]["使用部门"].value } == names)
    #expect(
      outcome.rows.map { $0["fields"]["盘点数金额"].value } == ["100.00", "150.00", "240.00", "310.00"])
    #expect(
      outcome.rows.map { $0["fields"]["账面数金额"].value } == ["100.00", "170.00", "240.00", "310.00"])
    #expect(outcome.links.count == 4)
  }
}
