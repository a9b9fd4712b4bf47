internal import Tieout

/// What the terminal is like, and how the command speaks to it.
struct Terminal {
  /// The language of reports and complaints.
  var language: Language
  /// Whether reports on the standard output are coloured.
  var isColoured: Bool
  /// The columns of a report.
  var width: Int

  /// Follows the options, then the environment.
  init(_ options: ReportingOptions) {
    language = options.lang?.language ?? Self.localeLanguage
    width =
      Files.environment("COLUMNS").flatMap { Int($0) } ?? Files.columns(1) ?? WriteOptions().width
    isColoured =
      switch options.color {
      case .always: true
      case .never: false
      case .auto:
        Files.isTerminal(1) && Files.environment("NO_COLOR") == nil
          && Files.environment("TERM") != "dumb"
      }
  }

  /// The language of the locale: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set.
  static var localeLanguage: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { Files.environment($0) }.first ?? ""
    return locale.hasPrefix("zh") ? .chinese : .english
  }

  /// Writes to the standard output; a reader who has gone is no error.
  static func output(_ bytes: borrowing Span<UInt8>) throws(Complaint) {
    do throws(Files.Failure) {
      try Files.write(bytes, to: 1, path: "-")
    } catch {
      if error.kind != .closedPipe { throw Complaint(error, .write) }
    }
  }

  /// Writes data to the standard output: to a file or a pipe as it is, to a terminal without what
  /// would command it.
  static func data(_ bytes: borrowing Span<UInt8>) throws(Complaint) {
    guard Files.isTerminal(1) else { return try output(bytes) }
    var text: [UInt8] = []
    for index in bytes.indices { text.append(bytes[index]) }
    let lines = String(decoding: text, as: UTF8.self).unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.map { Display.visible(String($0)) }.joined(separator: "\n")
    try output(shown.utf8Span.span)
  }

  /// Writes to the standard error; nobody can be told if that fails.
  static func errors(_ text: String) { try? Files.write(text.utf8Span.span, to: 2, path: "-") }

  /// Writes a line to the standard output.
  func tell(_ text: String) throws(Complaint) {
    let line = Display.visible(text) + "\n"
    try Self.output(line.utf8Span.span)
  }

  /// The wording in the terminal's language.
  func word(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  /// Complains on the standard error.
  func complain(_ complaint: Complaint) { say(complaint.message) }

  /// Says something on the standard error.
  func say(_ message: Message) {
    Self.errors("tieout: " + Display.visible(message.text(language)) + "\n")
  }
}
