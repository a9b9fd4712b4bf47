/// Tells what stands at the edge of the paper, not in it: page numbers, the numbers of stamps.
///
/// - is marginalia: `0007171`, `- 3 -`, `第 3 页 共 12 页`, `3/12`, `Page 3 of 12`
/// - is none: `12 万元`, `2024年3月`, `3 of 12`, anything with another word
public enum Marginalia {
  private static let words = ["第", "页", "共", "—", "－", "·"].map { Array($0.utf8) }
  private static let page = ["Page", "page"].map { Array($0.utf8) }
  private static let outOf = Array("of".utf8)

  /// Whether a line holds a number that counts pages or papers, and nothing else.
  public static func holds(_ slice: Slice, _ document: Document) -> Bool {
    var index = Int(slice.start)
    var words = words
    if let word = page.first(where: { document.text[slice.range].starts(with: $0) }) {
      index += word.count
      words.append(outOf)
    }
    var digits = 0
    while index < Int(slice.end) {
      let byte = document.text[index]
      if byte.isDigitASCII { digits += 1 }
      if byte.isDigitASCII || byte.isBlankASCII || byte == 0x2D || byte == 0x2F {
        index += 1
      } else if let word = words.first(where: {
        index + $0.count <= Int(slice.end) && document.text[index..<index + $0.count] == $0[...]
      }) {
        index += word.count
      } else {
        return false
      }
    }
    return (1...12).contains(digits)
  }
}
