import Testing
import Tieout

/// A made register with a form a row: what both repeat, and what a draft takes for the money.
struct MadeRegister: CustomTestStringConvertible, Sendable {
  /// What the case is about.
  var testDescription: String
  /// The line above the table.
  var caption = "金额单位：元"
  /// The heads of the columns behind the number and the name.
  var heads: [String]
  /// The figures of each row.
  var rows: [[String]]
  /// The figures of the last row; empty where nothing is added up.
  var total: [String] = []
  /// The labels of the forms, and the column of the register whose figure stands behind each.
  var labels: [(label: String, column: Int)]
  /// A figure that is not the same in the second form, by label.
  var differs: [String: String] = [:]
  /// The column and the label that the draft must take.
  var amount: String
  var ofForms: String?

  private static let names = ["清河桥维修", "南山路绿化", "东湖管网改造", "北苑围墙加固"]

  /// The paper.
  var text: String {
    var lines = ["项目汇总表", "", caption, "", (["序号", "项目名称"] + heads).joined(separator: "\t")]
    for (place, row) in rows.enumerated() {
      lines.append((["\(place + 1)", Self.names[place]] + row).joined(separator: "\t"))
    }
    if !total.isEmpty { lines.append((["合计", ""] + total).joined(separator: "\t")) }
    for (place, row) in rows.enumerated() {
      lines += ["", "项目登记卡", "", "项目名称\t\(Self.names[place])"]
      for (label, column) in labels {
        let figure = column < row.count ? row[column] : "\(place + 3)0\(place)00"
        lines.append("\(label)\t\(place == 1 ? differs[label] ?? figure : figure)")
      }
      lines.append("地点\t第\(place + 1)街道")
    }
    return lines.joined(separator: "\n")
  }
}

@Suite("What a draft takes for the sum of money that papers are about")
struct DraftedAmountsTests {
  static let registers = [
    MadeRegister(
      testDescription: "not a code that every form repeats",
      heads: ["项目代码", "预算金额"],
      rows: [
        ["530301", "12,500"], ["530302", "8,400"], ["530303", "9,100"], ["530304", "700"],
      ],
      total: ["", "30,700"], labels: [("项目代码", 0), ("预算金额", 1)],
      differs: ["预算金额": "4,800"], amount: "预算金额", ofForms: "预算金额"),
    MadeRegister(
      testDescription: "not the year of the project",
      heads: ["立项年度", "批复资金"],
      rows: [["2021", "125.5"], ["2022", "84"], ["2023", "91.2"], ["2022", "70"]],
      labels: [("立项年度", 0), ("批复资金", 1)], differs: ["批复资金": "48"],
      amount: "批复资金", ofForms: "批复资金"),
    MadeRegister(
      testDescription: "not how much is bought, and not the price",
      heads: ["数量（台）", "单价", "总价"],
      rows: [
        ["3", "1200", "3600"], ["2", "800", "1600"], ["5", "150", "750"], ["4", "90", "360"],
      ],
      total: ["14", "", "6310"], labels: [("数量（台）", 0), ("单价", 1), ("总价", 2)],
      differs: ["总价": "1660"], amount: "总价", ofForms: "总价"),
    MadeRegister(
      testDescription: "not a rate, and not what was spent",
      caption: "单位：万元", heads: ["年度预算", "支出数", "执行率", "得分"],
      rows: [
        ["120", "108", "90%", "95"], ["80", "76", "95%", "97"], ["60", "48", "80%", "90"],
        ["50", "35", "70%", "88"],
      ],
      total: ["310", "267", "", ""],
      labels: [("年度预算", 0), ("支出数", 1), ("执行率", 2), ("得分", 3)],
      differs: ["年度预算": "88"], amount: "年度预算", ofForms: "年度预算"),
    MadeRegister(
      testDescription: "what the other columns add up to, whatever their labels",
      caption: "All sums in £", heads: ["Claimed", "Advance", "Payable"],
      rows: [
        ["769.98", "179.00", "590.98"], ["1,185.15", "107.00", "1,078.15"],
        ["1,676.33", "80.00", "1,596.33"], ["911.58", "102.00", "809.58"],
      ],
      total: ["4,543.04", "468.00", "4,075.04"],
      labels: [("Claimed", 0), ("Advance", 1), ("Payable", 2)],
      differs: ["Claimed": "1,158.15"], amount: "claimed", ofForms: "claimed"),
    MadeRegister(
      testDescription: "what is asked for, not what all of it costs",
      caption: "All sums in £", heads: ["Total cost", "Amount requested"],
      rows: [
        ["7,476", "5,981"], ["2,977", "2,382"], ["7,001", "5,601"], ["11,784", "9,678"],
      ],
      labels: [("Total cost", 0), ("Amount requested", 1)],
      differs: ["Amount requested": "2,832"], amount: "amount_requested",
      ofForms: "amount_requested"),
    MadeRegister(
      testDescription: "sums that look like years, where their label says that they are money",
      heads: ["补助金额"], rows: [["2000"], ["2000"], ["1950"], ["2050"]],
      labels: [("补助金额", 0)], amount: "补助金额", ofForms: "补助金额"),
    MadeRegister(
      testDescription: "the column that is added up, where labels say nothing",
      heads: ["甲", "乙"],
      rows: [["310", "4100"], ["220", "5200"], ["130", "6300"], ["440", "7400"]],
      total: ["", "23000"], labels: [("甲", 0), ("乙", 1)], differs: ["乙": "5300"],
      amount: "乙", ofForms: "乙"),
    MadeRegister(
      testDescription: "no other sum of a form, where no form repeats the register's",
      heads: ["补助金额"], rows: [["1650"], ["1250"], ["900"], ["1650"]], total: ["5450"],
      labels: [("家庭年收入", 9)], amount: "补助金额", ofForms: nil),
  ]

  @Test("It is", arguments: registers)
  func amount(_ register: MadeRegister) throws {
    let input = Input(name: "register.txt", bytes: Array(register.text.utf8))
    let profile = try NamedProfile(yaml: draftProfile([input]), name: "draft.yaml").profile
    #expect(profile.summary.amount.map { profile.name($0) } == register.amount)
    #expect(profile.detail.total.map { profile.name($0) } == register.ofForms)
  }

  private func unit(_ register: MadeRegister) throws -> String? {
    let input = Input(name: "register.txt", bytes: Array(register.text.utf8))
    let profile = try NamedProfile(yaml: draftProfile([input]), name: "draft.yaml").profile
    let column = profile.summary.columns.first { $0.name == profile.summary.amount }
    return column.map { profile.units.name($0.unit) }
  }

  @Test("Money is of the kind that the papers name, in whatever way they do")
  func named() throws {
    var register = Self.registers[4]
    register.caption = "All amounts in euro"
    #expect(try unit(register) == "euro")
    register.caption = "Eurovision travel: all amounts in kr"
    #expect(try unit(register) == "kr")
    register.caption = "Travel"
    register.heads[0] = "Claimed $"
    #expect(try unit(register) == "$")
    register.heads[0] = "Claimed (€, incl. VAT)"
    #expect(try unit(register) == "€")
    register.heads[0] = "Claimed"
    register.caption = "(all figures €)"
    #expect(try unit(register) == "€")
  }

  @Test("No currency is made up: not of a name, and not where nothing is said")
  func unnamed() throws {
    var register = Self.registers[4]
    register.caption = "Travel"
    #expect(try unit(register) == "¤")
    register.heads[0] = "Claimed (euro zone)"
    #expect(try unit(register) == "¤")
    register = Self.registers[0]
    register.caption = "某县财政局"
    #expect(try unit(register) == "¤")
  }

  @Test("What stands behind the figures of a form is their unit, not the caption of the register")
  func behindFigures() throws {
    var register = MadeRegister(
      testDescription: "", caption: "单位：元", heads: ["预算金额"],
      rows: [["125000"], ["84000"], ["91000"], ["70000"]], labels: [("预算", 0)],
      amount: "预算金额")
    var text = register.text
    for (yuan, tenThousands) in [
      ("125000", "12.5万元"), ("84000", "8.4万元"), ("91000", "9.1万元"), ("70000", "7.5万元"),
    ] {
      text = text.replacing("预算\t\(yuan)", with: "预算\t\(tenThousands)")
    }
    register.testDescription = "forms in 万元"
    let input = Input(name: "register.txt", bytes: Array(text.utf8))
    var options = Options()
    options.isGeneric = true
    let submission = try Tieout.run([input], options)
    let total = submission.details[0][submission.profile.detail.total]
    #expect(submission.profile.units.name(total?.unit ?? .none) == "万元")
    let broken = submission.findings.filter { $0.check == "AG01" }
    #expect(broken.map(\.records) == [["summary/4", "detail/4"]])
    #expect(!submission.findings.contains { $0.check == "UN01" })
  }
}
