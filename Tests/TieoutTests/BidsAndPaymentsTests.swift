import Testing
import Tieout

@Suite("Bids over several years, and payments of contracts")
struct BidsAndPaymentsTests {
  /// Three grants over two years, whose costs calendar years head; income stands below.
  private static func revenueGrants(total: String = "4,200") -> [String] {
    var lines = ["Revenue Grants 2025/26: Summary of bids", "", "(all figures £)", ""]
    lines.append("Ref\tOrganisation\tProject\tTotal cost\tOther income\tGrant sought")
    let names = ["Befriending service", "Street games", "Repair cafe"]
    for (place, name) in names.enumerated() {
      lines.append("R0\(place)\tGroup \(place)\t\(name)\t4,200\t900\t3,300")
    }
    lines.append("Total\t\t\t12,600\t2,700\t9,900")
    for (place, name) in names.enumerated() {
      lines += [
        "", "REVENUE GRANT BID", "", "Bid reference: R0\(place)", "Organisation: Group \(place)",
        "Project title: \(name)", "", "Expenditure\t2025/26\t2026/27\tTotal",
        "Salaries\t1,500\t1,700\t3,200", "Rent\t400\t600\t1,000",
        "Total expenditure\t1,900\t2,300\t\(place == 1 ? total : "4,200")", "Income\t£",
        "Fees and donations\t900", "Grant sought\t3,300",
      ]
    }
    return lines
  }

  @Test("Calendar years head the costs of years; the total stands in its own column")
  func costsByYear() throws {
    let outcome = try Outcome(lines: Self.revenueGrants())
    #expect(outcome.submission.profile.id == "grants-en")
    #expect(outcome.submission.links.count == 3)
    for form in outcome.details {
      let costs = form["groups"]["costs"].items
      #expect(costs.map { $0["item"].string } == ["Salaries", "Rent"])
      #expect(costs.map { $0["year_1"].string } == ["1500", "400"])
      #expect(costs.map { $0["year_2"].string } == ["1700", "600"])
      #expect(costs.map { $0["amount"].string } == ["3200", "1000"])
      #expect(form["groups"]["income"].items.map { $0["amount"].string } == ["900"])
      #expect(form["fields"]["total_cost"].string == "4200")
      #expect(form["fields"]["total"].string == "3300")
    }
    #expect(outcome.rows.map { $0["fields"]["reference"].string } == ["R00", "R01", "R02"])
    let grave = outcome.submission.findings.filter { $0.severity >= .warning }
    #expect(grave.isEmpty, "\(grave.map(\.message.en))")
  }

  @Test("A total of years that do not make it is found")
  func brokenYears() throws {
    let outcome = try Outcome(lines: Self.revenueGrants(total: "4,300"))
    #expect(outcome.findings("FT04").contains { $0.records.contains("detail/2") })
  }

  @Test("Payments add up to the contract, and their shares are no sums of money")
  func payments() throws {
    func paper(last: String) -> [String] {
      var lines = ["某县2023年采购项目合同台账", "", "单位：万元", ""]
      lines.append("序号\t项目名称\t合同编号\t中标供应商\t中标金额\t合同签订时间\t履约期限")
      for number in 1...3 {
        lines.append("\(number)\t第\(number)标段服务\tH-\(number)\t甲\(number)公司\t100.00\t2023-02-15\t一年")
      }
      lines.append("合计\t\t\t\t300.00\t\t")
      for number in 1...3 {
        lines += [
          "", "采购合同登记卡", "", "合同名称：第\(number)标段服务", "合同编号：H-\(number)",
          "甲方：某县机关事务中心    乙方：甲\(number)公司", "合同总价：100.00万元", "签订日期：2023年2月15日    履约期限：一年", "",
          "期次\t付款条件\t付款比例\t付款金额（万元）", "1\t合同签订后\t30%\t30.00", "2\t验收合格后\t70%\t\(last)",
          "合计\t\t100%\t100.00",
        ]
      }
      return lines
    }
    let sound = try Outcome(lines: paper(last: "70.00"))
    #expect(sound.submission.profile.id == "cn-procurement")
    #expect(sound.details.allSatisfy { $0["groups"]["payments"].items.count == 2 })
    let grave = sound.submission.findings.filter { $0.severity >= .warning }
    #expect(grave.isEmpty, "\(grave.map(\.message.en))")
    #expect(!(try Outcome(lines: paper(last: "71.00"))).findings("FT04").isEmpty)
  }
}
