internal import TieoutMarkup
internal import TieoutModel

/// What is said about JSON that does not keep the contract.
extension Message {
  static let needsString = Message(zh: "应为字符串", en: "must be a string")
  static let needsNumber = Message(zh: "应为数字", en: "must be a number")
  static let needsArray = Message(zh: "应为数组", en: "must be an array")
  static let needsObject = Message(zh: "应为对象", en: "must be an object")
  static let isEmpty = Message(
    zh: "不得为空字符串；没有的内容应省略", en: "must not be empty: leave out what is absent")
  static let isUnknown = Message(zh: "契约中没有这个键", en: "is no key of the contract")
  static let isMissing = Message(zh: "缺少必需的键", en: "is required and missing")
  static let isRepeated = Message(zh: "键重复出现", en: "stands twice in one object")
  static let furtherProblems = Message(zh: "其余问题不再列出", en: "further problems are not listed")

  static func needsInteger(_ least: Int) -> Message {
    Message(zh: "应为不小于 \(least) 的整数", en: "must be an integer, \(least) or more")
  }

  static func needsDecimal(_ text: String) -> Message {
    Message(
      zh: "应为字符串形式的精确小数，而非“\(text.shortened)”",
      en: "must be an exact decimal such as \"1937.88\", not \"\(text.shortened)\"")
  }

  static func needsCode(_ code: ContractShape.Code, _ text: String) -> Message {
    Message(
      zh: "应为“\(code.example)”这样的形式，而非“\(text.shortened)”",
      en: "must look like \"\(code.example)\", not \"\(text.shortened)\"")
  }

  static func needsWord(_ words: [String], _ text: String) -> Message {
    Message(
      zh: "应为 \(words.joined(separator: "、")) 之一，而非“\(text.shortened)”",
      en: "must be one of \(words.joined(separator: ", ")), not \"\(text.shortened)\"")
  }

  static func needsElements(_ count: ClosedRange<Int>) -> Message {
    if count.lowerBound == count.upperBound {
      return Message(
        zh: "应有 \(count.lowerBound) 个元素", en: "must have \(count.lowerBound) elements")
    }
    return Message(
      zh: "至少应有 \(count.lowerBound) 个元素",
      en: "must have at least \(count.lowerBound) element")
  }

  static func malformed(_ error: JSONError) -> Message {
    Message(
      zh: "不是 JSON：第 \(error.offset) 字节处\(error.reason.chinese)",
      en: "is not JSON: \(error.reason.rawValue) at byte \(error.offset)")
  }
}

extension JSONError.Reason {
  fileprivate var chinese: String {
    switch self {
    case .unexpectedEnd: "过早结束"
    case .unexpectedByte: "有不应出现的字符"
    case .invalidUTF8: "不是有效的 UTF-8"
    case .controlCharacter: "字符串中有控制字符"
    case .invalidEscape: "转义无效"
    case .loneSurrogate: "代理对不完整"
    case .invalidNumber: "数字格式不对"
    case .notANumber: "NaN 或 Infinity 不是 JSON"
    case .repeatedName: "同一对象中名称重复"
    case .tooDeep: "嵌套过深"
    }
  }
}

extension String {
  /// The string, cut where it would drown the message.
  fileprivate var shortened: String { count > 40 ? prefix(40) + "…" : self }
}
