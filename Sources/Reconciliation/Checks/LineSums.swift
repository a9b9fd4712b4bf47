import TieoutModel

/// The rows of forms that add up lines of theirs, held against those lines: part of FT03.
///
/// A total is the sum of all lines above it or of those since the last total, a subtotal that of the
/// lines since the last such row or of all above it. Lines marked 其中 are no addends; prices, rates
/// and what is no number add up to nothing.
struct LineSums {
  private let check: String
  private let paper: Workpaper
  private var submission: Submission { _read { yield paper.submission } }

  /// Checks every such row.
  static func run(_ check: String, _ paper: Workpaper, _ report: inout CheckReport) {
    guard !paper.submission.lineTotals.isEmpty else { return }
    let sums = LineSums(check: check, paper: paper)
    for place in paper.submission.lineTotals.indices { sums.run(place, &report) }
  }

  private func run(_ place: Int, _ report: inout CheckReport) {
    let total = submission.lineTotals[place]
    let record = submission.details[total.detail]
    guard let spec = submission.profile.detail.groups.first(where: { $0.name == total.group }),
      let group = record.group(total.group), total.place <= group.items.count
    else { return }
    let last = submission.lineTotals[..<place].last {
      $0.detail == total.detail && $0.group == total.group && ($0.isOfAll || !total.isOfAll)
    }
    let since = (last?.place ?? 0)..<total.place
    let all = 0..<total.place
    let choices = (total.isOfAll ? [all, since] : [since, all]).filter { !$0.isEmpty }
    for field in total.fields where isAdded(field.name, spec) {
      let sums = choices.compactMap { Sum(field.name, $0, group, submission) }
      compare(field, sums, record, spec, &report)
    }
  }

  /// Whether the figures of a column can be added up: no rates, and no prices, which are factors.
  private func isAdded(_ name: FieldName, _ spec: GroupSpec) -> Bool {
    guard let column = spec.columns.first(where: { $0.name == name }) else { return false }
    switch column.type {
    case .quantity, .count: return true
    case .amount:
      return !submission.profile.rules.relations.contains {
        $0.kind == .product && $0.fields.contains(name)
      }
    default: return false
    }
  }

  /// The sum of a column over some lines.
  private struct Sum {
    var reading: Reading
    var figures: [(place: Int, field: Field)]
    var isReadable = true

    /// Whether a figure has decimals: then a whole total of them may have been rounded.
    var hasDecimals: Bool {
      figures.contains { $0.field.quantity.map { $0.scale > 0 } == true }
    }

    /// `nil` where no line has a figure.
    init?(
      _ name: FieldName, _ lines: Range<Int>, _ group: Record.Group, _ submission: Submission
    ) {
      figures = []
      var sum: Reading? = .zero
      for place in lines where submission.isAddend(group.items[place]) {
        guard let field = group.items[place][name] else { continue }
        guard field.quantity != nil else {
          if !submission.isStatedAbsence(field.printed) { isReadable = false }
          continue
        }
        figures.append((place, field))
        sum = sum.flatMap { sum in submission.reading(field).flatMap { .sum(sum, $0) } }
      }
      guard !figures.isEmpty, let sum else { return nil }
      reading = sum
    }
  }

  private func compare(
    _ field: Field, _ sums: [Sum], _ record: Record, _ spec: GroupSpec,
    _ report: inout CheckReport
  ) {
    guard let first = sums.first,
      let stated = submission.reading(field, isRounded: first.hasDecimals)
    else { return }
    let ladders = sums.map { $0.isReadable ? Ladder(stated, $0.reading) : nil }
    for verdict in [Verdict.exact, .rounded] {
      guard let place = ladders.firstIndex(where: { $0?.verdict == verdict }) else { continue }
      return report.pass(
        verdict,
        tick: Tick(
          check, verdict, values: evidence(field, sums[place], record, spec),
          addends: sums[place].figures.count))
    }
    guard let ladder = Ladder(stated, first.reading) else { return }
    report.report(finding(field, first, ladder, record, spec))
  }

  private func evidence(
    _ field: Field, _ sum: Sum, _ record: Record, _ spec: GroupSpec
  ) -> [Finding.Evidence] {
    [submission.evidence("total", field, record: record, unit: field.unit)]
      + sum.figures.map { place, field in
        submission.evidence(
          "line", field, record: record, item: (spec.name, place), unit: field.unit)
      }
  }

  private func finding(
    _ field: Field, _ sum: Sum, _ ladder: Ladder, _ record: Record, _ spec: GroupSpec
  ) -> Finding {
    let verdict = sum.isReadable ? ladder.verdict : .open
    let exponent = submission.profile.units.exponent(field.unit)
    let unit = submission.profile.units.name(field.unit)
    let added = DecimalText.text(
      ladder.right.value, scale: ladder.right.scale + (exponent ?? 0),
      least: max(0, ladder.right.decimals + (exponent ?? 0)))
    let difference = ladder.difference(exponent: exponent ?? 0)
    let name = submission.name(record.id)
    let column = spec.columns.first { $0.name == field.name }
    let label =
      column?.labels.first.map(submission.profile.labels.word)
      ?? submission.profile.name(field.name)
    let at = submission.at(field.printed)
    let stated = submission.text(field)
    // Counts have none.
    let spaced = unit.isEmpty ? "" : " \(unit)"
    let subject = Subject(
      record: record.id,
      field: "\(submission.profile.name(spec.name)).\(submission.profile.name(field.name))")
    var finding = Finding(
      check: check, severity: verdict.severity(broken: .error), verdict: verdict, subject: subject,
      message: .worded(
        zh: "\(name.zh)“\(label)”栏合计 \(stated)\(unit)\(at.zh)与\(sum.figures.count)行之和 "
          + "\(added)\(unit)：\(verdict.words.zh)，相差 \(difference)\(unit)。请核对原件。",
        en: "\(name.opening.en): the sum \(stated)\(spaced)\(at.en) of column “\(label)” and its "
          + "\(sum.figures.count) lines, \(added)\(spaced): \(verdict.words.en), by \(difference)"
          + "\(spaced). The paper settles it."),
      values: evidence(field, sum, record, spec),
      identity: (subject, "lines \(sum.figures.first?.place ?? 0)"))
    finding.difference = difference
    if exponent != nil { finding.differenceInYuan = ladder.difference() }
    if let left = ladder.left.quantity, let right = ladder.right.quantity {
      finding.diagnosis = DigitSlip.diagnose(left, right)
    }
    return finding
  }
}

extension Submission {
  /// Whether a line counts among those that add up: its words do not mark it as part of another.
  func isAddend(_ line: Record.Item) -> Bool {
    !line.fields.contains { field in
      field.quantity == nil
        && profile.meanings.partWords.rest(of: field.printed, in: document.text) != nil
    }
  }

  /// A figure as an interval, money in its base unit; `nil` where it is no number.
  ///
  /// Whole numbers of things were counted, not rounded, unless said otherwise.
  func reading(_ field: Field, isRounded: Bool = false) -> Reading? {
    field.quantity.flatMap {
      let exponent = profile.units.exponent(field.unit)
      if exponent == nil, $0.scale == 0 { return Reading(exact: $0, isRounded: isRounded) }
      return Reading($0, exponent: exponent ?? 0, width: profile.thresholds.width)
    }
  }
}
