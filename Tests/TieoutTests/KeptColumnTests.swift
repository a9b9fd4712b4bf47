import Testing
import Tieout

/// What stands under heads that no profile knows is kept, under a name made of the head.
@Suite("Columns that papers bring along")
struct KeptColumnTests {
  private func paper(
    _ heads: [String], _ rows: [String], form: [String] = OfficePaper.indicators
  ) throws -> Outcome {
    let names = ["水闸加固", "渠道清淤"]
    var lines = ["2024年项目支出绩效目标汇总表", "", "单位：万元", ""] + heads + rows
    for (place, name) in names.enumerated() {
      lines += ["", "项目支出绩效目标表", "", "项目名称\t\(name)\t主管部门\t水利局"]
      lines += ["项目单位\t第\(place)水管站\t预算金额（万元）\t\((place + 1) * 30)"]
      lines += form
    }
    return try Outcome(lines: lines)
  }

  private func column(_ name: String, _ outcome: Outcome) -> [String?] {
    (outcome.rows + [outcome.json["summary"]["total"]]).map { $0["fields"][name].value }
  }

  @Test(
    "Of two heads of one column the one that the profile lists first heads it",
    arguments: ["序号\t项目名称\t年初预算数\t全年预算数\t备注", "序号\t项目名称\t申请金额\t预算金额\t备注"])
  func twoHeads(_ head: String) throws {
    let rows = ["1\t水闸加固\t25\t30\t", "2\t渠道清淤\t60\t60\t", "合计\t\t85\t90\t"]
    let outcome = try paper([head], rows)
    let other = String(head.split(separator: "\t")[2])
    #expect(column("amount", outcome) == ["30", "60", "90"])
    #expect(column(other, outcome) == ["25", "60", "85"])
    #expect(outcome.json["types"]["summary.\(other)"]["type"].string == "quantity")
    #expect(outcome.json["types"]["summary.\(other)"]["unit"].string == "万元")
    #expect(outcome.submission.unplaced().isEmpty)
    // Two forms do not show what their layout asks for: CP02 names what they lack.
    let others = outcome.submission.findings.filter { $0.check != "CP02" }
    #expect(others.filter { $0.severity >= .review }.isEmpty)
  }

  @Test("Words under 其中 that no profile knows are fields of the row, in the money of the table")
  func parts() throws {
    let rows = [
      "1\t水闸加固\t30\t10\t20\t\t", "2\t渠道清淤\t60\t40\t15\t5\t已批", "合计\t\t90\t50\t35\t5\t",
    ]
    let outcome = try paper(
      ["序号\t项目名称\t资金总额\t其中\t\t\t备注", "\t\t\t一般公共预算\t专项债券\t引黄专款\t"], rows)
    #expect(column("amount", outcome) == ["30", "60", "90"])
    #expect(column("fiscal", outcome) == ["10", "40", "50"])
    #expect(column("专项债券", outcome) == ["20", "15", "35"])
    #expect(column("引黄专款", outcome) == [nil, "5", "5"])
    #expect(outcome.json["types"]["summary.专项债券"]["unit"].string == "万元")
    #expect(outcome.submission.unplaced().isEmpty)
  }

  @Test("One word under two heads of several is told apart by these")
  func twice() throws {
    let rows = ["1\t水闸加固\t30\t3\t25\t2\t", "2\t渠道清淤\t60\t4\t50\t3\t", "合计\t\t90\t7\t75\t5\t"]
    let outcome = try paper(
      ["序号\t项目名称\t本年\t\t上年\t\t备注", "\t\t金额\t批次\t金额\t批次\t"], rows)
    #expect(column("amount", outcome) == ["30", "60", "90"])
    #expect(column("批次", outcome) == ["3", "4", "7"])
    #expect(column("上年金额", outcome) == ["25", "50", "75"])
    #expect(outcome.submission.unplaced().isEmpty)
    #expect(outcome.links.count == 2)
  }

  @Test("Words stay words, and what a head counts in is its values' unit")
  func types() throws {
    let rows = [
      "1\t水闸加固\t水利局\t30\t绿\t5\t", "2\t渠道清淤\t水利局\t60\t红\t7\t", "合计\t\t\t90\t\t12\t",
    ]
    let outcome = try paper(["序号\t项目名称\t主管部门\t金额\t预警等级\t受益村（个）\t备注"], rows)
    #expect(column("预警等级", outcome) == ["绿", "红", nil])
    #expect(column("受益村", outcome) == ["5", "7", "12"])
    #expect(outcome.json["types"]["summary.受益村"]["unit"].string == "个")
    #expect(outcome.json["types"]["summary.预警等级"]["type"].string == nil)
  }

  @Test("A head that a page repeats with an unreadable word is no project")
  func repeated() throws {
    let rows = [
      "1\t水闸加固\t第0水管站\t30\t", "序号\t项目名祢\t项目单位\t金额\t备注", "2\t渠道清淤\t第1水管站\t60\t", "合计\t\t\t90\t",
    ]
    let outcome = try paper(["序号\t项目名称\t项目单位\t金额\t备注"], rows)
    #expect(outcome.rows.count == 2)
    #expect(outcome.links.count == 2)
    #expect(outcome.findings("ST06").isEmpty && outcome.findings("CP01").isEmpty)
  }

  private static let summary = ["1\t水闸加固\t30\t", "2\t渠道清淤\t60\t", "合计\t\t90\t"]

  private func indicators(_ form: [String]) throws -> (JSON, Outcome) {
    let outcome = try paper(["序号\t项目名称\t金额\t备注"], Self.summary, form: form)
    return (outcome.details.first?["groups"]["indicators"] ?? .nothing, outcome)
  }

  @Test("A target that is parted in sign, number and unit has a second row of heads")
  func partedTarget() throws {
    let (items, outcome) = try indicators([
      "一级指标\t二级指标\t三级指标\t指标值\t\t\t权重", "\t\t\t符号\t数值\t单位\t",
      "产出指标\t数量指标\t完成长度\t≥\t3.5\t公里\t60", "\t质量指标\t验收合格率\t=\t100\t%\t40",
    ])
    #expect(items.items.map { $0["comparator"].value } == [">=", "="])
    #expect(items.items.map { $0["target"].value } == ["3.5", "100"])
    #expect(items.items.map { $0["weight"].value } == ["60", "40"])
    #expect(outcome.submission.repairs.isEmpty && outcome.submission.unplaced().isEmpty)
  }

  @Test("Heads of indicators are heads among others that no profile knows")
  func unknownHeads() throws {
    let (items, outcome) = try indicators([
      "一级指标\t二级指标\t三级指标\t指标值\t上季情况\t本季情况\t责任科室",
      "产出指标\t数量指标\t完成长度\t≥3公里\t1公里\t2公里\t建管科", "\t质量指标\t验收合格率\t≥95%\t\t96%\t质监科",
    ])
    #expect(items.items.map { $0["target"].value } == ["3", "95"])
    #expect(items.items.map { $0["本季情况"].value } == ["2", "96"])
    #expect(items.items.map { $0["责任科室"].value } == ["建管科", "质监科"])
    #expect(outcome.submission.repairs.isEmpty && outcome.submission.unplaced().isEmpty)
  }

  @Test("Names are those that outputs can write, each once")
  func written() throws {
    let rows = [
      "1\t水闸加固\t水利局\t30\t1\t2\t", "2\t渠道清淤\t水利局\t60\t3\t4\t", "合计\t\t\t90\t4\t6\t",
    ]
    let outcome = try paper(["序号\t项目名称\t主管部门\t金额\t1-3月\t其中：Amount\t备注"], rows)
    let names = outcome.rows.first?["fields"].members.map(\.key) ?? []
    #expect(names.contains("no_1_3月"), "\(names)")
    #expect(names.contains("amount_2"), "\(names)")
    #expect(outcome.submission.ledgerTotals().balances)
  }
}

extension OfficePaper {
  /// The plainest table of indicators.
  static let indicators = ["一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t完成长度\t≥3公里"]
}
