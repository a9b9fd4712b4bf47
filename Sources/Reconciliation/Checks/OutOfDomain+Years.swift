import TieoutModel

extension OutOfDomain {
  /// The fewest forms of one year beside which another year stands out.
  private static let fewest = 3

  /// Finds forms whose title, or the line with their year, names another year than nearly all others;
  /// gives that of the others for each of them.
  static func years(_ submission: Submission, _ report: inout CheckReport) -> [Int: YearInText] {
    let detail = submission.profile.detail
    let names =
      [detail.title].compactMap(\.self)
      + detail.fields.filter { $0.isLine && !$0.containing.isEmpty }.map(\.name)
    guard submission.details.count > fewest else { return [:] }
    let years = submission.details.map { year($0, names, submission.document.text) }
    guard let first = years.lazy.compactMap(\.self).first,
      years.contains(where: { $0.map { !$0.isOne(with: first) } ?? false })
    else { return [:] }
    // Few years, however many forms.
    var kinds: [(year: YearInText, count: Int)] = []
    for year in years.lazy.compactMap(\.self) {
      let known = kinds.firstIndex { $0.year.value == year.value && $0.year.last == year.last }
      if let known { kinds[known].count += 1 } else { kinds.append((year, 1)) }
    }
    let all = kinds.reduce(0) { $0 + $1.count }
    var odd: [Int: YearInText] = [:]
    for (place, own) in years.enumerated() {
      guard let own, let other = kinds.first(where: { !$0.year.isOne(with: own) })?.year else {
        continue
      }
      // The form itself is none of the others.
      let alike = kinds.reduce(0) { $1.year.isOne(with: other) ? $0 + $1.count : $0 }
      guard alike >= fewest, alike * 5 >= (all - 1) * 4 else { continue }
      odd[place] = other
      report.report(finding(own, other, submission.details[place], submission))
    }
    return odd
  }

  private static func year(
    _ record: Record, _ names: [FieldName], _ text: [UInt8]
  ) -> YearInText? {
    for name in names {
      guard let printed = record[name]?.printed else { continue }
      if let year = YearInText.first(in: printed.range, text) { return year }
    }
    return nil
  }

  private static func finding(
    _ own: YearInText, _ other: YearInText, _ record: Record, _ submission: Submission
  ) -> Finding {
    let name = submission.name(record.id)
    let at = submission.at(own.printed)
    let subject = Subject(record: record.id)
    return Finding(
      check: entry.id, severity: .warning, verdict: .broken, subject: subject,
      message: .worded(
        zh: "\(name.zh)\(at.zh)写明 \(own.value) 年，其余各表为 \(other.value) 年。请核对原件。",
        en: "\(name.opening.en)\(at.en) is of \(own.value), the other forms of \(other.value). "
          + "The paper settles it."),
      values: [
        Finding.Evidence(
          role: "year", subject: subject, printed: own.printed, value: String(own.value))
      ], identity: (subject, "year"))
  }
}
