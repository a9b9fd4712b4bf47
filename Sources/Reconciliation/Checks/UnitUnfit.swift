import TieoutModel

/// RL06: an indicator's unit does not suit what its name says: a rate in money, persons in items.
///
/// The profile says by the endings of names which units suit. Not where the unit is unknown or
/// missing (UN02), and not where text or target names a unit that suits.
enum UnitUnfit: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL06", name: "unit-unfit",
    title: Message(zh: "计量单位与指标相符", en: "Units suit their indicators"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let fits = paper.tables.unitFits
    guard !fits.isEmpty else { return }
    let text = paper.submission.document.text
    for place in paper.indicators.indices where paper.indicators[place].hasNumber {
      let bound = paper.indicators[place].unitOfBound
      let target = paper.indicators[place].unitOfTarget
      guard target != .none || bound != .none else { continue }
      let title = paper.indicators[place].indicator.title.range
      if let broken = fits.broken(title, of: text, bound, target) {
        report.report(finding(paper.indicators[place], broken, paper))
      } else {
        report.pass()
      }
    }
  }

  private static func finding(_ row: IndicatorRow, _ fit: UnitFits.Fit, _ paper: Workpaper)
    -> Finding
  {
    let finding = IndicatorFinding(row, paper)
    let names = paper.submission.profile.units
    let figure = finding.figure
    let suiting = Message(
      zh: fit.units.map(names.name).joined(separator: "、"),
      en: fit.units.map(names.name).joined(separator: ", "))
    return finding.finding(
      entry.id, .warning, on: .unit,
      .worded(
        zh: "计量为 \(figure)，而这类指标以 \(suiting.zh) 计量。请核对原件。",
        en: "it is measured as \(figure), where such indicators come in \(suiting.en). "
          + "The paper settles it."))
  }
}

extension UnitUnfit {
  fileprivate static let manual = CheckManual(
    gravest: .warning,
    what: Message(
      zh: "计量单位与指标名称相符。",
      en: "Whether an indicator's unit suits what its name says."),
    why: Message(
      zh: "用“项”计人、用“万元”计率，目标值无法考核。",
      en: "A rate in money or persons in items cannot be assessed."),
    example: Message(
      zh: "“培训人数≥60项”。",
      en: "“number of trainees ≥60 items”."),
    unless: Message(
      zh: """
        单位空白或不明（归 UN02）；文本或目标值之一的单位相符；频率、效率等不是比率的“率”\
        。
        """,
      en: """
        The unit is blank or unknown (UN02); text or target names one that suits; words \
        that only look like rates, such as 频率 and 效率.
        """),
    decided: Message(
      zh: "按配置所列名称结尾与单位，不符为警告；该行版面受损则未决。",
      en: """
        By the endings and units of the profile, one that does not suit is a warning, open \
        where its row is damaged.
        """))
}
