import TieoutModel
import Yams

extension YAMLValue {
  /// Parses the one document of a YAML file.
  static func parse(_ bytes: [UInt8], file: String) throws(ProfileError) -> YAMLValue {
    // Some editors put a byte order mark in front, which libyaml takes for content.
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw notUTF8(bytes, file: file)
    }
    do {
      // All scalars are taken as text: what a value is, the reader of the profile decides. (The
      // resolver of types would also cost more than all the rest, it matches regular expressions.)
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let node = try parser.nextRoot() else {
        throw ProfileError(
          Message(zh: "文件中没有内容", en: "The file holds nothing"), name: file, line: 1, column: 1)
      }
      if let second = try parser.nextRoot() {
        throw YAMLValue(node: second, file: file).error(
          Message(zh: "文件中有第二份文档", en: "The file holds a second document"),
          remedy: Message(zh: "一个文件只写一份配置", en: "Write one profile a file"))
      }
      return YAMLValue(node: node, file: file)
    } catch let error as ProfileError {
      throw error
    } catch {
      throw notYAML(error, file: file)
    }
  }

  /// The complaint about bytes that are not UTF-8, at the first of them.
  private static func notUTF8(_ bytes: ArraySlice<UInt8>, file: String) -> ProfileError {
    var (line, column) = (1, 1)
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    while case .valid(let scalar) = parser.parseScalar(from: &rest) {
      (line, column) = scalar.elementsEqual([0x0A]) ? (line + 1, 1) : (line, column + 1)
    }
    return ProfileError(
      Message(zh: "文件编码不是 UTF-8", en: "The file is not UTF-8"),
      remedy: Message(zh: "请另存为 UTF-8", en: "Save it as UTF-8"), name: file, line: line,
      column: column)
  }

  /// The complaint about text that is not YAML.
  private static func notYAML(_ error: any Error, file: String) -> ProfileError {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // What is not closed is noticed at its end; the context says where it began.
      let began = context.map { ($0.text, $0.mark.line, $0.mark.column) }
      return notYAML(
        YAMLProblem(problem: problem, context: began).message, line: mark.line,
        column: mark.column, file: file)
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      return ProfileError(
        Message(zh: "键“\(key)”重复出现", en: "The key “\(key)” stands twice"),
        remedy: Message(zh: "请只保留一个", en: "Keep one of them"), name: file,
        line: context.mark.line, column: context.mark.column)
    case .reader(let problem, let offset, _, let text):
      // The offset counts characters.
      let before = text.prefix(offset ?? 0).unicodeScalars
      let line = before.reduce(1) { $1 == "\n" ? $0 + 1 : $0 }
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      return notYAML(
        Message(zh: problem, en: problem), line: line, column: column, file: file)
    default:
      return notYAML(
        Message(zh: "\(error)", en: "\(error)"), line: 1, column: 1, file: file)
    }
  }

  private static func notYAML(
    _ problem: Message, line: Int, column: Int, file: String
  ) -> ProfileError {
    ProfileError(
      Message(
        zh: "此处不是 YAML（\(problem.zh)）", en: "This is not YAML (\(problem.en))"),
      remedy: Message(
        zh: "请用空格缩进，含有 : # % [ { 等符号的文字加引号，括号成对",
        en: "Indent with spaces, quote text with signs such as : # % [ {, close every bracket"),
      name: file, line: line, column: column)
  }
}
