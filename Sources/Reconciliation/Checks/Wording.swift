import TieoutModel

/// Words that the findings of several checks share.
extension Submission {
  /// A record by the name that its paper gives it.
  func name(_ record: String) -> Message {
    if record == "summary/total" { return Message(zh: "汇总表合计", en: "the summary's total") }
    if record.hasPrefix("summary/") {
      let number = String(Substring(record.utf8.dropFirst(8)))
      return Message(zh: "汇总表第" + number + "项", en: "summary item " + number)
    }
    if record.hasPrefix("detail/") {
      let number = String(Substring(record.utf8.dropFirst(7)))
      return Message(zh: "第" + number + "张明细表", en: "form " + number)
    }
    return Message(zh: record, en: record)
  }

  /// What a place of a sum is called, its figure, and where it is printed.
  ///
  /// In a list of places the record is named only where it changes.
  func name(_ place: MoneyPlace, after other: MoneyPlace? = nil) -> Message {
    let isNamed = other?.record != place.record
    let record = isNamed ? name(place.record) : Message(zh: "", en: "")
    let what = what(place)
    let figure = figure(place)
    let at = at(place.field?.printed)
    let words = [record.en, what.en, figure].filter { !$0.isEmpty }
    return Message(
      zh: "\(record.zh)\(what.zh) \(figure)\(at.zh)", en: words.joined(separator: " ") + at.en)
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
    return Message(
      zh: "指标\(item.place + 1)的\(isTarget ? "目标值" : "文本数值")",
      en: "indicator \(item.place + 1) \(isTarget ? "target" : "text")")
  }

  /// A place's figure with its unit.
  func figure(_ place: MoneyPlace) -> String {
    "\(place.value) \(profile.units.name(place.unit))"
  }

  /// Where characters are printed, in brackets; empty for computed values.
  func at(_ printed: Slice?) -> Message {
    guard let printed, !printed.isEmpty else { return Message(zh: "", en: "") }
    let line = String(document.line(of: printed))
    return Message(zh: "（第" + line + "行）", en: " (line " + line + ")")
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

  /// The name of a record as the start of a sentence, with room for the rest of it: most messages
  /// are put together from a dozen pieces, and would grow as often.
  static func sentence(_ name: Message) -> Message {
    var message = Message(zh: "", en: "")
    message.zh.reserveCapacity(240)
    message.en.reserveCapacity(240)
    message += name.opening
    return message
  }

  /// Puts a wording behind another one.
  static func += (left: inout Message, right: Message) { left.add(right.zh, right.en) }

  /// Puts words behind, in Chinese and in English.
  mutating func add(_ zh: String, _ en: String) {
    self.zh += zh
    self.en += en
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
