internal import TieoutModel

/// Weighs one row against one form.
struct PairWeigher {
  /// What each kind of evidence counts, in hundredths; `nil` where a side has no such value.
  struct Parts {
    var name: Int32?
    var organisation: Int32?
    var department: Int32?
    var amount: Int32?

    /// Takes nothing for evidence against a pair that its engine was hardly sure of.
    mutating func forgive(_ doubts: LinkSide.Doubts) {
      if doubts.contains(.name) { name = name.map { max($0, 0) } }
      if doubts.contains(.organisation) { organisation = organisation.map { max($0, 0) } }
      if doubts.contains(.department) { department = department.map { max($0, 0) } }
      if doubts.contains(.amount) { amount = amount.map { max($0, 0) } }
    }

    /// The parts added up.
    var sum: Int { Int((name ?? 0) + (organisation ?? 0) + (department ?? 0) + (amount ?? 0)) }
  }

  /// The rows.
  private(set) var rows: LinkSide
  /// The forms.
  private(set) var details: LinkSide
  /// The names of both sides.
  let alphabet: Alphabet
  /// How many different amounts both sides have.
  private(set) var amountCount = 0
  private var similarity: NameSimilarity
  private let nameCounts: BothCounts
  private var amountCounts = BothCounts()
  private var digits = SameDigits()
  private let organisationCounts: BothCounts
  /// What names, organisations and departments count: they are asked for once with the amounts and
  /// once without.
  private var known: KnownPairs
  /// The register of the organisations on both sides.
  private(set) var organisations: Organisations

  /// Prepares the names on both sides of a submission.
  init(_ submission: borrowing Submission) {
    var organisations = submission.profile.prepared(Organisations.init)
    var alphabet = Alphabet(
      capacity: submission.summary.rows.count + submission.details.count)
    rows = LinkSide(
      submission.summary.rows,
      LinkSide.Fields(
        key: submission.profile.summary.key,
        organisation: submission.profile.summary.organisation,
        department: submission.profile.summary.department,
        amount: submission.profile.summary.amount),
      submission, &alphabet, &organisations)
    details = LinkSide(
      submission.details,
      LinkSide.Fields(
        key: submission.profile.detail.key,
        organisation: submission.profile.detail.organisation,
        department: submission.profile.detail.department,
        amount: submission.profile.detail.total),
      submission, &alphabet, &organisations)
    self.organisations = organisations
    self.alphabet = alphabet
    nameCounts = BothCounts(rows, details, count: alphabet.names.count) { $0.name }
    similarity = NameSimilarity(
      alphabet, nameCounts, of: rows.entries.count + details.entries.count)
    organisationCounts = BothCounts(rows, details, count: organisations.count) { $0.organisation }
    known = KnownPairs(rowCount: rows.entries.count)
  }

  /// Takes the amounts into account, as they stand in the rows now.
  mutating func readAmounts(_ submission: borrowing Submission) {
    var numbers = KeyNumbers(capacity: rows.entries.count + details.entries.count)
    rows.readAmounts(
      submission.summary.rows, submission.profile.summary.amount, submission.profile.units,
      &numbers)
    details.readAmounts(
      submission.details, submission.profile.detail.total, submission.profile.units, &numbers)
    amountCount = numbers.count
    amountCounts = BothCounts(rows, details, count: amountCount) { $0.amount }
    digits = SameDigits(rows, details, amountCounts)
    // So that the form comes into question for the row.
    for (row, detail) in digits.detailOfRow {
      rows.takeAmount(of: row, for: details.entries[detail].amount)
    }
  }

  /// Weighs a row against a form.
  mutating func parts(row: Int, detail: Int) -> Parts {
    var parts: Parts
    if let place = known.place(row, detail) {
      parts = known.parts(place)
    } else {
      parts = names(row, detail)
      known.add(row, detail, parts)
    }
    if let left = rows.entries[row].amount, let right = details.entries[detail].amount {
      parts.amount = Int32(amount(row, left, detail, right))
    }
    let doubts = rows.entries[row].doubts.union(details.entries[detail].doubts)
    if !doubts.isEmpty { parts.forgive(doubts) }
    return parts
  }

  /// How the organisations and the departments of a row and a form relate; `nil` where a side names
  /// none.
  mutating func relations(
    row: Int, detail: Int
  ) -> (organisation: Organisations.Relation?, department: Organisations.Relation?) {
    var relations: (organisation: Organisations.Relation?, department: Organisations.Relation?)
    if let a = rows.entries[row].organisation, let b = details.entries[detail].organisation {
      relations.organisation = organisations.relation(a, b)
    }
    if let a = rows.entries[row].department, let b = details.entries[detail].department {
      relations.department = organisations.relation(a, b)
    }
    return relations
  }

  /// Whether a row and a form share an organisation, a department or a word of their names.
  mutating func haveSomethingInCommon(row: Int, detail: Int) -> Bool {
    let relations = relations(row: row, detail: detail)
    for relation in [relations.organisation, relations.department] {
      if let relation, relation != .different { return true }
    }
    guard let left = rows.entries[row].name, let right = details.entries[detail].name else {
      return false
    }
    let pairs = alphabet.pairs[alphabet.names[Int(right)].pairs]
    return alphabet.pairs[alphabet.names[Int(left)].pairs].contains { pairs.contains($0) }
  }

  /// Whether a row or a form could not be read, so that nothing in it speaks for or against a pair.
  func isUnread(row: Int, detail: Int) -> Bool { rows.isUnread(row) || details.isUnread(detail) }

  /// What everything but the amounts counts.
  private mutating func names(_ row: Int, _ detail: Int) -> Parts {
    var parts = Parts()
    parts.name = name(row, detail).map(Int32.init)
    let relations = relations(row: row, detail: detail)
    if let relation = relations.organisation {
      let weight =
        switch relation {
        case .equal: LinkWeights.sameOrganisation
        case .alias: LinkWeights.sameOrganisationByAlias
        case .different: LinkWeights.otherOrganisation
        }
      let isSole = weight > 0 && isSole(row, detail)
      parts.organisation = Int32(isSole ? weight + LinkWeights.soleOrganisation : weight)
    }
    if let relation = relations.department {
      parts.department = Int32(
        relation == .different
          ? LinkWeights.otherDepartment : LinkWeights.sameDepartment)
    }
    return parts
  }

  /// Whether the organisations of a row and a form have one row and one form.
  private func isSole(_ row: Int, _ detail: Int) -> Bool {
    guard let left = rows.entries[row].organisation,
      let right = details.entries[detail].organisation
    else { return false }
    return organisationCounts.rows[Int(left)] == 1 && organisationCounts.details[Int(right)] == 1
  }

  private mutating func name(_ row: Int, _ detail: Int) -> Int? {
    guard let left = rows.entries[row].name, let right = details.entries[detail].name else {
      return nil
    }
    let isSamePrefix = rows.entries[row].prefix == details.entries[detail].prefix
    let prefix = isSamePrefix ? 0 : LinkWeights.otherPrefix
    if left == right {
      let shared = LinkWeights.shared(by: nameCounts.most(left))
      return max(LinkWeights.sameName / 2, LinkWeights.sameName - shared) - prefix
    }
    let thousandths = similarity.similarity(left, right, alphabet)
    return LinkWeights.name(similarity: thousandths) - prefix
  }

  private func amount(_ row: Int, _ left: Int32, _ detail: Int, _ right: Int32) -> Int {
    guard let a = rows.amounts[row], let b = details.amounts[detail] else {
      return LinkWeights.otherAmount
    }
    if digits.detailOfRow[row] == detail {
      return LinkWeights.amount(digits: a.digits, sharedBy: 1) - LinkWeights.otherPoint
    }
    guard a.agrees(b) else { return LinkWeights.otherAmount }
    let count = max(amountCounts.most(left), amountCounts.most(right))
    let weight = LinkWeights.amount(digits: min(a.digits, b.digits), sharedBy: count)
    return a.equals(b) ? weight : weight - LinkWeights.roundedAmount
  }
}
