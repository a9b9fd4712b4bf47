import Testing
import Tieout

@Suite("Totals of sections by the word of the whole's")
struct SectionTotalsTests {
  private static let head = "序号\t项目名称\t主管部门\t金额\t备注"
  private static let caption = ["", "单位：万元", ""]

  /// Two tables with a title and a total each, and what stands behind them.
  private static func outcome(_ first: String, _ second: String, _ rest: [String] = []) throws
    -> Outcome
  {
    try Outcome(
      lines: ["2025年一般公共预算项目绩效目标汇总表"] + caption + [
        head, "1\t污水处理\t县水务局\t1508.60\t", "2\t文化站\t县文旅局\t96.80\t", "合计\t\t\t\(first)\t", "",
        "2025年政府性基金预算项目绩效目标汇总表",
      ] + caption + [
        head, "1\t停车诱导\t县公安局\t310.00\t", "2\t土地收储\t县资源局\t2040.00\t",
        "合计\t\t\t\(second)\t",
      ] + rest)
  }

  @Test("Each adds up the rows above it, and none is the whole's")
  func sections() throws {
    let sound = try Self.outcome("1605.40", "2350.00")
    #expect(sound.submission.findings.isEmpty)
    #expect(sound.submission.summary.total == nil)
    #expect(sound.rows.count == 4)
    let wrong = try Self.outcome("1605.40", "2530.00")
    #expect(wrong.submission.findings.map(\.check) == ["FT03"])
    #expect(wrong.findings("FT03").first?.difference == "180.00")
  }

  @Test("Right below the last section's stands the whole's")
  func whole() throws {
    let sound = try Self.outcome("1605.40", "2350.00", ["总计\t\t\t3955.40\t"])
    #expect(sound.submission.findings.isEmpty)
    #expect(sound.json["summary"]["total"]["fields"]["amount"].string == "3955.40")
    let wrong = try Self.outcome("1605.40", "2350.00", ["总计\t\t\t3995.40\t"])
    #expect(wrong.submission.findings.map(\.check) == ["FT01"])
  }

  @Test("A total on each page, and one above all rows, stays the whole's")
  func pages() throws {
    let repeated = try Self.outcome("3955.40", "3955.40")
    #expect(repeated.json["summary"]["total"]["fields"]["amount"].string == "3955.40")
    let running = try Self.outcome("1605.40", "3955.40")
    #expect(running.submission.findings.isEmpty)
    #expect(running.json["summary"]["total"]["fields"]["amount"].string == "3955.40")
  }
}
