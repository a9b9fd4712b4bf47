extension PartialDate {
  /// Whether a slice is a date or a span of time, as targets state when something is to be done.
  ///
  /// - is one: `2024年12月31日`, `12月底前`, `2024年6月至12月`, `2024.1-2024.12`, `第四季度前`
  /// - is none: `12月` (a number of months), `5年`, `2024.5`, `100%`, `3批次`
  public static func isPeriod(_ text: [UInt8], _ slice: Slice) -> Bool {
    // Most targets are plain numbers, and all of these end otherwise or hold a sign.
    guard slice.count >= 6, slice.count <= 60 else { return false }
    return isChinesePeriod(text, slice) || readEnglish(text, slice) != nil
  }

  private static func isChinesePeriod(_ text: [UInt8], _ slice: Slice) -> Bool {
    var index = Int(slice.start)
    let end = Int(slice.end)
    var digits = 0
    var numbers = 0
    var words: [UInt32] = []
    while index < end {
      let byte = text[index]
      if byte.isDigitASCII {
        if digits == 0 { numbers += 1 }
        digits += 1
        guard digits <= 4 else { return false }
        index += 1
        continue
      }
      digits = 0
      if byte.isBlankASCII || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x7E {
        index += 1
        continue
      }
      // Most units of measure begin otherwise.
      guard byte >= 0xE0, byte < 0xF0, index + 3 <= end, leads.mayHold(text, index) else {
        return false
      }
      let word = UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2])
      guard known.contains(word) else { return false }
      words.append(word)
      index += 3
    }
    let isQuarter = words.contains(season)
    guard numbers > 0 || isQuarter else { return read(text, slice) != nil }
    // `12月` counts months and `5年` years; what says when, says more.
    let hasEnd = words.contains(where: ends.contains)
    let units = [year, month, day].count { words.contains($0) }
    let isDated = beginsWithYear(text, slice)
    return isQuarter || units > 0 && (hasEnd || units > 1 || numbers > 1 || isDated)
      || isDated && numbers > 2
  }

  /// Whether a slice begins with the four digits of a year of these times.
  private static func beginsWithYear(_ text: [UInt8], _ slice: Slice) -> Bool {
    let digits = text[slice.range].prefix(4)
    return digits.allSatisfy(\.isDigitASCII)
      && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
  }

  private static func code(_ word: Character) -> UInt32 {
    word.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static let year = code("年")
  private static let month = code("月")
  private static let day = code("日")
  private static let season = code("季")
  private static let ends = Set("底前末初至到上中下旬—–～起止".map(code))
  private static let known = ends.union(
    "年月日号季度第内以之间份一二三四终全当本".map(code))

  /// The words as a filter: what it denies need not be looked up.
  private static let leads: CharacterFilter = {
    var leads = CharacterFilter()
    for word in known {
      leads.insert([UInt8(word >> 16), UInt8(word >> 8 & 0xFF), UInt8(word & 0xFF)], 0)
    }
    return leads
  }()
}
