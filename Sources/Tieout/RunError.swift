/// Why a run has no outcome: an input that cannot be read, or a profile that cannot be used.
///
/// Bad content is never an error; it becomes findings of the submission.
public struct RunError: Error, Hashable, Sendable {
  /// What is wrong, where, and what would help.
  public var message: Message
  /// Whether the program is at fault, and not what it was given.
  public var isInternal = false

  /// Creates an error.
  public init(_ message: Message) { self.message = message }

  /// The end of a run that is no longer wanted.
  public static let cancelled = RunError(
    Message(zh: "运行已取消。", en: "The run was cancelled."))

  /// The end of a run that cannot say what became of each character.
  static func unbalanced(_ totals: Ledger.Totals) -> RunError {
    let booked =
      totals.values + totals.labels + totals.boilerplate + totals.markup + totals.unplaced
    var error = RunError(
      zh: "内部错误：输入有 \(totals.scalars) 个字符，去向可查的有 \(booked) 个，未写任何结果。"
        + "请连同输入一并报告。",
      en: "Internal error: of \(totals.scalars) characters of the input \(booked) are accounted "
        + "for, so that nothing is written. Please report it with the input.")
    error.isInternal = true
    return error
  }

  /// Creates an error from its wording in Chinese and in English.
  init(zh: String, en: String) { self.init(Message(zh: zh, en: en)) }
}
