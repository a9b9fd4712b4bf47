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
    let what = what(place)
    if isNamed, !what.en.isEmpty { sentence.add("", " ") }
    sentence.add(what)
    sentence.add(" ", isNamed || !what.en.isEmpty ? " " : "")
    if let quantity = place.field?.quantity {
      sentence.add(quantity)
    } else {
      sentence.add(place.value)
    }
    sentence.add(" ")
    sentence.add(profile.units.name(place.unit))
    sentence.addPlace(of: place.field?.printed, document)
  }

  private func what(_ place: MoneyPlace) -> Message {
    switch place.kind {
    case .total:
      place.record == summary.total?.id
        ? Message(zh: "", en: "") : Message(zh: "合计", en: "total")
    case .row: Message(zh: "金额", en: "amount")
    case .parts:
      place.field == nil
        ? Message(zh: "各来源之和", en: "sum of the parts") : Message(zh: "资金来源", en: "part")
    case .cost, .echo: indicatorName(place)
    }
  }

  private func indicatorName(_ place: MoneyPlace) -> Message {
    guard let item = place.item, let field = place.field else {
      return Message(zh: "指标", en: "indicator")
    }
    let isTarget = profile.detail.groups.contains {
      $0.name == item.group && $0.roles[.target] == field.name
    }
    var name = Sentence()
    name.add("指标", "indicator ")
    name.add(item.place + 1)
    name.add(isTarget ? "的目标值" : "的文本数值", isTarget ? " target" : " text")
    return name.message
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
