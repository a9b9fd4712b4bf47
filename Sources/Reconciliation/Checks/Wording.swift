import TieoutModel

/// Words that the findings of several checks share.
extension Submission {
  /// A record by the name that its paper gives it.
  func name(_ record: String) -> Message {
    var name = Sentence()
    name.addName(of: record)
    return name.message
  }

  /// What people call a field of a record, or of an item of a group.
  func words(for field: FieldName, in group: FieldName?) -> Message {
    let spec = group.flatMap { name in profile.detail.groups.first { $0.name == name } }
    return Message(
      zh: profile.word(for: field, .chinese, in: spec),
      en: profile.word(for: field, .english, in: spec))
  }

  /// What a place of a sum is called, its figure, and where it is printed.
  ///
  /// In a list of places the record is named only where it changes.
  func name(_ place: MoneyPlace, after other: MoneyPlace? = nil) -> Message {
    var name = Sentence()
    add(place, after: other, to: &name)
    return name.message
  }

  /// Puts the name of a place of a sum behind a sentence.
  func add(
    _ place: MoneyPlace, after other: MoneyPlace? = nil, isOpening: Bool = false,
    to sentence: inout Sentence
  ) {
    let isNamed = other?.record != place.record
    if isNamed { sentence.addName(of: place.record, isOpening: isOpening) }
    // The summary's total is all that its record states.
    let isPlain = place.kind == .total && place.record == summary.total?.id
    if !isPlain {
      if isNamed { sentence.say("", " ") }
      addKind(of: place, to: &sentence)
    }
    sentence.say(" ", isNamed || !isPlain ? " " : "")
    if let quantity = place.field?.quantity {
      sentence.add(quantity)
    } else {
      sentence.add(place.value)
    }
    sentence.say(" ")
    sentence.add(profile.units.name(place.unit))
    sentence.addPlace(of: place.field?.printed, document)
  }

  private func addKind(of place: MoneyPlace, to sentence: inout Sentence) {
    switch place.kind {
    case .total: sentence.say("合计", "total")
    case .row: sentence.say("金额", "amount")
    case .parts where place.field == nil: sentence.say("各来源之和", "sum of the parts")
    case .parts: sentence.say("资金来源", "part")
    case .cost, .echo: addIndicator(of: place, to: &sentence)
    }
  }

  private func addIndicator(of place: MoneyPlace, to sentence: inout Sentence) {
    guard let item = place.item, let field = place.field else {
      return sentence.say("指标", "indicator")
    }
    let isTarget = profile.detail.groups.contains {
      $0.name == item.group && $0.roles[.target] == field.name
    }
    sentence.say("指标", "indicator ")
    sentence.add(item.place + 1)
    sentence.say(isTarget ? "的目标值" : "的文本数值", isTarget ? " target" : " text")
  }

  /// Where characters are printed, in brackets; empty for computed values.
  func at(_ printed: Slice?) -> Message {
    guard let printed, !printed.isEmpty else { return Message(zh: "", en: "") }
    var words = Sentence()
    words.addPlace(of: printed, document)
    return words.message
  }
}

extension Message {
  /// Several wordings in a row.
  static func joined(_ messages: [Message], zh: String, en: String) -> Message {
    guard var all = messages.first else { return Message(zh: "", en: "") }
    for message in messages.dropFirst() {
      all.zh += zh
      all.zh += message.zh
      all.en += en
      all.en += message.en
    }
    return all
  }

  /// The wording at the start of a sentence.
  var opening: Message {
    guard let first = en.utf8.first, first >= 0x61, first <= 0x7A else { return self }
    var opening = String(Unicode.Scalar(first & 0xDF))
    opening += Substring(en.utf8.dropFirst())
    return Message(zh: zh, en: opening)
  }
}

extension [Diagnosis] {
  /// The patterns in words, in brackets; empty for none.
  var words: Message {
    guard !isEmpty else { return Message(zh: "", en: "") }
    let all = Message.joined(map(\.words), zh: "，", en: ", ")
    return Message(zh: "（\(all.zh)）", en: " (\(all.en))")
  }
}

extension Comparator {
  /// The comparator as people write it.
  var sign: String {
    switch self {
    case .greaterOrEqual: "≥"
    case .lessOrEqual: "≤"
    case .equal: "="
    case .greater: ">"
    case .less: "<"
    }
  }
}

extension Diagnosis {
  /// The pattern in words.
  var words: Message {
    switch self {
    case .transposition: Message(zh: "相邻两位数字颠倒", en: "two neighbouring digits swapped")
    case .slide: Message(zh: "数字移位", en: "the same digits, moved")
    case .zero: Message(zh: "多或少一个零", en: "a zero more or less")
    case .oneDigit: Message(zh: "仅一位数字不同", en: "one digit differs")
    case .lookAlike: Message(zh: "仅一位数字不同且字形相近", en: "one digit differs, and looks alike")
    case .truncation: Message(zh: "截断而未四舍五入", en: "cut off instead of rounded")
    case .unitSlip: Message(zh: "单位换算相差", en: "a step between units")
    }
  }
}
