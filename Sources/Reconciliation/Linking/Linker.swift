internal import TieoutModel

/// Finds the form that each row of the summary stands for, one to one.
///
/// Names, organisations and amounts are weighed for the few forms that come into question for a
/// row; the assignment with the greatest sum wins; the printed order, as far as its sure pairs keep
/// one, then decides between what is left. A row or a form with nothing convincing stays alone.
struct Linker {
  private var weigher: PairWeigher
  private var index: CandidateIndex
  private var choices = Choices()
  private var order: PrintedOrder?
  private let rowCount: Int
  private let detailCount: Int

  /// Links a submission, the amounts left out of account where they may stand in the wrong rows.
  static func links(_ submission: borrowing Submission, usesAmounts: Bool) -> [Link] {
    var linker = Linker(submission)
    if usesAmounts { linker.readAmounts(submission) }
    return linker.links(submission)
  }

  /// Reads the names of a submission.
  init(_ submission: borrowing Submission) {
    weigher = PairWeigher(submission)
    rowCount = weigher.rows.entries.count
    detailCount = weigher.details.entries.count
    index = CandidateIndex(weigher)
  }

  /// Takes the amounts into account from now on, as they stand in the rows now.
  mutating func readAmounts(_ submission: borrowing Submission) {
    weigher.readAmounts(submission)
    index.addAmounts(weigher)
  }

  /// The organisations of both sides: what is left of the linker when everything is linked.
  consuming func bodies() -> LinkedBodies {
    LinkedBodies(weigher.rows, weigher.details, weigher.organisations)
  }

  /// Links the submission that the names were read from, with the evidence for each link.
  mutating func links(_ submission: borrowing Submission) -> [Link] {
    let assignment = pair()
    return links(assignment, submission, hasEvidence: true)
  }

  /// Links the submission that the names were read from, for who asks for nothing but the pairs.
  mutating func pairs(_ submission: borrowing Submission) -> [Link] {
    let assignment = pair()
    return links(assignment, submission, hasEvidence: false)
  }

  /// Pairs rows and forms, in a second step by their order as well.
  private mutating func pair() -> Assignment {
    choose()
    order = nil
    weighOrder(assign())
    return assign()
  }

  /// Weighs the forms that come into question for each row.
  private mutating func choose() {
    choices = Choices(rowCount: rowCount)
    for row in 0..<rowCount {
      index.find(row: row, weigher)
      for place in 0..<index.found {
        let detail = index.detail(place)
        choices.add(detail, weight: weigher.parts(row: row, detail: detail).sum)
      }
      choices.endRow()
    }
  }

  private func assign() -> Assignment {
    var edges: [Assignment.Edge] = []
    edges.reserveCapacity(rowCount * 2)
    for row in 0..<rowCount {
      for place in choices.places(ofRow: row) {
        let choice = choices.all[place]
        guard choice.weight >= LinkWeights.least else { continue }
        edges.append(
          Assignment.Edge(
            row: row, detail: choice.detail, gain: choice.weight - LinkWeights.least + 1))
      }
    }
    return Assignment(edges, rowCount: rowCount, detailCount: detailCount)
  }

  /// Adds what the printed order counts, posts being the sure pairs of a first assignment.
  private mutating func weighOrder(_ assignment: Assignment) {
    let doubts = PairingDoubts(choices, assignment)
    var isSure = Array(repeating: false, count: rowCount)
    var pairs: [(row: Int, detail: Int)] = []
    pairs.reserveCapacity(rowCount)
    for (row, detail) in assignment.detailOfRow.enumerated()
    where detail >= 0 && !doubts.isUnsure(row) {
      isSure[row] = true
      pairs.append((row, detail))
    }
    let order = PrintedOrder(pairs, rowCount: rowCount, detailCount: detailCount)
    self.order = order
    guard order.strength > 0 else { return }
    var ordered = Choices(rowCount: rowCount)
    for row in 0..<rowCount {
      let gap = order.gap(around: row)
      func add(_ detail: Int, _ weight: Int) {
        let place = order.weight(
          row: row, in: gap, detail: detail, most: LinkWeights.sameOrder)
        ordered.add(detail, weight: weight + place)
      }
      for place in choices.places(ofRow: row) {
        add(choices.all[place].detail, choices.all[place].weight)
      }
      // What stands where the row's form should stand comes into question, whatever it is called.
      if !isSure[row], gap.details.count <= 8 {
        for detail in gap.details where choices.weight(row: row, detail: detail) == nil {
          add(detail, weigher.parts(row: row, detail: detail).sum)
        }
      }
      ordered.endRow()
    }
    choices = ordered
  }

  private mutating func links(
    _ assignment: Assignment, _ submission: borrowing Submission, hasEvidence: Bool
  ) -> [Link] {
    let doubts = PairingDoubts(choices, assignment)
    var links: [Link] = []
    links.reserveCapacity(rowCount)
    for (row, detail) in assignment.detailOfRow.enumerated() where detail >= 0 {
      var link = Link(
        row: row, detail: detail, weight: 0, evidence: [], isUnsure: doubts.isUnsure(row))
      if hasEvidence {
        addEvidence(to: &link, submission)
        addRunnerUp(to: &link)
      }
      links.append(consume link)
    }
    addLeftOver(&links, assignment, submission, hasEvidence: hasEvidence)
    return links
  }

  /// Pairs a row and a form that are left over between two sure pairs printed one after the other on
  /// both sides, if something but their place speaks for this pair and for no other there, or if they
  /// are alone there and one of them could not be read; the pair is never sure.
  private mutating func addLeftOver(
    _ links: inout [Link], _ assignment: Assignment, _ submission: borrowing Submission,
    hasEvidence: Bool
  ) {
    guard let order, order.strength > 0 else { return }
    for (row, detail) in assignment.detailOfRow.enumerated() where detail < 0 {
      let gap = order.gap(around: row)
      guard gap.rows.lowerBound > 0, gap.rows.upperBound < rowCount,
        gap.details.lowerBound > 0, gap.details.upperBound < detailCount,
        let form = leftOver(row, in: gap, assignment)
      else { continue }
      var link = Link(row: row, detail: form, weight: 0, evidence: [], isUnsure: true)
      if hasEvidence { addEvidence(to: &link, submission) }
      links.append(link)
    }
  }

  /// The one form in a gap that has something in common with a row, and with no other row there, or is
  /// alone with it and unreadable.
  ///
  /// Where the gap has more rows than forms, or fewer, the form has no name and the unit of the row.
  private mutating func leftOver(
    _ row: Int, in gap: PrintedOrder.Gap, _ assignment: Assignment
  ) -> Int? {
    let isAlone = gap.rows.count == 1 && gap.details.count == 1
    guard gap.rows.count <= Self.mostLeftOver, gap.details.count <= Self.mostLeftOver,
      gap.rows.allSatisfy({ assignment.detailOfRow[$0] < 0 }),
      gap.details.allSatisfy({ assignment.rowOfDetail[$0] < 0 })
    else { return nil }
    if isAlone, weigher.isUnread(row: row, detail: gap.details.lowerBound) {
      return gap.details.lowerBound
    }
    let forms = gap.details.filter { weigher.haveSomethingInCommon(row: row, detail: $0) }
    guard forms.count == 1, let form = forms.first,
      isAlone
        || weigher.details.entries[form].name == nil
          && weigher.details.entries[form].organisation == weigher.rows.entries[row].organisation,
      gap.rows.allSatisfy({
        $0 == row || !weigher.haveSomethingInCommon(row: $0, detail: form)
      })
    else { return nil }
    return form
  }

  /// So many rows and forms are left over between two sure pairs at the most.
  private static let mostLeftOver = 4

  private func addRunnerUp(to link: inout Link) {
    for place in choices.places(ofRow: link.row) {
      let choice = choices.all[place]
      guard choice.detail != link.detail, choice.weight > 0 else { continue }
      let best = link.runnerUp ?? (choice.detail, 0)
      if (choice.weight, best.detail) > (best.weight, choice.detail) {
        link.runnerUp = (choice.detail, choice.weight)
      }
    }
  }

  private mutating func addEvidence(to link: inout Link, _ submission: borrowing Submission) {
    let parts = weigher.parts(row: link.row, detail: link.detail)
    let (row, form) = (
      submission.summary.rows[link.row].fields, submission.details[link.detail].fields
    )
    var evidence: [Link.Evidence] = []
    evidence.reserveCapacity(5)
    func add(_ kind: Link.Evidence.Kind, _ weight: Int32?, _ a: FieldName?, _ b: FieldName?) {
      guard let weight, weight != 0 else { return }
      evidence.append(
        Link.Evidence(
          kind: kind, weight: Int(weight), summary: row.named(a)?.printed ?? .none,
          detail: form.named(b)?.printed ?? .none))
    }
    add(.name, parts.name, submission.profile.summary.key, submission.profile.detail.key)
    add(
      .organisation, parts.organisation, submission.profile.summary.organisation,
      submission.profile.detail.organisation)
    add(
      .department, parts.department, submission.profile.summary.department,
      submission.profile.detail.department)
    add(.amount, parts.amount, submission.profile.summary.amount, submission.profile.detail.total)
    let place = order?.weight(row: link.row, detail: link.detail, most: LinkWeights.sameOrder)
    // The order is no value of its own that is printed somewhere.
    add(.order, place.map(Int32.init), nil, nil)
    link.evidence = evidence
    link.weight = evidence.reduce(0) { $0 + $1.weight }
  }
}
