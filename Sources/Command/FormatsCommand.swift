internal import ArgumentParser
internal import Tieout

/// `tieout formats`: lists what is read and what is written.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the formats that are read and written.")

  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      let lists: [(title: Message, formats: [(name: String, summary: Message?)])] = [
        (
          Message(zh: "读入（按内容识别，--from 可指定）", en: "read (recognised by content, or --from)"),
          Registry.readers.map { ($0.format, $0.summary) }
        ),
        (
          Message(zh: "convert --to 写出", en: "written by convert --to"),
          Registry.documentWriters.map { ($0.format, $0.summary) }
        ),
        (
          Message(zh: "check --format、run -o 写出", en: "written by check --format and run -o"),
          Registry.writers.map { ($0.format, nil) }
        ),
      ]
      let width = lists.flatMap(\.formats).map(\.name.count).max() ?? 0
      for list in lists {
        try terminal.tell(list.title.text(terminal.language))
        for format in list.formats {
          let name = format.name.padded(to: width)
          try terminal.tell("  \(name)  \(format.summary?.text(terminal.language) ?? "")".trimmed)
        }
      }
      return .fine
    }
  }
}

extension String {
  /// The string with spaces behind it up to a number of characters.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The string without spaces at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
