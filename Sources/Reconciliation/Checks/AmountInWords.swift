import TieoutModel

/// AG06: an amount in words is the amount in digits beside it: `壹万贰仟元整（¥12,000.00）`.
///
/// Looked for in the letter and in the texts of the forms, where financial characters end in 元. A
/// field that is nothing but words belongs to the amount on its line, else to the form's total. Not
/// where no digits stand beside, and not where only the unit differs.
enum AmountInWords: WorkpaperCheck {
  static let entry = CatalogueEntry(
    id: "AG06", name: "amount-in-words",
    title: Message(zh: "大写金额与小写一致", en: "Amounts in words and in digits agree"), manual: manual)

  static func run(_ paper: Workpaper, _ report: inout CheckReport) {
    let submission = paper.submission
    if let letter = submission.letter {
      for field in letter.fields { check(field, letter, submission, &report) }
    }
    let names = paper.tables.textFields
    let details = submission.details
    for place in details.indices {
      for name in names {
        guard let field = details[place].fields.named(name) else { continue }
        if checkAlone(field, details[place], submission, &report) { continue }
        check(field, details[place], submission, &report)
      }
    }
  }

  /// Checks a field that is nothing but an amount in words; `false` for any other.
  private static func checkAlone(
    _ field: Field, _ record: @autoclosure () -> Record, _ submission: Submission,
    _ report: inout CheckReport
  ) -> Bool {
    let text = submission.document.text
    let range = field.words.range
    guard range.count >= shortestAlone, case .text = field.value,
      firsts.mayHold(text, range.lowerBound),
      ones.contains(where: { $0.stands(in: text, at: range.lowerBound, before: range.upperBound) }),
      let words = Numeral.read(text, range), words.kind == .money, words.end == range.upperBound
    else { return false }
    let record = record()
    guard let amount = amount(beside: field, record, submission), let quantity = amount.quantity
    else { return true }
    let unit = submission.profile.units.exponent(amount.unit) ?? 0
    let digits = AmountBeside(
      printed: amount.printed, yuan: quantity.scaled(byPowerOfTen: unit))
    if digits.yuan.equals(words.value) {
      report.pass(
        tick: Tick(
          entry.id,
          values: evidence(words.value, Slice(range), digits, subject(field, record, submission))))
    } else if DigitSlip.unitStep(digits.yuan, words.value) == nil {
      report.report(finding(words.value, Slice(range), digits, field, record, submission))
    }
    return true
  }

  /// The amount in digits on the line of a field, the nearest before it first, else the total.
  private static func amount(
    beside field: Field, _ record: borrowing Record, _ submission: Submission
  ) -> Field? {
    let specs = submission.profile.detail.fields
    let line = submission.document.line(of: field.printed)
    let amounts = record.fields.filter { other in
      other.quantity != nil && submission.document.line(of: other.printed) == line
        && specs.contains { $0.name == other.name && $0.type == .amount }
    }
    return amounts.last { $0.printed.start < field.printed.start } ?? amounts.first
      ?? record[submission.profile.detail.total]
  }

  /// No shorter text holds an amount in words and one in digits.
  private static let shortest = 20
  /// No amount in words alone is shorter: `伍元整`.
  private static let shortestAlone = 9
  /// No amount in words that matters is without one of them.
  private static let powers = WordList(["拾", "佰", "仟"])
  private static let ones = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"].map {
    Array($0.utf8)
  }
  /// With one of which it begins: most texts begin otherwise.
  private static let firsts: CharacterFilter = {
    var firsts = CharacterFilter()
    for one in ones { firsts.insert(one, 0) }
    return firsts
  }()

  private static func check(
    _ field: Field, _ record: @autoclosure () -> Record, _ submission: Submission,
    _ report: inout CheckReport
  ) {
    let text = submission.document.text
    let range = field.words.range
    guard range.count >= shortest, case .text = field.value, powers.isIn(range, of: text)
    else { return }
    let record = record()
    var index = range.lowerBound
    while index + 3 <= range.upperBound {
      guard ones.contains(where: { $0.stands(in: text, at: index, before: range.upperBound) }),
        let words = Numeral.read(text, index..<range.upperBound), words.kind == .money
      else {
        index += 1
        continue
      }
      let slice = Slice(index..<words.end)
      if let digits = AmountBeside(slice, in: range, submission) {
        if digits.yuan.equals(words.value) {
          report.pass(
            tick: Tick(
              entry.id,
              values: evidence(words.value, slice, digits, subject(field, record, submission))))
        } else {
          report.report(finding(words.value, slice, digits, field, record, submission))
        }
      }
      index = words.end
    }
  }

  private static func subject(
    _ field: Field, _ record: borrowing Record, _ submission: Submission
  ) -> Subject {
    Subject(record: record.id, field: submission.profile.name(field.name))
  }

  /// The amount in words and the digits beside it.
  private static func evidence(
    _ words: Quantity, _ printed: Slice, _ digits: AmountBeside, _ subject: Subject
  ) -> [Finding.Evidence] {
    [
      Finding.Evidence(
        role: "words", subject: subject, printed: printed, value: words.description, unit: "元"),
      Finding.Evidence(
        role: "digits", subject: subject, printed: digits.printed,
        value: digits.yuan.description, unit: "元"),
    ]
  }

  private static func finding(
    _ words: Quantity, _ printed: Slice, _ digits: AmountBeside, _ field: Field,
    _ record: borrowing Record,
    _ submission: Submission
  ) -> Finding {
    let subject = subject(field, record, submission)
    let name = submission.name(record.id)
    let quote = submission.document.string(printed)
    let at = submission.at(printed)
    let stated = submission.document.string(digits.printed)
    var finding = Finding(
      check: entry.id, severity: .error, verdict: .broken, subject: subject,
      message: .worded(
        zh: "\(name.zh)\(at.zh)大写“\(quote)”为 \(words) 元，与小写“\(stated)”不一致。请核对原件。",
        en: "\(name.opening.en)\(at.en): the words “\(quote)” are \(words) 元, and disagree with "
          + "“\(stated)”. The paper settles both."),
      values: evidence(words, printed, digits, subject))
    if let left = Reading(words), let right = Reading(digits.yuan),
      let ladder = Ladder(left, right)
    {
      finding.difference = ladder.difference()
      finding.differenceInYuan = ladder.difference()
    }
    finding.diagnosis = DigitSlip.diagnose(words, digits.yuan)
    return finding
  }
}

extension AmountInWords {
  fileprivate static let manual = CheckManual(
    gravest: .error,
    what: Message(
      zh: "大写金额与旁边的小写金额一致；单独成格的，与同一行的金额或明细表合计一致。",
      en: """
        Agree an amount in words with the digits beside it; in a cell of its own, with the \
        amount on its line or the form's total.
        """),
    why: Message(
      zh: "大写不易涂改，两者不符时须查原件。",
      en: "Words are hard to alter; where the digits disagree, the paper has to be seen."),
    example: Message(
      zh: "“壹万贰仟元整（¥21,000.00）”。",
      en: "“twelve thousand (¥21,000.00)”."),
    unless: Message(
      zh: "旁边没有小写金额；大写数字不以元、圆结尾；单独成格而恰差 10 的幂次（单位之差）。",
      en: """
        No digits stand beside it; the words do not end in 元 or 圆; an amount in a cell of \
        its own that is exactly a power of ten apart, a matter of the unit.
        """),
    decided: Message(
      zh: "不等为错误；仅一位数字形近的予以注明。",
      en: "Unequal is an error; a single look-alike digit is told."))
}
