import TieoutModel

/// What is wrong with text that is no YAML, in plain words.
///
/// The parser speaks of tokens and indicators; whoever writes a profile looks for a bracket.
struct YAMLProblem: Error {
  /// Where a problem was noticed.
  enum Place {
    /// A line and a column, both from 1; columns count Unicode scalars.
    case line(Int, column: Int)
    /// Bytes from the start of the file.
    case offset(Int)
  }

  /// What the parser says.
  let problem: String
  /// Where it noticed it.
  let place: Place
  /// What the parser was about, where it says so, and where that began.
  var context: (text: String, line: Int, column: Int)?

  /// A problem at a line and a column.
  init(_ problem: String, line: Int, column: Int) {
    self.problem = problem
    place = .line(line, column: column)
  }

  /// A problem so many bytes from the start.
  init(_ problem: String, offset: Int) {
    self.problem = problem
    place = .offset(offset)
  }

  /// What is wrong; the parser's own words where they are not among the known ones.
  var message: Message {
    let place = context.map { "\($0.line):\($0.column)" } ?? ""
    for (sign, zh, en) in Self.known where problem.contains(sign) {
      return Message(
        zh: zh.split(separator: "@", omittingEmptySubsequences: false).joined(separator: place),
        en: en.split(separator: "@", omittingEmptySubsequences: false).joined(separator: place))
    }
    let began = context.map { "\($0.text), \(place): " } ?? ""
    return Message(zh: began + problem, en: began + problem)
  }

  /// What the parser says, and what that means; `@` stands for where it began.
  private static let known: [(String, zh: String, en: String)] = [
    ("',' or ']'", "@ 处的 [ 没有配对，或缺少逗号", "the [ at @ is not closed, or a comma is missing"),
    ("',' or '}'", "@ 处的 { 没有配对，或缺少逗号", "the { at @ is not closed, or a comma is missing"),
    ("expected key", "此行与 @ 起的各键缩进不同", "this is indented otherwise than the keys from @ on"),
    (
      "expected '-'", "@ 起的列表，每条须以“- ”开头并对齐",
      "entries of the list from @ on begin with “- ”, one under the other"
    ),
    (
      "mapping values are not allowed", "此处不能有冒号：文字须加引号，键须另起一行",
      "no colon can stand here: text is quoted, a key begins a line"
    ),
    ("expected ':'", "@ 处的键后面没有冒号", "no colon stands behind the key at @"),
    (
      "cannot start any token", "此处的符号须加引号；若是制表符，须改为空格",
      "this sign is quoted in YAML; if it is a tab, spaces stand there"
    ),
    ("nested too deep", "层数过多", "lists and keys lie too deep in one another"),
    ("refers to too much", "引用展开后内容过多", "references stand for too many values"),
    ("end of stream", "@ 处的引号没有配对", "the quotation mark at @ is not closed"),
  ]
}
