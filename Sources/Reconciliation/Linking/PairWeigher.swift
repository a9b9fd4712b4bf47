internal import TieoutModel

/// Weighs one row against one form.
struct PairWeigher {
  /// What each kind of evidence counts, in hundredths; `nil` where a side has no such value.
  struct Parts {
    var name: Int?
    var organisation: Int?
    var department: Int?
    var amount: Int?

    /// The parts added up.
    var sum: Int { (name ?? 0) + (organisation ?? 0) + (department ?? 0) + (amount ?? 0) }
  }

  /// The rows.
  private(set) var rows: LinkSide
  /// The forms.
  private(set) var details: LinkSide
  private var similarity: NameSimilarity
  private let nameCounts: BothCounts
  private var amountCounts = BothCounts()
  private let organisationCounts: BothCounts
  /// What names, organisations and departments count, by pair: they are asked for once with the
  /// amounts and once without.
  private var pairs = KeyNumbers()
  private var known: [Parts] = []
  /// The register of the organisations on both sides.
  private(set) var organisations: Organisations

  /// Prepares the names on both sides of a submission.
  init(_ submission: borrowing Submission) {
    var organisations = Organisations(submission.profile.organisations)
    rows = LinkSide(
      submission.summary.rows,
      LinkSide.Fields(
        key: submission.profile.summary.key,
        organisation: submission.profile.summary.organisation,
        department: submission.profile.summary.department),
      submission, &organisations)
    details = LinkSide(
      submission.details,
      LinkSide.Fields(
        key: submission.profile.detail.key,
        organisation: submission.profile.detail.organisation,
        department: submission.profile.detail.department),
      submission, &organisations)
    self.organisations = organisations
    similarity = NameSimilarity(rows, details)
    nameCounts = BothCounts(rows, details) { $0.name.isEmpty ? nil : $0.nameHash }
    organisationCounts = BothCounts(rows, details) { $0.organisation.map(UInt64.init) }
  }

  /// Takes the amounts into account, as they stand in the rows now.
  mutating func readAmounts(_ submission: borrowing Submission) {
    rows.readAmounts(
      submission.summary.rows, submission.profile.summary.amount, submission.profile.units)
    details.readAmounts(
      submission.details, submission.profile.detail.total, submission.profile.units)
    amountCounts = BothCounts(rows, details) { $0.amount?.key }
  }

  /// Weighs a row against a form.
  mutating func parts(row: Int, detail: Int) -> Parts {
    let pair = pairs.number(of: UInt64(row) << 32 | UInt64(detail))
    if pair == known.count { known.append(names(row, detail)) }
    var parts = known[pair]
    if let a = rows.entries[row].amount, let b = details.entries[detail].amount {
      parts.amount = amount(a, b)
    }
    return parts
  }

  /// How the organisations and the departments of a row and a form relate; `nil` where a side names
  /// none.
  mutating func relations(
    row: Int, detail: Int
  ) -> (organisation: Organisations.Relation?, department: Organisations.Relation?) {
    let left = rows.entries[row]
    let right = details.entries[detail]
    var relations: (organisation: Organisations.Relation?, department: Organisations.Relation?)
    if let a = left.organisation, let b = right.organisation {
      relations.organisation = organisations.relation(a, b)
    }
    if let a = left.department, let b = right.department {
      relations.department = organisations.relation(a, b)
    }
    return relations
  }

  /// What everything but the amounts counts.
  private mutating func names(_ row: Int, _ detail: Int) -> Parts {
    let left = rows.entries[row]
    let right = details.entries[detail]
    var parts = Parts()
    parts.name = name(row, left, detail, right)
    let relations = relations(row: row, detail: detail)
    if let relation = relations.organisation {
      let weight =
        switch relation {
        case .equal: LinkWeights.sameOrganisation
        case .alias: LinkWeights.sameOrganisationByAlias
        case .different: LinkWeights.otherOrganisation
        }
      let isSole = weight > 0 && isSole(left.organisation, right.organisation)
      parts.organisation = isSole ? weight + LinkWeights.soleOrganisation : weight
    }
    if let relation = relations.department {
      parts.department =
        relation == .different
        ? LinkWeights.otherDepartment : LinkWeights.sameDepartment
    }
    return parts
  }

  /// Whether two organisations have one row and one form.
  private func isSole(_ left: Int32?, _ right: Int32?) -> Bool {
    guard let left, let right else { return false }
    return organisationCounts.rows[UInt64(left)] == 1
      && organisationCounts.details[UInt64(right)] == 1
  }

  private mutating func name(
    _ row: Int, _ left: LinkSide.Entry, _ detail: Int, _ right: LinkSide.Entry
  ) -> Int? {
    guard !left.name.isEmpty, !right.name.isEmpty else { return nil }
    let prefix = left.prefix == right.prefix ? 0 : LinkWeights.otherPrefix
    if left.nameHash == right.nameHash, rows.name(left) == details.name(right) {
      let shared = LinkWeights.shared(by: nameCounts.most(left.nameHash))
      return max(LinkWeights.sameName / 2, LinkWeights.sameName - shared) - prefix
    }
    let thousandths = similarity.similarity(row: row, rows, detail: detail, details)
    return LinkWeights.name(similarity: thousandths) - prefix
  }

  private func amount(_ left: MoneyReading, _ right: MoneyReading) -> Int {
    guard left.agrees(right) else { return LinkWeights.otherAmount }
    let count = max(amountCounts.most(left.key), amountCounts.most(right.key))
    let weight = LinkWeights.amount(
      digits: min(left.digits, right.digits), sharedBy: count)
    return left.equals(right) ? weight : weight - LinkWeights.roundedAmount
  }
}
