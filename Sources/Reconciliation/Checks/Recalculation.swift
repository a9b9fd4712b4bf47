import TieoutModel

/// FT06: a product or a rate is what its factors make it: quantity × price, executed ÷ budget.
///
/// Which fields belong together is the profile's. A result may be rounded to the decimals that it
/// is printed with. Does not run where a factor is blank or unreadable.
enum Recalculation: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "FT06", name: "recalculate",
    title: Message(zh: "乘积与比率复算一致", en: "Products and rates are what their factors make them"),
    manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    for relation in paper.submission.profile.rules.relations
    where relation.kind == .product || relation.kind == .ratio {
      for instance in RelationInstance.all(of: relation, paper.submission) {
        guard let computed = Computed(relation.kind, instance, paper.submission) else { continue }
        if computed.agrees {
          let verdict: Verdict = computed.isExact ? .exact : .rounded
          let figures = [computed.stated] + instance.fields.compactMap(\.self)
          report.pass(
            verdict,
            tick: Tick(
              entry.id, verdict,
              values: figures.map { instance.evidence($0, paper.submission) }))
        } else {
          report.report(finding(computed, instance, relation, paper.submission))
        }
      }
    }
  }

  /// A result worked out anew, and the one that is printed, at one scale.
  private struct Computed {
    let stated: Field
    /// The printed result and half a unit of its last digit, times the divisor.
    let printed: Int128
    let half: Int128
    /// The result worked out, times the divisor.
    let worked: Int128
    /// What both are multiplied by, so that nothing is divided.
    let divisor: Int128
    let scale: Int
    /// The power of ten of the result's unit: −2 for a percentage.
    let exponent: Int

    var isExact: Bool { printed == worked }
    var agrees: Bool { apart <= half.magnitude }
    /// Whether it was cut off where it should have been rounded.
    var isCutOff: Bool { !agrees && apart < 2 * half.magnitude }
    private var apart: UInt128 { (printed - worked).magnitude }

    init?(_ kind: RelationSpec.Kind, _ instance: RelationInstance, _ submission: Submission) {
      guard let stated = instance.result, let result = stated.quantity else { return nil }
      self.stated = stated
      let units = submission.profile.units
      var numbers: [Quantity] = []
      for field in instance.fields {
        guard let field, let quantity = field.quantity else { return nil }
        numbers.append(quantity.scaled(byPowerOfTen: units.exponent(field.unit) ?? 0))
      }
      let isRatio = kind == .ratio
      if isRatio, numbers[1].digits == 0 { return nil }
      // A rate is in hundredths unless it is printed as a plain fraction.
      let isPlain = isRatio && stated.unit == .none && result <= Quantity(digits: 1, scale: 0)
      let exponent = isRatio ? (isPlain ? 0 : -2) : units.exponent(stated.unit) ?? 0
      self.exponent = exponent
      let printed = result.scaled(byPowerOfTen: exponent)
      if isRatio {
        let scale = max(Int(numbers[0].scale), Int(numbers[1].scale) + Int(printed.scale) + 1, 1)
        guard let part = numbers[0].digits(at: scale) else { return nil }
        let divisor = Int128(numbers[1].digits)
        let rest = scale - Int(numbers[1].scale)
        guard let own = printed.digits(at: rest), let power = Self.power(rest - Int(printed.scale))
        else { return nil }
        let (product, overflow) = own.multipliedReportingOverflow(by: divisor)
        guard !overflow else { return nil }
        self.printed = product
        half = power / 2 * Int128(divisor.magnitude)
        worked = part
        self.divisor = divisor
        self.scale = rest
      } else {
        var product: Int128 = 1
        var decimals = 0
        for number in numbers {
          let (next, overflow) = product.multipliedReportingOverflow(by: Int128(number.digits))
          guard !overflow else { return nil }
          product = next
          decimals += Int(number.scale)
        }
        let scale = max(decimals, Int(printed.scale) + 1)
        guard let own = printed.digits(at: scale), let lift = Self.power(scale - decimals),
          let power = Self.power(scale - Int(printed.scale))
        else { return nil }
        self.printed = own
        half = power / 2
        worked = product * lift
        divisor = 1
        self.scale = scale
      }
    }

    /// The result worked out, in the unit of the printed one.
    var text: String { DecimalText.text(worked / divisor, scale: scale + exponent) }

    private static func power(_ exponent: Int) -> Int128? {
      guard (0...30).contains(exponent) else { return nil }
      return (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
  }

  private static func finding(
    _ computed: Computed, _ instance: RelationInstance, _ relation: RelationSpec,
    _ submission: Submission
  ) -> Finding {
    let stated = instance.evidence(computed.stated, submission)
    let factors = instance.fields.compactMap { $0.map { instance.evidence($0, submission) } }
    let sign = relation.kind == .product ? " × " : " ÷ "
    let formula = factors.map { $0.value + $0.unit }.joined(separator: sign)
    let worked = computed.text
    let name = submission.name(instance.record.id)
    let what = submission.profile.words(for: computed.stated.name)
    let at = submission.at(computed.stated.printed)
    let unit = stated.unit
    let severity = computed.isCutOff ? .review : relation.words.severity ?? .warning
    var finding = Finding(
      check: entry.id, severity: severity, verdict: .broken,
      subject: stated.subject,
      message: .worded(
        zh:
          "\(name.zh)：\(formula) = \(worked)\(unit)，而 \(what.zh) 为 \(stated.value)\(unit)\(at.zh)。"
          + "请核对原件各数。",
        en: "\(name.opening.en): \(formula) = \(worked) \(unit), but \(what.en) is "
          + "\(stated.value) \(unit)\(at.en). The paper settles each figure."),
      values: [stated] + factors)
    finding.add(relation.words)
    return finding
  }
}

extension Recalculation {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "按配置所列的关系复算：数量×单价=金额，执行数÷预算数=执行率。",
      en: """
        Recalculate what the profile relates: quantity × price = amount, executed ÷ budget \
        = rate.
        """),
    why: Message(
      zh: "乘积和比率是算出来的，算错一处就会带错结论。",
      en: "Products and rates are worked out, and a slip carries on into the conclusion."),
    example: Message(
      zh: "12 台 × 3500 元 = 42000 元，金额栏写 4.5 万元。",
      en: "12 × 3,500 = 42,000, but the amount says 45,000."),
    unless: Message(
      zh: "某因数空白或读不出；配置未列关系；指标中的上下限和平均数。",
      en: """
        A factor is blank or unreadable; the profile relates nothing; bounds and averages \
        of indicators.
        """),
    decided: Message(
      zh: "按结果印出的位数四舍五入后相等即通过；只是未四舍五入而截断的待复核；其余为警告。",
      en: """
        Equal after rounding to the printed decimals passes; cut off instead of rounded is \
        for review; else a warning.
        """))
}
