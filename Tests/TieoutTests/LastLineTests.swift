import Testing
import Tieout

/// A line between two forms belongs to one of them: which, the first and the last form tell.
@Suite("Lines between forms")
struct LastLineTests {
  private static let amounts = ["46032.00", "75925.00", "11934.00"]

  /// Contracts whose total stands in a line, below the table or between title and table.
  private static func paper(isBelow: Bool) -> [String] {
    var lines = ["2024年政府采购合同备案汇总表", "", "单位：元", "", "序号\t合同编号\t采购项目名称\t中标供应商\t合同金额"]
    for (index, amount) in amounts.enumerated() {
      lines.append("\(index + 1)\tHT2024-01\(index)\t设备采购\(index + 1)\t云岭科技有限公司\t\(amount)")
    }
    lines += ["合计\t\t\t\t133891.00", ""]
    for (index, amount) in amounts.enumerated() {
      let total = ["合同总价：\(amount)元", ""]
      lines += ["政府采购合同信息表", "", "合同编号：HT2024-01\(index)", "", "采购项目名称：设备采购\(index + 1)", ""]
      lines += isBelow ? [] : total
      lines += ["序号\t品名\t单位\t数量\t单价\t金额", "1\t主设备\t台\t1\t\(amount)\t\(amount)", ""]
      lines += isBelow ? total : []
    }
    return lines
  }

  @Test(
    "A total in a line below each table is that form's own, as it is above the table",
    arguments: [true, false])
  func totals(_ isBelow: Bool) throws {
    let outcome = try Outcome(lines: Self.paper(isBelow: isBelow))
    #expect(outcome.submission.profile.id == "cn-procurement")
    let totals = outcome.details.map { $0["fields"]["total"].string }
    #expect(totals == Self.amounts)
    #expect(outcome.submission.findings.allSatisfy { $0.severity < .warning })
  }
}
