import Testing
import TieoutModel
import TieoutRecords

@testable import TieoutStages

@Suite("Where cells may stay")
struct CellFitTests {
  @Test(
    "a cell suits a column exactly if it costs no more there than is tolerable",
    arguments: [
      "95", "1,526.00", "417.312", "123456789", "12O6.39", "约30万元", "-5", "（3）", "≥95%", "不低于95%",
      "万元", "%", "人次", "件", "困难残疾人生活补贴人数≥8694人", "服务对象满意率", "负责人", "近年来的发放率", "2024年12月底前",
      "12月", "第四季度前", "March 2024", "Outputs", "at least 5", "无", "—", "青汇市民政局", "T20240001号",
      "部门项目款", "采购未支付资金，明年一季度由财政局支付", "甲", "≥95", "≤12", "≥",
    ])
  func suits(_ printed: String) throws {
    let profile = try #require(BuiltInProfiles.load("cn-budget-performance"))
    let text = Array(printed.utf8)
    var cell = Document.Cell(text: Slice(0..<text.count), column: 0)
    for group in [nil] + profile.detail.groups.indices.map(Optional.init) {
      let fit = CellFit(profile, group: group)
      for column in fit.specs.indices where fit.types[column] != .term {
        for label in [LabelID.none, LabelID(rawValue: 1)] {
          cell.label = label
          let isTolerable = fit.cost(cell, column, text) <= CellFit.tolerable
          #expect(fit.suits(cell, column, text) == isTolerable)
        }
      }
    }
  }
}
