internal import TieoutModel

/// The lines of a report: the only place that writes a terminal's escape sequences.
struct ReportPage: ~Copyable {
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
  private(set) var buffer = ByteBuffer()
  /// The columns of a line.
  let width: Int
  /// Whether text is coloured.
  let isColoured: Bool
  /// The language of all words.
  let language: Language
  /// The columns that the current line takes so far.
  private(set) var column = 0
  private var lineStart = 0
  /// The pieces of the current line, one a style; kept where text is coloured.
  private var runs: [Run] = []

  /// Neighbouring text of one style: where it begins, with and without its escape sequences.
  private struct Run {
    var start: Int
    var text: Int
    var style: Style
  }

  init(_ options: WriteOptions) {
    width = max(Self.leastWidth, options.width)
    isColoured = options.isColoured
    language = options.language
  }

  /// A message in the page's language.
  func word(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

  /// Adds text to the current line.
  mutating func put(_ text: String, _ style: Style = .plain) {
    if text.isEmpty { return }
    begin(style)
    let start = buffer.count
    buffer.escaped(text, as: DisplayEscaping.self)
    column += buffer.columns(from: start)
  }

  /// Adds text that a terminal may see to the current line.
  mutating func put(
    _ text: borrowing ByteBuffer, _ part: Range<Int>? = nil, _ style: Style = .plain
  ) {
    begin(style)
    let start = buffer.count
    buffer.raw(text, part ?? 0..<text.count)
    column += buffer.columns(from: start)
  }

  /// Adds the beginning of a text to the current line, at most `width` columns wide.
  mutating func put(_ text: String, atMost width: Int, _ style: Style = .plain) {
    var shown = ByteBuffer()
    shown.escaped(text, as: DisplayEscaping.self)
    begin(style)
    let start = buffer.count
    buffer.head(shown, width)
    column += buffer.columns(from: start)
  }

  /// Adds an ASCII sign a number of times.
  mutating func fill(_ sign: Unicode.Scalar, _ times: Int, _ style: Style = .plain) {
    if times <= 0 { return }
    begin(style)
    buffer.fill(UInt8(ascii: sign), times)
    column += times
  }

  /// Adds spaces up to a column.
  mutating func pad(to column: Int, _ style: Style = .plain) {
    fill(" ", column - self.column, style)
  }

  /// Ends the line; spaces at its end are left out.
  mutating func end() {
    buffer.trim(to: runs.last?.text ?? lineStart)
    while isColoured, let run = runs.last {
      if buffer.count > run.text {
        if run.style != .plain { buffer.literal("\u{1B}[0m") }
        break
      }
      buffer.cut(to: run.start)
      runs.removeLast()
      buffer.trim(to: runs.last?.text ?? lineStart)
    }
    gap()
  }

  /// Adds an empty line.
  mutating func gap() {
    buffer.byte(0x0A)
    runs.removeAll(keepingCapacity: true)
    lineStart = buffer.count
    column = 0
  }

  /// Begins a piece of another style, where the style changes.
  private mutating func begin(_ style: Style) {
    guard isColoured, runs.last?.style != style else { return }
    let start = buffer.count
    if let last = runs.last, last.style != .plain { buffer.literal("\u{1B}[0m") }
    if style != .plain {
      buffer.literal("\u{1B}[")
      buffer.escaped(style.code, as: NoEscaping.self)
      buffer.byte(0x6D)
    }
    runs.append(Run(start: start, text: buffer.count, style: style))
  }

  /// Adds text in as many lines as it needs, indented; the first begins with `mark`.
  mutating func text(_ text: String, indent: Int, mark: String = "", _ style: Style = .plain) {
    var shown = ByteBuffer()
    shown.escaped(text, as: DisplayEscaping.self)
    let hanging = indent + Display.width(mark)
    for (index, part) in shown.lines(to: max(20, width - hanging)).enumerated() {
      pad(to: indent)
      if index == 0 { put(mark) }
      pad(to: hanging)
      put(shown, part, style)
      end()
    }
  }

  /// Adds the heading of a section: its title in a rule.
  mutating func heading(_ title: String, _ style: Style = .strong) {
    gap()
    put("── ", .faint)
    put(title, style)
    put(" ", .faint)
    for _ in 0..<max(3, width - column) { put("─", .faint) }
    end()
  }
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
