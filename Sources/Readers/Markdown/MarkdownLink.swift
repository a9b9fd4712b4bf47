internal import TieoutModel

/// A link or a picture in a line of Markdown: `[words](where)`, `![words](where)`.
struct MarkdownLink {
  let words: Range<Int>
  /// The offset behind it.
  let end: Int
  let isImage: Bool
  /// Whether its words say only that there is a picture.
  let isWordless: Bool

  /// The link whose first bracket stands at an offset; `nil` where brackets are only brackets.
  init?(_ bytes: [UInt8], at index: Int, in range: Range<Int>) {
    isImage = index > range.lowerBound && bytes[index - 1] == 0x21
    // Each scan ends at the next bracket, so that all together are as long as the line.
    var close = index + 1
    while close < range.upperBound, bytes[close] != 0x5D, bytes[close] != 0x5B { close += 1 }
    guard close + 1 < range.upperBound, bytes[close] == 0x5D, bytes[close + 1] == 0x28
    else { return nil }
    words = index + 1..<close
    let start = close + 2
    var stop = start
    while stop < range.upperBound, bytes[stop] != 0x29, bytes[stop] != 0x5B { stop += 1 }
    guard stop < range.upperBound, bytes[stop] == 0x29 else { return nil }
    let target = bytes[start..<stop]
    // The name of a picture may hold one pair of parentheses.
    if target.contains(0x28), stop + 1 < range.upperBound,
      let last = bytes[stop + 1..<range.upperBound].prefix(64).firstIndex(of: 0x29)
    {
      stop = last
    }
    guard isImage || Self.isAddress(target) else { return nil }
    end = stop + 1
    isWordless = isImage && HTMLElement.isWordForImage(bytes[words])
  }

  /// Whether what stands in parentheses leads somewhere: `[2022](39号)` is no link.
  private static func isAddress(_ target: ArraySlice<UInt8>) -> Bool {
    ["http://", "https://", "mailto:", "#", "/", "./", "../"].contains {
      target.starts(with: $0.utf8)
    }
  }
}
