import TieoutModel

/// Words that the findings of several checks share.
extension Submission {
  /// A record by the name that its paper gives it.
  func name(_ record: String) -> Message {
    let parts = record.split(separator: "/")
    guard parts.count == 2 else { return Message(zh: record, en: record) }
    return switch (parts[0], parts[1]) {
    case ("summary", "total"): Message(zh: "汇总表合计", en: "the summary's total")
    case ("summary", let number): Message(zh: "汇总表第\(number)项", en: "summary item \(number)")
    case ("detail", let number): Message(zh: "第\(number)张明细表", en: "form \(number)")
    default: Message(zh: record, en: record)
    }
  }

  /// What a place of a sum is called, and where it is printed.
  func name(_ place: MoneyPlace) -> Message {
    let record = name(place.record)
    let field = place.field
    let what: Message =
      switch place.kind {
      case .total: Message(zh: "合计", en: "total")
      case .row: Message(zh: "金额", en: "amount")
      case .parts:
        field == nil
          ? Message(zh: "各来源之和", en: "sum of the parts") : Message(zh: "资金来源", en: "part")
      case .cost, .echo: indicatorName(place)
      }
    return Message(
      zh: "\(record.zh)\(what.zh)\(figure(place))\(at(field?.printed).zh)",
      en: "\(record.en) \(what.en) \(figure(place))\(at(field?.printed).en)")
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
    " \(place.value) \(profile.units.name(place.unit))"
  }

  /// Where characters are printed, in brackets; empty for computed values.
  func at(_ printed: Slice?) -> Message {
    guard let printed, !printed.isEmpty else { return Message(zh: "", en: "") }
    let line = document.location(of: printed).line
    return Message(zh: "（第\(line)行）", en: " (line \(line))")
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
