extension Quantity {
  /// Whether a slice is a number that recognition damaged, so that it must not be taken for words.
  ///
  /// Mostly digits, and besides them only what damage leaves: letters that look like digits, blanks
  /// and separators in wrong places, a currency or a sign of approximation before them, a unit
  /// behind. `12O6.39`, `1 206.39`, `1.206.39`, `约1206.39万元` are; `T20240001号`, `3号楼` are not.
  /// So is `≥9O%`, whose number alone is looked at.
  public static func isDamaged(_ text: [UInt8], _ slice: Slice) -> Bool {
    guard slice.count > 1, slice.count <= longest else { return false }
    if damaged(behindComparatorOf: slice, in: text) != nil { return true }
    guard mayBegin(text[Int(slice.start)]) else { return false }
    var index = Int(slice.start)
    let end = Int(slice.end)
    if let sign = prefixes.first(where: { $0.stand(in: text, index..<end) }) {
      index += sign.count
    } else {
      index += CurrencySign.length(text, index..<end)
    }
    var digits = 0
    var letters = 0
    var others = 0
    while index < end {
      if text[index].isDigitASCII {
        digits += 1
      } else if lookAlikes.contains(text[index]) {
        letters += 1
      } else if separators.contains(text[index]) {
        others += 1
      } else {
        break
      }
      index += 1
    }
    guard digits >= 1, digits + letters >= 2, digits >= letters, digits * 2 >= others else {
      return false
    }
    guard end - index <= longestUnit,
      !(index..<end).contains(where: { text[$0].isDigitASCII || text[$0].isLetterASCII })
    else { return false }
    return whole(text, slice) == nil
  }

  /// The number between a comparator and a unit in which letters stand for digits or blanks part them:
  /// `9O` of `≥9O%`, `1 200` of `≥1 200人次`; `nil` for anything else.
  ///
  /// Letters at its end count only where no unit is written so: `≥50g` and `≥5l` are no damage.
  public static func damaged(behindComparatorOf slice: Slice, in text: [UInt8]) -> Slice? {
    guard slice.count <= longest, var start = Comparator.read(text, slice.range)?.end else {
      return nil
    }
    let limit = Int(slice.end)
    while start < limit, text[start].isBlankASCII { start += 1 }
    func isOfNumber(_ byte: UInt8) -> Bool {
      byte.isDigitASCII || lookAlikes.contains(byte) || byte == 0x2C || byte == 0x2E
    }
    func partsDigits(_ index: Int) -> Bool {
      text[index] == 0x20 && index > start && text[index - 1].isDigitASCII && index + 1 < limit
        && text[index + 1].isDigitASCII
    }
    var end = start
    while end < limit, isOfNumber(text[end]) || partsDigits(end) { end += 1 }
    while end > start, !text[end - 1].isDigitASCII, !lastLetters.contains(text[end - 1]) {
      end -= 1
    }
    // `B1级` and `S3` name a class: a letter that hardly looks like a digit begins no number of one digit.
    if start < end, !text[start].isDigitASCII, !firstLetters.contains(text[start]),
      (start..<end).count(where: { text[$0].isDigitASCII }) < 2
    {
      return nil
    }
    let rest = Slice(end..<limit)
    guard (start..<end).contains(where: { text[$0].isDigitASCII }),
      (start..<end).contains(where: { lookAlikes.contains(text[$0]) || text[$0] == 0x20 }),
      rest.count <= longestUnit,
      !rest.range.contains(where: { text[$0].isDigitASCII || text[$0].isLetterASCII })
    else { return nil }
    return Slice(start..<end)
  }

  /// Whether a slice is letters alone that look like digits: the rest of a damaged number.
  public static func isLookAlike(_ text: [UInt8], _ slice: Slice) -> Bool {
    !slice.isEmpty && slice.range.allSatisfy { lookAlikes.contains(text[$0]) }
  }

  /// Whether a byte begins a digit, what stands for one or between two, or one of the prefixes.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x80, 0xC2, 0xE5, 0xE7, 0xE8, 0xEF: true
    default: false
    }
  }

  /// Whether letters that name a currency begin a slice, as those of `USD 450` and `US$450` do.
  public static func beginsWithCurrency(_ text: [UInt8], _ slice: Slice) -> Bool {
    !slice.isEmpty && (0x41...0x5A).contains(text[Int(slice.start)])
      && CurrencySign.length(text, slice.range) > 0
  }

  /// The characters with which a number may begin, a damaged one as well, but for letters that name a
  /// currency: most words begin otherwise.
  public static let leads: CharacterFilter = {
    var leads = CharacterFilter()
    let signs = ["-", "−", "△", "▲", "负", "(", ".", "$", "£", "€", "￥", "¥"].map { Array($0.utf8) }
    for sign in signs + prefixes { leads.insert(sign, 0) }
    for byte in UInt8(0)..<0x80
    where byte.isDigitASCII || lookAlikes.contains(byte) || separators.contains(byte) {
      leads.insert([byte], 0)
    }
    return leads
  }()

  private static let prefixes = ["约", "近", "共"].map { Array($0.utf8) }
  private static let lookAlikes = ASCIISet("OoQDIl|BSsZzGgqb")
  /// Those that stand for a digit even before a single one.
  private static let firstLetters = ASCIISet("OoIl|")
  /// Those with which no unit is written.
  private static let lastLetters = ASCIISet("OoI|")
  /// The bytes of the longest unit behind a number: four Han characters.
  private static let longestUnit = 12
  /// The bytes of the longest number with all that stands around it.
  private static let longest = 60
  private static let separators = ASCIISet(" ,.'+-()%<>=")
}

/// Some ASCII characters, as a bit each.
private struct ASCIISet {
  private var bits: UInt128 = 0

  init(_ characters: String) {
    for byte in characters.utf8 { bits |= 1 << UInt128(byte) }
  }

  func contains(_ byte: UInt8) -> Bool { byte < 0x80 && bits >> UInt128(byte) & 1 != 0 }
}
