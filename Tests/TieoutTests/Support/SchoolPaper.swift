import Tieout

/// A small budget paper of three projects, in which everything agrees.
struct SchoolPaper {
  /// The rows of the summary between its head and its total.
  var rows = [
    "1\t某区一小\t教育局\t图书角建设项目\t120.00\t", "2\t某区二小\t教育局\t路灯更换项目\t80.50\t",
    "3\t某区三小\t教育局\t操场翻新项目\t60.00\t",
  ]
  var total = "合计\t\t\t\t260.50\t"
  var head = "序号\t预算单位\t主管部门\t项目名称\t金额\t备注"
  /// The lines of each form that state its money.
  var money = [
    ["资金总额（万元）\t120.00"], ["资金总额（万元）\t80.50"], ["资金总额（万元）\t60.00"],
  ]
  /// The text, unit and target of each form's indicator of time.
  var time = [
    "完成及时率≥95%\t%\t95", "完成及时率≥95%\t%\t95", "完成及时率≥95%\t%\t95",
  ]

  private static let names = ["图书角建设项目", "路灯更换项目", "操场翻新项目"]
  private static let goals = [
    "新建图书角十二处，让学生随时有书可读，养成阅读习惯。", "更换校园老旧路灯，保障师生夜间出行安全，降低能耗。",
    "翻新塑胶跑道和球场，改善体育教学条件，增强学生体质。",
  ]

  /// The paper as recognition would write it.
  var lines: [String] {
    var lines = ["某区2024年预算绩效目标汇总表", "单位：万元", head] + rows + [total]
    for (place, name) in Self.names.enumerated() {
      let amount = money[place][0].split(separator: "\t").last ?? ""
      lines += [
        "", "项目绩效目标表", "项目名称\t\(name)", "主管部门\t教育局\t实施单位\t某区\(["一", "二", "三"][place])小",
        "负责人\t\(["张三", "李四", "王五"][place])\t联系电话\t1380000000\(place)",
      ]
      lines += money[place]
      lines += [
        "绩效目标\t\(Self.goals[place])", "一级指标\t二级指标\t三级指标\t计量单位\t目标值",
        "产出指标\t数量指标\t完成数量≥\(place + 10)个\t个\t\(place + 10)", "\t质量指标\t验收合格率≥95%\t%\t95",
        "\t时效指标\t\(time[place])", "\t成本指标\t项目成本≤\(amount)万元\t万元\t\(amount)",
        "效益指标\t社会效益指标\t受益人数≥\(place + 5)00人\t人\t\(place + 5)00",
        "满意度指标\t服务对象满意度指标\t学生满意度≥90%\t%\t90",
      ]
    }
    return lines
  }
}
