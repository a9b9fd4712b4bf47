internal import TieoutModel

/// Knows LaTeX's words, and which closing braces go with a removed opening one.
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
  private static let fraction = bytes("frac")

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
  static func isFraction(_ word: ArraySlice<UInt8>) -> Bool { fraction.elementsEqual(word) }

  /// The places of the braces that close the argument of a wrapper outside mathematics.
  static func closingBraces(_ text: [UInt8], _ range: Range<Int>) -> [Int] {
    var open: [Bool] = []
    var closing: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch text[index] {
      case 0x5C:
        let end = LatexCommands.end(text, index, range.upperBound)
        let word = text[index + 1..<max(end, index + 1)]
        if end < range.upperBound, text[end] == 0x7B, isWrapper(word) || isFraction(word) {
          open.append(true)
          index = end + 1
        } else {
          index = end
        }
      case 0x7B:
        open.append(false)
        index += 1
      case 0x7D:
        if open.popLast() == true { closing.append(index) }
        index += 1
      default:
        index += 1
      }
    }
    return closing
  }
}
