extension Plant {
  /// Errors of figures.
  static let figures: [Plant] = [
    Plant("summary total that is not the rows' sum", ["FT01", "FT02"], .figures) {
      made, random in
      made.total = random.changed(made.total, by: 100, 90_000)
      made.statedSum = made.total
      return []
    },
    Plant("digits transposed on a row", ["AG01", "UN01"], .figures) { made, random in
      guard let form = made.form(&random, where: { transposed($0.total) != nil }),
        let other = transposed(made.forms[form].total)
      else { return nil }
      made.rows[form].amount = other
      return made.records(form)
    },
    Plant("amount that differs between row and form", ["AG01"], .figures) { made, random in
      let form = random.below(made.forms.count)
      made.rows[form].amount = MadeSubmission.print(
        random.changed(hundredths(made.forms[form].total), by: 1, 50_000))
      return made.records(form)
    },
    Plant("amount in another unit on the row", ["UN01"], .figures) { made, random in
      let form = random.below(made.forms.count)
      made.rows[form].amount = "\(hundredths(made.forms[form].total) * 100)"
      return made.records(form)
    },
    Plant("sources that do not add up to the total", ["FT04"], .figures) { made, random in
      let form = random.below(made.forms.count)
      guard let part = made.forms[form].funding.firstIndex(where: { !$0.isEmpty }) else {
        return nil
      }
      let amount = hundredths(made.forms[form].funding[part])
      made.forms[form].funding[part] = MadeSubmission.print(
        random.changed(amount, by: 10, 9_000))
      return made.records(form)
    },
    Plant("cost indicator unlike the total", ["AG02", "AG03", "FT05"], .figures) {
      made, random in
      guard let (form, line) = made.place(&random, where: { $0.name.hasSuffix("总成本") }) else {
        return nil
      }
      let other = MadeSubmission.print(
        random.changed(hundredths(made.forms[form].total), by: 100, 9_000))
      made.forms[form].indicators[line].bound = other
      made.forms[form].indicators[line].target = other
      return made.records(form)
    },
    Plant("cost items that do not add up to the total", ["FT05", "AG02"], .figures) {
      made, random in
      guard let (form, line) = made.place(&random, where: { $0.name.hasSuffix("安装施工成本") })
      else { return nil }
      let amount = random.changed(
        hundredths(made.forms[form].indicators[line].bound), by: 100, 5_000)
      made.forms[form].indicators[line].bound = MadeSubmission.print(amount)
      made.forms[form].indicators[line].target = MadeSubmission.print(amount)
      return made.records(form)
    },
    Plant("target unlike its text", ["AG03"], .figures) { made, random in
      guard
        let (form, line) = made.place(&random, where: { $0.level2 == "数量指标" })
      else { return nil }
      made.forms[form].indicators[line].target += "\(1 + random.below(9))"
      return made.records(form)
    },
    Plant("rate in the text unlike its target", ["AG03"], .figures) { made, random in
      guard let (form, line) = made.place(&random, where: { $0.unit == "%" && $0.bound != "100" })
      else { return nil }
      made.forms[form].indicators[line].target = "100"
      return made.records(form)
    },
    Plant("list in the goal that does not add up", ["NR01"], .figures) { made, random in
      guard let form = made.form(&random, where: { $0.goal.contains("，其中：设备购置") }) else {
        return nil
      }
      let goal = made.forms[form].goal
      guard let start = goal.firstRange(of: "安装施工")?.upperBound,
        let end = goal[start...].firstRange(of: "万元")?.lowerBound
      else { return nil }
      let amount = hundredths(String(goal[start..<end])) + 100 + random.below(9_000)
      made.forms[form].goal.replaceSubrange(start..<end, with: MadeSubmission.print(amount))
      return made.records(form)
    },
    Plant("product in the goal that is wrong", ["NR01", "FT06"], .figures) { made, random in
      guard let form = made.form(&random, where: { $0.goal.contains("元测算") }) else { return nil }
      let goal = made.forms[form].goal
      guard let range = goal.firstRange(of: "元测算，") else { return nil }
      // The price gets one more digit before 元.
      made.forms[form].goal.insert(contentsOf: "0", at: range.lowerBound)
      return made.records(form)
    },
    Plant("amount in the goal unlike the total", ["NR02"], .figures) { made, random in
      guard
        let form = made.form(
          &random, where: { !$0.goal.contains("合计") && !$0.goal.contains("共需") })
      else { return nil }
      let goal = made.forms[form].goal
      guard let start = goal.firstRange(of: "安排资金")?.upperBound,
        let end = goal[start...].firstRange(of: "万元")?.lowerBound
      else { return nil }
      let amount = random.changed(hundredths(made.forms[form].total), by: 1_000, 9_000)
      made.forms[form].goal.replaceSubrange(start..<end, with: MadeSubmission.print(amount))
      return made.records(form)
    },
    Plant("count in the goal unlike its indicator", ["NR02"], .figures) { made, random in
      guard
        let form = made.form(&random, where: { !$0.goal.contains("共需") }),
        let line = made.indicator(form, where: { $0.level2 == "数量指标" })
      else { return nil }
      let bound = Int(made.forms[form].indicators[line].bound) ?? 0
      // An indicator that asks for less than is planned contradicts nothing.
      let other = "\(bound + 7 + random.below(50))"
      made.forms[form].indicators[line].bound = other
      made.forms[form].indicators[line].target = other
      return made.records(form)
    },
    Plant("total unlike the forms where a row is blank", ["FT02"], .figures) { made, random in
      made.rows[random.below(made.rows.count)].amount = ""
      made.total = random.changed(made.total, by: 100, 90_000)
      made.statedSum = made.total
      return []
    },
    Plant("rate of execution that is wrong", ["FT06"], .figures) { made, random in
      made.addExecution(&random)
      let row = random.below(made.rows.count)
      let rate = hundredths(made.rows[row].rate)
      made.rows[row].rate = MadeSubmission.print(rate > 5_000 ? rate - 110 : rate + 110)
      return ["summary/\(row + 1)"]
    },
    Plant("sum of figures too coarse to show an error", ["FT09"], .figures) { made, _ in
      for row in made.rows.indices {
        made.rows[row].amount = "\((hundredths(made.rows[row].amount) + 50) / 100)"
      }
      return []
    },
    Plant("subtotal that is not its rows' sum", ["FT03"], .figures) { made, random in
      made.addSubtotals()
      guard let row = made.rows.indices.first(where: { !made.rows[$0].subtotal.isEmpty }) else {
        return nil
      }
      let sum = random.changed(hundredths(made.rows[row].subtotal), by: 100, 9_000)
      made.rows[row].subtotal = MadeSubmission.print(sum)
      return []
    },
    Plant("weights that do not make 100", ["FT07"], .figures) { made, random in
      let form = random.below(made.forms.count)
      made.addWeights(form)
      let weight = Int(made.forms[form].indicators[0].weight) ?? 0
      made.forms[form].indicators[0].weight = "\(weight + 1 + random.below(9))"
      return ["detail/\(form + 1)"]
    },
    Plant("amount with more decimals than its column", ["FT08"], .figures) { made, random in
      let form = random.below(made.forms.count)
      let total = hundredths(made.forms[form].total)
      made.rows[form].amount = "\(total / 100).\(total % 100 < 10 ? "0" : "")\(total % 100)00"
      return ["summary/\(form + 1)"]
    },
    Plant("amount in words unlike its digits", ["AG06"], .figures) { made, random in
      let form = random.below(made.forms.count)
      made.forms[form].goal += "合同金额人民币壹佰贰拾万元整（¥1,2\(1 + random.below(8))0,000.00）。"
      return ["detail/\(form + 1)"]
    },
    Plant("letter for a digit", ["ST06"], .figures) { made, random in
      guard let form = made.form(&random, where: { $0.total.contains("0") }) else { return nil }
      made.rows[form].amount = made.forms[form].total.replacing("0", with: "O")
      return ["summary/\(form + 1)"]
    },
    Plant("row number twice", ["ST03"], .figures) { made, random in
      let row = 1 + random.below(made.rows.count - 1)
      made.rows[row].number -= 1
      return []
    },
    Plant("sum in the letter unlike the summary", ["AG04"], .figures) { made, random in
      made.statedSum = random.changed(made.statedSum, by: 100, 90_000)
      return []
    },
    Plant("count in the letter unlike the summary", ["AG04"], .figures) { made, random in
      made.statedCount = random.changed(made.statedCount, by: 1, 3)
      return []
    },
    Plant(page: "year in the letter unlike the tables", ["AG04"], .figures) { lines, random in
      let other = 1 + random.below(2)
      for line in lines.indices.prefix(6) {
        for prefix in ["现将", "关于"] where lines[line].hasPrefix(prefix) {
          guard let year = Int(lines[line].dropFirst(2).prefix(4)) else { return nil }
          lines[line] = lines[line].replacing("\(year)", with: "\(year - other)")
        }
      }
      return []
    },
    Plant(page: "year in the letter's text unlike the tables", ["AG04"], .figures) {
      lines, random in
      let other = 1 + random.below(2)
      guard let line = lines.indices.prefix(8).first(where: { lines[$0].hasPrefix("现将") }),
        let year = Int(lines[line].dropFirst(2).prefix(4))
      else { return nil }
      lines[line] = lines[line].replacing("\(year)年度", with: "\(year - other)年度")
      return []
    },
    Plant("quarters that do not make the year", ["NR01"], .figures) { made, random in
      let form = random.below(made.forms.count)
      made.addQuarters(form, &random) { $1.changed($0, by: 1, 40) }
      return ["detail/\(form + 1)"]
    },
    Plant("persons in all unlike so many of each", ["NR01"], .figures) { made, random in
      let form = random.below(made.forms.count)
      made.addCourses(form, &random) { $1.changed($0, by: 1, 30) }
      return ["detail/\(form + 1)"]
    },
    Plant("rise unlike its rate", ["NR01"], .figures) { made, random in
      let form = random.below(made.forms.count)
      made.addRise(form, &random) { $1.changed($0, by: 200, 900) }
      return ["detail/\(form + 1)"]
    },
  ]

  /// An amount in hundredths.
  static func hundredths(_ printed: String) -> Int {
    let parts = printed.split(separator: ".")
    let whole = parts.first.flatMap { Int($0) } ?? 0
    guard parts.count > 1 else { return whole * 100 }
    let rest = parts[1] + (parts[1].count == 1 ? "0" : "")
    return whole * 100 + (Int(rest) ?? 0)
  }

  /// An amount with two neighbouring digits swapped; `nil` where all that stand side by side are equal.
  private static func transposed(_ printed: String) -> String? {
    var digits = Array(printed)
    for place in 1..<max(digits.count, 1)
    where digits[place].isNumber && digits[place - 1].isNumber && digits[place] != digits[place - 1]
      && !(place == 1 && digits[place] == "0")
    {
      digits.swapAt(place, place - 1)
      return String(digits)
    }
    return nil
  }
}
