/// How deep the parts of JSON or markup lie inside one another.
enum Nesting {
  /// Elements of HTML that need no end: they hold nothing, or what follows ends them.
  private static let endless: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option",
  ]

  /// Whether something lies deeper than the limit; of text and of what is no such format nothing does.
  static func exceeds(_ limit: Int, _ bytes: borrowing Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count, bytes[index].isBlankASCII || bytes[index] >= 0x80 { index += 1 }
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return isDeep(json: bytes, limit)
    case UInt8(ascii: "<"): return isDeep(markup: bytes, limit)
    default: return false
    }
  }

  private static func isDeep(json bytes: borrowing Span<UInt8>, _ limit: Int) -> Bool {
    var depth = 0
    var isInString = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isInString: index += 1
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "{") where !isInString, UInt8(ascii: "[") where !isInString:
        depth += 1
        if depth > limit { return true }
      case UInt8(ascii: "}") where !isInString, UInt8(ascii: "]") where !isInString: depth -= 1
      default: break
      }
      index += 1
    }
    return false
  }

  private static func isDeep(markup bytes: borrowing Span<UInt8>, _ limit: Int) -> Bool {
    var depth = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else {
        index += 1
        continue
      }
      let isEnd = bytes[index + 1] == UInt8(ascii: "/")
      let start = isEnd ? index + 2 : index + 1
      var end = start
      while end < bytes.count, bytes[end].isLetterASCII || bytes[end].isDigitASCII { end += 1 }
      let name = Slice(start..<end).string(in: bytes)
      index = end
      guard !name.isEmpty, !endless.contains(name) else { continue }
      while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
      if isEnd {
        depth = max(0, depth - 1)
      } else if bytes[index - 1] != UInt8(ascii: "/") {
        depth += 1
        if depth > limit { return true }
      }
    }
    return false
  }
}

extension Slice {
  /// The slice in lower case.
  fileprivate func string(in bytes: borrowing Span<UInt8>) -> String {
    var name = ""
    for index in range.prefix(16) {
      name.unicodeScalars.append(Unicode.Scalar(bytes[index] | 0x20))
    }
    return name
  }
}
