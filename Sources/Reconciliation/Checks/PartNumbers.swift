import TieoutModel

/// The numbers before the listed parts of a form (`1、一般公共预算`), of which none stands twice: part of
/// ST03.
enum PartNumbers {
  /// Looks at each form's parts.
  static func run(_ check: String, _ submission: Submission, _ report: inout CheckReport) {
    let groups = submission.profile.detail.groups.filter { $0.kind == .parts }
      .map { (name: $0.name, source: $0.roles[.source]) }
    for detail in submission.details.indices {
      for (group, name) in groups {
        guard
          let index = submission.details[detail].groups.firstIndex(where: { $0.name == group }),
          mayRepeat(
            submission.details[detail].groups[index].items, name, submission.document.text)
        else { continue }
        let record = submission.details[detail]
        let items = record.groups[index].items
        // A bit for each number of one or two digits.
        var seen: UInt128 = 0
        for (place, item) in items.enumerated() {
          guard let source = item[name], let number = number(of: source, submission)
          else { continue }
          let bit: UInt128 = 1 << UInt128(number)
          if seen & bit != 0 {
            report.report(finding(check, record, group, place, source, number, submission))
          }
          seen |= bit
        }
      }
    }
  }

  /// Whether two parts begin with the same digits: no number stands twice without that.
  private static func mayRepeat(
    _ items: [Record.Item], _ name: FieldName?, _ text: [UInt8]
  ) -> Bool {
    guard items.count > 2 else { return false }
    var seen: UInt128 = 0
    for place in items.indices {
      guard let printed = items[place][name]?.printed else { continue }
      var number = 0
      var index = Int(printed.start)
      while index < Int(printed.end), text[index].isDigitASCII, number < 100 {
        number = number * 10 + Int(text[index] - 0x30)
        index += 1
      }
      guard index > Int(printed.start), number < 100 else { continue }
      let bit: UInt128 = 1 << UInt128(number)
      if seen & bit != 0 { return true }
      seen |= bit
    }
    return false
  }

  /// The number of one or two digits that a part begins with; `nil` where it begins with its name.
  private static func number(of source: Field, _ submission: Submission) -> Int? {
    let text = submission.document.text
    let rest = source.printed.withoutEnumerator(in: text)
    guard rest.start > source.printed.start else { return nil }
    let digits = text[Int(source.printed.start)..<Int(rest.start)].prefix { $0.isDigitASCII }
    guard !digits.isEmpty, digits.count < 3 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func finding(
    _ check: String, _ record: Record, _ group: FieldName, _ place: Int, _ source: Field,
    _ number: Int, _ submission: Submission
  ) -> Finding {
    let name = submission.name(record.id)
    let at = submission.at(source.printed)
    let quote = submission.document.string(source.printed)
    return Finding(
      check: check, severity: .review, verdict: .broken,
      subject: Subject(
        record: record.id, field: submission.path(source.name, item: (group, place))),
      message: .worded(
        zh: "\(name.zh)“\(quote)”\(at.zh)：序号 \(number) 重复。请核对原件是否误编、误识。",
        en: "\(name.opening.en), “\(quote)”\(at.en): the number \(number) is repeated. The paper "
          + "settles whether it is misprinted or misread."),
      values: [submission.evidence("sequence", source, record: record, item: (group, place))])
  }
}
