import TieoutModel

/// NM05: forms of one unit name different persons or telephones.
///
/// Most forms of the unit tell which one is the odd one out; where there are only two, a person with
/// two telephones or a telephone with two persons is. A telephone without its area code is the
/// same, and names that the profile declares to be one unit's are one unit. Not where another person has another telephone and no majority tells.
enum ContactVaries: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "NM05", name: "contact-varies",
    title: Message(zh: "同一单位的联系人、电话一致", en: "The forms of a unit name one contact"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    let pairs = submission.profile.detail.fields.compactMap { field in
      field.type == .phone
        ? field.beside.map { Pair(person: $0, phone: field.name) } : nil
    }
    guard !pairs.isEmpty, submission.details.count > 1 else { return }
    var units = KeyNumbers(capacity: submission.details.count)
    /// The forms of each number in `units`.
    var groups: [[Int]] = []
    for (place, key) in paper.formNames.keys.enumerated() {
      guard var unit = key?.organisation else { continue }
      // Names that the profile declares to be one body's are one unit.
      if let alias = paper.aliasGroup(ofDetail: place) { unit = UInt64(alias) }
      let number = units.number(of: unit)
      if number == groups.count { groups.append([]) }
      groups[number].append(place)
    }
    var words = FieldWords()
    for forms in groups where forms.count > 1 {
      let all = pairs.flatMap { self.odd(forms, $0, submission) }
      if all.isEmpty {
        report.pass(times: forms.count)
        continue
      }
      let odd = Dictionary(grouping: all, by: { $0.form })
      report.pass(times: forms.count - odd.count)
      for form in forms {
        if let fields = odd[form] { report.report(finding(fields, &words, submission)) }
      }
    }
  }

  /// A person and the telephone beside it.
  private struct Pair {
    var person: FieldName
    var phone: FieldName
  }

  /// What people call the fields, each asked for once.
  private struct FieldWords {
    private var known: [(name: FieldName, words: Message)] = []

    mutating func words(for name: FieldName, _ profile: Profile) -> Message {
      if let field = known.first(where: { $0.name == name }) { return field.words }
      known.append((name, profile.words(for: name)))
      return known[known.count - 1].words
    }
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
      let normal = forms.indices.filter { readings.areLike($0, usual.place) }
      // Where no majority tells, what stands beside it must be the same.
      let beside =
        2 * usual.count > readings.count
        ? nil
        : ContactReadings(forms, other, isPhone: other == pair.phone, submission)
          .first(of: normal)
      for (place, form) in forms.enumerated()
      where readings.isPrinted(place) && !readings.areLike(place, usual.place) {
        guard let norm = beside == nil ? normal.first : beside?[place],
          let field = submission.details[form][name]
        else { continue }
        all.append(
          Odd(
            form: form, field: field, norm: forms[norm], count: usual.count, all: readings.count))
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

  private static func finding(
    _ odd: [Odd], _ words: inout FieldWords, _ submission: Submission
  ) -> Finding {
    let record = submission.details[odd[0].form]
    var values: [Finding.Evidence] = []
    var records = [record.id]
    var sentence = Sentence()
    sentence.addName(of: record.id, isOpening: true)
    sentence.add("的联系人与同一单位的其他表不同：", " names another contact than forms of the same unit: ")
    var name = submission.name(submission.details[odd[0].norm].id)
    for (place, field) in odd.enumerated() {
      let other = submission.details[field.norm]
      // Mostly one form has all that is usual.
      if place > 0, field.norm != odd[place - 1].norm { name = submission.name(other.id) }
      let usual = other[field.field.name] ?? field.field
      values.append(submission.evidence("contact", field.field, record: record))
      values.append(submission.evidence("other", usual, record: other))
      if !records.contains(other.id) { records.append(other.id) }
      if place > 0 { sentence.add("；", "; ") }
      add(field, usual, name, to: &sentence, &words, submission)
    }
    sentence.add("。请核对。", ". The unit can settle it.")
    var finding = Finding(
      check: entry.id, severity: .review, verdict: .broken,
      subject: Subject(record: record.id, field: submission.path(odd[0].field.name)),
      records: records,
      message: sentence.message,
      values: values)
    if odd[0].isMajority, odd[0].count > 1 { finding.majority = values[1].value }
    if odd.allSatisfy({ isMisread($0.field, submission.details[$0.norm], submission) }) {
      finding.diagnosis = [.lookAlike]
      finding.attribution = .ocr
    }
    return finding
  }

  /// Says what a form prints in a field, and what is usual.
  private static func add(
    _ odd: Odd, _ usual: Field, _ name: Message, to sentence: inout Sentence,
    _ words: inout FieldWords, _ submission: Submission
  ) {
    let expected = submission.printed(usual)
    sentence.add(words.words(for: odd.field.name, submission.profile))
    sentence.add("为“", " is “")
    sentence.add(submission.printed(odd.field))
    sentence.add("”")
    sentence.addPlace(of: odd.field.printed, submission.document)
    sentence.add("，而", ", but “")
    sentence.add(name.zh, expected)
    sentence.add("为“", "” in ")
    sentence.add(expected, name.en)
    guard odd.count > 1 else { return sentence.add("”", "") }
    sentence.add("”（", ", as in ")
    sentence.add("\(odd.all)张中有\(odd.count)张如此）", "\(odd.count) of \(odd.all) forms")
  }

  /// Whether a telephone differs from a usual one in a digit that looks like the right one.
  private static func isMisread(_ field: Field, _ usual: Record, _ submission: Submission) -> Bool {
    let text = submission.document.text
    /// The digits of a telephone without the zeros before them.
    func number(_ field: Field?) -> ArraySlice<UInt32>? {
      guard let field, !field.printed.isEmpty else { return nil }
      // Names of persons begin with letters of Han.
      guard !(0xE4...0xE9).contains(text[Int(field.printed.start)]) else { return nil }
      let digits = NameText.letters(of: text, field.printed.range)
      guard digits.count < 18, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return digits.drop { $0 == 0x30 }
    }
    guard let left = number(field), let right = number(usual[field.name]), left.count > 1,
      left.count == right.count
    else { return false }
    var differing: (UInt8, UInt8)?
    for (digit, other) in zip(left, right) where digit != other {
      if differing != nil { return false }
      differing = (UInt8(digit - 0x30), UInt8(other - 0x30))
    }
    return differing.map(DigitSlip.areLookAlike) ?? false
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
