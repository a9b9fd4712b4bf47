/// One and the same submission as different offices lay it out: three projects of two bodies.
struct OfficePaper {
  struct Project {
    var name: String
    var body: String
    var head: String
    var phone: String
    var total: String
    var fiscal: String
    var other: String
    var goal: String { "按照年度计划完成\(name)各项任务，群众基本需求得到满足。" }
  }

  static let projects = [
    Project(
      name: "乡村道路养护补助资金", body: "某县交通运输局", head: "陶立新", phone: "0400-5551201",
      total: "180.37", fiscal: "150.00", other: "30.37"),
    Project(
      name: "渡口船舶检测经费", body: "某县交通运输局", head: "陶立新", phone: "0400-5551201", total: "64.50",
      fiscal: "64.50", other: "0.00"),
    Project(
      name: "山洪灾害监测设施维护费", body: "某县水务局", head: "贺云", phone: "0400-5551307", total: "212.80",
      fiscal: "200.00", other: "12.80"),
  ]
  static let total = "457.67"

  /// How an office prints the summary.
  enum Summary: CaseIterable {
    case plain
    case merged
    case counted
    case split
  }

  /// How an office prints the form of a project.
  enum Form: CaseIterable {
    case central
    case weighted
    case lines
    case twoGoals
    case below
  }

  var summary: Summary
  var form: Form

  var lines: [String] { summaryLines + Self.projects.flatMap(formLines) }

  private var summaryLines: [String] {
    var lines = ["附件1", "", "2023年项目支出绩效目标汇总表", "", "单位：万元", ""]
    let numbered = Self.projects.enumerated().map { (number: $0 + 1, project: $1) }
    switch summary {
    case .plain:
      lines.append("序号\t预算单位\t主管部门\t项目名称\t金额\t备注")
      lines += numbered.map {
        "\($0.number)\t\($0.project.body)\t\($0.project.body)\t\($0.project.name)\t\($0.project.total)\t"
      }
      lines.append("合计\t\t\t\t\(Self.total)\t")
    case .merged:
      lines += [
        "主管部门\t序号\t项目名称\t实施单位\t预算金额", "总计\t\t\t\t\(Self.total)",
        "某县交通运输局\t1\t乡村道路养护补助资金\t某县交通运输局\t180.37",
        "\t2\t渡口船舶检测经费\t某县交通运输局\t64.50", "小计\t\t\t\t244.87",
        "某县水务局\t3\t山洪灾害监测设施维护费\t某县水务局\t212.80", "\t4\t河长制工作经费\t某县水务局\t0.00", "小计\t\t\t\t212.80",
      ]
    case .counted:
      lines += [
        "序号\t项目名称\t预算单位\t年度预算\t备注", "（一）\t某县交通运输局\t\t244.87\t",
        "1\t乡村道路养护补助资金\t某县交通运输局\t180.37\t", "2\t渡口船舶检测经费\t某县交通运输局\t64.50\t",
        "（二）\t某县水务局\t\t212.80\t", "3\t山洪灾害监测设施维护费\t某县水务局\t212.80\t", "\t总  计\t\t\(Self.total)\t",
      ]
    case .split:
      lines += ["序号\t主管部门\t单位名称\t项目名称\t预算数\t\t", "\t\t\t\t小计\t财政拨款\t其他资金"]
      lines += numbered.map {
        "\($0.number)\t\($0.project.body)\t\($0.project.body)\t\($0.project.name)\t\($0.project.total)"
          + "\t\($0.project.fiscal)\t\($0.project.other)"
      }
      lines.append("合  计\t\t\t\t\(Self.total)\t414.50\t43.17")
    }
    return lines + [""]
  }

  private func formLines(_ project: Project) -> [String] {
    let (name, body, goal) = (project.name, project.body, project.goal)
    switch form {
    case .central:
      return [
        "项目支出绩效目标表", "", "（2023年度）", "", "项目名称\t\(name)\t\t", "主管部门\t\(body)\t实施单位\t\(body)",
        "项目负责人\t\(project.head)\t联系电话\t\(project.phone)",
        "项目资金（万元）\t年度资金总额\t\(project.total)\t", "\t其中：财政拨款\t\(project.fiscal)\t",
        "\t其他资金\t\(project.other)\t", "年度总体目标\t\(goal)\t\t", "一级指标\t二级指标\t三级指标\t指标值",
        "产出指标\t数量指标\t维护次数\t≥51次", "\t质量指标\t验收合格率\t≥95%",
        "满意度指标\t服务对象满意度指标\t群众满意度\t≥90%", "",
      ]
    case .weighted:
      return [
        "2023年度部门预算项目绩效目标申报表", "", "填报单位：\(body)    单位：万元", "",
        "项目名称\t\(name)\t项目负责人及电话\t\(project.head) \(project.phone)\t\t",
        "主管部门\t\(body)\t实施单位\t\(body)\t\t",
        "资金情况\t资金总额：\t\(project.total)\t\t\t", "\t其中：财政拨款\t\(project.fiscal)\t\t\t",
        "\t其他资金\t\(project.other)\t\t\t", "总体目标\t\(goal)\t\t\t\t",
        "绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t权重",
        "\t产出指标\t数量指标\t维护次数\t≥51次\t40", "\t\t质量指标\t验收合格率\t≥95%\t40",
        "\t满意度指标\t服务对象满意度指标\t群众满意度\t≥90%\t20", "",
      ]
    case .lines:
      return [
        "项目绩效目标表", "", "项目名称：\(name)    项目类别：经常性项目", "", "主管部门：\(body)    实施单位：\(body)", "",
        "预算金额\t财政拨款\t其他资金\t负责人\t联系电话",
        "\(project.total)万元\t\(project.fiscal)\t\(project.other)\t\(project.head)\t\(project.phone)",
        "",
        "绩效目标\t\(goal)\t\t\t\t\t", "一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t权重",
        "产出指标\t数量指标\t维护次数\t≥\t51\t次\t40", "\t质量指标\t验收合格率\t≥\t95\t%\t40",
        "满意度指标\t服务对象满意度指标\t群众满意度\t≥\t90\t%\t20", "",
      ]
    case .twoGoals:
      return [
        "项目支出绩效目标申报表", "", "（2023年度）", "", "专项（项目）名称\t\(name)\t\t\t",
        "主管部门及代码\t\(body)（105）\t实施单位\t\(body)\t",
        "负责人\t\(project.head)\t联系电话\t\(project.phone)\t", "资金情况（万元）\t年度金额：\t\(project.total)\t\t",
        "\t其中：财政拨款\t\(project.fiscal)\t\t", "\t其他资金\t\(project.other)\t\t", "总体目标\t实施期目标\t\t年度目标\t",
        "\t三年内健全长效机制。\t\t\(goal)\t", "绩效指标\t一级指标\t二级指标\t三级指标\t指标值", "\t产出指标\t数量指标\t维护次数\t≥51次",
        "\t\t质量指标\t验收合格率\t≥95%", "\t满意度指标\t服务对象满意度指标\t群众满意度\t≥90%", "",
      ]
    case .below:
      return [
        "2023年部门预算项目支出绩效目标批复表", "", "单位：万元", "",
        "项目名称\t主管部门\t实施单位\t项目负责人\t联系电话\t资金总额\t财政拨款\t其他资金",
        "\(name)\t\(body)\t\(body)\t\(project.head)\t\(project.phone)\t\(project.total)\t\(project.fiscal)\t\(project.other)",
        "年度绩效目标\t\(goal)\t\t\t\t\t\t", "一级指标\t二级指标\t三级指标\t\t指标目标内容\t\t计量单位\t分值",
        "产出指标\t数量指标\t维护次数\t\t≥51\t\t次\t40", "\t质量指标\t验收合格率\t\t≥95\t\t%\t40",
        "满意度指标\t服务对象满意度指标\t群众满意度\t\t≥90\t\t%\t20", "",
      ]
    }
  }
}
