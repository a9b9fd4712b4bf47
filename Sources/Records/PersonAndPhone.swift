internal import TieoutModel

/// A person's name with a telephone number behind it in one cell: `项目负责人及电话`.
///
/// Names have no digits, so that a number of seven or more at the end is no part of one.
struct PersonAndPhone {
  /// The name alone.
  let person: Slice
  /// The number alone.
  let phone: Slice

  /// Cuts a cell; `nil` where it is not both.
  init?(_ cell: Slice, in text: [UInt8]) {
    guard cell.hasDigit(in: text) else { return nil }
    let end = cell.withoutSuffix(among: Self.closing, in: text)
    var start = Int(end.end)
    var digits = 0
    while start > Int(cell.start), Self.mayStand(text[start - 1]) {
      start -= 1
      if text[start].isDigitASCII { digits += 1 }
    }
    let name = Slice(Int(cell.start)..<start).trimmed(in: text)
    let person = name.withoutSuffix(among: Self.separators, in: text)
    guard digits >= 7, !person.isEmpty, !person.hasDigit(in: text) else { return nil }
    self.person = person
    phone = Slice(start..<Int(end.end)).trimmed(in: text)
  }

  /// Whether a byte may be part of a number or stand before it: `0471-6830546`, `+86 10 6512 3456`.
  fileprivate static func mayStand(_ byte: UInt8) -> Bool {
    byte.isDigitASCII || byte.isBlankASCII || byte == 0x2B || byte == 0x2D
  }

  /// What people put between name and number.
  private static let separators = ["（", "(", "/", "、", "，", ",", "；", ";", "：", ":"].map {
    Array($0.utf8)
  }
  private static let closing = ["）", ")"].map { Array($0.utf8) }
}

extension Slice {
  /// A telephone number without the next label and its value, where nothing but a blank that was
  /// dropped parted them: `010-5550123填报日期：2024年3月8日`.
  func phoneNumber(in text: [UInt8]) -> Slice {
    var index = Int(start)
    var digits = 0
    while index < Int(end), PersonAndPhone.mayStand(text[index]) {
      if text[index].isDigitASCII { digits += 1 }
      index += 1
    }
    guard digits >= 7, index < Int(end), NextPair.begins(at: index, text, Int(end), isWide: false)
    else { return self }
    return Slice(Int(start)..<index).trimmed(in: text)
  }

  /// The slice without the first of some words that it ends with, and the blanks before it.
  fileprivate func withoutSuffix(among words: [[UInt8]], in text: [UInt8]) -> Slice {
    guard let word = words.first(where: { text[range].suffix($0.count).elementsEqual($0) })
    else { return self }
    return Slice(Int(start)..<Int(end) - word.count).trimmed(in: text)
  }
}
