import Testing
import Tieout

@Suite("Sums in words in the cell of their digits, and quantities with words of measure")
struct WordsBesideDigitsTests {
  private static func paper(total: String, quantity: String = "2套") throws -> Outcome {
    var lines = [
      "2025年政府采购合同汇总表", "", "序号\t采购编号\t采购项目名称\t合同金额（元）\t成交供应商",
      "1\tCG-01\t会议室音响系统\t49,400.00\t宏声音响有限公司",
      "2\tCG-02\t办公电脑采购\t128,500.00\t新华电脑有限公司", "合计\t\t\t177,900.00\t",
    ]
    let forms = [
      ("CG-01", "会议室音响系统", "宏声音响有限公司", total),
      ("CG-02", "办公电脑采购", "新华电脑有限公司", "128,500.00元（大写：壹拾贰万捌仟伍佰元整）"),
    ]
    for (place, (code, name, supplier, total)) in forms.enumerated() {
      lines += [
        "", "政府采购合同备案表", "", "合同编号\t\(code)", "项目名称\t\(name)", "中标供应商\t\(supplier)",
        "合同总价\t\(total)", "履约期限\t自合同签订之日起30日内", "", "货物名称\t数量\t金额（元）",
        "货物\t\(quantity)\t\(place == 0 ? "49,400.00" : "128,500.00")",
      ]
    }
    return try Outcome(lines: lines)
  }

  private static func words(_ outcome: Outcome) -> String? {
    outcome.details[0]["fields"]["total_in_words"].value
  }

  @Test(
    "The words beside the digits are the sum in words, and are compared with them",
    arguments: [
      "49,400.00元（大写：肆万玖仟捌佰元整）", "49,400.00元（大写肆万玖仟捌佰元整）", "49,400.00元（肆万玖仟捌佰元整）",
      "人民币肆万玖仟捌佰元整（¥49,400.00）", "肆万玖仟捌佰元整（小写：49,400.00元）",
    ])
  func compared(_ total: String) throws {
    let outcome = try Self.paper(total: total)
    #expect(outcome.submission.profile.id == "cn-procurement")
    #expect(Self.words(outcome) == "肆万玖仟捌佰元整")
    #expect(outcome.details[0]["fields"]["total"].string == "49400.00")
    #expect(outcome.findings("AG06").map(\.records) == [["detail/1"]])
    #expect(outcome.submission.unplaced().isEmpty)
  }

  @Test("Words that agree are no finding, and other remarks are no words")
  func sound() throws {
    let sound = try Self.paper(total: "49,400.00元（大写：肆万玖仟肆佰元整）")
    #expect(sound.findings("AG06").isEmpty)
    let other = try Self.paper(total: "49,400.00元（含税）")
    #expect(Self.words(other) == nil && !other.submission.unplaced().isEmpty)
    let part = try Self.paper(total: "49,400.00元（质保金：陆仟元整）")
    #expect(Self.words(part) == nil && part.findings("AG06").isEmpty)
  }

  @Test(
    "A number with one character behind it that measures is a quantity, no unit need be known",
    arguments: ["40组", "350,000页", "3 盏"])
  func measured(_ quantity: String) throws {
    let outcome = try Self.paper(total: "49,400.00元", quantity: quantity)
    #expect(outcome.findings("ST06").isEmpty)
    #expect(
      outcome.details[0]["groups"]["lines"].items[0]["quantity"].string
        == quantity.filter(\.isASCIIDigit))
  }

  @Test("What a number names is no quantity", arguments: ["3号", "第3组", "3号楼", "3千", "10余"])
  func named(_ quantity: String) throws {
    let outcome = try Self.paper(total: "49,400.00元", quantity: quantity)
    #expect(outcome.details[0]["groups"]["lines"].items[0]["quantity"].string == quantity)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
