internal import TieoutModel

/// A page of Markdown under construction.
struct MarkdownPage {
  /// What has been written.
  private(set) var text = ""
  /// What it tells of.
  let submission: Submission
  /// In which language.
  let language: Language
  /// What people call the records.
  let names: RecordNames

  init(_ submission: Submission, _ language: Language) {
    self.submission = submission
    self.language = language
    names = RecordNames(submission)
  }

  /// The wording in the language of the page.
  func word(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  /// Writes a block of one line, and the empty line behind it.
  mutating func line(_ markup: String) { text += markup + "\n\n" }

  /// Writes a row of a table.
  mutating func row(_ cells: [String]) {
    text += "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// Writes an item of a list.
  mutating func item(_ markup: String, depth: Int = 0) {
    text += String(repeating: "  ", count: depth) + "- " + markup + "\n"
  }

  /// Ends a table or a list.
  mutating func end() { text += "\n" }

  /// Writes what a reviewer said, unless there is nothing.
  mutating func decision(_ place: Int?) {
    guard let decision = place.map({ submission.decisions[$0] }) else { return }
    let said = "\(decision.fingerprint): \(decision.ruling.rawValue), \(decision.by), "
    let standing = decision.standing == .current ? "" : " (\(decision.standing.rawValue))"
    line("> " + Self.paragraph(said + "\(decision.date)\(standing): \(decision.reason)"))
  }

  /// Text of the paper, in which nothing is markup and nothing commands a terminal.
  static func escaped(_ text: String) -> String {
    var shown = ""
    for character in Display.visible(text.replacing("\n", with: " ")).unicodeScalars {
      if "\\`*_[]<>|~&#$".unicodeScalars.contains(character) { shown.unicodeScalars.append("\\") }
      shown.unicodeScalars.append(character)
    }
    return shown
  }

  /// The same at the beginning of a line, where numbers and dashes would begin a list.
  static func paragraph(_ text: String) -> String {
    let text = escaped(text)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    if let first = rest.first, digits.isEmpty ? "+-=".contains(first) : ".)".contains(first) {
      return digits + "\\" + rest
    }
    return text
  }
}
