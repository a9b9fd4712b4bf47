internal import TieoutMarkup
internal import TieoutModel

/// Tells what people call a value from what programs do.
///
/// Nearly all JSON holds lists of objects. Those of a paper are told by their names: people write
/// `项目名称` or `Project name` over a column, programs call a value `project_name`, `blockType` or
/// `text`.
extension JSONTree {
  /// The bytes of a value's name, escapes decoded.
  func nameBytes(of place: Int) -> ArraySlice<UInt8> {
    let key = bytes[nodes[place].key]
    return key.contains(0x5C) ? nameText(of: place).bytes[...] : key
  }

  /// Whether a value is called as people call things: as no program does, or in a word that begins
  /// with a capital.
  func isLabelled(_ place: Int) -> Bool {
    let name = nameBytes(of: place)
    if name.isOfPeople { return true }
    guard let first = name.first, (0x41...0x5A).contains(first), name.isOfWords else {
      return false
    }
    return !RecordNames.ofPrograms.contains(JSONTree.plain(String(decoding: name, as: UTF8.self)))
  }

  /// Whether at least half of some values are called by labels, and not all by nothing.
  func areLabelled(_ values: [Int]) -> Bool {
    let labels = values.count(where: isLabelled)
    return labels > 0 && labels * 2 >= values.count
  }

  /// Whether a value is called as no program calls one: in letters that are not in ASCII, or in several
  /// words.
  func isCalledByPeople(_ place: Int) -> Bool { nameBytes(of: place).isOfPeople }

  /// Whether one of some values is called as people call money.
  func nameMoney(_ values: [Int]) -> Bool {
    values.contains { value in
      guard isLabelled(value) else { return false }
      let name = String(decoding: nameBytes(of: value), as: UTF8.self)
      return RecordNames.ofMoney.contains { name.contains($0) }
        || name.split { !$0.isLetter }.contains { RecordNames.moneyWords.contains($0.lowercased()) }
    }
  }
}

/// Words in names.
enum RecordNames {
  /// What objects are called that say how a file came to be, and nothing of a paper.
  static let settings: Set<String> = [
    "usage", "metadata", "meta", "request", "headers", "settings", "config", "options", "params",
    "parameters",
  ]

  /// What programs call values, also where they write names with capitals.
  fileprivate static let ofPrograms: Set<String> = [
    "category", "class", "code", "confidence", "content", "count", "created", "description",
    "error", "file", "format", "id", "index", "key", "kind", "label", "language", "level",
    "message", "model", "name", "object", "page", "path", "probability", "role", "score", "source",
    "status", "tag", "text", "time", "timestamp", "title", "type", "updated", "uri", "url",
    "usage", "uuid", "value", "version",
  ]

  /// What objects call a text, and what they say of its place and of how sure its engine was.
  static let ofTexts = Set(JSONParts.texts + JSONParts.pages + PlacedTexts.scores + ["line"])

  /// What people call money, as a name or a part of one.
  fileprivate static let ofMoney = [
    "金额", "资金", "预算", "经费", "合计", "总计", "小计", "总额", "总价", "单价", "合价", "合同价", "中标价", "成交价", "价款",
    "费用",
    "支出", "支付", "收入", "拨款", "补助", "投资", "执行数",
  ]

  /// The same in English, where words have ends.
  fileprivate static let moneyWords: Set<String> = [
    "amount", "amounts", "budget", "cost", "costs", "expenditure", "funding", "price", "requested",
  ]
}

extension ArraySlice<UInt8> {
  fileprivate var isOfPeople: Bool {
    contains { $0 >= 0x80 } || contains(0x20) && isOfWords
  }

  /// Whether there is a letter, and nothing that only programs put between words, which they call
  /// `block_type` or `blockType`.
  fileprivate var isOfWords: Bool {
    contains(where: \.isLetterASCII) && !contains(0x5F)
      && !zip(self, dropFirst()).contains {
        (0x61...0x7A).contains($0) && (0x41...0x5A).contains($1)
      }
  }
}
