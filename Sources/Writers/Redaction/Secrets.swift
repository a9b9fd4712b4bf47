internal import TieoutModel

/// What must not be shown, and how it is found wherever it stands.
struct Secrets {
  /// One of them.
  private struct Secret {
    /// Its letters, folded: no blanks, no punctuation.
    var letters: [UInt32]
    var mask: Mask
    var type: FieldType
    /// Whether it is digits, between which dashes and brackets may stand.
    var isDigits: Bool
  }

  /// A place at which one of them stands: the characters, and what stands for each.
  struct Match {
    var characters: [WrittenCharacter]
    var mask: Mask
    var type: FieldType

    /// All of it.
    var range: Range<Int> {
      guard let first = characters.first, let last = characters.last else { return 0..<0 }
      return first.place.lowerBound..<last.place.upperBound
    }
  }

  private var secrets: [Secret] = []
  private var numbers: [[UInt32]: Int] = [:]
  /// The secrets that begin with a letter, the longest first.
  private var byFirst: [UInt32: [Int]] = [:]
  private var counts: [FieldType: Int] = [:]

  /// A number is looked for elsewhere only from this many digits on: shorter ones are amounts too.
  private static let leastDigits = 7
  private static let leastLetters = 2

  /// The number of different values of a type.
  func count(_ type: FieldType) -> Int { counts[type] ?? 0 }

  /// Whether nothing is to be hidden.
  var isEmpty: Bool { secrets.isEmpty }

  /// Adds the values that a text names; several may stand in one cell.
  mutating func add(_ text: [UInt8], _ type: FieldType) {
    for piece in Self.pieces(text) {
      let isDigits = piece.allSatisfy { (0x30...0x39).contains($0) }
      let least = isDigits ? Self.leastDigits : Self.leastLetters
      guard piece.count >= least, numbers[piece] == nil else { continue }
      let number = counts[type] ?? 0
      counts[type] = number + 1
      numbers[piece] = secrets.count
      secrets.append(
        Secret(
          letters: piece, mask: Mask(number, length: piece.count, isDigits: isDigits),
          type: type, isDigits: isDigits))
      byFirst[piece[0], default: []].append(secrets.count - 1)
      byFirst[piece[0]]?.sort { secrets[$0].letters.count > secrets[$1].letters.count }
    }
  }

  /// Where they stand in a range, one after the other.
  func matches(in bytes: [UInt8], _ range: Range<Int>, readsEscapes: Bool = false) -> [Match] {
    guard !isEmpty else { return [] }
    var matches: [Match] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let first = WrittenCharacter(bytes, at: index, in: range, readsEscapes: readsEscapes)
      index = first.place.upperBound
      guard let candidates = byFirst[first.scalar.folded] else { continue }
      for candidate in candidates {
        guard let match = match(secrets[candidate], from: first, bytes, range, readsEscapes) else {
          continue
        }
        matches.append(match)
        index = match.range.upperBound
        break
      }
    }
    return matches
  }

  private func match(
    _ secret: Secret, from first: WrittenCharacter, _ bytes: [UInt8], _ range: Range<Int>,
    _ readsEscapes: Bool
  ) -> Match? {
    var characters = [first]
    var index = first.place.upperBound
    var skipped = 0
    while characters.count < secret.letters.count {
      guard index < range.upperBound, skipped <= 6 else { return nil }
      let next = WrittenCharacter(bytes, at: index, in: range, readsEscapes: readsEscapes)
      index = next.place.upperBound
      let scalar = next.scalar.folded
      if scalar == secret.letters[characters.count] {
        characters.append(next)
        skipped = 0
      } else if scalar.isBlank || (secret.isDigits && scalar.isDash)
        || (readsEscapes && (scalar == 0x22 || scalar == 0x2C))
      {
        // In files, letters may stand in quotes of their own.
        skipped += 1
      } else {
        return nil
      }
    }
    // Part of a longer word or number is something else.
    func isWord(_ index: Int) -> Bool {
      guard range.contains(index) else { return false }
      return bytes[index].isDigitASCII || (!secret.isDigits && bytes[index].isLetterASCII)
    }
    if secret.letters[0] < 0x80, isWord(first.place.lowerBound - 1) { return nil }
    if secret.letters[secret.letters.count - 1] < 0x80, isWord(index) { return nil }
    return Match(characters: characters, mask: secret.mask, type: secret.type)
  }

  /// A text with masks in place of all of them.
  func masked(_ text: String) -> String {
    guard !isEmpty else { return text }
    var bytes = Array(text.utf8)
    let matches = matches(in: bytes, bytes.indices)
    if matches.isEmpty { return text }
    for match in matches { match.apply(to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The letters of each value that a text names: cut at separators, and where digits begin or end;
  /// what stands in brackets is no name.
  private static func pieces(_ text: [UInt8]) -> [[UInt32]] {
    var pieces: [[UInt32]] = [], piece: [UInt32] = []
    var depth = 0, isBlank = false
    func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
    func cut() {
      if !piece.isEmpty { pieces.append(piece) }
      piece = []
    }
    var index = 0
    while index < text.count {
      let next = WrittenCharacter(text, at: index, in: text.indices, readsEscapes: false)
      index = next.place.upperBound
      let scalar = next.scalar.folded
      if scalar.isBlank {
        isBlank = true
        continue
      }
      if scalar == 0x28 || scalar == 0x29 {
        // A telephone's area code stands in brackets, too.
        if scalar == 0x28, !piece.isEmpty, !piece.allSatisfy(isDigit) { depth += 1 }
        if scalar == 0x29 { depth = max(0, depth - 1) }
        continue
      }
      if depth > 0 { continue }
      if scalar.isSeparator {
        cut()
      } else if scalar.isLetter {
        if let last = piece.last, isDigit(last) != isDigit(scalar) { cut() }
        // Two names of two characters and more, with a space between them.
        if isBlank, piece.count >= leastLetters, scalar >= 0x80 { cut() }
        piece.append(scalar)
      }
      isBlank = false
    }
    cut()
    return pieces
  }
}

extension Secrets.Match {
  /// Writes the mask.
  func apply(to bytes: inout [UInt8]) {
    for (character, symbol) in zip(characters, mask.symbols) {
      character.mask(symbol, in: &bytes)
    }
  }
}

extension UInt32 {
  /// The same character in the usual width and in small letters.
  var folded: UInt32 {
    let narrow = (0xFF01...0xFF5E).contains(self) ? self - 0xFEE0 : self
    return (0x41...0x5A).contains(narrow) ? narrow + 0x20 : narrow
  }

  /// Whether it is white space.
  var isBlank: Bool {
    self == 0x20 || (0x09...0x0D).contains(self) || self == 0x3000 || self == 0xA0
  }

  /// Whether it may stand between the digits of a telephone number.
  fileprivate var isDash: Bool {
    [0x28, 0x29, 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2D].contains(self)
  }

  /// Whether it stands between two values.
  fileprivate var isSeparator: Bool { [0x2C, 0x3B, 0x2F, 0x3001, 0x3002, 0x3A].contains(self) }

  /// Whether it is a letter or a digit, and no sign.
  var isLetter: Bool {
    if self < 0x80 { return (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20) }
    return !isBlank && !(0x2000...0x206F).contains(self) && !(0x3001...0x303F).contains(self)
      && self != 0xB7
  }
}
