internal import TieoutMarkup
internal import TieoutModel

/// A sign by which an engine says where a page begins or ends.
enum PageMark: Equatable {
  /// A page begins, with the number that it has, counted from 1.
  case begins(Int?)
  /// A page ends with what bears the sign.
  case ends

  /// What an element's attributes say.
  static func read(_ events: MarkupEvents, _ event: MarkupEvents.Event) -> PageMark? {
    // Marker counts from 0.
    if let id = events.attribute("data-page-id", of: event) {
      return .begins(Int(id).map { $0 &+ 1 })
    }
    if let number = events.attribute("data-page-number", of: event) { return .begins(Int(number)) }
    let classes = events.attribute("class", of: event) ?? ""
    if classes.split(separator: " ").contains(where: { $0 == "page" }) { return .begins(nil) }
    guard let style = events.attribute("style", of: event) else { return nil }
    let words = style.split { " :;".contains($0) }
    guard words.contains("always") || words.contains("page") else { return nil }
    if words.contains("page-break-before") || words.contains("break-before") {
      return .begins(nil)
    }
    return words.contains("page-break-after") || words.contains("break-after") ? .ends : nil
  }

  /// What comments in a range say, the last one that says anything: `<!-- page 3 -->`.
  static func comment(_ bytes: ArraySlice<UInt8>) -> PageMark? {
    var mark: PageMark?
    var rest = bytes
    while let start = rest.firstRange(of: "<!--".utf8) {
      rest = rest[start.upperBound...]
      let end = rest.firstRange(of: "-->".utf8)?.lowerBound ?? rest.endIndex
      if end - rest.startIndex < 64 { mark = words(rest[..<end]) ?? mark }
      rest = rest[end...]
    }
    return mark
  }

  private static func words(_ comment: ArraySlice<UInt8>) -> PageMark? {
    let text = String(decoding: comment, as: UTF8.self).lowercased()
    let words = text.split { !$0.isLetter && !$0.isNumber }
    switch words.first {
    case "pagebreak" where words.count == 1: return .begins(nil)
    case "page" where words.count == 2 && words[1] == "break": return .begins(nil)
    case "page" where words.count == 2 || words.count == 4 && words[2] == "of":
      return Int(words[1]).map { .begins($0) }
    default: return nil
    }
  }
}
