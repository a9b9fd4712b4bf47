import Testing
import Tieout

@Suite("What a draft says of the figures and dates of papers")
struct DraftedRelationsTests {
  private func draft(_ lines: [String]) throws -> String {
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let yaml = try draftProfile([Input(name: "x.txt", bytes: bytes)], id: "new")
    // It runs as it is.
    _ = try NamedProfile(yaml: yaml, name: "new.yaml")
    return String(decoding: yaml, as: UTF8.self)
  }

  private struct Room {
    var name: String
    var keeper: String
    var items: [(name: String, pieces: Int, price: Int)]
    var pieces: Int { items.reduce(0) { $0 + $1.pieces } }
    var value: Int { items.reduce(0) { $0 + $1.pieces * $1.price } }
  }

  private static let rooms = [
    Room(name: "物理实验室", keeper: "陶立新", items: [("示波器", 4, 3400), ("凳子", 48, 65)]),
    Room(name: "语音教室", keeper: "贺云", items: [("耳机", 50, 120), ("投影仪", 2, 4200)]),
    Room(name: "美术教室", keeper: "祝晓岚", items: [("画架", 36, 85), ("空调", 3, 3900)]),
    Room(name: "阅览室", keeper: "梅长林", items: [("书架", 20, 730), ("凳子", 40, 65)]),
  ]

  /// A school's rooms, the summary in one money.
  private func school(_ note: String = "单价不得超过5000元，账实相符率不得低于98%。") -> [String] {
    let rooms = Self.rooms
    var lines = ["教学设备盘点汇总表", "", "单位：元", "", "序号\t教室\t保管人\t设备件数\t设备原值"]
    for (place, room) in rooms.enumerated() {
      lines.append("\(place + 1)\t\(room.name)\t\(room.keeper)\t\(room.pieces)\t\(room.value).00")
    }
    let (pieces, value) = (rooms.map(\.pieces).reduce(0, +), rooms.map(\.value).reduce(0, +))
    lines += ["合计\t\t\t\(pieces)\t\(value).00", ""]
    for room in rooms {
      lines += [
        "教室设备盘点表", "", "教室\t\(room.name)\t保管人\t\(room.keeper)", "设备名称\t数量\t单价\t金额",
      ]
      lines += room.items.map {
        "\($0.name)\t\($0.pieces)\t\($0.price).00\t\($0.pieces * $0.price).00"
      }
      lines += ["合计\t\(room.pieces)\t\t\(room.value).00", "", "说明：\(note)", ""]
    }
    return lines
  }

  @Test("What is counted is no money, though a caption names a unit of money")
  func counts() throws {
    let yaml = try draft(school())
    #expect(yaml.contains("{name: 设备件数, labels: [\"设备件数\"], type: count}"))
    #expect(yaml.contains("labels: [\"设备原值\"], type: amount, unit: \"元\", means: amount"))
    #expect(yaml.contains("{name: 保管人, labels: [\"保管人\"], type: person}"))
    #expect(yaml.contains("- {foot: summary.设备件数}"))
  }

  @Test("A limit that the note sets for a column is a rule; one that it does not set is none")
  func rule() throws {
    let yaml = try draft(school())
    #expect(
      yaml.contains("# stated in 4 forms, kept in 4\n  - {rule: detail.设备名称.单价, in: detail.说明}"))
    #expect(try draft(school("单价不得超过4000元。")).contains("kept in 3, not in detail/2"))
    #expect(try !draft(school("单价以发票为准。")).contains("{rule:"))
  }

  /// Contracts with dates, what was paid, and how much of it that is.
  private func contracts(_ paid: [Int] = [700, 1000, 450, 900, 300]) -> [String] {
    let totals = [1000, 1250, 900, 1800, 600]
    var lines = ["合同汇总表", "", "序号\t合同名称\t合同金额（元）\t已付金额（元）\t支付率"]
    for (place, total) in totals.enumerated() {
      let rate = paid[place] * 100 / total
      lines.append("\(place + 1)\t甲设备第\(place + 1)包合同\t\(total).00\t\(paid[place]).00\t\(rate)%")
    }
    lines += ["合计\t\t\(totals.reduce(0, +)).00\t\(paid.reduce(0, +)).00\t", ""]
    for (place, total) in totals.enumerated() {
      lines += [
        "合同登记表", "", "合同名称\t甲设备第\(place + 1)包合同",
        "签订日期\t2023年\(place + 2)月5日", "交货日期\t2023年\(place + 5)月20日",
        "合同金额（元）\t\(total).00", "已付金额（元）\t\(paid[place]).00", "",
      ]
    }
    return lines
  }

  @Test("Rates of one amount by another, dates in order, and what is paid at most")
  func contractRelations() throws {
    let yaml = try draft(contracts())
    #expect(yaml.contains("- {ratio: summary.支付率, of: [summary.已付金额, summary.合同金额]}"))
    #expect(yaml.contains("- {order: [detail.签订日期, detail.交货日期]}"))
    #expect(yaml.contains("- {bound: detail.已付金额, at_most: detail.合同金额}"))
  }

  @Test("Of five forms, one may break a relation, and two may not")
  func exceptions() throws {
    let one = try draft(contracts([700, 1000, 450, 900, 660]))
    #expect(one.contains("holds in 4 of 5 forms, not in detail/5"))
    let two = try draft(contracts([700, 1000, 450, 1890, 660]))
    #expect(!two.contains("{bound:"))
  }

  @Test("Rows that Han numerals count head those below, and are no rows")
  func sections() throws {
    var lines = ["项目一览表", "", "序号\t项目名称\t预算单位\t年度预算"]
    let names = ["道路养护资金", "渡口检测经费", "监测设施维护费", "河长制工作经费"]
    for (place, name) in names.enumerated() {
      if place == 0 { lines.append("（一）\t某县交通局\t\t300.00") }
      if place == 2 { lines.append("（二）\t某县水务局\t\t700.00") }
      lines.append("\(place + 1)\t\(name)\t某县第\(place + 1)单位\t\((place + 1) * 100).00")
    }
    lines += ["\t总计\t\t1000.00", ""]
    for (place, name) in names.enumerated() {
      lines += [
        "项目卡片", "", "项目名称\t\(name)", "实施单位\t某县第\(place + 1)单位",
        "资金总额（元）\t\((place + 1) * 100).00", "",
      ]
    }
    #expect(try draft(lines).contains("section: "))
    var options = Options()
    options.isGeneric = true
    let bytes = Array(lines.joined(separator: "\n").utf8)
    let submission = try Tieout.run([Input(name: "x.txt", bytes: bytes)], options)
    #expect(submission.summary.rows.count == 4)
    #expect(submission.links.count == 4)
    #expect(submission.findings.allSatisfy { $0.severity < .warning })
  }

  /// A stock-taking: what is booked, what was found, the price and the value booked.
  private func stock() -> [String] {
    var lines = ["资产盘点汇总表", "", "序号\t使用部门\t账面金额（元）"]
    let booked = [[12, 40, 6], [8, 15, 30], [21, 9, 14], [5, 33, 18]]
    // One count in twelve differs.
    let found = [[12, 39, 6], [8, 15, 30], [21, 9, 14], [5, 33, 18]]
    let prices = [150, 65, 420]
    func value(_ place: Int) -> Int { (0..<3).reduce(0) { $0 + booked[place][$1] * prices[$1] } }
    let names = ["总务处", "教务处", "图书馆", "实训中心"]
    for place in names.indices {
      lines.append("\(place + 1)\t\(names[place])\t\(value(place)).00")
    }
    lines += ["合计\t\t\(names.indices.map(value).reduce(0, +)).00", ""]
    for (place, name) in names.enumerated() {
      lines += ["资产盘点表", "", "使用部门\t\(name)", "资产名称\t账面数量\t实盘数量\t单价（元）\t账面金额（元）"]
      for item in 0..<3 {
        let row = [booked[place][item], found[place][item], prices[item]]
        lines.append(
          "资产\(item + 1)\t" + row.map(String.init).joined(separator: "\t")
            + "\t\(row[0] * row[2]).00")
      }
      lines += ["合计\t\t\t\t\(value(place)).00", ""]
    }
    return lines
  }

  @Test("A column is one product: the one that holds most often")
  func oneProduct() throws {
    let yaml = try draft(stock())
    #expect(yaml.contains("of: [detail.资产名称.账面数量, detail.资产名称.单价]}"))
    #expect(!yaml.contains("of: [detail.资产名称.实盘数量, detail.资产名称.单价]}"))
  }

  /// Claims: four costs and their sum, in the summary and in the forms.
  private func claims(_ odd: Int = 0) -> [String] {
    let costs = [
      [742, 980, 320, 400], [256, 620, 240, 300], [1560, 2450, 480, 600], [88, 310, 60, 90],
      [420, 760, 130, 250], [333, 505, 75, 180], [610, 840, 260, 310],
    ]
    var lines = ["差旅费报销汇总表", "", "单位：元", "", "序号\t报销人\t交通费\t住宿费\t市内交通费\t伙食补助\t合计"]
    let names = ["田野", "何沁", "陶立新", "贺云", "祝晓岚", "梅长林", "卢晖"]
    for (place, row) in costs.enumerated() {
      let sum = row.reduce(0, +) + (place == 2 ? odd : 0)
      lines.append(
        "\(place + 1)\t\(names[place])\t" + row.map(String.init).joined(separator: "\t")
          + "\t\(sum)")
    }
    let columns = (0..<4).map { column in costs.map { $0[column] }.reduce(0, +) }
    lines.append(
      "合计\t\t" + columns.map(String.init).joined(separator: "\t")
        + "\t\(columns.reduce(0, +) + odd)")
    for (place, row) in costs.enumerated() {
      lines += [
        "", "差旅费报销单", "", "报销人\t\(names[place])\t职务\t科员", "出差事由\t统计督查\t报销日期\t2024年3月\(place + 5)日",
        "合计\t\(row.reduce(0, +))\t\t",
      ]
    }
    return lines
  }

  @Test("A sum of four columns is found, and a total row that is off with its row is one exception")
  func fourParts() throws {
    let sum =
      "{cross_foot: summary.合计, of: [summary.交通费, summary.住宿费, summary.市内交通费, summary.伙食补助]}"
    #expect(try draft(claims()).contains(sum))
    let odd = try draft(claims(90))
    #expect(odd.contains(sum))
    #expect(odd.contains("holds in 6 of 7 rows, not in summary/3"))
  }
}
