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
  let rows: LinkSide
  /// The forms.
  let details: LinkSide
  private let usesAmounts: Bool
  private var similarity: NameSimilarity
  private var nameCounts: [UInt64: Int]
  private var amountCounts: [UInt64: Int]
  private let rowsOfOrganisation: [Int32: Int]
  private let formsOfOrganisation: [Int32: Int]
  /// The register of the organisations on both sides.
  private(set) var organisations: Organisations

  /// Prepares both sides of a submission, the amounts left out of account where they may stand in
  /// the wrong rows.
  init(_ submission: borrowing Submission, usesAmounts: Bool) {
    let summary = submission.profile.summary
    let detail = submission.profile.detail
    var organisations = Organisations(submission.profile.organisations)
    rows = LinkSide(
      submission.summary.rows,
      LinkSide.Fields(
        key: summary.key, organisation: summary.organisation, department: summary.department,
        amount: usesAmounts ? summary.amount : nil),
      submission, &organisations)
    details = LinkSide(
      submission.details,
      LinkSide.Fields(
        key: detail.key, organisation: detail.organisation, department: detail.department,
        amount: usesAmounts ? detail.total : nil),
      submission, &organisations)
    self.organisations = organisations
    self.usesAmounts = usesAmounts
    similarity = NameSimilarity(rows, details)
    nameCounts = Self.most(rows, details) { $0.name.isEmpty ? nil : $0.nameHash }
    amountCounts = Self.most(rows, details) { $0.amount?.key }
    rowsOfOrganisation = Self.counts(rows) { $0.organisation }
    formsOfOrganisation = Self.counts(details) { $0.organisation }
  }

  /// How often each value occurs on the side where it occurs more often.
  private static func most(
    _ rows: LinkSide, _ details: LinkSide, _ key: (LinkSide.Entry) -> UInt64?
  ) -> [UInt64: Int] {
    counts(rows, key).merging(counts(details, key), uniquingKeysWith: max)
  }

  /// How often each value occurs on a side.
  private static func counts<Key: Hashable>(
    _ side: LinkSide, _ key: (LinkSide.Entry) -> Key?
  ) -> [Key: Int] {
    var counts: [Key: Int] = [:]
    for entry in side.entries {
      if let key = key(entry) { counts[key, default: 0] += 1 }
    }
    return counts
  }

  /// Weighs a row against a form.
  mutating func parts(row: Int, detail: Int) -> Parts {
    let left = rows.entries[row]
    let right = details.entries[detail]
    var parts = Parts()
    parts.name = name(left, right)
    if let a = left.organisation, let b = right.organisation {
      parts.organisation =
        switch organisations.relation(a, b) {
        case .equal: LinkWeights.sameOrganisation
        case .alias: LinkWeights.sameOrganisationByAlias
        case .different: LinkWeights.otherOrganisation
        }
      if let weight = parts.organisation, weight > 0, rowsOfOrganisation[a] == 1,
        formsOfOrganisation[b] == 1
      {
        parts.organisation = weight + LinkWeights.soleOrganisation
      }
    }
    if let a = left.department, let b = right.department {
      parts.department =
        organisations.relation(a, b) == .different
        ? LinkWeights.otherDepartment : LinkWeights.sameDepartment
    }
    if let a = left.amount, let b = right.amount { parts.amount = amount(a, b) }
    return parts
  }

  private mutating func name(_ left: LinkSide.Entry, _ right: LinkSide.Entry) -> Int? {
    guard !left.name.isEmpty, !right.name.isEmpty else { return nil }
    let prefix = left.prefix == right.prefix ? 0 : LinkWeights.otherPrefix
    if rows.name(left) == details.name(right) {
      let shared = LinkWeights.shared(by: nameCounts[left.nameHash] ?? 1)
      return max(LinkWeights.sameName / 2, LinkWeights.sameName - shared) - prefix
    }
    let thousandths = similarity.similarity(left, rows, right, details)
    return LinkWeights.name(similarity: thousandths) - prefix
  }

  private func amount(_ left: MoneyReading, _ right: MoneyReading) -> Int {
    guard left.agrees(right) else { return LinkWeights.otherAmount }
    let count = max(amountCounts[left.key] ?? 1, amountCounts[right.key] ?? 1)
    let weight = LinkWeights.amount(
      digits: min(left.digits, right.digits), sharedBy: count)
    return left.equals(right) ? weight : weight - LinkWeights.roundedAmount
  }
}
