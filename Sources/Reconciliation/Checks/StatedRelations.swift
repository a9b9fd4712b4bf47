import TieoutModel

/// What a profile states to hold between figures, checked wherever the figures stand.
///
/// Each kind is an entry of the catalogue and runs with the check of that entry. A blank is nothing
/// where the rest gives the result, and else keeps the relation open.
struct StatedRelations {
  private let paper: Workpaper
  private let check: String
  private var submission: Submission { _read { yield paper.submission } }

  /// Checks the profile's relations that belong to an entry of the catalogue.
  static func run(_ check: String, _ paper: Workpaper, _ report: inout CheckReport) {
    let relations = paper.submission.profile.relations
    guard !relations.isEmpty else { return }
    let checker = StatedRelations(paper: paper, check: check)
    for relation in relations where relation.check == check { checker.run(relation, &report) }
  }

  private func run(_ relation: FigureRelation, _ report: inout CheckReport) {
    let finding = RelationFinding(check, relation, paper)
    if relation.kind == .foot { return foot(relation, finding, &report) }
    // Most papers do without most of what a profile relates.
    guard submission.states(relation.result),
      relation.terms.contains(where: { submission.states($0) })
        || relation.less.contains(where: { submission.states($0) })
    else { return }
    if relation.isAcross {
      for link in submission.links where !link.isUnsure {
        let records = (submission.summary.rows[link.row], submission.details[link.detail])
        compare(
          relation, finding, { $0.isOfSummary ? records.0 : records.1 }, item: nil, &report)
      }
    } else {
      let records =
        relation.result.isOfSummary
        ? submission.summary.rows + (submission.summary.total.map { [$0] } ?? [])
        : submission.details
      let sum = PlainSum(relation, submission)
      for place in records.indices {
        guard let group = relation.result.group else {
          guard records[place][relation.result.field] != nil else { continue }
          switch sum?.outcome(in: records[place].fields) {
          case .unsaid: continue
          case .holds: report.pass(tick: tick(relation, finding, records[place]))
          case .unclear, nil:
            let record = records[place]
            compare(relation, finding, { _ in record }, item: nil, &report)
          }
          continue
        }
        let record = records[place]
        for item in (record.group(group)?.items ?? []).indices {
          compare(relation, finding, { _ in record }, item: item, &report)
        }
      }
    }
  }

  private func foot(
    _ relation: FigureRelation, _ finding: RelationFinding, _ report: inout CheckReport
  ) {
    // The column of the amounts is footed anyway, with all that rows and forms say to it.
    guard let total = submission.summary.total,
      relation.result.field != submission.profile.summary.amount
    else { return }
    let result = RelationSide([relation.result], { _ in total }, item: nil, submission)
    var sum = RelationSide()
    for (row, record) in submission.summary.rows.enumerated() where paper.isAddend[row] {
      sum.add(RelationSide([relation.result], { _ in record }, item: nil, submission))
    }
    take(finding, result, sum, &report)
  }

  private func compare(
    _ relation: FigureRelation, _ finding: RelationFinding,
    _ record: (FigureRelation.Place) -> Record, item: Int?, _ report: inout CheckReport
  ) {
    let shift = relation.isAcross ? paper.slip?.step ?? 0 : 0
    let result = RelationSide(
      [relation.result], record, item: item, submission, summaryBy: shift)
    guard !result.figures.isEmpty else { return }
    var sum = RelationSide(relation.terms, record, item: item, submission, summaryBy: shift)
    sum.subtract(RelationSide(relation.less, record, item: item, submission, summaryBy: shift))
    guard !sum.figures.isEmpty else { return }
    take(finding, result, sum, &report) {
      (relation.terms + relation.less).contains { place in
        let record = record(place)
        return place.group == nil && record[place.field] == nil
          && !submission.prints(place.field, in: record, isOfSummary: place.isOfSummary)
      }
    }
  }

  /// The tick of a relation that holds in a record.
  private func tick(
    _ relation: FigureRelation, _ finding: RelationFinding, _ record: Record
  ) -> Tick {
    let result = RelationSide([relation.result], { _ in record }, item: nil, submission)
    var sum = RelationSide(relation.terms, { _ in record }, item: nil, submission)
    sum.subtract(RelationSide(relation.less, { _ in record }, item: nil, submission))
    return finding.tick(result, sum)
  }

  /// Takes a finding, or counts a pass; what lacks a term that the paper has no place for is neither.
  private func take(
    _ finding: RelationFinding, _ result: RelationSide, _ sum: RelationSide,
    _ report: inout CheckReport, isUnsaid: () -> Bool = { false }
  ) {
    if let outcome = finding.outcome(result, sum) {
      if outcome.verdict != .open || !isUnsaid() { report.report(outcome) }
    } else {
      report.pass(tick: finding.tick(result, sum))
    }
  }
}

extension Submission {
  /// Whether any record has a figure in a place, or lines that may have some.
  fileprivate func states(_ place: FigureRelation.Place) -> Bool {
    let records = place.isOfSummary ? summary.rows.span : details.span
    for index in records.indices {
      if let group = place.group {
        if records[index].groups.contains(where: { $0.name == group }) { return true }
      } else if records[index].fields.named(place.field) != nil {
        return true
      }
    }
    return place.isOfSummary && summary.total?.fields.named(place.field) != nil
  }
}

extension FigureRelation {
  /// Whether it compares the summary with the forms.
  var isAcross: Bool { terms.contains { $0.isOfSummary != result.isOfSummary } }

  /// The entry of the catalogue that it belongs to.
  var check: String {
    switch kind {
    case .foot: "FT01"
    case .crossFoot: "FT04"
    case .agree: isAcross ? "AG01" : "AG02"
    }
  }
}
