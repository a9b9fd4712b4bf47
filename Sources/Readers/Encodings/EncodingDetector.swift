internal import TieoutModel

/// Tells the encoding of a file from its byte order mark, its declaration or its bytes.
enum EncodingDetector {
  /// What a file is in.
  struct Finding {
    /// The encoding; `nil` for UTF-8.
    var encoding: TextEncoding?
    /// The bytes of the byte order mark.
    var markLength = 0
    /// Why; `nil` where it is plain UTF-8.
    var reason: String?
    /// Whether it is known to be text in UTF-8 from the first byte to the last.
    var isPlain = false
  }

  /// How much of a file is looked at to guess: enough for any paper.
  static let sample = 1 << 20
  /// How far into a file a declaration may stand.
  private static let head = 1024

  static func detect(_ file: [UInt8]) -> Finding {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      return Finding(encoding: nil, markLength: 3, reason: "a byte order mark")
    }
    if file.starts(with: [0xFF, 0xFE]),
      hasSpaces(file, highFirst: false) || isWide(file, .utf16LittleEndian)
    {
      return Finding(
        encoding: .utf16LittleEndian, markLength: 2, reason: "a byte order mark")
    }
    if file.starts(with: [0xFE, 0xFF]),
      hasSpaces(file, highFirst: true) || isWide(file, .utf16BigEndian)
    {
      return Finding(encoding: .utf16BigEndian, markLength: 2, reason: "a byte order mark")
    }
    let census = TextBytes(file)
    if census.binaries > 0, let wide = utf16(file) { return wide }
    guard census.invalid != nil else { return Finding(isPlain: census.isPlain) }
    // A declaration is believed only where the bytes are not UTF-8: many are left over from before
    // a conversion.
    if let declared = declared(file), mayBe(declared, file) {
      return overruled(declared, file)
        ?? Finding(encoding: declared, reason: "declared in the file, and it is not UTF-8")
    }
    guard census.isOtherEncoding(file), !census.isBinary else { return Finding() }
    return neighbour(file) ?? guess(file) ?? Finding()
  }

  /// Whether white space stands in a file of two bytes a character, as in any text; two damaged bytes
  /// before UTF-8 are no mark.
  private static func hasSpaces(_ file: [UInt8], highFirst: Bool) -> Bool {
    let high = highFirst ? 0 : 1
    return stride(from: 2, to: min(file.count, sample) - 1, by: 2).contains { index in
      file[index + high] == 0 && file[index + 1 - high].isBlankASCII
        || file[index + high] == 0x30 && file[index + 1 - high] == 0
    }
  }

  /// Whether what stands behind a mark is no UTF-8, and is nearly all of the blocks of UTF-16 that
  /// papers are written in: a line of Han characters has no white space.
  private static func isWide(_ file: [UInt8], _ encoding: TextEncoding) -> Bool {
    let rest = Array(file.prefix(sample).dropFirst(2))
    guard rest.count >= 2, file.count % 2 == 0, TextBytes(rest).invalid != nil else { return false }
    let high = encoding == .utf16BigEndian ? 0 : 1
    var common = 0
    var latin = 0
    for index in stride(from: 0, to: rest.count - 1, by: 2) {
      if rest[index...index + 1].allSatisfy({ (0x20..<0x7F).contains($0) }) { latin += 1 }
      switch rest[index + high] {
      // Latin and Greek, signs, Han characters, their compatible and wide forms.
      case 0x00...0x04, 0x20...0x33, 0x4E...0x9F, 0xF9, 0xFE, 0xFF: common += 1
      case 0xDC...0xDF:
        guard index >= 2, (0xD8...0xDB).contains(rest[index - 2 + high]) else { return false }
        common += 2
      default: break
      }
    }
    // Two Latin letters are a rare Han character, and a text of such is none.
    return common * 20 >= rest.count / 2 * 19 && (latin < 8 || latin * 8 < rest.count * 3)
  }

  /// Text in UTF-16 without a mark: every second byte of its blanks and digits is zero.
  private static func utf16(_ file: [UInt8]) -> Finding? {
    let count = min(file.count, sample) & ~1
    guard count >= 4, file.count % 2 == 0 else { return nil }
    var even = 0
    var odd = 0
    for index in stride(from: 0, to: count, by: 2) {
      if isPlain(file[index], file[index + 1]) { even += 1 }
      if isPlain(file[index + 1], file[index]) { odd += 1 }
    }
    let least = max(2, count / 2 / 100)
    let reason = "every second byte of its blanks and digits is zero"
    if odd >= least, even * 10 < odd {
      return Finding(encoding: .utf16LittleEndian, reason: reason)
    }
    if even >= least, odd * 10 < even {
      return Finding(encoding: .utf16BigEndian, reason: reason)
    }
    return nil
  }

  /// Whether two bytes are a character that every text has, a blank or a digit, and that is none the
  /// other way round.
  ///
  /// A zero is an ideographic space then, and some letters are common ideographs: 一 is an N. Other
  /// bytes beside a zero say nothing, since tables of numbers in a program have them.
  private static func isPlain(_ high: UInt8, _ low: UInt8) -> Bool {
    high == 0 && (low.isBlankASCII || low.isDigitASCII && low != 0x30)
  }

  /// What XML or HTML says about itself.
  private static func declared(_ file: [UInt8]) -> TextEncoding? {
    let text = String(decoding: file.prefix(head), as: UTF8.self).lowercased()
    for sign in ["encoding=", "charset="] {
      guard let range = text.ranges(of: sign).first else { continue }
      let name = text[range.upperBound...].drop { $0 == "\"" || $0 == "'" }
        .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      if let encoding = TextEncoding(declared: name) { return encoding }
    }
    return nil
  }

  /// The bytes that begin the common characters of both encodings that are told from each other.
  private static let common: [(encoding: TextEncoding, leads: ClosedRange<UInt8>)] = [
    (.gb18030, 0xB0...0xD7), (.big5, 0xA4...0xC6),
  ]

  /// Tells GB 18030 from Big5: both take two bytes a character, but the common characters lie
  /// elsewhere, and in Big5 the second byte is often below 0x80.
  private static func guess(_ file: [UInt8]) -> Finding? {
    var best: (encoding: TextEncoding, share: Int)?
    for (encoding, _) in common {
      let share = share(of: encoding, file).share
      if share > best?.share ?? 0 { best = (encoding, share) }
    }
    guard let best, best.share >= 60 else { return nil }
    return Finding(
      encoding: best.encoding,
      reason: "it is not UTF-8, and \(best.share) % of it are common characters of "
        + best.encoding.rawValue)
  }

  /// The other encoding, where a file says that it is in one and hardly can be.
  private static func overruled(_ declared: TextEncoding, _ file: [UInt8]) -> Finding? {
    guard common.contains(where: { $0.encoding == declared }),
      let rival = common.first(where: { $0.encoding != declared })?.encoding
    else { return nil }
    let own = share(of: declared, file)
    let other = share(of: rival, file)
    guard other.pairs >= 10, other.share >= 60, other.share - own.share >= 25 else { return nil }
    return Finding(
      encoding: rival,
      reason: "declared as \(declared.rawValue), but \(own.share) % of it are common characters of "
        + "that, and \(other.share) % of \(rival.rawValue)")
  }

  /// How many of the characters that are not Latin are common ones of an encoding, in hundredths.
  private static func share(
    of encoding: TextEncoding, _ file: [UInt8]
  ) -> (share: Int, pairs: Int) {
    guard let leads = common.first(where: { $0.encoding == encoding })?.leads else { return (0, 0) }
    var pairs = 0
    var hits = 0
    var index = 0
    let end = min(file.count, sample)
    while index < end {
      if file[index] < 0x80 {
        index += 1
        continue
      }
      pairs += 1
      let length = encoding.length(file, at: index)
      // Both tables begin with their signs.
      if length == 2, leads.contains(file[index]) || (0xA1...0xA3).contains(file[index]) {
        hits += encoding == .big5 || file[index + 1] >= 0xA1 ? 1 : 0
      }
      index += max(1, length)
    }
    return (pairs == 0 ? 0 : hits * 100 / pairs, pairs)
  }
}
