/// Prints a submission as an engine would read the paper: paragraphs, and rows with tabs.
package enum Page {
  /// How many rows stand on a page of the summary.
  private static let rowsOnAPage = 24

  /// The submission's lines.
  package static func lines(_ made: MadeSubmission) -> [String] {
    var lines = letter(made)
    lines += summary(made)
    for form in made.forms { lines += page(form, made.year) }
    return lines
  }

  private static func letter(_ made: MadeSubmission) -> [String] {
    [
      "\(made.city)财政局文件", "", "关于\(made.year)年度预算项目绩效目标情况的报告", "", "市人大：", "",
      "现将\(made.year)年度预算项目绩效目标情况报告如下：本次共报送项目\(made.statedCount)个，预算金额合计"
        + "\(MadeSubmission.print(made.statedSum))万元。请予审阅。", "",
      "附件：\(made.year)年度项目支出预算绩效目标汇总表", "", "\(made.city)财政局", "",
      "\(made.year)年3月8日", "",
    ]
  }

  private static func summary(_ made: MadeSubmission) -> [String] {
    var lines: [String] = []
    let isExecuted = made.rows.contains { !$0.executed.isEmpty }
    for start in stride(from: 0, to: max(made.rows.count, 1), by: rowsOnAPage) {
      lines += [
        "\(made.year)年度项目支出预算绩效目标汇总表", "", "填报科室：绩效科", "", "单位：万元", "",
        "序号\t预算单位简称\t主管部门简称\t财政局归口科室\t项目名称\t金额\t备注"
          + (isExecuted ? "\t执行数\t执行率" : ""),
      ]
      if start == 0 { lines.append("合计\t\t\t\t\t\(MadeSubmission.print(made.total))\t") }
      for row in made.rows[start..<min(start + rowsOnAPage, made.rows.count)] {
        lines.append(
          "\(row.number)\t\(row.unit)\t\(row.department)\t\(row.office)\t\(row.project)\t"
            + "\(row.amount)\t\(row.note)" + (isExecuted ? "\t\(row.executed)\t\(row.rate)%" : ""))
        if !row.part.isEmpty { lines.append("\t\t\t\t其中：设备购置\t\(row.part)\t") }
        if !row.subtotal.isEmpty { lines.append("小计\t\t\t\t\t\(row.subtotal)\t") }
      }
      lines.append("")
    }
    return lines
  }

  private static func page(_ form: MadeSubmission.Form, _ year: Int) -> [String] {
    var lines = [
      "\(year)年度项目支出预算绩效目标表", "", "填报单位：\(form.unit)", "",
      "项目名称\t\(form.project)\t\t\t\t",
      "单位名称\t\(form.unit)\t主管部门\t\(form.department)\t\t",
      "单位负责人\t\(form.head)\t联系电话\t\(form.headPhone)\t\t",
      "财务负责人\t\(form.financeHead)\t联系电话\t\(form.financePhone)\t\t",
      "预算资金来源（万元）\t合计\t\(form.total)\t备注\t\t",
    ]
    for (index, amount) in form.funding.enumerated() {
      let note = amount.isEmpty ? "" : form.fundingNote
      lines.append("\t\(index + 1)、\(MadeSubmission.sources[index])\t\(amount)\t\(note)\t\t")
    }
    lines.append("年度总体目标\t\(form.goal)\t\t\t\t")
    let isWeighted = form.indicators.contains { !$0.weight.isEmpty }
    lines.append(
      "绩效指标\t一级指标\t二级指标\t三级指标\t计量单位\t目标值" + (isWeighted ? "\t权重" : ""))
    for line in form.indicators {
      lines.append(
        "\t\(line.level1)\t\(line.level2)\t\(line.name)\(line.comparator)\(line.bound)"
          + "\(line.boundUnit)\t\(line.unit)\t\(line.target)"
          + (isWeighted ? "\t\(line.weight)" : ""))
    }
    lines += [
      "",
      "备注：产出、效益、满意度指标均需填列。涉及带率的指标，目标值应不低于\(form.leastRate)。", "",
    ]
    return lines
  }
}
