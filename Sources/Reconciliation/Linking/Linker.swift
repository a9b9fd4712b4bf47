internal import TieoutModel

/// Finds the form that each row of the summary stands for, one to one.
///
/// Names, organisations and amounts are weighed for the few forms that come into question for a
/// row; the assignment with the greatest sum wins; the printed order, as far as its sure pairs keep
/// one, then decides between what is left. A row or a form with nothing convincing stays alone.
struct Linker {
  /// A form that comes into question for a row, with the weight of the pair in hundredths.
  struct Choice {
    var detail: Int
    var weight: Int
  }

  private var weigher: PairWeigher
  private var index: CandidateIndex
  private var choices: [[Choice]] = []
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
    index = CandidateIndex(weigher.details, rowCount: rowCount, weigher.organisations)
  }

  /// Takes the amounts into account from now on, as they stand in the rows now.
  mutating func readAmounts(_ submission: borrowing Submission) {
    weigher.readAmounts(submission)
    index.addAmounts(weigher.details, weigher.organisations)
  }

  /// How the organisations and the departments of a row and a form relate; `nil` where a side names
  /// none.
  mutating func relations(
    _ link: Link
  ) -> (organisation: Organisations.Relation?, department: Organisations.Relation?) {
    weigher.relations(row: link.row, detail: link.detail)
  }

  /// Links the submission that the names were read from.
  mutating func links(_ submission: borrowing Submission) -> [Link] {
    choose()
    order = nil
    weighOrder(assign())
    return links(assign(), submission)
  }

  /// Weighs the forms that come into question for each row.
  private mutating func choose() {
    choices.removeAll(keepingCapacity: true)
    choices.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let candidates = index.candidates(
        forRow: row, weigher.rows.entries[row], weigher.rows, weigher.organisations)
      var weighed: [Choice] = []
      weighed.reserveCapacity(candidates.count)
      for detail in candidates {
        weighed.append(
          Choice(detail: detail, weight: weigher.parts(row: row, detail: detail).sum))
      }
      choices.append(weighed)
    }
  }

  private func assign() -> Assignment {
    var edges: [Assignment.Edge] = []
    for (row, choices) in choices.enumerated() {
      for choice in choices where choice.weight >= LinkWeights.least {
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
    for (row, detail) in assignment.detailOfRow.enumerated()
    where detail >= 0 && !doubts.isUnsure(row) {
      isSure[row] = true
      pairs.append((row, detail))
    }
    let order = PrintedOrder(pairs, rowCount: rowCount, detailCount: detailCount)
    self.order = order
    guard order.strength > 0 else { return }
    for row in choices.indices {
      if !isSure[row] { addNeighbours(row, order) }
      for index in choices[row].indices {
        choices[row][index].weight += order.weight(
          row: row, detail: choices[row][index].detail, most: LinkWeights.sameOrder)
      }
    }
  }

  /// Adds the forms that stand where a row's form should stand, whatever they are called.
  private mutating func addNeighbours(_ row: Int, _ order: PrintedOrder) {
    let gap = order.gap(around: row)
    guard gap.details.count <= 8 else { return }
    for detail in gap.details where !choices[row].contains(where: { $0.detail == detail }) {
      let weight = weigher.parts(row: row, detail: detail).sum
      choices[row].append(Choice(detail: detail, weight: weight))
    }
  }

  private mutating func links(
    _ assignment: Assignment, _ submission: borrowing Submission
  ) -> [Link] {
    let doubts = PairingDoubts(choices, assignment)
    var links: [Link] = []
    for (row, detail) in assignment.detailOfRow.enumerated() where detail >= 0 {
      let evidence = evidence(row, detail, submission)
      var link = Link(
        row: row, detail: detail, weight: evidence.reduce(0) { $0 + $1.weight },
        evidence: evidence, isUnsure: doubts.isUnsure(row))
      for choice in choices[row] where choice.detail != detail && choice.weight > 0 {
        let best = link.runnerUp ?? (choice.detail, 0)
        if (choice.weight, best.detail) > (best.weight, choice.detail) {
          link.runnerUp = (choice.detail, choice.weight)
        }
      }
      links.append(link)
    }
    return links
  }

  private mutating func evidence(
    _ row: Int, _ detail: Int, _ submission: borrowing Submission
  ) -> [Link.Evidence] {
    let parts = weigher.parts(row: row, detail: detail)
    var evidence: [Link.Evidence] = []
    evidence.reserveCapacity(5)
    func add(_ kind: Link.Evidence.Kind, _ weight: Int?, _ a: FieldName?, _ b: FieldName?) {
      guard let weight, weight != 0 else { return }
      evidence.append(
        Link.Evidence(
          kind: kind, weight: weight,
          summary: submission.summary.rows[row][a]?.printed ?? .none,
          detail: submission.details[detail][b]?.printed ?? .none))
    }
    add(.name, parts.name, submission.profile.summary.key, submission.profile.detail.key)
    add(
      .organisation, parts.organisation, submission.profile.summary.organisation,
      submission.profile.detail.organisation)
    add(
      .department, parts.department, submission.profile.summary.department,
      submission.profile.detail.department)
    add(.amount, parts.amount, submission.profile.summary.amount, submission.profile.detail.total)
    add(
      .order, order?.weight(row: row, detail: detail, most: LinkWeights.sameOrder),
      submission.profile.summary.sequence, submission.profile.detail.attachment)
    return evidence
  }
}
