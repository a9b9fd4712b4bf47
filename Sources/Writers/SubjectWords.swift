internal import TieoutModel

extension Submission {
  /// What people call a record: `明细表27`, `form 27`; by its identifier programs know it.
  func words(forRecord id: String) -> Message {
    switch id {
    case "letter": return RecordWord.letter
    case "summary": return RecordWord.summary
    case "summary/total": return RecordWord.total
    default: break
    }
    let parts = id.split(separator: "/")
    guard parts.count == 2 else { return Message(zh: id, en: id) }
    let word: Message
    switch parts[0] {
    case "detail": word = RecordWord.detail
    case "summary": word = RecordWord.row
    default: return Message(zh: id, en: id)
    }
    return Message(
      zh: word.zh.replacing("#", with: parts[1]), en: word.en.replacing("#", with: parts[1]))
  }
}

/// What people call the kinds of records; a number stands in place of `#`.
enum RecordWord {
  static let letter = Message(zh: "来文", en: "letter")
  static let summary = Message(zh: "汇总表", en: "summary")
  static let total = Message(zh: "汇总表合计", en: "summary total")
  static let row = Message(zh: "汇总表第#行", en: "row #")
  static let detail = Message(zh: "明细表#", en: "form #")
}
