internal import TieoutModel

extension EncodingDetector {
  /// So many characters tell one encoding from another at the least.
  private static let fewest = 20

  /// Tells the encodings of Japanese and Korean, whose bytes GB 18030 would take for other characters.
  ///
  /// No Chinese paper has kana in number, and in none do nearly all characters lie in the first half of
  /// the table, where those of Korean lie.
  static func neighbour(_ file: [UInt8]) -> Finding? {
    for encoding in [TextEncoding.eucJP, .shiftJIS] {
      let kana = count(in: file, encoding) { encoding.isKana($0, $1) }
      if kana.hits >= fewest / 2, kana.hits * 20 >= kana.characters, kana.isWhole {
        return finding(encoding, "kana", kana.hits * 100 / kana.characters)
      }
    }
    let hangul = count(in: file, .eucKR) { lead, second in
      (0xB0...0xC8).contains(lead) && second >= 0xA1
    }
    let others = count(in: file, .eucKR) { lead, second in lead > 0xC8 || second < 0xA1 }
    if hangul.hits >= fewest, others.hits * 50 <= hangul.hits, hangul.isWhole {
      return finding(.eucKR, "hangul", hangul.hits * 100 / hangul.characters)
    }
    return nil
  }

  /// Whether a file may be in the encoding that it declares: what says that it is Japanese has some kana,
  /// and what says that it is Korean hardly another character than hangul.
  static func mayBe(_ declared: TextEncoding, _ file: [UInt8]) -> Bool {
    switch declared {
    case .eucJP, .shiftJIS:
      let kana = count(in: file, declared) { declared.isKana($0, $1) }
      return kana.characters < fewest || kana.hits * 50 >= kana.characters
    case .eucKR:
      let hangul = count(in: file, declared) { lead, _ in lead <= 0xC8 }
      return hangul.characters < fewest || hangul.hits * 5 >= hangul.characters * 4
    default: return true
    }
  }

  private static func finding(_ encoding: TextEncoding, _ what: String, _ share: Int) -> Finding {
    Finding(
      encoding: encoding,
      reason: "it is not UTF-8, and \(share) % of it are \(what) of \(encoding.rawValue)")
  }

  /// How many characters that are not Latin a file has, how many of two bytes are of a kind, and whether
  /// all of it is of the encoding.
  private static func count(
    in file: [UInt8], _ encoding: TextEncoding, _ isOfKind: (UInt8, UInt8) -> Bool
  ) -> (characters: Int, hits: Int, isWhole: Bool) {
    var characters = 0
    var hits = 0
    var isWhole = true
    var index = 0
    let end = min(file.count, sample)
    while index < end {
      let length = encoding.length(file, at: index)
      if file[index] >= 0x80 { characters += 1 }
      if length == 0 {
        // The sample may cut the last one.
        if end == file.count || index + 2 < end { isWhole = false }
        index += 1
        continue
      }
      if length == 2, isOfKind(file[index], file[index + 1]) { hits += 1 }
      index += length
    }
    return (characters, hits, isWhole)
  }
}

extension TextEncoding {
  /// Whether two bytes are a character of hiragana or katakana.
  fileprivate func isKana(_ lead: UInt8, _ second: UInt8) -> Bool {
    switch self {
    case .eucJP: lead == 0xA4 && second <= 0xF3 || lead == 0xA5 && second <= 0xF6
    case .shiftJIS: lead == 0x82 && (0x9F...0xF1).contains(second) || lead == 0x83 && second <= 0x96
    default: false
    }
  }
}
