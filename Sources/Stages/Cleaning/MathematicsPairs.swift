internal import TieoutModel

/// The signs in pairs, other than dollar signs, between which mathematics stands: `\(…\)`, `\[…\]`,
/// `<math>…</math>`, `<eq>…</eq>`.
struct MathematicsPairs {
  private static let signs: [(start: [UInt8], end: [UInt8])] = [
    ("\\(", "\\)"), ("\\[", "\\]"), ("<math", "</math>"), ("<eq>", "</eq>"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
  /// No tag is longer.
  private static let longestTag = 256

  private let text: [UInt8]
  private let range: Range<Int>
  /// The signs that do not end any more, a bit each.
  private var hopeless = 0

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    self.range = range
  }

  /// What stands between a sign at an offset and the one that ends it.
  mutating func first(at index: Int) -> Range<Int>? {
    guard text[index] == 0x5C || text[index] == 0x3C else { return nil }
    for (place, sign) in Self.signs.enumerated() where hopeless & 1 << place == 0 {
      guard text[index..<range.upperBound].starts(with: sign.start) else { continue }
      guard let start = startOfText(index + sign.start.count, isTag: sign.start.count > 2) else {
        continue
      }
      if let end = end(sign.end, from: start) { return start..<end }
      hopeless |= 1 << place
    }
    return nil
  }

  /// Where the text begins behind a sign; a tag may have attributes.
  private func startOfText(_ index: Int, isTag: Bool) -> Int? {
    guard isTag, text[index - 1] != 0x3E else { return index }
    guard index < range.upperBound, text[index] == 0x3E || text[index] == 0x20 else { return nil }
    let limit = min(range.upperBound, index + Self.longestTag)
    return text[index..<limit].firstIndex(of: 0x3E).map { $0 + 1 }
  }

  private func end(_ sign: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < range.upperBound {
      if text[index] == sign[0], text[index..<range.upperBound].starts(with: sign) { return index }
      index += text[index] == 0x5C ? 2 : 1
    }
    return nil
  }
}
