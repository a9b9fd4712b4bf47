import Testing
import Tieout

@Suite("Papers with a cell in each line, or a row in each line")
struct ListedPaperTests {
  static let made = ["d1", "d2"].flatMap { name in ListedShape.allCases.map { (name, $0) } }

  @Test("They give the records and findings that the tables give", arguments: made)
  func records(_ name: String, _ shape: ListedShape) throws {
    let lines = try Corpus.lines("\(name)/vlm-n0.txt")
    let plain = try Outcome(lines: lines)
    let listed = try Outcome(lines: shape.write(lines))
    let truth = Truth(made: try Corpus.json("\(name)/truth.json"))
    let comparison = Comparison(listed, truth)
    #expect(
      comparison.share >= Comparison(plain, truth).share, "\(comparison.differences.prefix(20))")
    #expect(listed.links == plain.links)
    func checks(_ outcome: Outcome) -> [String] {
      outcome.submission.findings.map(\.check).sorted()
    }
    #expect(checks(listed) == checks(plain))
    #expect(listed.submission.ledgerTotals().balances)
    let remarks = listed.submission.document.remarks.map(\.message.en)
    let said =
      shape == .rows ? "each row stands in a line" : "each cell stands in a line of its own"
    #expect(remarks.count { $0.contains(said) } == 1)
  }

  @Test(
    "What an engine lists in the order of lines, with cells that wrap and pieces of a stamp",
    arguments: [("d1", 9_900), ("d2", 8_500)])
  func engine(_ name: String, _ share: Int) throws {
    let outcome = try Outcome(Corpus.bytes("\(name)/rapidocr.txt"), isCompact: true)
    let comparison = Comparison(outcome, Truth(made: try Corpus.json("\(name)/truth.json")))
    #expect(comparison.share >= share, "\(comparison.differences)")
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test("The same in English")
  func english() throws {
    let listed = try Outcome(Corpus.bytes("d3/rapidocr.txt"), isCompact: true)
    let boxes = try Outcome(Corpus.bytes("d3/rapidocr.json"), isCompact: true)
    #expect(listed.links == boxes.links)
    let amounts = listed.rows.map { $0["fields"]["amount"].value }
    #expect(amounts == boxes.rows.map { $0["fields"]["amount"].value })
    #expect(
      listed.rows.last?["fields"]["applicant"].value?.filter { $0 != " " }
        == "ThornburyYouthOrchestra")
  }

  // MARK: Single rules

  private static let heads = ["序号", "项目名称", "实施单位", "主管部门", "金额（万元）", "备注"]
  private static let others = [
    "7", "山塘加固", "乙局", "丙局", "70.5", "8", "界桩维护", "乙局", "丙局", "80.5", "9", "测流断面", "乙局", "丙局",
    "90.5", "10", "沟渠清淤", "乙局", "丙局", "100.5", "11", "泵房改造", "乙局", "丙局", "110.5", "12", "闸门维修",
    "乙局",
    "丙局", "120.5",
  ]

  /// The rows of the tables that are made of some lines, cell by cell.
  private func rows(_ lines: [String]) throws -> [[String]] {
    let text = (["2024年度项目支出预算绩效目标汇总表"] + lines).joined(separator: "\n")
    let document = try rebuild([Input(name: "x.txt", bytes: Array(text.utf8))])
    return document.rows.filter { !$0.isLine }.map { row in
      row.cells.map { document.string(document.cells[$0].text) }
    }
  }

  static let summaries: [(what: String, lines: [String], row: [String])] = [
    (
      "a row as it is printed", ["6", "水质监测设备更新", "甲局", "丙局", "60.5", "续建"],
      ["6", "水质监测设备更新", "甲局", "丙局", "60.5", "续建"]
    ),
    (
      "no remark", ["6", "水质监测设备更新", "甲局", "丙局", "60.5"], ["6", "水质监测设备更新", "甲局", "丙局", "60.5", ""]
    ),
    (
      "the number a little lower than the name", ["水质监测设备更新", "6", "甲局", "丙局", "60.5"],
      ["6", "水质监测设备更新", "甲局", "丙局", "60.5", ""]
    ),
    (
      "a cell in two lines, one below the other", ["6", "水质监测设备更新", "甲县水务管理", "中心", "丙局", "60.5"],
      ["6", "水质监测设备更新", "甲县水务管理中心", "丙局", "60.5", ""]
    ),
    (
      "a cell whose first line stands above its row and the second below",
      ["甲县机关事务服务中", "6", "水质监测设备更新", "丙局", "60.5", "心"],
      ["6", "水质监测设备更新", "甲县机关事务服务中心", "丙局", "60.5", ""]
    ),
    (
      "two of them", ["甲县机关事务服务中", "甲县文化广电和旅游", "6", "水质监测设备更新", "60.5", "心", "局"],
      ["6", "水质监测设备更新", "甲县机关事务服务中心", "甲县文化广电和旅游局", "60.5", ""]
    ),
    (
      "a piece of a stamp", ["6", "水质监测设备更新", "甲局", "财", "丙局", "60.5"],
      ["6", "水质监测设备更新", "甲局", "丙局", "60.5", ""]
    ),
  ]

  @Test("A row of the summary is put together from", arguments: summaries)
  func summary(_ what: String, _ lines: [String], _ row: [String]) throws {
    let first = (1...5).flatMap { ["\($0)", "项目\($0)号", "乙局", "丙局", "\($0)0.5"] }
    let form = ["2024年度项目支出预算绩效目标表", "项目名称", "水质监测设备更新", "实施单位", "甲县水务管理中心"]
    let rows = try rows(Self.heads + first + lines + Self.others + form)
    #expect(rows.contains(row), "\(what): \(rows)")
    #expect(rows.contains(["7", "山塘加固", "乙局", "丙局", "70.5", ""]), "\(rows)")
  }

  @Test("Of many rows none is lost, whatever wraps in them")
  func manyRows() throws {
    let lines = (1...200).flatMap { number -> [String] in
      let (name, amount) = ("项目\(number)号", "\(number)0.5")
      return number % 7 == 0
        ? ["甲县机关事务服务中", "\(number)", name, "丙局", amount, "心"]
        : ["\(number)", name, "乙局", "丙局", amount]
    }
    let form = ["2024年度项目支出预算绩效目标表", "项目名称", "项目7号", "实施单位", "甲县机关事务服务中心"]
    let rows = try rows(Self.heads + lines + form).dropFirst().prefix(200)
    let expected = (1...200).map { number in
      let body = number % 7 == 0 ? "甲县机关事务服务中心" : "乙局"
      return ["\(number)", "项目\(number)号", body, "丙局", "\(number)0.5", ""]
    }
    #expect(Array(rows) == expected)
  }

  @Test("A head in two lines stands where its values do")
  func wrappedHead() throws {
    let lines = [
      "序号", "安排资金（万", "项目名称", "实施单位", "主管部门", "备注", "元）", "6", "水质监测站", "甲局", "丙局", "60.5",
      "续建",
    ]
    let rows = try rows(lines + Self.others)
    #expect(rows.first == ["序号", "项目名称", "实施单位", "主管部门", "安排资金（万元）", "备注"])
    #expect(rows.dropFirst().first == ["6", "水质监测站", "甲局", "丙局", "60.5", "续建"])
  }

  @Test("A head over amounts stands above those that follow it")
  func headOverHeads() throws {
    let heads = ["资金（万元）", "序号", "项目名称", "实施单位", "总额", "财政资金", "其他"]
    let body = (1...6).flatMap { ["\($0)", "项目\($0)号", "乙局", "\($0)0.5", "\($0)0.0", "0.5"] }
    let rows = try rows(heads + body + ["合计", "213.0", "210.0", "3.0"])
    #expect(rows[0] == ["序号", "项目名称", "实施单位", "资金（万元）"])
    #expect(rows[1] == ["总额", "财政资金", "其他"])
    #expect(rows[2] == ["1", "项目1号", "乙局", "10.5", "10.0", "0.5"])
    #expect(rows.last == ["", "合计", "", "213.0", "210.0", "3.0"])
  }

  /// The row of the form.
  private static let row = ["6", "水质监测站", "甲局", "丙局", "60.5"]

  private static let form = [
    "2024年度项目支出预算绩效目标表", "项目名称", "水质监测站", "实施单位", "甲局", "年度资金总额（万元）", "60.5",
  ]

  @Test("A text whose label stands beside its middle keeps the order of its lines")
  func goal() throws {
    let rows = try rows(
      Self.heads + Self.row + Self.others + Self.form + [
        "全年完成水质监测站的建设任务，按时提交监测数据，", "年度目标", "为全县的供水安全提供可靠的依据。", "总分", "100",
      ])
    #expect(rows.contains(["年度目标", "全年完成水质监测站的建设任务，按时提交监测数据，为全县的供水安全提供可靠的依据。"]))
  }

  private static let indicatorHeads = ["一级指标", "二级指标", "三级指标", "指标值"]

  @Test("The word of a merged cell goes to its first row, where words stand in the middle")
  func middles() throws {
    let rows = try rows(
      Self.heads + Self.row + Self.others + Self.form + Self.indicatorHeads + [
        "监测点数量", "≥10个", "数量指标", "水样份数", "≥200份", "产出指标", "质量指标", "数据合格率", "≥95%", "时效指标", "报送及时率",
        "≥98%",
        "满意度指标", "服务对象满意度指标", "用水户满意度", "≥90%",
      ])
    let table = rows.drop { $0 != Self.indicatorHeads }.dropFirst()
    #expect(table.map { $0[0] } == ["产出指标", "", "", "", "满意度指标"], "\(table)")
    #expect(table.map { $0[1] } == ["数量指标", "", "质量指标", "时效指标", "服务对象满意度指标"], "\(table)")
  }

  @Test("A paper whose merged words stand at the top keeps them there")
  func tops() throws {
    let rows = try rows(
      Self.heads + Self.row + Self.others + Self.form + Self.indicatorHeads + [
        "产出指标", "数量指标", "监测点数量", "≥10个", "水样份数", "≥200份", "质量指标", "数据合格率", "≥95%", "满意度指标",
        "服务对象满意度指标",
        "用水户满意度", "≥90%",
      ])
    let table = rows.drop { $0 != Self.indicatorHeads }.dropFirst()
    #expect(table.map { $0[0] } == ["产出指标", "", "", "满意度指标"])
    #expect(table.map { $0[2] } == ["监测点数量", "水样份数", "数据合格率", "用水户满意度"])
  }

  // MARK: What stays

  @Test(
    "What has no cells in lines stays as it is",
    arguments: [
      (1...30).map { "第\($0)条　本办法自2024年起施行，各单位应当执行。" },
      ["序号\t项目名称\t金额", "1\t甲\t10", "2\t乙\t20", "3\t丙\t30"] + (1...20).map { "\($0)" },
      (1...40).map { "\($0)0.5" },
      (1...12).map { "2024-03-\($0 + 10) 10:00 INFO request \($0)" },
    ])
  func others(_ lines: [String]) throws {
    let text = Array(lines.joined(separator: "\n").utf8)
    let document = try rebuild([Input(name: "x.txt", bytes: text)])
    #expect(!document.remarks.contains { $0.message.en.contains("were put together") })
  }

  @Test("Tables of which less than half ties are not put together")
  func tiesLittle() throws {
    let rows = (1...12).flatMap { ["\($0)", "项目\($0)号", "乙局", "丙局", "\($0)0.5"] }
    let form = ["2024年度项目支出预算绩效目标表", "项目名称", "别的什么事情", "年度资金总额（万元）", "7777.25"]
    let outcome = try Outcome(lines: ["2024年度项目支出预算绩效目标汇总表"] + Self.heads + rows + form)
    #expect(outcome.rows.isEmpty)
    #expect(
      outcome.submission.document.remarks.contains {
        $0.message.en.contains("no table can be rebuilt")
      })
  }
}
