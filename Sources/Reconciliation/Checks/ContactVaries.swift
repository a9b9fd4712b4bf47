import TieoutModel

/// NM05: forms of one unit name different persons or telephones.
///
/// Most forms of the unit tell which one is the odd one out; where there are only two, a person with
/// two telephones or a telephone with two persons is. A telephone without its area code is the
/// same. Not where another person has another telephone and no majority tells.
enum ContactVaries: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "NM05", name: "contact-varies",
    title: Message(zh: "同一单位的联系人、电话一致", en: "The forms of a unit name one contact"), manual: manual)

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
      let odd = Dictionary(
        grouping: pairs.flatMap { self.odd(forms, $0, submission) }, by: { $0.form })
      report.pass(times: forms.count - odd.count)
      for form in forms {
        if let fields = odd[form] { report.report(finding(fields, submission)) }
      }
    }
  }

  /// A person and the telephone beside it.
  private struct Pair {
    var person: FieldName
    var phone: FieldName
  }

  /// A field that stands out against another form's.
  private struct Odd {
    var form: Int
    var field: Field
    /// A form that has what is usual.
    var norm: Int
    /// How many forms have it, and of how many.
    var count: Int
    var all: Int
    /// Whether those are most.
    var isMajority: Bool { 2 * count > all }
  }

  private static func odd(_ forms: [Int], _ pair: Pair, _ submission: Submission) -> [Odd] {
    var all: [Odd] = []
    for (name, other) in [(pair.person, pair.phone), (pair.phone, pair.person)] {
      // Nearly always all of them are printed alike.
      if isOne(forms, name, submission) { continue }
      let readings = ContactReadings(forms, name, isPhone: name == pair.phone, submission)
      guard let usual = readings.usual else { continue }
      let normal = readings.like(usual.form), isNormal = Set(normal)
      // Where no majority tells, what stands beside it must be the same.
      let beside =
        2 * usual.count > readings.forms.count
        ? nil
        : ContactReadings(forms, other, isPhone: other == pair.phone, submission).first(of: normal)
      for form in readings.forms where !isNormal.contains(form) {
        guard let norm = beside == nil ? normal.first : beside?[form],
          let field = submission.details[form][name]
        else { continue }
        all.append(
          Odd(
            form: form, field: field, norm: norm, count: usual.count, all: readings.forms.count))
      }
    }
    return all
  }

  /// Whether all forms that print a field print the same characters.
  private static func isOne(_ forms: [Int], _ name: FieldName, _ submission: Submission) -> Bool {
    var first: Slice?
    for form in forms {
      guard let printed = submission.details[form][name]?.printed else { continue }
      guard let known = first else {
        first = printed
        continue
      }
      if !submission.document.same(known, printed) { return false }
    }
    return true
  }

  private static func finding(_ odd: [Odd], _ submission: Submission) -> Finding {
    let record = submission.details[odd[0].form]
    var values: [Finding.Evidence] = []
    var records = [record.id]
    var words: [Message] = []
    for odd in odd {
      let other = submission.details[odd.norm]
      let usual = other[odd.field.name] ?? odd.field
      values.append(submission.evidence("contact", odd.field, record: record))
      values.append(submission.evidence("other", usual, record: other))
      if !records.contains(other.id) { records.append(other.id) }
      let (a, b) = (submission.printed(odd.field), submission.printed(usual))
      let at = submission.at(odd.field.printed)
      let name = submission.name(other.id)
      let field = submission.profile.name(odd.field.name)
      let label = submission.label(odd.field.name)
      words.append(
        .worded(
          zh: "\(label)为“\(a)”\(at.zh)，而\(name.zh)为“\(b)”"
            + (odd.count > 1 ? "（\(odd.all)张中有\(odd.count)张如此）" : ""),
          en: "\(field) is “\(a)”\(at.en), but “\(b)” in \(name.en)"
            + (odd.count > 1 ? ", as in \(odd.count) of \(odd.all) forms" : "")))
    }
    let name = submission.name(record.id)
    let all = Message.joined(words, zh: "；", en: "; ")
    var finding = Finding(
      check: entry.id, severity: .review, verdict: .broken,
      subject: Subject(record: record.id, field: submission.path(odd[0].field.name)),
      records: records,
      message: .worded(
        zh: "\(name.zh)的联系人与同一单位的其他表不同：\(all.zh)。请核对。",
        en: "\(name.opening.en) names another contact than forms of the same unit: \(all.en). The "
          + "unit can settle it."),
      values: values)
    if odd[0].isMajority, odd[0].count > 1 { finding.majority = values[1].value }
    if odd.allSatisfy({ isMisread($0.field, submission.details[$0.norm], submission) }) {
      finding.diagnosis = [.lookAlike]
      finding.attribution = .ocr
    }
    return finding
  }

  /// Whether a telephone differs from a usual one in a digit that looks like the right one.
  private static func isMisread(_ field: Field, _ usual: Record, _ submission: Submission) -> Bool {
    let text = submission.document.text
    func number(_ field: Field?) -> Quantity? {
      guard let field else { return nil }
      let digits = NameText.letters(of: text, field.printed.range)
      guard digits.count < 18, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Quantity(digits: digits.reduce(0) { $0 * 10 + Int64($1) - 0x30 }, scale: 0)
    }
    guard let left = number(field), let right = number(usual[field.name]) else { return false }
    return DigitSlip.diagnose(left, right) == [.lookAlike]
  }
}

extension Submission {
  /// What a field of the forms is called on paper.
  func label(_ field: FieldName) -> String {
    let spec = profile.detail.fields.first { $0.name == field }
    return spec?.labels.first.map(profile.labels.word) ?? profile.name(field)
  }
}

extension ContactVaries {
  fileprivate static let manual = CheckManual(
    gravest: .review,
    what: Message(
      zh: "同一单位各表的负责人、电话一致。",
      en: "Whether the forms of one unit name one contact."),
    why: Message(
      zh: "联系人写错，核实时就找不到人。",
      en: "With a wrong contact, nobody answers when figures are verified."),
    example: Message(
      zh: "某局四张表中三张为同一电话，一张不同。",
      en: "Three of an office's four forms have one telephone, the fourth another."),
    unless: Message(
      zh: "只差区号；另一人另一电话而没有多数可据；不同单位。",
      en: """
        Only the area code differs; another person has another telephone and no majority \
        tells; other units.
        """),
    decided: Message(
      zh: "每张表一条，待复核，并指出多数；号码只差一位形近数字的归于识别。",
      en: """
        One a form, for review, with what most forms have; a telephone that is off by a \
        look-alike digit is put down to recognition.
        """))
}
