/// What no input may exceed: beyond it a run ends with an error that says what was too much.
public struct Limits: Hashable, Sendable {
  /// The bytes of one file.
  public var size = 256 << 20
  /// The pages of a submission.
  public var pages = 100_000
  /// The cells of tables and lines of prose of a submission.
  public var cells = 10_000_000
  /// How deep the parts of JSON, XML or HTML may lie inside one another; `nil` for as deep as readers
  /// follow them, beyond which they say what they left out.
  public var nesting: Int?
  /// The seconds that a submission may take, looked at between the steps of a run; `nil` for any.
  public var seconds: Double?

  /// Creates the default limits.
  public init() {}
}

extension Limits {
  /// Ends the run where an input is too much before it is read.
  func check(_ input: Input) throws(RunError) {
    if input.bytes.count > size { throw .tooLarge(input.name, limit: size) }
    if let nesting, Nesting.exceeds(nesting, input.bytes.span) {
      throw .tooMuch(
        input.name, zh: "嵌套超过 \(nesting) 层", en: "nested deeper than \(nesting)",
        limit: "nesting")
    }
  }

  /// Ends the run where what was read is too much.
  func check(_ document: borrowing Document, _ name: String) throws(RunError) {
    if document.cells.count > cells {
      throw .tooMuch(
        name, zh: "单元格与文字行超过 \(cells) 个", en: "more than \(cells) cells and lines",
        limit: "cells")
    }
    if let last = document.rows.last, last.page > pages {
      throw .tooMuch(name, zh: "超过 \(pages) 页", en: "more than \(pages) pages", limit: "pages")
    }
  }
}

extension RunError {
  /// A file that is larger than the limit.
  public static func tooLarge(_ name: String, limit: Int) -> RunError {
    tooMuch(name, zh: "超过 \(limit) 字节", en: "more than \(limit) bytes", limit: "size")
  }

  /// A run that took longer than the limit.
  static func tooLong(_ seconds: Double) -> RunError {
    RunError(
      zh: "用时超过 \(seconds) 秒，已停止。可用 --limit time=… 放宽。",
      en: "It took more than \(seconds) seconds and was stopped. Allow more with --limit time=….")
  }

  fileprivate static func tooMuch(
    _ name: String, zh: String, en: String, limit: String
  ) -> RunError {
    RunError(
      zh: "“\(name)”\(zh)，未读。若确实这么大，可用 --limit \(limit)=… 放宽。",
      en: "“\(name)” is not read: \(en). If it is meant to be, allow more with --limit "
        + "\(limit)=….")
  }
}
