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
    let units = units(paper)
    var readings = pairs.map(Readings.init)
    var words = FieldWords()
    var comparisons: [Comparison] = []
    var odd: [Odd] = []
    for unit in 0..<units.count where units.count(of: unit) > 1 {
      let forms = units[unit]
      comparisons.removeAll(keepingCapacity: true)
      for pair in readings.indices { readings[pair].compare(forms, &comparisons, pair, submission) }
      if comparisons.isEmpty {
        report.pass(times: forms.count)
        continue
      }
      for (place, form) in forms.enumerated() {
        odd.removeAll(keepingCapacity: true)
        for comparison in comparisons.indices {
          let pair = comparisons[comparison].pair
          if let field = readings[pair].odd(comparisons[comparison], place, forms, submission) {
            odd.append(field)
          }
        }
        if odd.isEmpty {
          report.pass()
        } else {
          report.report(finding(odd, of: submission.details[form], &words, submission))
        }
      }
    }
  }

  /// The forms of each unit; names that the profile declares to be one body's are one unit.
  private static func units(_ paper: Workpaper) -> PlaceGroups {
    let names = paper.formNames.keys
    var units = KeyNumbers(capacity: names.count)
    var numbers: [Int] = []
    numbers.reserveCapacity(names.count)
    for place in names.indices {
      let unit = names[place]?.organisation.map { own in
        paper.aliasGroup(ofDetail: place).map { UInt64($0) } ?? own
      }
      numbers.append(unit.map { units.number(of: $0) } ?? -1)
    }
    return PlaceGroups(numbers, count: units.count)
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
    var field: Field
    /// A form that has what is usual.
    var norm: Int
    /// How many forms have it, and of how many.
    var count: Int
    var all: Int
    /// Whether those are most.
    var isMajority: Bool { 2 * count > all }
  }

  /// What the forms of a unit have in a field in which not all of them have the same.
  private struct Comparison {
    /// The place of the pair of fields among all pairs.
    let pair: Int
    /// Whether it is of the telephone.
    let isOfPhone: Bool
    let usual: (place: Int, count: Int)
    /// The first form that has what is usual; `nil` where no majority tells.
    let norm: Int?
    /// Where no majority tells, the first such form that has the same beside it, for each form.
    let beside: [Int?]

    init?(
      _ pair: Int, isOfPhone: Bool, _ readings: ContactReadings, beside other: ContactReadings
    ) {
      guard let usual = readings.usual else { return nil }
      self.pair = pair
      self.isOfPhone = isOfPhone
      self.usual = usual
      if 2 * usual.count > readings.count {
        norm = readings.first(like: usual.place)
        beside = []
      } else {
        norm = nil
        beside = other.first(of: readings.places(like: usual.place))
      }
    }
  }

  /// What the forms of one unit after the other have in a pair of fields.
  private struct Readings {
    private let pair: Pair
    private var persons = ContactReadings(isPhone: false)
    private var phones = ContactReadings(isPhone: true)

    init(_ pair: Pair) { self.pair = pair }

    /// Adds the comparisons of the person and of the telephone beside it; none where all forms have
    /// one.
    mutating func compare(
      _ forms: ArraySlice<Int>, _ comparisons: inout [Comparison], _ place: Int,
      _ submission: Submission
    ) {
      // Nearly always all of them are printed alike.
      let isOnePerson = Self.isOne(forms, pair.person, submission)
      let isOnePhone = Self.isOne(forms, pair.phone, submission)
      if isOnePerson, isOnePhone { return }
      persons.read(forms, pair.person, submission)
      phones.read(forms, pair.phone, submission)
      if !isOnePerson, let own = Comparison(place, isOfPhone: false, persons, beside: phones) {
        comparisons.append(own)
      }
      if !isOnePhone, let own = Comparison(place, isOfPhone: true, phones, beside: persons) {
        comparisons.append(own)
      }
    }

    /// A form's field, named by the place of the form, where it is not what is usual.
    func odd(
      _ comparison: Comparison, _ place: Int, _ forms: ArraySlice<Int>, _ submission: Submission
    ) -> Odd? {
      comparison.isOfPhone
        ? odd(pair.phone, phones, comparison, place, forms, submission)
        : odd(pair.person, persons, comparison, place, forms, submission)
    }

    private func odd(
      _ name: FieldName, _ readings: ContactReadings, _ comparison: Comparison, _ place: Int,
      _ forms: ArraySlice<Int>, _ submission: Submission
    ) -> Odd? {
      guard readings.isPrinted(place), !readings.areLike(place, comparison.usual.place),
        let norm = comparison.norm ?? comparison.beside[place],
        let field = submission.details[forms[forms.startIndex + place]][name]
      else { return nil }
      return Odd(
        field: field, norm: forms[forms.startIndex + norm], count: comparison.usual.count,
        all: readings.count)
    }

    /// Whether all forms that print a field print the same characters.
    private static func isOne(
      _ forms: ArraySlice<Int>, _ name: FieldName, _ submission: Submission
    ) -> Bool {
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
  }

  private static func finding(
    _ odd: [Odd], of record: Record, _ words: inout FieldWords, _ submission: Submission
  ) -> Finding {
    var values: [Finding.Evidence] = []
    values.reserveCapacity(2 * odd.count)
    var records = [record.id]
    var sentence = Sentence()
    sentence.addName(of: record.id, isOpening: true)
    sentence.say("的联系人与同一单位的其他表不同：", " names another contact than forms of the same unit: ")
    for (place, field) in odd.enumerated() {
      let other = submission.details[field.norm]
      let usual = other[field.field.name] ?? field.field
      values.append(submission.evidence("contact", field.field, record: record))
      values.append(submission.evidence("other", usual, record: other))
      if !records.contains(other.id) { records.append(other.id) }
      if place > 0 { sentence.say("；", "; ") }
      let printed = submission.printed(field.field, values[values.count - 2])
      let expected = submission.printed(usual, values[values.count - 1])
      add(field, printed, expected, other.id, to: &sentence, &words, submission)
    }
    sentence.say("。请核对。", ". The unit can settle it.")
    var finding = Finding(
      check: entry.id, severity: .review, verdict: .broken,
      subject: values[0].subject, records: records, message: sentence.message, values: values)
    if odd[0].isMajority, odd[0].count > 1 { finding.majority = values[1].value }
    if odd.allSatisfy({ isMisread($0.field, submission.details[$0.norm], submission) }) {
      finding.diagnosis = [.lookAlike]
      finding.attribution = .ocr
    }
    return finding
  }

  /// Says what a form prints in a field, and what is usual.
  private static func add(
    _ odd: Odd, _ printed: String, _ expected: String, _ other: String,
    to sentence: inout Sentence, _ words: inout FieldWords, _ submission: Submission
  ) {
    sentence.add(words.words(for: odd.field.name, submission.profile))
    sentence.say("为“", " is “")
    sentence.add(printed)
    sentence.say("”")
    sentence.addPlace(of: odd.field.printed, submission.document)
    // The two languages name form and value in another order.
    sentence.say("，而", ", but “")
    sentence.add("", expected)
    sentence.say("", "” in ")
    sentence.addName(of: other)
    sentence.say("为“", "")
    sentence.add(expected, "")
    guard odd.count > 1 else { return sentence.say("”", "") }
    sentence.say("”（", ", as in ")
    sentence.add(odd.all, odd.count)
    sentence.say("张中有", " of ")
    sentence.add(odd.count, odd.all)
    sentence.say("张如此）", " forms")
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
