import TieoutModel

/// Lines of a form of which the first states the whole, and the others add up to it: part of FT04.
///
/// Each column is added up by itself. A whole that the summary contradicts, while the lines bear it
/// out, is AG01's. Columns that repeat one slip are one finding.
struct LinesOfWhole {
  private let check: String
  private let paper: Workpaper
  private var submission: Submission { _read { yield paper.submission } }

  /// Checks every form whose lines begin with their whole.
  static func run(_ check: String, _ paper: Workpaper, _ report: inout CheckReport) {
    let lines = LinesOfWhole(check: check, paper: paper)
    for group in paper.submission.profile.detail.groups where group.kind == .lines {
      for detail in paper.submission.details.indices where lines.mayLead(detail, group.name) {
        lines.run(detail, group, &report)
      }
    }
  }

  /// Whether a form has lines behind a first one.
  private func mayLead(_ detail: Int, _ group: FieldName) -> Bool {
    guard let place = submission.details[detail].groups.firstIndex(where: { $0.name == group })
    else { return false }
    return submission.details[detail].groups[place].items.count > 1
  }

  private func run(_ detail: Int, _ group: GroupSpec, _ report: inout CheckReport) {
    let record = submission.details[detail]
    guard let items = record.group(group.name)?.items, items.count > 1,
      submission.leadsWithWhole(items, group)
    else { return }
    var findings: [Finding] = []
    for column in group.columns where column.type == .amount {
      let columns = PartColumns(group.name, group.wholeSource, column)
      let addends = submission.addends(Array(items.dropFirst()), columns).map { $0 + 1 }
      let place = FigureRelation.Place(isOfSummary: false, group: group.name, field: column.name)
      let whole = RelationSide(place, [0], record, submission)
      let sum = RelationSide(place, addends, record, submission)
      guard !whole.figures.isEmpty, !sum.figures.isEmpty else { continue }
      let words = RelationFinding(check, FigureRelation(.crossFoot, place, [place]), paper)
      guard let finding = words.outcome(whole, sum) else {
        report.pass(tick: words.tick(whole, sum))
        continue
      }
      if isOfSummary(sum, whole, detail) {
        report.pass(finding.verdict)
      } else if let known = findings.firstIndex(where: { isRepeated($0, finding) }) {
        findings[known].values += finding.values
      } else {
        findings.append(finding)
      }
    }
    for finding in findings { report.report(finding) }
  }

  /// Whether the whole is the form's total, and the summary states what the lines come to.
  private func isOfSummary(_ sum: RelationSide, _ whole: RelationSide, _ detail: Int) -> Bool {
    guard let total = submission.details[detail][submission.profile.detail.total],
      whole.figures[0].field.printed == total.printed,
      let row = submission.sureRow(ofDetail: detail), let amount = paper.amounts[row],
      let reading = sum.reading
    else { return false }
    return Ladder(amount.reading, reading)?.verdict == .exact
  }

  private func isRepeated(_ finding: Finding, _ other: Finding) -> Bool {
    finding.verdict == other.verdict && finding.difference == other.difference
      && finding.values.first?.value == other.values.first?.value
  }
}

extension GroupSpec {
  /// The column that names the lines by closed words, one of which may be the whole.
  var wholeSource: FieldName? { columns.first { $0.type == .term }?.name }
}

extension Submission {
  /// Whether the first of some lines states the whole of the others: a label of the form's total
  /// names it.
  func leadsWithWhole(_ items: [Record.Item], _ group: GroupSpec) -> Bool {
    guard let first = items.first?[group.wholeSource] else { return false }
    var key: [UInt8] = []
    let label = profile.labels.label(first.printed, in: document.text, &key)
    guard label != .none else { return false }
    return profile.meanings.detailFields(label).contains {
      profile.detail.fields[$0].name == profile.detail.total
    }
  }
}
