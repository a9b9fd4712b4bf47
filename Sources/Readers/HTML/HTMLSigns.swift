internal import TieoutModel

/// What tells HTML from Markdown and from other text.
struct HTMLSigns {
  /// Why a text is HTML; `nil` where it is not.
  private(set) var reason: String?

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    skipProlog()
    guard index < bytes.count, bytes[index] == 0x3C, !DocTags.isMeant(bytes, index..<bytes.count)
    else { return }
    if has("<!doctype html") {
      reason = "HTML: its document type"
      return
    }
    let name = elementName(at: index)
    if ["html", "head", "body"].contains(name) {
      reason = "HTML: it begins with <\(name)>"
    } else if HTMLElement(name).isStructure, !hasTextOutside() {
      reason = "HTML: it begins with <\(name)>, and no text stands outside of elements"
    }
  }

  /// Skips white space, comments, the declaration of XML, and document types that are not HTML's.
  private mutating func skipProlog() {
    while index < bytes.count {
      if bytes[index].isBlankASCII {
        index += 1
      } else if has("<!--") || has("<?xml") {
        guard let end = bytes[index...].firstIndex(of: 0x3E) else { return }
        index = end + 1
      } else if has("<!doctype"), !has("<!doctype html") {
        index = bytes.endOfDocumentType(at: index)
      } else {
        return
      }
    }
  }

  private func has(_ sign: String) -> Bool {
    bytes[index...].prefix(sign.utf8.count).map { $0.isLetterASCII ? $0 | 0x20 : $0 }
      .elementsEqual(sign.utf8)
  }

  /// The name of the element whose tag begins at an offset, in small letters.
  private func elementName(at start: Int) -> String {
    let name = bytes[(start + 1)...].prefix(16).prefix { $0.isLetterASCII || $0.isDigitASCII }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private static let voids: Set<String> = [
    "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]

  /// Whether characters stand outside of all elements, as they do in Markdown.
  private func hasTextOutside() -> Bool {
    var depth = 0
    var place = index
    while place < bytes.count {
      guard bytes[place] == 0x3C else {
        if depth == 0, !bytes[place].isBlankASCII { return true }
        place += 1
        continue
      }
      let end = bytes[place...].firstIndex(of: 0x3E) ?? bytes.count - 1
      let second = place + 1 < bytes.count ? bytes[place + 1] : 0
      if second == 0x2F {
        depth = max(0, depth - 1)
      } else if second.isLetterASCII, bytes[end - 1] != 0x2F,
        !Self.voids.contains(elementName(at: place))
      {
        depth += 1
      }
      place = end + 1
    }
    return false
  }
}
