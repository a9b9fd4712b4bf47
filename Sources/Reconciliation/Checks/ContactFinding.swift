internal import TieoutModel

/// A field that stands out against another form's.
struct OddContact {
  var form: Int
  var field: Field
  /// A form that has what is usual.
  var norm: Int
  /// How many forms have it, and of how many.
  var count: Int
  var all: Int
  /// Whether those are most.
  var isMajority: Bool { 2 * count > all }

  /// Whether another form stands out in the same field against the same form.
  func isLike(_ other: OddContact) -> Bool { field.name == other.field.name && norm == other.norm }
}

/// Tells of contacts that differ between forms of one unit.
struct ContactFinding: ~Copyable {
  /// What people call the fields, each asked for once.
  private var known: [(name: FieldName, words: Message)] = []
  /// The message, and the name of a form in it.
  private var sentence = Sentence()
  private var name = Sentence()

  private mutating func words(for name: FieldName, _ profile: Profile) -> Message {
    if let field = known.first(where: { $0.name == name }) { return field.words }
    known.append((name, profile.words(for: name)))
    return known[known.count - 1].words
  }

  /// What fields of one form, or of several forms of a unit, differ in; those that differ in one field
  /// from one form follow each other.
  mutating func tell(_ odd: [OddContact], _ submission: Submission) -> Finding {
    var values: [Finding.Evidence] = []
    values.reserveCapacity(2 * odd.count)
    var records: [String] = []
    records.reserveCapacity(2 * odd.count)
    var forms = KeyNumbers(capacity: 2 * odd.count)
    func add(_ role: String, _ field: Field, _ form: Int) {
      let record = submission.details[form].id
      values.append(submission.evidence(role, field, of: record))
      if forms.number(of: UInt64(form)) == records.count { records.append(record) }
    }
    let isOfOne = odd.allSatisfy { $0.form == odd[0].form }
    sentence.clear()
    if isOfOne {
      sentence.addName(of: submission.details[odd[0].form].id, isOpening: true)
      sentence.say("的联系人与同一单位的其他表不同：", " names another contact than forms of the same unit: ")
    } else {
      sentence.say("同一单位的明细表联系人不一：", "Forms of one unit name different contacts: ")
    }
    var rest = odd[...]
    var told = 0
    while let first = rest.first {
      let like = rest.prefix { $0.isLike(first) }
      rest = rest.dropFirst(like.count)
      let usual = submission.details[first.norm][first.field.name] ?? first.field
      for one in like { add("contact", one.field, one.form) }
      add("other", usual, first.norm)
      told += 1
      if told > Self.toldForms { continue }
      if told > 1 { sentence.say("；", "; ") }
      sentence.add(words(for: first.field.name, submission.profile))
      say(like, naming: !isOfOne, submission)
      sayUsual(first, submission.printed(usual), submission)
    }
    if told > Self.toldForms { sentence.say("；等等", "; and more") }
    sentence.say("。请核对。", ". The unit can settle it.")
    var finding = Finding(
      check: ContactVaries.entry.id, severity: .review, verdict: .broken,
      subject: values[0].subject, records: records, message: sentence.message, values: values)
    if odd[0].isMajority, odd[0].count > 1 { finding.majority = values[1].value }
    if odd.allSatisfy({ Self.isMisread($0.field, submission.details[$0.norm], submission) }) {
      finding.diagnosis = [.lookAlike]
    }
    return finding
  }

  private mutating func name(_ form: Int, _ submission: Submission) -> Message {
    name.clear()
    name.addName(of: submission.details[form].id)
    return name.message
  }

  /// So many forms are told in words against one form, and against so many forms; the values hold all.
  private static let toldForms = 5

  /// Says what forms print in a field.
  private mutating func say(
    _ odd: ArraySlice<OddContact>, naming isNaming: Bool, _ submission: Submission
  ) {
    var isFirst = true
    for one in odd.prefix(Self.toldForms) {
      sentence.say(isFirst ? "" : "、", isFirst ? " is " : ", ")
      // The two languages name form and value in another order.
      let form = isNaming ? name(one.form, submission) : nil
      if let form {
        sentence.say("在", "")
        sentence.add(form.zh, "")
      }
      sentence.say("为“", "“")
      sentence.add(one.field.printed, of: submission.document)
      sentence.say("”")
      sentence.addPlace(of: one.field.printed, submission.document)
      if let form {
        sentence.say("", " in ")
        sentence.add("", form.en)
      }
      isFirst = false
    }
    guard odd.count > Self.toldForms else { return }
    sentence.say("，另有", " and others in ")
    sentence.add(odd.count - Self.toldForms)
    sentence.say("张也不同", odd.count > Self.toldForms + 1 ? " more forms" : " more form")
  }

  /// Says what is usual in a field, and in which form.
  private mutating func sayUsual(_ odd: OddContact, _ usual: String, _ submission: Submission) {
    sentence.say("，而", ", but “")
    sentence.add("", usual)
    sentence.say("", "” in ")
    sentence.addName(of: submission.details[odd.norm].id)
    sentence.say("为“", "")
    sentence.add(usual, "")
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
