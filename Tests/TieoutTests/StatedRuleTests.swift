import Testing
import Tieout

@Suite("Rules that papers state themselves, and counts of whole things")
struct StatedRuleTests {
  /// A profile for sheets of rooms with what stands in them.
  private static func yaml(_ relations: String) -> String {
    """
    include: [cn-common]
    profile: rooms
    version: "1"
    title: {zh: 教室设备, en: Equipment of rooms}
    summary:
      fields:
        - {name: least, contains: [须单独列项]}
      columns:
        - {name: seq, labels: [序号], type: sequence, means: sequence}
        - {name: room, labels: [教室], type: name, means: key, mandatory: true}
        - {name: seats, labels: [座位数], type: count}
        - {name: value, labels: [设备总值], type: amount, unit: 元, means: amount}
      totals: [合计]
    detail:
      fields:
        - {name: room, labels: [教室], type: name, means: key, mandatory: true}
        - {name: keeper, labels: [保管人], type: person}
        - {name: value, labels: [设备总值], type: amount, unit: 元, means: total}
      footnote: {field: footnote, labels: [说明]}
      groups:
        - name: items
          kind: lines
          columns:
            - {name: item, labels: [设备名称], type: name}
            - {name: pieces, labels: [件数], type: count}
            - {name: price, labels: [单价], type: amount, unit: 元}
            - {name: amount, labels: [金额], type: amount, unit: 元}
    relations:
      - {cross_foot: detail.value, of: [detail.items.amount]}
    \(relations)
    """
  }

  private static let message =
    "severity: error, message: {zh: 请附购置审批单。, en: Enclose the permission to buy.}"

  /// Two rooms; the words and figures that a case is about stand in their places.
  private func findings(
    _ relations: String = "", note: String = "单件设备单价不得超过5000元。", price: String = "4800.00",
    pieces: String = "2", seats: String = "48", caption: String = "", _ check: String = "RL01"
  ) throws -> [Finding] {
    let second = price == "4800.00" ? "9600.00" : "12400.00"
    let text = """
      \(caption)

      序号\t教室\t座位数\t设备总值
      1\t物理实验室\t\(seats)\t13600.00
      2\t语音教室\t50\t\(second)
      合计\t\t98\t\(second == "9600.00" ? "23200.00" : "26000.00")

      教室\t物理实验室\t保管人\t陶立新
      设备总值\t13600.00\t\t
      设备名称\t件数\t单价\t金额
      示波器\t4\t3400.00\t13600.00

      说明：\(note)

      教室\t语音教室\t保管人\t贺云
      设备总值\t\(second)\t\t
      设备名称\t件数\t单价\t金额
      录音主机\t\(pieces)\t\(price)\t\(second)

      说明：\(note)
      """
    var options = Options()
    options.profiles = [
      try NamedProfile(yaml: Array(Self.yaml(relations).utf8), name: "rooms.yaml")
    ]
    let submission = try Tieout.run([Input(name: "x.txt", bytes: Array(text.utf8))], options)
    #expect(submission.profile.id == "rooms" && submission.links.count == 2)
    return submission.findings.filter { $0.check == check }
  }

  private let prices = "  - {rule: detail.items.price, in: detail.footnote}"

  @Test("A price over the most that the form's note allows, which is quoted")
  func most() throws {
    #expect(try findings(prices).isEmpty)
    let found = try findings(prices, price: "6200.00")
    #expect(found.map(\.subject.record) == ["detail/2"])
    #expect(found.map(\.subject.field) == ["items[0].price"])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.difference) == ["1200.00"])
    let message = try #require(found.first?.message)
    #expect(message.zh.contains("高于文件所定的 5000 元：“单件设备单价不得超过5000元”"))
    #expect(message.en.contains("over the 5000 元 that the papers themselves set"))
  }

  @Test("The most may count in another unit, or in words")
  func units() throws {
    let note = "单价不得超过0.5万元。"
    #expect(try findings(prices, note: note).isEmpty)
    #expect(try findings(prices, note: note, price: "6200.00").count == 1)
    #expect(try findings(prices, note: "单价不超过五千元。", price: "6200.00").count <= 1)
  }

  @Test("A sentence that speaks of something else says nothing about prices")
  func otherSentence() throws {
    #expect(try findings(prices, note: "借出时间不得超过30天。", price: "6200.00").isEmpty)
    #expect(try findings(prices, note: "单价不得超过30天。", price: "6200.00").isEmpty)
    #expect(try findings(prices, note: "单价以发票为准。", price: "6200.00").isEmpty)
  }

  @Test("A rule with words of its own is meant where a sentence holds one of them")
  func about() throws {
    let rule = "  - {rule: detail.items.price, in: detail.footnote, about: [每台]}"
    #expect(try findings(rule, price: "6200.00").isEmpty)
    #expect(try findings(rule, note: "每台不得超过5000元。", price: "6200.00").count == 1)
  }

  @Test("Rows under the amount that the summary's caption sets")
  func least() throws {
    let rule = "  - {rule: summary.value, in: summary.least, about: [须单独列项]}"
    let caption = "设备总值1万元以上的教室须单独列项"
    let found = try findings(rule, caption: caption)
    #expect(found.map(\.subject.record) == ["summary/2"])
    #expect(found.map(\.difference) == ["400.00"])
    #expect(try findings(rule, price: "6200.00", caption: caption).isEmpty)
    #expect(try findings("", caption: caption).isEmpty)
  }

  @Test("A relation may weigh more than its kind, and say more")
  func words() throws {
    let bound = "  - {bound: summary.seats, at_most: summary.value, \(Self.message)}"
    let order = try findings(bound, seats: "99999", "RL04")
    #expect(order.map(\.severity) == [.error])
    #expect(order.allSatisfy { $0.message.en.hasSuffix("Enclose the permission to buy.") })
    let price = try findings(
      "  - {rule: detail.items.price, in: detail.footnote, \(Self.message)}", price: "6200.00")
    #expect(price.map(\.severity) == [.error])
    #expect(price.allSatisfy { $0.message.zh.hasSuffix("请附购置审批单。") })
    let product = try findings(
      "  - {recalculate: detail.items.amount, of: [detail.items.pieces, detail.items.price], "
        + "\(Self.message)}", pieces: "3", "FT06")
    #expect(product.map(\.severity) == [.error])
    #expect(product.allSatisfy { $0.message.zh.hasSuffix("请附购置审批单。") })
  }

  @Test("A count that is no whole number", arguments: ["48.5", "-3"])
  func fraction(_ seats: String) throws {
    let found = try findings(seats: seats, "RL04")
    #expect(found.map(\.subject.record) == ["summary/1"])
    #expect(found.map(\.subject.field) == ["seats"])
  }

  @Test(
    "Counts that are whole, however they are printed", arguments: ["48", "48.0", "1.2万人", "48人"])
  func whole(_ seats: String) throws {
    #expect(try findings(seats: seats, "RL04").isEmpty)
    #expect(try findings(seats: seats, "ST06").isEmpty)
  }
}
