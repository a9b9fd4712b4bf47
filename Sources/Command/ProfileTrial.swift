internal import Tieout

/// What a profile makes of a submission, in a few lines for the person who writes the profile.
struct ProfileTrial {
  private let submission: Submission

  init(_ submission: Submission) { self.submission = submission }

  /// What was read, which fields and columns were never seen, and what stayed unread.
  func lines(_ language: Language) -> [String] {
    let profile = submission.profile
    var lines: [String] = []
    func say(_ zh: String, _ en: String) { lines.append(language == .chinese ? zh : en) }
    let rows = submission.summary.rows.count
    let details = submission.details.count
    let links = submission.links.count
    let score = submission.profileScore
    say(
      "匹配度 \(score)%；汇总 \(rows) 行，明细 \(details) 份，对应 \(links) 对",
      "matches to \(score) %; \(rows) rows, \(details) forms, \(links) links")
    tell("summary", profile.summary.columns.map(\.name), submission.summary.rows, &lines)
    tell("detail", profile.detail.fields.map(\.name), submission.details, &lines)
    for group in profile.detail.groups {
      let count = submission.details.reduce(0) { $0 + ($1.group(group.name)?.items.count ?? 0) }
      lines.append("  detail.\(profile.name(group.name)): \(count)")
    }
    let tally = submission.tally
    say(
      "检查：相符 \(tally.exact)，不符 \(tally.broken)，待定 \(tally.open)",
      "checks: \(tally.exact) exact, \(tally.broken) broken, \(tally.open) open")
    let unplaced = submission.unplaced()
    say("未归位文字 \(unplaced.count) 处", "text that nothing took, places: \(unplaced.count)")
    for slice in unplaced.prefix(20) { lines.append("  " + submission.document.string(slice)) }
    return lines
  }

  /// How many records have each field; those that none has stand out.
  private func tell(
    _ kind: String, _ names: [FieldName], _ records: [Record], _ lines: inout [String]
  ) {
    guard !records.isEmpty else { return }
    for name in names {
      let count = records.count { $0.fields.named(name) != nil }
      let mark = count == 0 ? "  !" : ""
      lines.append("  \(kind).\(submission.profile.name(name)): \(count)/\(records.count)\(mark)")
    }
  }
}
