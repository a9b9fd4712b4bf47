internal import TieoutMarkup
internal import TieoutModel

extension JSONTree {
  /// What is to be said about a file whose JSON is damaged or not whole, each with its offset.
  ///
  /// - Parameter start: where the JSON begins in the file.
  func remarks(at start: Int = 0) -> [(message: Message, offset: Int)] {
    var remarks: [(message: Message, offset: Int)] = []
    for reason in JSONError.Reason.allCases {
      let all = oddities.filter { $0.reason == reason }
      guard let first = all.first.map({ $0.offset + start }) else { continue }
      remarks.append((Self.message(reason, all.count, first), first))
    }
    if let error {
      remarks.append((Self.cutOff(error, at: error.offset + start), error.offset + start))
    }
    return remarks
  }

  private static func message(
    _ reason: JSONError.Reason, _ count: Int, _ first: Int
  ) -> Message {
    switch reason {
    case .notANumber:
      Message(
        zh: "有 \(count) 处 NaN 或 Infinity（首个在第 \(first) 字节），JSON 没有这种值，按空值读入",
        en: "NaN or Infinity, which JSON does not know: \(count), the first at byte \(first); "
          + "read as null")
    case .loneSurrogate:
      Message(
        zh: "有 \(count) 个字符只剩一半（首个在第 \(first) 字节），读作 U+FFFD",
        en: "halves of characters: \(count), the first at byte \(first); each is read as U+FFFD")
    case .repeatedName:
      Message(
        zh: "有 \(count) 个名称在同一对象中重复（首个在第 \(first) 字节），只需一个值处取首个",
        en: "names that stand twice in an object: \(count), the first at byte \(first); where one "
          + "value is wanted, the first counts")
    case .tooDeep:
      Message(
        zh: "有 \(count) 处嵌套过深（首处从第 \(first) 字节起），其中的内容未读入，其后的内容已读入",
        en: "values nested too deep: \(count), the first from byte \(first) on; what is in them "
          + "was not read, what stands behind them was")
    default: Message(zh: reason.rawValue, en: reason.rawValue)
    }
  }

  /// JSON ends before it is whole.
  private static func cutOff(_ error: JSONError, at offset: Int) -> Message {
    Message(
      zh: "JSON 从第 \(offset) 字节起不完整；之前的内容已读入",
      en: "the JSON breaks off at byte \(offset): \(error.reason.rawValue); "
        + "what stands before has been read")
  }
}
