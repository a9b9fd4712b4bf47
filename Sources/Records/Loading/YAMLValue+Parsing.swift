import TieoutModel

extension YAMLValue {
  /// Parses the one document of a YAML file.
  static func parse(_ bytes: [UInt8], file: String) throws(ProfileError) -> YAMLValue {
    // Some editors put a byte order mark in front, which libyaml takes for content.
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw notUTF8(bytes, file: file)
    }
    let documents: [YAMLNode]
    do throws(YAMLProblem) {
      documents = try YAMLComposer.documents(in: bytes.span)
    } catch {
      throw notYAML(error, bytes, file: file)
    }
    guard let first = documents.first else {
      throw ProfileError(
        Message(zh: "文件中没有内容", en: "The file holds nothing"), name: file, line: 1, column: 1)
    }
    guard documents.count == 1 else {
      throw YAMLValue(node: documents[1], file: file).error(
        Message(zh: "文件中有第二份文档", en: "The file holds a second document"),
        remedy: Message(zh: "一个文件只写一份配置", en: "Write one profile a file"))
    }
    return YAMLValue(node: first, file: file)
  }

  /// The complaint about bytes that are not UTF-8, at the first of them.
  private static func notUTF8(_ bytes: ArraySlice<UInt8>, file: String) -> ProfileError {
    let (line, column) = place(of: bytes)
    return ProfileError(
      Message(zh: "文件编码不是 UTF-8", en: "The file is not UTF-8"),
      remedy: Message(zh: "请另存为 UTF-8", en: "Save it as UTF-8"), name: file, line: line,
      column: column)
  }

  /// The complaint about text that is not YAML.
  private static func notYAML(
    _ problem: YAMLProblem, _ bytes: ArraySlice<UInt8>, file: String
  ) -> ProfileError {
    let (line, column) =
      switch problem.place {
      case .line(let line, let column): (line, column)
      case .offset(let offset): place(of: bytes.prefix(offset))
      }
    let message = problem.message
    return ProfileError(
      Message(
        zh: "此处不是 YAML（\(message.zh)）", en: "This is not YAML (\(message.en))"),
      remedy: Message(
        zh: "请用空格缩进，含有 : # % [ { 等符号的文字加引号，括号成对",
        en: "Indent with spaces, quote text with signs such as : # % [ {, close every bracket"),
      name: file, line: line, column: column)
  }

  /// The line and column behind some bytes, of which those that are valid count.
  private static func place(of bytes: ArraySlice<UInt8>) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    while case .valid(let scalar) = parser.parseScalar(from: &rest) {
      (line, column) = scalar.elementsEqual([0x0A]) ? (line + 1, 1) : (line, column + 1)
    }
    return (line, column)
  }
}
