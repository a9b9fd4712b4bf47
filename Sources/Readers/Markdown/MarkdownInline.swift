internal import TieoutModel

/// The characters of a line or a cell of Markdown.
///
/// Pictures leave the words about them, links what is to be read, escapes what they stand for.
/// Mathematics and tags stay: cleaning knows them in every format.
struct MarkdownInline {
  private let text: SourceText
  private var bytes: [UInt8] { text.bytes }

  init(_ text: SourceText) { self.text = text }

  /// The signs that a backslash only protects; before others it may begin a LaTeX command.
  private static let escapable = Array("\\*-.+<>`~_#|".utf8)

  /// Whether two backslashes end a row of LaTeX, behind where its first cell ends: nothing that one
  /// could stand before follows.
  private func isRowEnd(_ index: Int, _ range: Range<Int>, behind cell: Int) -> Bool {
    guard bytes[index + 1] == 0x5C, index > cell else { return false }
    guard index + 2 < range.upperBound else { return true }
    let next = bytes[index + 2]
    return next.isBlankASCII || next == 0x5C
  }

  /// Where the first sign stands that parts cells of LaTeX and begins no entity; the end of the range
  /// where there is none.
  private func firstParting(_ range: Range<Int>) -> Int {
    range.dropLast().first { place in
      bytes[place] == 0x26 && !bytes[place + 1].isLetterASCII && bytes[place + 1] != 0x23
    } ?? range.upperBound
  }

  /// Adds a range to the draft.
  func append(_ range: Range<Int>, to draft: inout Draft) {
    var copied = range.lowerBound
    var index = range.lowerBound
    var isMathematics = false
    var signs = MarkdownEmphasis(bytes, range).signs[...]
    // Looked for once, where a backslash stands.
    var cell: Int?
    while index < range.upperBound {
      switch bytes[index] {
      case 0x24:
        isMathematics.toggle()
        index += 1
      case 0x5C where index + 1 < range.upperBound:
        cell = cell ?? firstParting(range)
        if !isMathematics, Self.escapable.contains(bytes[index + 1]),
          !isRowEnd(index, range, behind: cell ?? range.upperBound)
        {
          draft.append(text, copied..<index)
          draft.append(decoded: bytes[index + 1...index + 1], of: text, index..<index + 2)
          copied = index + 2
        }
        index += 2
      case 0x2A, 0x5F:
        while let sign = signs.first, sign.lowerBound < index { signs.removeFirst() }
        guard let sign = signs.first, sign.lowerBound == index, !isMathematics else {
          index += 1
          continue
        }
        draft.append(text, copied..<index)
        copied = sign.upperBound
        index = sign.upperBound
      case 0x5B:
        guard let link = MarkdownLink(bytes, at: index, in: range) else {
          index += 1
          continue
        }
        draft.append(text, copied..<(link.isImage ? index - 1 : index))
        if link.isImage { draft.space() }
        if !link.isWordless { draft.append(text, link.words) }
        copied = link.end
        index = link.end
      default:
        index += 1
      }
    }
    draft.append(text, copied..<range.upperBound)
  }
}
