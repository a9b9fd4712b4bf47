internal import TieoutModel

/// What a comment says stands in the margin of a page: `<!-- PageHeader="甲市财政局文件" -->`.
///
/// Azure writes so what it took out of the text: header, footer and number of a page.
struct PrintedComment {
  /// The words between the quotes.
  let range: Range<Int>
  /// Whether they stand at the end of their page.
  let isFooter: Bool

  private static let names = ["PageHeader", "PageFooter", "PageNumber"]

  /// Those in a range, in order.
  static func find(_ bytes: [UInt8], _ range: Range<Int>) -> [PrintedComment] {
    var found: [PrintedComment] = []
    var rest = bytes[range]
    while let start = rest.firstRange(of: "<!--".utf8) {
      rest = rest[start.upperBound...]
      let end = rest.firstRange(of: "-->".utf8)?.lowerBound ?? rest.endIndex
      let comment = rest[..<end].drop { $0.isBlankASCII }
      if let name = names.first(where: { comment.starts(with: $0.utf8) }),
        let quote = comment.firstIndex(of: 0x22), let last = comment.lastIndex(of: 0x22),
        quote < last, comment[comment.startIndex + name.utf8.count..<quote].elementsEqual("=".utf8)
      {
        found.append(PrintedComment(range: quote + 1..<last, isFooter: name == "PageFooter"))
      }
      rest = rest[end...]
    }
    return found
  }
}
