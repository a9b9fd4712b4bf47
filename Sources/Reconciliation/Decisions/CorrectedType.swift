public import TieoutModel

/// What a value must be that a reviewer puts into a field.
struct CorrectedType {
  /// The field's type.
  private(set) var type = FieldType.text
  /// The unit of its numbers where the field names none.
  private(set) var unit = UnitID.none
  /// The words of its closed list, as they are kept and as they are spelt.
  private var terms: [TermID] = []
  private var names: [String] = []

  /// Looks a field up in the profile.
  init(_ place: RecordPlace, _ path: FieldPath, _ profile: Profile) {
    switch place {
    case .letter:
      type = profile.letter.rules.first { $0.field == path.field }?.type ?? .text
    case .captions: take(profile.summary.fields.first { $0.name == path.field })
    case .row, .total: take(profile.summary.columns.first { $0.name == path.field })
    case .detail:
      guard let item = path.item else {
        take(profile.detail.fields.first { $0.name == path.field })
        return
      }
      guard let group = profile.detail.groups.first(where: { $0.name == item.group }) else {
        return
      }
      let column = group.columns.first { $0.name == path.field }
      take(column)
      terms = column?.terms.map(\.term) ?? []
      names = terms.map { profile.terms[Int($0.rawValue)] }
      if group.roles[.bound] == path.field { type = .quantity }
      if group.roles[.comparator] == path.field || group.roles[.targetComparator] == path.field {
        type = .comparator
      }
    }
  }

  private mutating func take(_ spec: ColumnSpec?) {
    if let spec { (type, unit) = (spec.type, spec.unit) }
  }

  private mutating func take(_ spec: FieldSpec?) {
    if let spec { (type, unit) = (spec.type, spec.unit) }
  }

  /// What a text means as a value of the field; `nil` where it is no value of it.
  ///
  /// It is a value, or nothing in its place where it is words, and the unit that it names.
  func read(_ text: String, _ profile: Profile) -> (value: Value?, unit: UnitID?)? {
    let bytes = Array(text.utf8)
    let whole = Slice(bytes.indices)
    let hasDigit = bytes.contains(where: \.isDigitASCII)
    switch type {
    case .amount, .quantity, .rate: return number(bytes, profile)
    case .count:
      guard let number = number(bytes, profile), case .quantity(let quantity)? = number.value,
        profile.isCount(quantity, number.unit ?? unit)
      else { return nil }
      return number
    case .target:
      if let number = number(bytes, profile) { return number }
      return !hasDigit || PartialDate.isPeriod(bytes, whole) ? (nil, nil) : nil
    case .sequence:
      guard let number = Quantity.whole(bytes, whole), number.scale == 0 else { return nil }
      return (.quantity(number), nil)
    case .comparator: return Comparator.whole(bytes, whole).map { (.comparator($0), nil) }
    case .date: return PartialDate.read(bytes, whole).map { (.date($0), nil) }
    case .term: return names.firstIndex(of: text).map { (.term(terms[$0]), nil) }
    case .phone:
      let signs = Array("0123456789-+() ,;/（）、，；".utf8)
      return bytes.count { $0.isDigitASCII } > 2 && bytes.allSatisfy(signs.contains)
        ? (nil, nil) : nil
    case .person: return hasDigit ? nil : (nil, nil)
    case .unit: return !hasDigit || profile.units.unit(named: text) != nil ? (nil, nil) : nil
    case .text, .name, .organisation, .code: return (nil, nil)
    }
  }

  /// A number, with a unit of the profile behind it at the most.
  private func number(_ bytes: [UInt8], _ profile: Profile) -> (value: Value?, unit: UnitID?)? {
    guard let (quantity, end) = Quantity.read(bytes, bytes.indices) else { return nil }
    let rest = Slice(end..<bytes.count).trimmed(in: bytes)
    if rest.isEmpty { return (.quantity(quantity), nil) }
    guard let own = profile.units.unit(rest, in: bytes) else { return nil }
    let isMoney = profile.units.exponent(own) != nil
    guard type != .amount || isMoney, type != .rate || !isMoney else { return nil }
    return (.quantity(quantity), own)
  }

  /// What a value of the field is, for who gave another one.
  var words: Message {
    switch type {
    case .amount: Message(zh: "金额，例如 1937.88 或 1937.88万元", en: "an amount, as 1937.88")
    case .quantity: Message(zh: "数量，例如 12.5", en: "a number, as 12.5")
    case .count: Message(zh: "件数（整数），例如 12", en: "a whole number of things, as 12")
    case .rate: Message(zh: "比率，例如 95 或 95%", en: "a rate, as 95 or 95%")
    case .target: Message(zh: "数值、日期或文字", en: "a number, a date, or words without figures")
    case .sequence: Message(zh: "序号，例如 7", en: "a whole number, as 7")
    case .comparator: Message(zh: "比较符号，例如 ≥", en: "a comparator, as ≥")
    case .date: Message(zh: "日期，例如 2024-03-12", en: "a date, as 2024-03-12")
    case .term:
      Message(
        zh: "固定词语：" + names.joined(separator: "、"),
        en: "one of: " + names.joined(separator: ", "))
    case .phone: Message(zh: "电话号码", en: "a telephone number")
    case .person: Message(zh: "姓名（不含数字）", en: "a person's name, without figures")
    case .unit: Message(zh: "计量单位", en: "a unit")
    case .text, .name, .organisation, .code: Message(zh: "文字", en: "words")
    }
  }
}

extension Submission {
  /// What a text would have to be to be put into a field; `nil` where it can be.
  public func objection(
    to text: String, _ place: RecordPlace, _ path: FieldPath
  ) -> Message? {
    let type = CorrectedType(place, path, profile)
    return type.read(text, profile) == nil ? type.words : nil
  }
}
