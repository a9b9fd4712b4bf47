/// Writes clean submissions: everything in them agrees, and nothing is damaged.
package struct Author {
  private var random: SplitMix
  private let city: String
  private let year: Int
  private let leastRate: Int
  private var contacts: [String: Contacts] = [:]

  /// Who answers for a unit; the same persons and phones on all of its forms.
  private struct Contacts {
    let head: String, headPhone: String, financeHead: String, financePhone: String
  }

  private init(seed: UInt64) {
    var random = SplitMix(seed: seed)
    city = random.pick(Vocabulary.cities)
    year = 2021 + random.below(6)
    leastRate = random.pick([80, 85, 88, 90])
    self.random = random
  }

  /// A clean submission of so many projects; equal seeds give equal submissions.
  package static func submission(projects: Int, seed: UInt64) -> MadeSubmission {
    var author = Author(seed: seed)
    var forms: [MadeSubmission.Form] = []
    var rows: [MadeSubmission.Row] = []
    var total = 0
    for (number, subject) in author.subjects(projects).enumerated() {
      let (form, amount) = author.form(subject)
      total += amount
      let isShort = author.random.once(in: 2)
      let unit = isShort ? subject.bureau.short : form.unit
      rows.append(
        MadeSubmission.Row(
          number: number + 1, unit: unit, department: unit, office: subject.bureau.office,
          project: form.project, amount: form.total, note: form.fundingNote))
      forms.append(form)
    }
    return MadeSubmission(
      city: author.city, year: author.year, statedCount: projects, statedSum: total, rows: rows,
      total: total, forms: forms)
  }

  /// One project's matter.
  private struct Subject {
    let bureau: Vocabulary.Bureau
    let theme: Vocabulary.Theme
    /// The quarter, the theme and, beyond some thousands, a phase: unlike any other project's.
    let name: String
  }

  private mutating func subjects(_ count: Int) -> [Subject] {
    let themes = Vocabulary.bureaus.flatMap { bureau in bureau.themes.map { (bureau, $0) } }
      .shuffled(using: &random)
    let chosen = (0..<count).map { index in
      let (bureau, theme) = themes[index % themes.count]
      let round = index / themes.count
      let quarter = Vocabulary.quarters[round % Vocabulary.quarters.count]
      let phase = round / Vocabulary.quarters.count
      return Subject(
        bureau: bureau, theme: theme,
        name: quarter + theme.subject + (phase == 0 ? "" : "第\(phase + 1)批"))
    }
    // Units hand in together: their rows stand side by side.
    return chosen.enumerated().sorted {
      ($0.element.bureau.office, $0.element.bureau.name, $0.offset)
        < ($1.element.bureau.office, $1.element.bureau.name, $1.offset)
    }.map(\.element)
  }

  private mutating func form(_ subject: Subject) -> (MadeSubmission.Form, amount: Int) {
    let theme = subject.theme
    let unit = city + subject.bureau.name
    let count = 20 + random.below(980)
    let project = subject.name + random.pick(Vocabulary.kinds)
    let contacts = contacts(of: unit)
    let money = money(count: count)
    let note = random.pick(["部门项目款", "部门项目款", "综合项目款", "", "上级配套"])
    var goal = "\(theme.aim)。\(year)年计划\(theme.counted)\(subject.name)\(count)\(theme.counter)"
    goal += "，安排资金\(MadeSubmission.print(money.total))万元\(money.words(theme))。"
    let form = MadeSubmission.Form(
      project: project, unit: unit, department: unit, head: contacts.head,
      headPhone: contacts.headPhone, financeHead: contacts.financeHead,
      financePhone: contacts.financePhone, total: MadeSubmission.print(money.total),
      funding: money.funding.map { $0 == 0 ? "" : MadeSubmission.print($0) }, fundingNote: note,
      goal: goal,
      indicators: indicators(subject, count: count, costs: money.costs), leastRate: leastRate,
      subject: subject.name)
    return (form, money.total)
  }

  /// A project's money: the total, by source, by cost item, and how the goal tells of it.
  private struct Money {
    var total: Int
    var funding: [Int]
    var costs: [(name: String, amount: Int)]
    var words: (Vocabulary.Theme) -> String
  }

  private mutating func money(count: Int) -> Money {
    var total = 20_000 + random.below(300_000)
    var costs = [(name: "总成本", amount: total)]
    var words: (Vocabulary.Theme) -> String = { _ in "" }
    switch random.below(3) {
    case 0:
      // A product: the price is in 元, and a multiple of 100 keeps the total's two decimals exact.
      let price = 100 * (20_000 / count + 1 + random.below(200))
      total = count * price / 100
      costs = [("总成本", total)]
      let sum = MadeSubmission.print(total)
      words = { "，按每\($0.counter)\(price)元测算，\(count)\($0.counter)共需\(sum)万元" }
    case 1:
      // A list of parts.
      let first = total / 2 + random.below(total / 8), second = (total - first) / 3
      let parts = [first, second, total - first - second]
      let names = ["设备购置", "安装施工", "培训宣传"]
      costs = zip(names, parts).map { ($0 + "成本", $1) }
      let list = zip(names, parts).map { "\($0)\(MadeSubmission.print($1))万元" }
      let sum = MadeSubmission.print(total)
      words = { _ in "，其中：\(list.joined(separator: "、"))，合计\(sum)万元" }
    default: break
    }
    var funding = [total, 0, 0, 0, 0, 0]
    if random.once(in: 3) {
      let other = 1 + random.below(total / 2)
      funding = [total - other, 0, 0, other, 0, 0]
    }
    return Money(total: total, funding: funding, costs: costs, words: words)
  }

  private mutating func rate() -> Int { leastRate + 1 + random.below(100 - leastRate) }

  private mutating func indicators(
    _ subject: Subject, count: Int, costs: [(name: String, amount: Int)]
  ) -> [MadeSubmission.Indicator] {
    let theme = subject.theme, name = subject.name
    func line(
      _ level1: String, _ level2: String, _ name: String, _ comparator: String, _ bound: String,
      _ unit: String
    ) -> MadeSubmission.Indicator {
      .init(
        level1: level1, level2: level2, name: name, comparator: comparator, bound: bound,
        boundUnit: unit, unit: unit, target: bound)
    }
    var lines = [
      line("产出指标", "数量指标", theme.counted + name + "数量", "≥", "\(count)", theme.counter),
      line("", "质量指标", name + "验收合格率", "≥", "\(rate())", "%"),
      line("", "时效指标", name + "完成时限", "≤", "\(6 + random.below(7))", "个月"),
    ]
    for (index, cost) in costs.enumerated() {
      lines.append(
        line(
          "", index == 0 ? "成本指标" : "", name + cost.name, "≤", MadeSubmission.print(cost.amount),
          "万元"))
    }
    lines += [
      line("效益指标", "经济效益指标", "带动就业人数", "≥", "\(3 + random.below(200))", "人"),
      line("", "社会效益指标", name + "政策知晓率", "≥", "\(rate())", "%"),
      line("", "生态效益指标", name + "环保达标率", "≥", "\(rate())", "%"),
      line("", "可持续影响指标", name + "持续发挥作用年限", "≥", "\(1 + random.below(9))", "年"),
      line("服务对象满意度指标", "服务对象满意度指标", theme.served + "满意度", "≥", "\(rate())", "%"),
    ]
    return lines
  }

  private mutating func contacts(of unit: String) -> Contacts {
    if let known = contacts[unit] { return known }
    let area = "0\(310 + random.below(600))-"
    let made = Contacts(
      head: person(), headPhone: area + "\(2_000_000 + random.below(7_000_000))",
      financeHead: person(), financePhone: area + "\(2_000_000 + random.below(7_000_000))")
    contacts[unit] = made
    return made
  }

  private mutating func person() -> String {
    random.pick(Vocabulary.surnames) + random.pick(Vocabulary.given)
      + (random.once(in: 3) ? "" : random.pick(Vocabulary.given))
  }
}
