internal import Tieout

/// Why the command cannot go on: what, where, and what would help.
struct Complaint: Error {
  /// What people read, in the language they chose.
  var message: Message
  /// What the exit code says.
  var status = ExitStatus.unusable

  init(zh: String, en: String) { message = Message(zh: zh, en: en) }

  init(_ error: RunError) {
    message = error.message
    if error.isInternal { status = .internalError }
  }

  init(_ message: Message) { self.message = message }

  /// What the command wanted to do with a path.
  enum Attempt { case read, write }

  init(_ failure: Files.Failure, _ attempt: Attempt) {
    let path = failure.path == "-" ? nil : failure.path
    let reason = Reason(failure)
    message =
      switch attempt {
      case .read:
        Message(
          zh: "无法读取\(path.map { "“\($0)”" } ?? "标准输入")：\(reason.zh)。\(reason.readingRemedyZh)",
          en: "Cannot read \(path.map { "“\($0)”" } ?? "standard input"): \(reason.en). "
            + reason.readingRemedyEn)
      case .write:
        Message(
          zh: "无法写入\(path.map { "“\($0)”" } ?? "标准输出")：\(reason.zh)。请换一个可写的位置（--out 或 -o）。",
          en: "Cannot write \(path.map { "“\($0)”" } ?? "standard output"): \(reason.en). "
            + "Choose a place that can be written (--out or -o).")
      }
  }
}

/// A reason of the system in both languages, and what would help.
private struct Reason {
  var zh: String
  var en: String
  var readingRemedyZh = "请检查路径。"
  var readingRemedyEn = "Check the path."

  init(_ failure: Files.Failure) {
    en = failure.reason
    switch failure.kind {
    case .missing:
      zh = "没有这个文件或文件夹"
    case .denied:
      zh = "没有权限"
      readingRemedyZh = "请检查权限。"
      readingRemedyEn = "Check its permissions."
    case .full:
      zh = "空间不足"
    case .tooLarge:
      zh = "超过允许的大小"
      readingRemedyZh = "可用 --limit size=… 放宽。"
      readingRemedyEn = "Allow more with --limit size=…."
    case .notFolder:
      zh = "路径的一部分不是文件夹"
    case .isFolder:
      zh = "它是文件夹"
    case .closedPipe, .other:
      zh = failure.reason
    }
  }
}
