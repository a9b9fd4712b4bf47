import TieoutModel

/// NM05: forms of one unit name different persons or telephones.
///
/// Most forms of the unit tell which one is the odd one out; where there are only two, a person with
/// two telephones or a telephone with two persons is. A telephone without its area code is the
/// same. Not where another person has another telephone and no majority tells.
enum ContactVaries: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "NM05", name: "contact-varies",
    title: Message(zh: "同一单位的联系人、电话一致", en: "The forms of a unit name one contact"))

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let pairs = submission.profile.detail.fields.compactMap { field in
      field.type == .phone ? field.beside.map { Pair(person: $0, phone: field.name) } : nil
    }
    guard !pairs.isEmpty, submission.details.count > 1 else { return }
    var order: [UInt64] = []
    var groups: [UInt64: [Int]] = [:]
    for (place, key) in paper.formNames.keys.enumerated() {
      guard let unit = key?.organisation else { continue }
      if groups[unit] == nil { order.append(unit) }
      groups[unit, default: []].append(place)
    }
    for unit in order {
      guard let forms = groups[unit], forms.count > 1 else { continue }
      for pair in pairs { check(forms, pair, submission, &report) }
    }
  }

  /// A person and the telephone beside it.
  private struct Pair {
    var person: FieldName
    var phone: FieldName
  }

  private static func check(
    _ forms: [Int], _ pair: Pair, _ submission: Submission, _ report: inout CheckReport
  ) {
    for (name, other) in [(pair.person, pair.phone), (pair.phone, pair.person)] {
      let isPhone = name == pair.phone
      let filled = forms.filter { submission.details[$0][name] != nil }
      guard filled.count > 1 else { continue }
      let most = filled.max { a, b in
        count(a, name, filled, submission) < count(b, name, filled, submission)
      }
      guard let usual = most.flatMap({ submission.details[$0][name] }) else { continue }
      let odd = filled.filter {
        !same(submission.details[$0][name], usual, isPhone: isPhone, submission)
      }
      guard !odd.isEmpty else {
        report.pass()
        continue
      }
      let isMajority = 2 * (filled.count - odd.count) > filled.count
      for form in odd {
        let record = submission.details[form]
        let norm = filled.first {
          same(submission.details[$0][name], usual, isPhone: isPhone, submission)
            && (isMajority
              || same(submission.details[$0][other], record[other], isPhone: !isPhone, submission))
        }
        guard let norm, let field = record[name] else { continue }
        report.report(
          finding(
            field, record, submission.details[norm], filled.count - odd.count, filled.count,
            isMajority, submission))
      }
    }
  }

  private static func count(
    _ form: Int, _ name: FieldName, _ forms: [Int], _ submission: Submission
  ) -> Int {
    forms.count {
      same(submission.details[$0][name], submission.details[form][name], isPhone: true, submission)
    }
  }

  /// Whether two fields name one person, or one telephone with or without its area code.
  private static func same(
    _ left: Field?, _ right: Field?, isPhone: Bool, _ submission: Submission
  ) -> Bool {
    guard let left, let right else { return false }
    if submission.document.same(left.printed, right.printed) { return true }
    let text = submission.document.text
    let a = NameText.letters(of: text, left.printed.range)
    let b = NameText.letters(of: text, right.printed.range)
    guard isPhone else { return a == b }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return short.count > 5 && long.suffix(short.count).elementsEqual(short)
  }

  private static func finding(
    _ field: Field, _ record: Record, _ other: Record, _ count: Int, _ all: Int,
    _ isMajority: Bool, _ submission: Submission
  ) -> Finding {
    let usual = other[field.name] ?? field
    let (a, b) = (submission.printed(field), submission.printed(usual))
    let (x, y) = (submission.name(record.id), submission.name(other.id))
    let at = submission.at(field.printed)
    let spec = submission.profile.detail.fields.first { $0.name == field.name }
    let label = spec?.labels.first.map(submission.profile.labels.word) ?? ""
    var finding = Finding(
      check: entry.id, severity: .review, verdict: .broken,
      subject: Subject(record: record.id, field: submission.path(field.name)),
      records: [record.id, other.id],
      message: .worded(
        zh: "\(x.zh)\(label)为“\(a)”\(at.zh)，同一单位的\(y.zh)为“\(b)”（\(all)张中有\(count)张如此）。请核对。",
        en:
          "\(x.opening.en) has “\(a)” as \(label)\(at.en), \(y.en) of the same unit has “\(b)”, as "
          + "\(count) of its \(all) forms do. The unit can settle it."),
      values: [
        submission.evidence("contact", field, record: record),
        submission.evidence("other", usual, record: other),
      ])
    if isMajority, count > 2 { finding.majority = b }
    return finding
  }
}
