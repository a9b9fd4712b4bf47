public import TieoutModel

/// A profile that cannot be loaded: what is wrong, where, and what would help.
public struct ProfileError: Error, Hashable, Sendable {
  /// What is wrong.
  public var reason: Message
  /// What would help; `nil` where the reason says it all.
  public var remedy: Message?
  /// The profile's name, as the caller gave it.
  public var name: String
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted from 1 in Unicode scalars.
  public var column: Int

  /// Creates the complaint about one place of a profile.
  public init(
    _ reason: Message, remedy: Message? = nil, name: String, line: Int, column: Int
  ) {
    self.reason = reason
    self.remedy = remedy
    self.name = name
    self.line = line
    self.column = column
  }

  /// The whole complaint on one line: place, reason, remedy.
  public func text(_ language: Language) -> String {
    let stop = language == .chinese ? "。" : "."
    var text = "\(name):\(line):\(column): \(reason.text(language))\(stop)"
    if let remedy {
      let words = remedy.text(language)
      let isQuestion = words.hasSuffix("?") || words.hasSuffix("？")
      text += (language == .chinese ? "" : " ") + words + (isQuestion ? "" : stop)
    }
    return text
  }
}

extension ProfileError: CustomStringConvertible {
  /// The whole complaint in English.
  public var description: String { text(.english) }
}
