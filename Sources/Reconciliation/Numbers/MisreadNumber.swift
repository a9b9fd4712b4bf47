import TieoutModel

/// A token in a place for numbers, with the number that it might be.
struct MisreadNumber {
  /// The number that it becomes with digits for letters that look like them; `nil` for none.
  let reading: Quantity?
  /// Whether it has digits, and nothing that no number would have.
  let isNumberLike: Bool

  private static let lookAlikes: [Character: Character] = [
    "O": "0", "o": "0", "〇": "0", "○": "0", "Q": "0", "D": "0", "l": "1", "I": "1", "|": "1",
    "i": "1", "!": "1", "Z": "2", "z": "2", "S": "5", "s": "5", "b": "6", "B": "8", "g": "9",
    "q": "9", "，": ",", "。": ".", "·": ".",
  ]

  /// Looks at a token.
  init(_ token: String) {
    var spelt = ""
    var digits = 0
    var isPlain = true
    for character in token where character != " " {
      if character.isASCII, character.isNumber { digits += 1 }
      let replaced = Self.lookAlikes[character] ?? character
      isPlain = isPlain && "0123456789.,".contains(replaced)
      spelt.append(replaced)
    }
    isNumberLike = digits > 0 && isPlain && !Self.isDate(spelt)
    let bytes = Array(spelt.utf8)
    reading = digits > 0 ? Quantity.whole(bytes, Slice(0..<bytes.count)) : nil
  }

  /// Whether a token is a date with points: `2024.12.31`.
  private static func isDate(_ token: String) -> Bool {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].count == 4 && parts[1...].allSatisfy { $0.count <= 2 }
  }
}
