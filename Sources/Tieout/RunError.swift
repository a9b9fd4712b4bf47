/// Why a run has no outcome: an input that cannot be read, or a profile that cannot be used.
///
/// Bad content is never an error; it becomes findings of the submission.
public struct RunError: Error, Hashable, Sendable {
  /// What is wrong, where, and what would help.
  public var message: Message

  /// Creates an error.
  public init(_ message: Message) { self.message = message }

  /// The end of a run that is no longer wanted.
  public static let cancelled = RunError(
    Message(zh: "运行已取消。", en: "The run was cancelled."))

  /// Creates an error from its wording in Chinese and in English.
  init(zh: String, en: String) { self.init(Message(zh: zh, en: en)) }
}
