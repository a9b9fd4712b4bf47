import Testing
import Tieout

@Suite("Listed papers with what is easily taken for something else")
struct ListedLookalikesTests {
  /// A paper of some rows, each with its form; tabs between cells.
  private static func paper(
    _ rows: [[String]], total: [String] = [], title: String = "2024年度项目支出预算绩效目标表",
    indicators: [[String]] = []
  ) -> [String] {
    let table = [["序号", "项目名称", "实施单位", "金额（万元）", "备注"]] + rows + (total.isEmpty ? [] : [total])
    let forms = rows.filter { $0.count > 3 }.flatMap { row in
      [title, "项目名称\t\(row[1])", "实施单位\t\(row[2])", "年度资金总额（万元）\t\(row[3])"]
        + indicators.map { $0.joined(separator: "\t") }
    }
    return ["2024年度项目支出绩效目标汇总表", "单位：万元"] + table.map { $0.joined(separator: "\t") } + forms
  }

  private static let plain = [
    ["1", "城区排水管网改造", "甲县水利局", "110.5", ""], ["2", "农村饮水安全", "甲县水利局", "120.5", ""],
    ["3", "防汛物资储备", "甲县应急管理局", "130.5", ""], ["4", "国道沿线绿化", "甲县林业局", "140.5", ""],
  ]

  private static func replaced(_ row: Int, _ column: Int, _ text: String) -> [[String]] {
    var rows = plain
    rows[row][column] = text
    return rows
  }

  private static let levels = [
    ["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "建设数量", "≥3个"],
    ["", "质量指标", "合格率", "≥95%"], ["", "成本指标", "单位成本", "≤2万元"],
    ["效益指标", "社会效益指标", "受益人数", "≥80人"],
  ]

  static let papers: [(what: String, lines: [String])] = [
    ("a name with a bracket at its end", paper(replaced(1, 1, "农村饮水安全（二期）"))),
    ("a name that begins with a number", paper(replaced(2, 1, "5G基站"))),
    ("a remark with a number", paper(replaced(0, 4, "3个标段"))),
    ("a remark with a year", paper(replaced(2, 4, "2024年新增"))),
    ("a long remark", paper(replaced(1, 4, "按县政府常务会议纪要的要求跨年度安排分两年拨付"))),
    (
      "amounts that count on as numbers do",
      paper(plain.enumerated().map { Array($1[..<3]) + ["\($0 + 2)", ""] })
    ),
    (
      "rows that begin with one again below the headings of parts",
      paper([
        ["", "一、水利类"], plain[0], plain[1], ["", "二、其他类"], ["1"] + plain[2][1...],
        ["2"] + plain[3][1...],
      ])
    ),
    ("words in the row of the total", paper(plain, total: ["合计", "4个项目", "", "502", ""])),
    ("a year behind the title", paper(plain, title: "项目支出绩效目标表（2024年度）")),
    ("a word of both levels", paper(plain, indicators: levels)),
    ("numbers of pages", paper(plain).flatMap { $0.hasPrefix("3\t") ? ["第1页", $0] : [$0] }),
  ]

  static let cases = papers.indices.flatMap { index in
    [ListedShape.cells, .rows].map { (index, $0) }
  }

  @Test("Tables with what is easily taken for something else", arguments: cases)
  func tricky(_ index: Int, _ shape: ListedShape) throws {
    let (what, lines) = Self.papers[index]
    let listed = try Outcome(lines: shape.write(lines))
    let plain = try Outcome(lines: lines)
    func values(_ records: [JSON], _ names: [String]) -> [[String?]] {
      records.map { record in names.map { record["fields"][$0].value } }
    }
    let row = ["seq", "project", "unit", "amount", "note"]
    #expect(values(listed.rows, row) == values(plain.rows, row), "\(what)")
    let form = ["project", "unit", "total"]
    #expect(values(listed.details, form) == values(plain.details, form), "\(what)")
    func indicators(_ outcome: Outcome) -> [[String?]] {
      outcome.details.flatMap { $0["groups"]["indicators"].items }.map { item in
        ["level1", "level2", "name", "target"].map { item[$0].value }
      }
    }
    #expect(indicators(listed) == indicators(plain), "\(what)")
    #expect(listed.links == plain.links, "\(what)")
  }
}
