internal import TieoutModel

/// The lines of a report: the only place that writes a terminal's escape sequences.
struct ReportPage {
  /// How a piece of text looks.
  enum Style {
    case plain, strong, faint, good, note, review, warning, error

    /// The parameters of the terminal's “select graphic rendition”.
    fileprivate var code: String {
      switch self {
      case .plain: ""
      case .strong: "1"
      case .faint: "2"
      case .good: "32"
      case .note: "36"
      case .review: "35"
      case .warning: "33"
      case .error: "31;1"
      }
    }
  }

  /// The fewest columns that figures, margin and excerpt need side by side.
  static let leastWidth = 60

  /// What has been written.
  var bytes: [UInt8] = []
  /// The columns of a line.
  let width: Int
  /// Whether text is coloured.
  let isColoured: Bool
  /// The language of all words.
  let language: Language

  init(_ options: WriteOptions) {
    width = max(Self.leastWidth, options.width)
    isColoured = options.isColoured
    language = options.language
  }

  /// A message in the page's language.
  func word(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  /// Adds an empty line.
  mutating func gap() { bytes.append(0x0A) }

  /// Adds a line of pieces, each in its style.
  mutating func line(_ pieces: (String, Style)...) { line(pieces) }

  /// Adds a line of pieces, each in its style; spaces at its end are left out.
  mutating func line(_ pieces: [(String, Style)]) {
    var pieces = pieces
    while let (text, style) = pieces.popLast() {
      let solid = TextLayout.trimmed(text)
      if solid.isEmpty { continue }
      pieces.append((solid, style))
      break
    }
    for (text, style) in pieces where !text.isEmpty {
      let isStyled = isColoured && style != .plain
      if isStyled { bytes.append(contentsOf: "\u{1B}[\(style.code)m".utf8) }
      bytes.append(contentsOf: Display.visible(text).utf8)
      if isStyled { bytes.append(contentsOf: "\u{1B}[0m".utf8) }
    }
    bytes.append(0x0A)
  }

  /// Adds text in as many lines as it needs, indented; the first begins with `mark`.
  mutating func text(_ text: String, indent: Int, mark: String = "", _ style: Style = .plain) {
    let hanging = indent + Display.width(mark)
    let lines = TextLayout.wrapped(Display.visible(text), to: max(20, width - hanging))
    for (index, part) in lines.enumerated() {
      let front =
        index == 0 ? Self.spaces(indent) + mark : Self.spaces(hanging)
      line((front, .plain), (part, style))
    }
  }

  /// Adds the heading of a section: its title in a rule.
  mutating func heading(_ title: String, _ style: Style = .strong) {
    gap()
    let rest = max(3, width - Display.width(title) - 4)
    line(("── ", .faint), (title, style), (" " + String(repeating: "─", count: rest), .faint))
  }

  /// A number of spaces.
  static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension Severity {
  /// How its findings look.
  var style: ReportPage.Style {
    switch self {
    case .note: .note
    case .review: .review
    case .warning: .warning
    case .error: .error
    }
  }
}
