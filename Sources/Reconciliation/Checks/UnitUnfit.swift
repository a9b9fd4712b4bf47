import TieoutModel

/// RL06: an indicator's unit does not suit what its name says: a rate in money, persons in items.
///
/// The profile says by the endings of names which units suit. Not where the unit is unknown or
/// missing (UN02), and not where text or target names a unit that suits.
enum UnitUnfit: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "RL06", name: "unit-unfit",
    title: Message(zh: "计量单位与指标相符", en: "Units suit their indicators"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let fits = paper.submission.profile.rules.unitFits.map(Fit.init)
    guard !fits.isEmpty else { return }
    let text = paper.submission.document.text
    for place in paper.indicators.indices where paper.indicators[place].hasNumber {
      let units = [paper.indicators[place].unitOfBound, paper.indicators[place].unitOfTarget]
      guard units.contains(where: { $0 != .none }) else { continue }
      let title = paper.indicators[place].indicator.title.range
      guard let fit = fits.first(where: { $0.applies(to: title, of: text) }) else { continue }
      if units.contains(where: { fit.suits($0, paper) }) {
        report.pass()
      } else {
        report.report(finding(paper.indicators[place], fit, paper))
      }
    }
  }

  /// A rule of the profile, as bytes.
  private struct Fit {
    let endings: [[UInt8]]
    let except: [[UInt8]]
    let units: [UnitID]

    init(_ fit: UnitFit) {
      endings = fit.endings.map { Array($0.utf8) }
      except = fit.except.map { Array($0.utf8) }
      units = fit.units
    }

    func applies(to title: Range<Int>, of text: [UInt8]) -> Bool {
      endings.contains { ends(title, of: text, $0) }
        && !except.contains { ends(title, of: text, $0) }
    }

    func suits(_ unit: UnitID, _ paper: Workpaper) -> Bool {
      if units.contains(unit) { return true }
      guard let base = paper.measure(unit)?.base else { return false }
      return units.contains { paper.measure($0)?.base == base }
    }

    private func ends(_ range: Range<Int>, of text: [UInt8], _ word: [UInt8]) -> Bool {
      guard word.count <= range.count else { return false }
      var (index, end) = (word.count, range.upperBound)
      while index > 0 {
        index -= 1
        end -= 1
        if word[index] != text[end] { return false }
      }
      return true
    }
  }

  private static func finding(_ row: IndicatorRow, _ fit: Fit, _ paper: Workpaper) -> Finding {
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
