extension MadeSubmission {
  /// The same submission with all that looks like an error and is none: dates as targets, growth over
  /// 100 %, savings, parts of rows, subtotals, weights, amounts in words, other years' money.
  package func hardened(_ random: inout SplitMix) -> MadeSubmission {
    var hard = self
    for form in hard.forms.indices {
      if random.once(in: 2) { hard.addDate(form) }
      if random.once(in: 3) { hard.addGrowth(form, random.below(60)) }
      if random.once(in: 3) { hard.addSavings(form, 1 + random.below(40)) }
      if random.once(in: 3) { hard.addWeights(form) }
      switch random.below(7) {
      case 2: hard.addQuarters(form, &random) { sum, _ in sum }
      case 3: hard.addCourses(form, &random) { sum, _ in sum }
      case 4: hard.addRise(form, &random) { sum, _ in sum }
      case 0: hard.forms[form].goal += "其中合同金额人民币壹佰贰拾万元整（¥1,200,000.00）。"
      case 1:
        let more = 1 + random.below(90), last = 100 + random.below(900)
        hard.forms[form].goal += "上年同类支出\(last + more)万元，比前年的\(last)万元增加\(more)万元。"
      default: break
      }
    }
    for row in hard.rows.indices where random.once(in: 4) {
      hard.rows[row].part = Self.print(Plant.hundredths(hard.rows[row].amount) / 3)
    }
    hard.addSubtotals()
    if random.once(in: 3) { hard.addExecution(&random) }
    return hard
  }

  private mutating func add(
    _ form: Int, behind level: String, _ indicator: Indicator
  ) {
    guard let place = forms[form].indicators.firstIndex(where: { $0.level2 == level }) else {
      return
    }
    forms[form].indicators.insert(indicator, at: place + 1)
  }

  private mutating func addDate(_ form: Int) {
    add(
      form, behind: "时效指标",
      Indicator(
        level1: "", level2: "", name: "全部完工时间", comparator: "", bound: "", boundUnit: "", unit: "",
        target: "\(year)年12月31日"))
  }

  private mutating func addGrowth(_ form: Int, _ more: Int) {
    add(
      form, behind: "社会效益指标",
      Indicator(
        level1: "", level2: "", name: "办理量同比增长率", comparator: "≥", bound: "\(100 + more)",
        boundUnit: "%", unit: "%", target: "\(100 + more)"))
  }

  private mutating func addSavings(_ form: Int, _ amount: Int) {
    add(
      form, behind: "经济效益指标",
      Indicator(
        level1: "", level2: "", name: "节约运行经费", comparator: "≥", bound: "\(amount)",
        boundUnit: "万元",
        unit: "万元", target: "\(amount)"))
  }

  /// Gives each indicator of a form a weight, 100 altogether.
  mutating func addWeights(_ form: Int) {
    let count = forms[form].indicators.count
    for place in 0..<count {
      forms[form].indicators[place].weight = "\(100 / count + (place < 100 % count ? 1 : 0))"
    }
  }

  /// Says of each row what was spent and what rate of its amount that is.
  mutating func addExecution(_ random: inout SplitMix) {
    for row in rows.indices {
      let amount = Plant.hundredths(rows[row].amount)
      let spent = amount * (60 + random.below(41)) / 100
      rows[row].executed = Self.print(spent)
      rows[row].rate = Self.print((spent * 10_000 + amount / 2) / amount)
    }
  }

  /// Puts a subtotal below each third row.
  mutating func addSubtotals() {
    var sum = 0
    for row in rows.indices {
      sum += Plant.hundredths(rows[row].amount)
      guard row % 3 == 2 else { continue }
      rows[row].subtotal = Self.print(sum)
      sum = 0
    }
  }
}
