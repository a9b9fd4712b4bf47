import Testing
import Tieout

@Suite("Contracts, self-evaluations and grants as other offices print them")
struct OtherFamiliesTests {
  /// A contract: what it is called, its supplier, its date and delivery, what is paid, its lines.
  private struct Contract {
    var name: String
    var supplier: String
    var amount: String
    var paid: String
    var delivery = "2023年6月30日"
    var lines: [(item: String, quantity: String, price: String, amount: String)]
  }

  private static let contracts = [
    Contract(
      name: "办公电脑采购", supplier: "恒信电子有限公司", amount: "150000.00", paid: "150000.00",
      lines: [("台式电脑", "20", "5000", "100000.00"), ("显示器", "25", "2000", "50000.00")]),
    Contract(
      name: "会议桌椅采购", supplier: "木工坊家具有限公司", amount: "48600.00", paid: "48600.00",
      lines: [("会议桌", "6", "3600", "21600.00"), ("椅子", "90", "300", "27000.00")]),
    Contract(
      name: "打印耗材采购", supplier: "青石办公用品有限公司", amount: "27300.00", paid: "20000.00",
      lines: [("硒鼓", "70", "300", "21000.00"), ("复印纸", "42", "150", "6300.00")]),
  ]

  private static func paper(_ contracts: [Contract]) -> [String] {
    var lines = ["某县2023年政府采购合同汇总表", "", "单位：元", ""]
    lines.append("序号\t合同编号\t合同名称\t采购单位\t供应商\t合同金额\t备注")
    for (place, contract) in contracts.enumerated() {
      lines.append(
        "\(place + 1)\tHT-00\(place + 1)\t\(contract.name)\t某县财政局\t\(contract.supplier)"
          + "\t\(Self.contracts[place].amount)\t")
    }
    lines.append("合计\t\t\t\t\t225900.00\t")
    for (place, contract) in contracts.enumerated() {
      lines += ["", "采购合同信息表", "", "合同编号：HT-00\(place + 1)", "合同名称：\(contract.name)", ""]
      lines += [
        "甲方（采购人）\t某县财政局\t乙方（供应商）\t\(contract.supplier)",
        "签订日期\t2023年5月12日\t交货日期\t\(contract.delivery)",
        "合同金额（元）\t\(contract.amount)\t已付金额（元）\t\(contract.paid)", "",
        "序号\t货物名称\t规格型号\t单位\t数量\t单价（元）\t金额（元）",
      ]
      for (number, line) in contract.lines.enumerated() {
        lines.append(
          "\(number + 1)\t\(line.item)\t标准\t个\t\(line.quantity)\t\(line.price)\t\(line.amount)")
      }
      lines.append("合计\t\t\t\t\t\t\(contract.amount)")
    }
    return lines
  }

  @Test("Contracts that are in order have no finding")
  func soundContracts() throws {
    let outcome = try Outcome(lines: Self.paper(Self.contracts))
    #expect(outcome.submission.profile.id == "cn-procurement")
    #expect(outcome.submission.links.count == 3)
    #expect(outcome.submission.details.allSatisfy { $0.groups.first?.items.count == 2 })
    let grave = outcome.submission.findings.filter { $0.severity >= .warning }
    #expect(grave.isEmpty, "\(grave.map(\.message.en))")
  }

  @Test("A product, a sum, a payment and a date that are wrong are found where they stand")
  func brokenContracts() throws {
    var contracts = Self.contracts
    contracts[0].lines[0].amount = "110000.00"
    contracts[1].paid = "50000.00"
    contracts[2].delivery = "2023年4月1日"
    let outcome = try Outcome(lines: Self.paper(contracts))
    func finds(_ check: String, _ record: String) -> Bool {
      outcome.findings(check).contains { $0.records.contains(record) }
    }
    #expect(finds("FT06", "detail/1"))
    #expect(finds("FT04", "detail/1"))
    #expect(finds("RL04", "detail/2"))
    #expect(finds("RL04", "detail/3"))
  }

  /// How the rows that add up the lines are printed.
  enum Totals: CaseIterable { case alone, withQuantities, underNames, withSubtotals }

  private static func paper(_ totals: Totals, changing change: (String) -> String) -> [String] {
    paper(contracts).flatMap { line -> [String] in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7, cells[0] == "合计" || Int(cells[0]) != nil, !cells[1].hasPrefix("HT"),
        cells[6] != ""
      else { return [change(line)] }
      let quantities = ["150000.00": "45", "48600.00": "96", "27300.00": "112"]
      switch (totals, cells[0]) {
      case (.withQuantities, "合计"):
        return ["合计\t\t\t\t\(quantities[cells[6]] ?? "")\t\t\(cells[6])"].map(change)
      case (.underNames, "合计"): return ["\t合计\t\t\t\t\t\(cells[6])"].map(change)
      case (.withSubtotals, "1"), (.withSubtotals, "2"):
        return [line, "\t小计\t\t\t\(cells[4])\t\t\(cells[6])"].map(change)
      default: return [line].map(change)
      }
    }
  }

  @Test(
    "Rows that add up lines are no lines, wherever their words stand", arguments: Totals.allCases)
  func totals(_ totals: Totals) throws {
    let outcome = try Outcome(lines: Self.paper(totals) { $0 })
    #expect(outcome.submission.details.allSatisfy { $0.groups.first?.items.count == 2 })
    let findings = outcome.submission.findings.filter { $0.severity >= .review }
    #expect(findings.isEmpty, "\(findings.map(\.message.en))")
    #expect(outcome.submission.repairs.isEmpty)
    #expect(outcome.details.first?["fields"]["lines_total"].string == "150000.00")
  }

  @Test("The rows that add up lines are added up themselves: one finding for one cause")
  func brokenTotals() throws {
    let subtotal = try Outcome(
      lines: Self.paper(.withSubtotals) {
        $0.hasPrefix("\t小计") ? $0.replacing("21600.00", with: "26100.00") : $0
      })
    #expect(subtotal.findings("FT03").map(\.subject.record) == ["detail/2"])
    #expect(subtotal.findings("FT03").first?.diagnosis == [.transposition])
    #expect(subtotal.submission.findings.count { $0.severity >= .warning } == 1)
    let quantity = try Outcome(
      lines: Self.paper(.withQuantities) {
        $0.hasPrefix("合计") ? $0.replacing("\t96\t", with: "\t69\t") : $0
      })
    #expect(quantity.findings("FT03").map(\.subject.field) == ["lines.quantity"])
    let total = try Outcome(
      lines: Self.paper(.alone) {
        $0.hasPrefix("合计") ? $0.replacing("48600.00", with: "46800.00") : $0
      })
    let grave = total.submission.findings.filter { $0.severity >= .warning }
    #expect(grave.map(\.check) == ["AG02"], "\(grave.map(\.message.en))")
    #expect(grave.first?.severity == .error)
  }

  @Test("What was paid of a contract says nothing about what was not, where that is not printed")
  func paidAlone() throws {
    var contracts = Self.contracts
    contracts[0].paid = "90000.00"
    let outcome = try Outcome(lines: Self.paper(contracts))
    #expect(outcome.findings("FT04").isEmpty)
  }

  @Test("A self-evaluation gives execution, indicators and its score")
  func selfEvaluation() throws {
    var lines = ["某区2023年度项目支出绩效自评情况表", "", "单位：万元", ""]
    lines.append("序号\t项目名称\t项目单位\t主管部门\t全年预算数\t全年执行数\t执行率\t自评得分")
    let names = ["图书角建设项目", "路灯更换项目", "操场翻新项目"]
    for (place, name) in names.enumerated() {
      lines.append("\(place + 1)\t\(name)\t某区\(place)站\t某区教育局\t120.00\t118.80\t99%\t97.9")
    }
    lines.append("合计\t\t\t\t360.00\t356.40\t\t")
    for (place, name) in names.enumerated() {
      lines += [
        "", "项目支出绩效自评表", "", "项目名称\t\(name)\t\t\t\t\t\t",
        "主管部门\t某区教育局\t\t实施单位\t某区\(place)站\t\t\t",
        "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
        "\t年度资金总额\t120.00\t120.00\t118.80\t10\t99%\t9.9",
        "\t其中：当年财政拨款\t120.00\t120.00\t118.80\t—\t99%\t—",
        "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分",
        "\t产出指标\t数量指标\t完成数量\t≥10个\t12个\t40\t40",
        "\t效益指标\t社会效益指标\t受益人数\t≥5000人\t6200人\t40\t38",
        "\t满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t93%\t10\t10",
        "总分\t\t\t\t\t\t100\t97.9",
      ]
    }
    let outcome = try Outcome(lines: lines)
    #expect(outcome.submission.links.count == 3)
    let form = try #require(outcome.details.first)
    #expect(form["fields"]["score"].string == "97.9")
    #expect(form["fields"]["total"].string == "120.00")
    #expect(form["groups"]["execution"].items.first?["executed"].string == "118.80")
    #expect(form["groups"]["indicators"].items.count == 3)
    let grave = outcome.submission.findings.filter { $0.severity == .error }
    #expect(grave.isEmpty, "\(grave.map(\.message.en))")
  }

  @Test(
    "A self-evaluation is about the budget of the whole year, wherever the first one stands beside")
  func wholeYear() throws {
    let lines = Self.selfEvaluation(initial: ["110.00", "90.00", "60.00"])
    let outcome = try Outcome(lines: lines)
    #expect(outcome.details.map { $0["fields"]["total"].string } == ["120.00", "80.00", "70.00"])
    let findings = outcome.submission.findings.filter { $0.severity >= .review }
    #expect(findings.isEmpty, "\(findings.map(\.message.en))")
    #expect(outcome.submission.repairs.isEmpty)
    #expect(outcome.details.first?["fields"]["goal"].string == "新建图书角十二处，让学生随时有书可读。")
    #expect(outcome.details.first?["fields"]["done"].string == "图书角已全部建成并开放使用。")
  }

  /// A self-evaluation with goals beside what came of them.
  static func selfEvaluation(initial: [String]) -> [String] {
    var lines = ["某区2023年度项目支出绩效自评情况表", "", "单位：万元", ""]
    lines.append("序号\t项目名称\t项目单位\t主管部门\t全年预算数\t全年执行数\t执行率\t自评得分")
    let names = ["图书角建设项目", "路灯更换项目", "操场翻新项目"]
    let years = [("120.00", "118.80"), ("80.00", "79.20"), ("70.00", "69.30")]
    let goals = [
      ("新建图书角十二处，让学生随时有书可读。", "图书角已全部建成并开放使用。"), ("更换老旧路灯，保障师生夜间出行安全。", "路灯已全部更换，夜间照明达标。"),
      ("翻新塑胶跑道和球场，改善体育教学条件。", "跑道与球场已翻新并通过验收。"),
    ]
    for (place, name) in names.enumerated() {
      let (budget, executed) = years[place]
      lines.append(
        "\(place + 1)\t\(name)\t某区\(place)站\t某区教育局\t\(budget)\t\(executed)\t99%\t97.9")
    }
    lines.append("合计\t\t\t\t270.00\t267.30\t\t")
    for (place, name) in names.enumerated() {
      let money = "\(initial[place])\t\(years[place].0)\t\(years[place].1)"
      lines += [
        "", "项目支出绩效自评表", "", "项目名称\t\(name)\t\t\t\t\t\t",
        "主管部门\t某区教育局\t\t实施单位\t某区\(place)站\t\t\t",
        "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
        "\t年度资金总额\t\(money)\t10\t99%\t9.9", "\t其中：当年财政拨款\t\(money)\t—\t99%\t—",
        "\t上年结转资金\t\t\t\t—\t\t—", "\t其他资金\t\t\t\t—\t\t—",
        "年度总体目标\t预期目标\t\t\t\t实际完成情况\t\t",
        "\t\(goals[place].0)\t\t\t\t\(goals[place].1)\t\t",
        "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分",
        "\t产出指标\t数量指标\t完成数量\t≥1\(place)个\t12个\t40\t40",
        "\t效益指标\t社会效益指标\t受益人数\t≥5\(place)00人\t6200人\t40\t38",
        "\t满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t93%\t10\t10",
        "总分\t\t\t\t\t\t100\t97.9",
      ]
    }
    return lines
  }

  @Test("Sums of English lines stand in several columns, and each value is taken from its own")
  func years() throws {
    var lines = ["Summary of applications", "", "All figures in £", ""]
    lines.append("No.\tReference\tProject title\tApplicant\tTotal project cost\tGrant requested")
    let grants = [
      ("Village hall roof", [5000, 5000, 20000, 15000], 15000),
      ("Youth drama club", [4000, 6000, 4400, 4000], 6000),
      ("Footpath repairs", [5000, 5000, 10000, 7500], 7500),
    ]
    var sums = (cost: 0, sought: 0)
    for (place, grant) in grants.enumerated() {
      let cost = grant.1.reduce(0, +)
      sums = (sums.cost + cost, sums.sought + cost - grant.2)
      lines.append(
        "\(place + 1)\tG-0\(place)\t\(grant.0)\tParish \(place)\t\(cost)\t\(cost - grant.2)")
    }
    lines.append("Total\t\t\t\t\(sums.cost)\t\(sums.sought)")
    for (place, grant) in grants.enumerated() {
      let years = (grant.1[0] + grant.1[2], grant.1[1] + grant.1[3])
      lines += [
        "", "Grant application", "", "Reference\tG-0\(place)", "Project title\t\(grant.0)",
        "Applicant\tParish \(place)", "", "Item\tYear 1 (£)\tYear 2 (£)\tTotal (£)",
        "Materials\t\(grant.1[0])\t\(grant.1[1])\t\(grant.1[0] + grant.1[1])",
        "Labour\t\(grant.1[2])\t\(grant.1[3])\t\(grant.1[2] + grant.1[3])",
        "Subtotal\t\(years.0)\t\(years.1)\t\(years.0 + years.1)",
        "Total project cost\t\(years.0)\t\(years.1)\t\(years.0 + years.1)",
        "Match funding\t\(grant.2)", "Grant requested\t\(years.0 + years.1 - grant.2)", "",
        "Outcome\tTarget", "Visitors\tat least 500 people", "User satisfaction\tat least 85%",
      ]
    }
    let outcome = try Outcome(lines: lines)
    #expect(outcome.submission.details.allSatisfy { $0.groups.last?.items.count == 2 })
    #expect(
      outcome.details.map { $0["fields"]["total_cost"].string } == ["45000", "18400", "27500"])
    let findings = outcome.submission.findings.filter { $0.severity >= .review }
    #expect(findings.isEmpty, "\(findings.map(\.message.en))")
  }

  @Test("Grants whose labels stand in tables are read like those in lines")
  func grants() throws {
    var lines = ["Summary of applications", "", "All figures in £", ""]
    lines.append("No.\tReference\tProject title\tApplicant\tTotal project cost\tGrant requested")
    let grants = [
      ("Village hall roof", "45,000", "30,000", "15,000"),
      ("Youth drama club", "18,400", "12,400", "6,000"),
      ("Footpath repairs", "27,500", "20,000", "7,500"),
    ]
    for (place, grant) in grants.enumerated() {
      lines.append("\(place + 1)\tG-0\(place)\t\(grant.0)\tParish \(place)\t\(grant.1)\t\(grant.2)")
    }
    lines.append("Total\t\t\t\t90,900\t62,400")
    for (place, grant) in grants.enumerated() {
      lines += [
        "", "Grant application", "", "Reference\tG-0\(place)", "Project title\t\(grant.0)",
        "Applicant\tParish \(place)", "", "Item\tAmount (£)", "Materials\t10,000",
        place == 0 ? "Labour\t35,000" : place == 1 ? "Labour\t8,400" : "Labour\t17,500",
        "Total project cost\t\(grant.1)", "Match funding\t\(grant.3)",
        "Grant requested\t\(grant.2)", "", "Outcome\tTarget", "Visitors\tat least 500 people",
        "User satisfaction\tat least 75%", "", "Satisfaction rates should be at least 80%.",
      ]
    }
    let outcome = try Outcome(lines: lines)
    #expect(outcome.submission.profile.id == "grants-en")
    #expect(outcome.submission.links.count == 3)
    let grave = outcome.submission.findings.filter { $0.severity >= .warning }
    #expect(grave.map(\.check) == ["RL01", "RL01", "RL01"], "\(grave.map(\.message.en))")
  }
}
