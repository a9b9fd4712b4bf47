import TieoutModel

/// One value of a YAML file, its place, and what may be expected of it.
///
/// Every expectation that fails becomes a complaint with the value's place, so that the code that
/// reads a profile states what it wants and nothing else.
struct YAMLValue {
  /// The value.
  let node: YAMLNode
  /// The file's name, for complaints.
  let file: String

  /// The complaint about this value.
  func error(_ reason: Message, remedy: Message? = nil) -> ProfileError {
    ProfileError(reason, remedy: remedy, name: file, line: node.line, column: node.column)
  }

  /// Whether the value is a text, no list and no mapping.
  var isText: Bool { Shape(node) == .text }

  /// The text of a scalar that is not blank.
  func text() throws(ProfileError) -> String {
    guard case .text(let text, _) = node.content, isText else {
      throw mismatch(Shape.text.words)
    }
    // Neither a sign of ASCII nor a Han character is blank.
    if let first = text.utf8.first, first > 0x20 && first < 0x7F || first.beginsHan { return text }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      // An empty word would match everywhere.
      throw error(
        Message(zh: "此处的文字是空的", en: "The text here is empty"),
        remedy: Message(zh: "请填写文字或删去此项", en: "Write a word or take the entry out"))
    }
    return text
  }

  /// `true` or `false`.
  func flag() throws(ProfileError) -> Bool {
    switch plain {
    case "true": return true
    case "false": return false
    default: throw mismatch(Message(zh: " true 或 false", en: "true or false"))
    }
  }

  /// A whole number.
  func integer() throws(ProfileError) -> Int {
    guard let number = plain.flatMap({ Int($0) }) else {
      throw mismatch(Message(zh: "整数", en: "a whole number"))
    }
    return number
  }

  /// The values of a list.
  func list() throws(ProfileError) -> [YAMLValue] {
    guard case .list(let values) = node.content else {
      throw mismatch(
        Shape.list.words,
        remedy: Message(zh: "请写成 [甲, 乙] 的形式", en: "Write it as [one, two]"))
    }
    return values.map { YAMLValue(node: $0, file: file) }
  }

  /// The words of a list.
  func words() throws(ProfileError) -> [String] {
    var words: [String] = []
    for value in try list() { words.append(try value.text()) }
    return words
  }

  /// The word that is one of the choices.
  ///
  /// - Parameter what: What the word is, for the complaint: a type, a role.
  func choice<Choice>(
    _ what: Message, among choices: [Choice], by word: (Choice) -> String
  ) throws(ProfileError) -> Choice {
    let text = try text()
    for choice in choices where word(choice) == text { return choice }
    throw unknown(what, text, among: choices.map(word))
  }

  /// The complaint about a word that is none of the known ones.
  func unknown(_ what: Message, _ word: String, among known: [String]) -> ProfileError {
    error(
      Message(zh: "没有\(what.zh)“\(word)”", en: "There is no \(what.en) “\(word)”"),
      remedy: remedy(for: word, among: known))
  }

  /// The complaint about a value of another shape than the one expected.
  func mismatch(_ expected: Message, remedy: Message? = nil) -> ProfileError {
    let found = Shape(node).words
    // Of two texts one is the wrong text: show it.
    var shown = ""
    if case .text(let text, _) = node.content, isText { shown = "“\(text)”" }
    return error(
      Message(
        zh: "此处应为\(expected.zh)，现为\(found.zh)\(shown)",
        en: "Expected \(expected.en), found \(found.en)" + (shown.isEmpty ? "" : " ") + shown),
      remedy: remedy)
  }

  /// The text of a scalar without quotes.
  private var plain: String? {
    guard case .text(let text, isPlain: true) = node.content else { return nil }
    return text
  }
}

/// What a YAML value is made of.
private enum Shape {
  case nothing
  case text
  case list
  case mapping

  init(_ node: YAMLNode) {
    switch node.content {
    case .text(let text, let isPlain): self = text.isEmpty && isPlain ? .nothing : .text
    case .list: self = .list
    case .pairs: self = .mapping
    }
  }

  var words: Message {
    switch self {
    case .nothing: Message(zh: "空值", en: "nothing")
    case .text: Message(zh: "文字", en: "text")
    case .list: Message(zh: "列表", en: "a list")
    case .mapping: Message(zh: "键值对", en: "keys and values")
    }
  }
}
