/// Words for people, in Chinese and in English.
public struct Message: Hashable, Sendable {
  /// The Chinese wording.
  public var zh: String
  /// The English wording.
  public var en: String

  /// Creates a message from both wordings.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The wording in a language.
  public func text(_ language: Language) -> String {
    switch language {
    case .chinese: zh
    case .english: en
    }
  }
}

/// A language that reports are written in.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Chinese.
  case chinese = "zh"
  /// English.
  case english = "en"
}
