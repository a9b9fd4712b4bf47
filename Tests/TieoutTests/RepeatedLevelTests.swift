import Testing
import Tieout

/// Several provinces print `满意度指标` as the first level and as the second.
@Suite("A first level that the second says again")
struct RepeatedLevelTests {
  private func indicators(_ rows: [String]) throws -> (items: [JSON], outcome: Outcome) {
    let outcome = try Outcome(
      lines: [
        "2024年项目预算汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t预算数", "1\t课后服务\t市教育局\t960.00",
        "合计\t\t\t960.00", "", "项目绩效目标表", "", "项目名称\t课后服务\t项目单位\t市教育局",
        "预算数（万元）\t960.00\t年度目标\t做好课后服务", "一级指标\t二级指标\t三级指标\t指标值",
      ] + rows)
    return (outcome.details[0]["groups"]["indicators"].items, outcome)
  }

  private let benefit = "效益指标\t社会效益指标\t受益学生\t≥3.2万人"

  @Test("Both are read as they are printed")
  func repeated() throws {
    let (items, outcome) = try indicators([benefit, "满意度指标\t满意度指标\t家长满意度\t≥90%"])
    #expect(items.map { $0["level1"].string } == ["效益指标", "满意度指标"])
    #expect(items.map { $0["level2"].string } == ["社会效益指标", "满意度指标"])
    #expect(outcome.submission.repairs.isEmpty)
  }

  @Test("A second level that cannot be read leaves the first one as it is printed")
  func unreadable() throws {
    let (items, _) = try indicators([benefit, "满意度指标\t家长学生评价\t家长满意度\t≥90%"])
    #expect(items.map { $0["level1"].string } == ["效益指标", "满意度指标"])
    #expect(items[1]["level2"].string == nil)
  }

  @Test("Blank levels are still carried down, and a lost first level is that of its second")
  func carried() throws {
    let (items, _) = try indicators([
      benefit, "\t\t受益家长\t≥1万人", "\t服务对象满意度指标\t家长满意度\t≥90%",
    ])
    #expect(items.map { $0["level2"].string } == ["社会效益指标", "社会效益指标", "服务对象满意度指标"])
    #expect(items.prefix(2).map { $0["level1"].string } == ["效益指标", "效益指标"])
    #expect(items[2]["level1"].string?.hasSuffix("满意度指标") == true)
  }
}
