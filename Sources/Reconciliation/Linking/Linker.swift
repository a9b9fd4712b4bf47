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
  private var choices: [[Choice]]
  private var order: PrintedOrder?
  private let rowCount: Int
  private let detailCount: Int

  /// Links a submission, the amounts left out of account where they may stand in the wrong rows.
  static func links(_ submission: borrowing Submission, usesAmounts: Bool) -> [Link] {
    var linker = Linker(submission, usesAmounts: usesAmounts)
    let first = linker.assign()
    linker.weighOrder(first)
    let second = linker.assign()
    return linker.links(second, submission)
  }

  private init(_ submission: borrowing Submission, usesAmounts: Bool) {
    var weigher = PairWeigher(submission, usesAmounts: usesAmounts)
    rowCount = weigher.rows.entries.count
    detailCount = weigher.details.entries.count
    var index = CandidateIndex(
      weigher.details, rowCount: rowCount, weigher.organisations)
    choices = []
    choices.reserveCapacity(rowCount)
    for (row, entry) in weigher.rows.entries.enumerated() {
      let candidates = index.candidates(
        forRow: row, entry, weigher.rows, weigher.organisations)
      choices.append(
        candidates.map { detail in
          Choice(detail: detail, weight: weigher.parts(row: row, detail: detail).sum)
        })
    }
    self.weigher = weigher
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
      let next = choices[row].filter { $0.detail != detail && $0.weight > 0 }
        .max { ($0.weight, $1.detail) < ($1.weight, $0.detail) }
      link.runnerUp = next.map { ($0.detail, $0.weight) }
      links.append(link)
    }
    return links
  }

  private mutating func evidence(
    _ row: Int, _ detail: Int, _ submission: borrowing Submission
  ) -> [Link.Evidence] {
    let parts = weigher.parts(row: row, detail: detail)
    let (summary, form) = (submission.profile.summary, submission.profile.detail)
    let (left, right) = (submission.summary.rows[row], submission.details[detail])
    var evidence: [Link.Evidence] = []
    func add(_ kind: Link.Evidence.Kind, _ weight: Int?, _ a: FieldName?, _ b: FieldName?) {
      guard let weight, weight != 0 else { return }
      evidence.append(
        Link.Evidence(
          kind: kind, weight: weight, summary: left[a]?.printed ?? .none,
          detail: right[b]?.printed ?? .none))
    }
    add(.name, parts.name, summary.key, form.key)
    add(.organisation, parts.organisation, summary.organisation, form.organisation)
    add(.department, parts.department, summary.department, form.department)
    add(.amount, parts.amount, summary.amount, form.total)
    let order = order?.weight(row: row, detail: detail, most: LinkWeights.sameOrder)
    add(.order, order, summary.sequence, form.attachment)
    return evidence
  }
}
