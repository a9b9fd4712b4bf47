extension Plant {
  /// Errors of words, units and what is missing.
  static let words: [Plant] = [
    Plant("name in other words", ["NM01"], .words) { made, random in
      let form = random.below(made.forms.count)
      let subject = made.forms[form].subject
      made.forms[form].project = subject + "综合整治提升项目"
      return made.records(form)
    },
    Plant("two forms for one row", ["NM02"], .words) { made, random in
      let pairs = made.forms.indices.dropLast().filter {
        made.forms[$0].unit == made.forms[$0 + 1].unit
      }
      guard !pairs.isEmpty else { return nil }
      let first = random.pick(pairs), isFirst = random.once(in: 2)
      let form = isFirst ? first : first + 1
      let other = isFirst ? first + 1 : first
      // One name for both, a row for one of them, and an amount of neither's.
      made.forms[other].project = made.forms[form].project
      made.rows[form].amount = "\(9_000 + random.below(500))"
      made.rows[form].note = ""
      let row = form > other ? form - 1 : form
      made.rows.remove(at: other)
      for later in made.rows.indices.dropFirst(other) { made.rows[later].number -= 1 }
      return ["summary/\(row + 1)"]
    },
    Plant("remark cut off", ["NM03"], .words) { made, random in
      func aim(_ form: MadeSubmission.Form) -> Substring { form.goal.prefix { $0 != "。" } }
      guard let form = made.form(&random, where: { aim($0).count > 12 }) else { return nil }
      made.rows[form].note = String(aim(made.forms[form]).dropLast(1 + random.below(2)))
      return made.records(form)
    },
    Plant(page: "enclosure called otherwise", ["AG04"], .words) { lines, random in
      guard let line = lines.firstIndex(where: { $0.hasPrefix("附件：") }) else { return nil }
      lines[line] = lines[line].replacing(
        "汇总表", with: random.pick(["统计表", "调整情况表", "批复表"]))
      return []
    },
    Plant("form of another unit", ["NM04"], .words) { made, random in
      let form = random.below(made.forms.count)
      let others = Vocabulary.bureaus.map { made.city + $0.name }
        .filter { $0 != made.forms[form].unit }
      made.forms[form].unit = random.pick(others)
      return made.records(form)
    },
    Plant("phone unlike on the unit's other forms", ["NM05"], .words) { made, random in
      let units = made.forms.map(\.unit)
      guard
        let form = made.form(
          &random, where: { form in units.count { $0 == form.unit } > 2 })
      else { return nil }
      let last = made.forms[form].headPhone.removeLast()
      made.forms[form].headPhone += last == "7" ? "1" : "7"
      let others = made.forms.indices.filter { made.forms[$0].unit == made.forms[form].unit }
      return others.map { "detail/\($0 + 1)" }
    },
    Plant("row without a form", ["CP01"], .words) { made, random in
      let form = random.below(made.forms.count)
      made.forms.remove(at: form)
      return ["summary/\(form + 1)"]
    },
    Plant("form without a row", ["CP01"], .words) { made, random in
      let row = random.below(made.rows.count)
      made.total -= hundredths(made.rows[row].amount)
      made.statedSum = made.total
      made.statedCount -= 1
      made.rows.remove(at: row)
      for later in made.rows.indices.dropFirst(row) { made.rows[later].number -= 1 }
      return ["detail/\(row + 1)"]
    },
    Plant("head left empty", ["CP02"], .words) { made, random in
      let form = random.below(made.forms.count)
      made.forms[form].head = ""
      return made.records(form)
    },
    Plant("target left empty", ["CP02"], .words) { made, random in
      guard let (form, line) = made.place(&random, where: { $0.level2 == "时效指标" }) else {
        return nil
      }
      made.forms[form].indicators[line].target = ""
      return made.records(form)
    },
    Plant("family of indicators missing", ["CP03"], .words) { made, random in
      let form = random.below(made.forms.count)
      made.forms[form].indicators.removeLast()
      return made.records(form)
    },
    Plant("rate below the footnote's", ["RL01"], .words) { made, random in
      guard let (form, line) = made.place(&random, where: { $0.name.hasSuffix("知晓率") }) else {
        return nil
      }
      let rate = "\(made.forms[form].leastRate - 1 - random.below(20))"
      made.forms[form].indicators[line].bound = rate
      made.forms[form].indicators[line].target = rate
      return made.records(form)
    },
    Plant("cost bounded from below", ["RL02"], .words) { made, random in
      guard let (form, line) = made.place(&random, where: { $0.name.hasSuffix("成本") }) else {
        return nil
      }
      made.forms[form].indicators[line].comparator = "≥"
      return made.records(form)
    },
    Plant("target bounded from the other side", ["RL02", "AG03"], .words) { made, random in
      guard let (form, line) = made.place(&random, where: { $0.name.hasSuffix("合格率") }) else {
        return nil
      }
      let bound = Int(made.forms[form].indicators[line].bound) ?? 0
      made.forms[form].indicators[line].target = "≤\(bound - 1)"
      return made.records(form)
    },
    Plant("comparator lost", ["RL03"], .words) { made, random in
      guard let (form, line) = made.place(&random, where: { $0.name.hasSuffix("知晓率") }) else {
        return nil
      }
      made.forms[form].indicators[line].comparator = ""
      return made.records(form)
    },
    Plant("rate above 100 %", ["RL04"], .words) { made, random in
      guard let (form, line) = made.place(&random, where: { $0.name.hasSuffix("合格率") }) else {
        return nil
      }
      made.forms[form].indicators[line].bound = "\(105 + random.below(90))"
      made.forms[form].indicators[line].target = made.forms[form].indicators[line].bound
      return made.records(form)
    },
    Plant("count under cost", ["RL05"], .words) { made, random in
      guard let (form, line) = made.place(&random, where: { $0.level2 == "成本指标" }) else {
        return nil
      }
      let count = made.forms[form].indicators[0]
      made.forms[form].indicators.insert(count, at: line + 1)
      made.forms[form].indicators[line + 1].level1 = ""
      made.forms[form].indicators[line + 1].level2 = ""
      made.forms[form].indicators[line + 1].name = "参与人员数量"
      made.forms[form].indicators[line + 1].boundUnit = "人"
      made.forms[form].indicators[line + 1].unit = "人"
      return made.records(form)
    },
    Plant("rate measured in money", ["RL06", "UN02"], .words) { made, random in
      guard let (form, line) = made.place(&random, where: { $0.name.hasSuffix("达标率") }) else {
        return nil
      }
      made.forms[form].indicators[line].unit = "万元"
      return made.records(form)
    },
    Plant("unit of the text unlike the column's", ["UN02"], .words) { made, random in
      guard let (form, line) = made.place(&random, where: { $0.name.hasSuffix("年限") }) else {
        return nil
      }
      made.forms[form].indicators[line].unit = "个月"
      return made.records(form)
    },
    Plant("indicator about another project", ["RL07"], .words) { made, random in
      guard let (form, other) = pair(made, &random),
        let line = made.indicator(form, where: { $0.name.hasSuffix("知晓率") })
      else { return nil }
      made.forms[form].indicators[line].name = made.forms[other].subject + "政策知晓率"
      return made.records(form)
    },
    Plant("goal copied from another form", ["DU01", "DU02", "NR02"], .words) { made, random in
      guard let (form, other) = pair(made, &random) else { return nil }
      made.forms[form].goal = made.forms[other].goal
      return made.records(form)
    },
    Plant("goal about another project", ["DU02"], .words) { made, random in
      guard let (form, other) = pair(made, &random) else { return nil }
      func parts(_ form: Int) -> (subject: Substring, money: Substring)? {
        let goal = made.forms[form].goal
        return goal.firstRange(of: "，安排资金").map {
          (goal[..<$0.lowerBound], goal[$0.lowerBound...])
        }
      }
      guard let own = parts(form), let foreign = parts(other) else { return nil }
      made.forms[form].goal = String(foreign.subject + own.money)
      return made.records(form)
    },
    Plant("project listed twice", ["DU03"], .words) { made, random in
      let form = random.below(made.forms.count)
      made.rows.append(made.rows[form])
      made.rows[made.rows.count - 1].number = made.rows.count
      made.forms.append(made.forms[form])
      made.total += hundredths(made.rows[form].amount)
      made.statedSum = made.total
      made.statedCount += 1
      return made.records(form) + made.records(made.forms.count - 1)
    },
    Plant("name shared by two units", ["DU04"], .words) { made, random in
      guard let (form, other) = pair(made, &random) else { return nil }
      made.forms[form].project = made.forms[other].project
      made.rows[form].project = made.forms[other].project
      return made.records(form)
    },
    Plant("notes that differ", ["AG05"], .words) { made, random in
      guard let form = made.form(&random, where: { !$0.fundingNote.isEmpty }) else { return nil }
      made.rows[form].note = "中央直达资金"
      return made.records(form)
    },
  ]

  /// Two forms of different units.
  private static func pair(
    _ made: MadeSubmission, _ random: inout SplitMix
  ) -> (Int, Int)? {
    let form = random.below(made.forms.count)
    let unit = made.forms[form].unit
    guard let other = made.form(&random, where: { $0.unit != unit }) else { return nil }
    return (form, other)
  }
}
