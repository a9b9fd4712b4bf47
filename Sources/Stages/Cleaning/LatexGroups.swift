internal import TieoutModel

/// Knows LaTeX's words.
enum LatexGroups {
  private static let symbols: (keys: KeyTable, values: [Unicode.Scalar?]) = {
    var keys = KeyTable()
    var values: [Unicode.Scalar?] = []
    for (command, character) in LatexSymbols.table {
      let key = bytes(command)
      guard keys.find(in: key.span, key.indices) == nil else { continue }
      _ = keys.add(key)
      values.append(character)
    }
    return (keys, values)
  }()
  private static let wrappers = LatexSymbols.wrappers.map(bytes)
  private static let gaps = LatexSymbols.gaps.map(bytes)
  private static let fractions = ["frac", "dfrac", "tfrac", "cfrac"].map(bytes)

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// What a command that stands for a character, or for nothing, puts in its place.
  static func symbol(_ word: ArraySlice<UInt8>, _ length: Int) -> Replacement? {
    symbols.keys.find(in: word.span, 0..<word.count)
      .map { Replacement(length, with: symbols.values[$0 - 1]) }
  }

  /// Whether a command only dresses its argument.
  static func isWrapper(_ word: ArraySlice<UInt8>) -> Bool {
    wrappers.contains { $0.elementsEqual(word) }
  }

  /// Whether a command is white space.
  static func isGap(_ word: ArraySlice<UInt8>) -> Bool {
    gaps.contains { $0.elementsEqual(word) }
  }

  /// Whether a command is a fraction.
  static func isFraction(_ word: ArraySlice<UInt8>) -> Bool {
    // All of them end alike, and hardly another command does.
    word.last == 0x63 && fractions.contains { $0.elementsEqual(word) }
  }
}
