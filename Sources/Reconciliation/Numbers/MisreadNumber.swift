import TieoutModel

/// A token in a place for numbers, with the number that it might be.
struct MisreadNumber {
  /// What keeps a token from being a number.
  enum Fault: CaseIterable {
    /// Letters stand for digits that look like them.
    case letters
    /// Its digits are spaced.
    case spaces
    /// Its points and commas are doubled or misplaced.
    case separators
    /// It is marked as approximate.
    case approximate
    /// A sign of a currency stands before it.
    case currency
  }

  /// The number that it becomes without its faults; `nil` for none.
  let reading: Quantity?
  /// The number where its only sign, a comma, is a point, which another print must tell: `738,00`.
  let pointed: Quantity?
  /// What keeps it from being a number, where there is a reading.
  let faults: Set<Fault>
  /// Whether it has digits, and nothing that no number would have.
  let isNumberLike: Bool

  private static let lookAlikes: [Character: Character] = [
    "O": "0", "o": "0", "〇": "0", "○": "0", "Q": "0", "D": "0", "l": "1", "I": "1", "|": "1",
    "i": "1", "!": "1", "Z": "2", "z": "2", "S": "5", "s": "5", "b": "6", "B": "8", "g": "9",
    "q": "9", "，": ",", "。": ".", "·": ".",
  ]
  private static let prefixes: [Character: Fault] = [
    "约": .approximate, "近": .approximate, "￥": .currency, "¥": .currency, "$": .currency,
  ]

  /// Looks at a token.
  init(_ token: String) {
    var spelt = ""
    var digits = 0
    var isPlain = true
    var faults: Set<Fault> = []
    for character in token {
      if character == " " {
        if !spelt.isEmpty { faults.insert(.spaces) }
        continue
      }
      if spelt.isEmpty, let fault = Self.prefixes[character] {
        faults.insert(fault)
        isPlain = false
        continue
      }
      if character.isASCII, character.isNumber { digits += 1 }
      let replaced = Self.lookAlikes[character] ?? character
      if replaced != character { faults.insert(",.".contains(replaced) ? .separators : .letters) }
      isPlain = isPlain && "0123456789.,".contains(replaced)
      spelt.append(replaced)
    }
    isNumberLike = digits > 0 && isPlain && !Self.isDate(spelt)
    guard digits > 0 else {
      (reading, pointed, self.faults) = (nil, nil, faults)
      return
    }
    var bytes = Array(spelt.utf8)
    if let whole = Quantity.whole(bytes, Slice(0..<bytes.count)) {
      (reading, self.faults) = (whole, faults)
    } else {
      (reading, self.faults) = (Self.regrouped(spelt), faults.union([.separators]))
    }
    let commas = bytes.indices.filter { bytes[$0] == 0x2C }
    if commas.count == 1, !bytes.contains(0x2E) { bytes[commas[0]] = 0x2E }
    pointed = reading == nil ? Quantity.whole(bytes, Slice(bytes.indices)) : nil
  }

  /// The number whose thousands are separated by points, or whose point is a comma; `nil` where it
  /// could be another one.
  ///
  /// `1.206.39` and `1,206,39` are 1206.39.
  private static func regrouped(_ token: String) -> Quantity? {
    let groups = token.split(omittingEmptySubsequences: true) { ".,".contains($0) }
    guard let first = groups.first, let last = groups.last, groups.count > 1,
      groups.allSatisfy({ $0.utf8.allSatisfy(\.isDigitASCII) })
    else { return nil }
    let middle = groups.dropFirst().dropLast()
    // Two groups alone: `1206..39` is 1206.39, but `12,34` could be anything.
    let isDoubled = token.utf8.count { $0 == 0x2E } > 1 && !token.utf8.contains(0x2C)
    guard middle.isEmpty ? isDoubled : first.count <= 3, middle.allSatisfy({ $0.count == 3 }),
      last.count <= 2
    else { return nil }
    let bytes = Array((groups.dropLast().joined() + "." + last).utf8)
    return Quantity.whole(bytes, Slice(0..<bytes.count))
  }

  /// Whether a token is a date with points: `2024.12.31`.
  private static func isDate(_ token: String) -> Bool {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].count == 4 && parts[1...].allSatisfy { $0.count <= 2 }
  }
}

extension MisreadNumber.Fault {
  /// The fault in words.
  var words: Message {
    switch self {
    case .letters: Message(zh: "含形近字符", en: "it has letters that look like digits")
    case .spaces: Message(zh: "数字间有空格", en: "its digits are spaced")
    case .separators:
      Message(zh: "小数点或分节号重复、错位", en: "its points or commas are doubled or misplaced")
    case .approximate: Message(zh: "标为约数", en: "it is marked as approximate")
    case .currency: Message(zh: "带有货币符号", en: "a currency sign stands before it")
    }
  }

  /// Whether recognition makes it; else the paper may well be printed so.
  var isOfRecognition: Bool { self != .approximate && self != .currency }
}
