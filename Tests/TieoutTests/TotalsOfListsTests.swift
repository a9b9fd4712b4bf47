import Testing
import Tieout

@Suite("Totals of lists that the profile does not know")
struct TotalsOfListsTests {
  /// A summary of two schools, and a form with a list of equipment for each.
  private static func totals(_ heads: String, _ sums: [String]) throws -> [String?] {
    let summary = [
      "2025年设备购置项目绩效目标汇总表", "", "序号\t项目名称\t设备数量\t预算金额（万元）\t备注", "1\t第一中学\t212\t69.8\t",
      "2\t实验小学\t12\t17.52\t", "合计\t\t224\t87.32\t", "",
    ]
    let forms = zip(["第一中学", "实验小学"], sums).flatMap { name, sum in
      [
        "设备购置项目绩效目标表", "", "项目名称\t\(name)\t项目负责人\t陈甲\t\t", heads, "1\t平板\t台\t12\t500\t0.6",
        "合计\t\(sum)", "一级指标\t二级指标\t三级指标\t\t指标值\t备注", "产出指标\t数量指标\t购置数量\t\t≥12台\t",
        "满意度指标\t服务对象满意度指标\t师生满意度\t\t≥95%\t", "",
      ]
    }
    let details = try Outcome(lines: summary + forms).json["details"]
    return details.items.map { $0["fields"]["total"].string }
  }

  @Test(
    "The sum is the number below the head of money, not the count before it",
    arguments: [
      "序号\t设备名称\t单位\t数量\t单价（元）\t金额（万元）", "序号\t设备名称\t单位\t数量\t单价\t金额",
    ])
  func money(_ heads: String) throws {
    #expect(
      try Self.totals(heads, ["\t\t212\t\t69.8", "\t\t12\t\t17.52"]) == ["69.8", "17.52"])
  }

  @Test("A sum before a count and a price is the sum, and so is one behind both")
  func price() throws {
    let first = "序号\t设备名称\t总价（元）\t数量\t单价（元）\t品牌"
    let sums = ["\t69.8\t212\t500\t", "\t17.52\t12\t500\t"]
    #expect(try Self.totals(first, sums) == ["69.8", "17.52"])
    let last = "序号\t设备名称\t单位\t数量\t单价（元）\t金额"
    let behind = ["\t\t212\t500\t69.8", "\t\t12\t500\t17.52"]
    #expect(try Self.totals(last, behind) == ["69.8", "17.52"])
  }

  @Test("Where one number stands there, it is the sum whatever stands above it")
  func alone() throws {
    let heads = "序号\t设备名称\t单位\t数量\t单价（元）\t小计"
    #expect(
      try Self.totals(heads, ["\t\t\t\t69.8", "\t\t\t\t17.52"]) == ["69.8", "17.52"])
  }
}
