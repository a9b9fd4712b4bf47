internal import TieoutModel

extension Record {
  /// How reports name the record: `汇总表第 17 行`, `第 17 份表`.
  var words: Message {
    let number = id.split(separator: "/").last.map(String.init) ?? id
    return switch kind {
    case .row: Message(zh: "汇总表第 \(number) 行", en: "summary row \(number)")
    case .total: Message(zh: "汇总表合计行", en: "the summary's total")
    case .detail: Message(zh: "第 \(number) 份表", en: "form \(number)")
    case .letter: Message(zh: "文件", en: "the letter")
    }
  }
}

extension Submission {
  /// A field of a record as one side of a finding.
  func evidence(_ role: String, _ record: Record, _ field: Field) -> Finding.Evidence {
    Finding.Evidence(
      role: role, subject: Subject(record: record.id, field: profile.name(field.name)),
      printed: field.printed, value: text(field), unit: profile.units.name(field.unit))
  }

  /// The printed characters of a field; empty where the record has none.
  func printed(_ field: Field?) -> String { field.map { document.string($0.printed) } ?? "" }
}
