internal import TieoutModel

/// The summary beside the forms, as rows of text: a row each, then the stated total, then the forms
/// that no row stands for.
struct SideBySide {
  /// The cells, all rows of one length, the names of the columns first.
  ///
  /// Fields have the names of the profile, in which there is no point; the others have one.
  private(set) var rows: [[String]] = []
  private let submission: Submission
  private let columns: [FieldName]
  private let tieOut: TieOut
  /// The places of the findings that still count, by record.
  private var findings: [String: Set<Int>] = [:]

  init(_ submission: Submission) {
    self.submission = submission
    tieOut = TieOut(submission)
    columns = Self.columns(submission)
    for (index, finding) in submission.findings.enumerated() where !submission.isSettled(finding) {
      for record in finding.records { findings[record, default: []].insert(index) }
    }
    rows.append(
      ["record.id"] + columns.map { submission.profile.name($0) } + [
        "detail.id", "detail.name", "tieout.unit", "tieout.amount", "tieout.total",
        "tieout.difference", "tieout.verdict", "tieout.findings",
      ])
    for (index, record) in submission.summary.rows.enumerated() {
      add(record, link: submission.link(ofRow: index))
    }
    if let total = submission.summary.total { add(total, link: nil) }
    for (index, form) in submission.details.enumerated()
    where submission.link(ofDetail: index) == nil {
      add(nil, form: form, link: nil)
    }
  }

  /// The columns of the profile, and what else the rows hold.
  private static func columns(_ submission: Submission) -> [FieldName] {
    var names: [FieldName] = []
    for column in submission.profile.summary.columns where !names.contains(column.name) {
      names.append(column.name)
    }
    for record in submission.summary.rows {
      for field in record.fields where !names.contains(field.name) { names.append(field.name) }
    }
    return names
  }

  private mutating func add(_ record: Record, link: Link?) {
    add(record, form: link.map { submission.details[$0.detail] }, link: link)
  }

  private mutating func add(_ record: Record?, form: Record?, link: Link?) {
    let difference = link.flatMap { tieOut.difference($0, submission) }
    let verdict = link.map { tieOut.verdict($0, submission) }
    let profile = submission.profile.detail
    func text(_ record: Record?, _ name: FieldName?) -> String {
      record?[name].map { submission.text($0) } ?? ""
    }
    // Rows and forms may print other units: these two and their difference are in one.
    func amount(_ record: Record?) -> String {
      record.flatMap { tieOut.amount(of: $0, submission) }?.description ?? ""
    }
    let touching = [record, form].compactMap { $0.flatMap { findings[$0.id] } }
    rows.append(
      [record?.id ?? ""] + columns.map { text(record, $0) } + [
        form?.id ?? "", text(form, profile.key), submission.profile.units.name(tieOut.unit),
        amount(record), amount(form), difference?.description ?? "", verdict?.rawValue ?? "",
        String(touching.reduce(into: Set<Int>()) { $0.formUnion($1) }.count),
      ])
  }
}
