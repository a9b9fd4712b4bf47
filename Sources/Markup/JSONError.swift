/// These bytes are not JSON, with the exact place where that shows.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The bytes end inside a value.
    case unexpectedEnd = "the text ends too early"
    /// A byte that cannot stand there.
    case unexpectedByte = "a character that cannot stand here"
    /// A sequence that is not UTF-8.
    case invalidUTF8 = "bytes that are not UTF-8"
    /// A control character inside a string.
    case controlCharacter = "a control character inside a string"
    /// A backslash before something else than JSON knows.
    case invalidEscape = "an unknown escape"
    /// Half of a surrogate pair.
    case loneSurrogate = "half of a surrogate pair"
    /// A number with a leading zero, or without digits where some must be.
    case invalidNumber = "a malformed number"
    /// `NaN` or `Infinity`, as Python writes them.
    case notANumber = "NaN or Infinity, which JSON does not know"
    /// A name that an object has already.
    case repeatedName = "a name that stands twice in an object"
    /// More containers inside one another than allowed.
    case tooDeep = "too many containers inside one another"
  }

  /// What is wrong.
  public var reason: Reason
  /// The offset of the first offending byte, from 0.
  public var offset: Int

  /// Creates an error.
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
