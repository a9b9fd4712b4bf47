internal import TieoutModel

/// Words by which a head says that its figures are those after an adjustment: `调整后目标值`.
///
/// These are the figures that hold. What a paper prints beside them, the ones before or by how much
/// they changed, belongs to columns of its own.
enum AdjustedHeads {
  private static let words = ["调整后", "变更后", "修订后", "修改后"].map { Array($0.utf8) }
  /// What may stand between such a word and the label.
  private static let link = Array("的".utf8)

  /// What stands behind such a word at the beginning of a slice; `nil` where none begins it.
  ///
  /// - `调整后目标值`: `目标值`
  /// - begins with none: `原目标值`, `调整前目标值`, `调整金额`
  static func rest(of slice: Slice, in text: [UInt8]) -> Slice? {
    // The third character is the same in all of them: 后.
    let third = Int(slice.start) + 6
    guard slice.count > 9, text[third] == 0xE5, text[third + 1] == 0x90, text[third + 2] == 0x8E,
      words.contains(where: { text[slice.range].starts(with: $0) })
    else { return nil }
    let rest = text[third + 3..<Int(slice.end)]
    let isLinked = rest.starts(with: link)
    return Slice(rest.startIndex + (isLinked ? link.count : 0)..<rest.endIndex).trimmed(in: text)
  }

  /// Whether a head holds such a word, wherever it stands: `目标值（调整后）`.
  static func holds(_ head: Slice, in text: [UInt8]) -> Bool {
    words.contains { text.first(of: $0, in: head.range) != nil }
  }
}
