/// A number that is written in words: `九十`, `百分之九十`, `三分之一`, `壹仟贰佰元伍角整`.
public struct Numeral: Hashable, Sendable {
  /// What the words make of the number.
  public enum Kind: Hashable, Sendable {
    /// A plain number.
    case number
    /// Hundredths: 百分之.
    case percent
    /// Thousandths: 千分之.
    case perMille
    /// So many parts, of which the number tells how many: 三分之一 is 1 of 3.
    case parts(of: Int64)
    /// Money in 元, to the 分.
    case money
  }

  /// The number.
  public var value: Quantity
  /// What the words make of it.
  public var kind: Kind
  /// The offset behind its last character.
  public var end: Int

  /// Reads the numeral at the start of a range; `nil` where none stands there.
  ///
  /// Everyday and financial characters, 两 and 〇, 点 for the decimals. Behind 百分之 digits may
  /// stand as well. Money ends in 元 or 圆, with 角, 分 and 整 behind it. A lone 十, 百, 千 or 万
  /// before other words is a numeral of its own; `万元` is not, since a unit follows digits.
  public static func read(_ text: [UInt8], _ range: Range<Int>) -> Numeral? {
    var scan = Scan(text, range)
    if let fraction = scan.fraction() { return fraction }
    return scan.whole()
  }
}

/// Walks over the characters of a numeral.
private struct Scan {
  private let text: [UInt8]
  private let end: Int
  private var index: Int

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    end = range.upperBound
    index = range.lowerBound
  }

  /// A whole numeral with what follows it.
  mutating func whole() -> Numeral? {
    guard let (digits, scale) = number() else { return nil }
    if take(Sign.yuan) || take(Sign.round) { return money(digits, scale) }
    return Numeral(value: Quantity(digits: digits, scale: scale), kind: .number, end: index)
  }

  /// 百分之九十, 千分之三, 三分之一; moves nowhere where none stands.
  mutating func fraction() -> Numeral? {
    let start = index
    let isHundred = peek() == Sign.hundred && lookahead(3) == Sign.part
    let isThousand = peek() == Sign.thousand && lookahead(3) == Sign.part
    var parts: Int64 = 0
    if isHundred || isThousand {
      index += 3
    } else if let (digits, scale) = number(), scale == 0, digits > 0 {
      parts = digits
    }
    guard index > start, take(Sign.part), take(Sign.of) else {
      index = start
      return nil
    }
    var value: (Int64, Int8)?
    if let (quantity, next) = Quantity.read(text, index..<end), quantity.digits >= 0 {
      value = (quantity.digits, quantity.scale)
      index = next
    } else {
      value = number()
    }
    guard let (digits, scale) = value else {
      index = start
      return nil
    }
    return Numeral(
      value: Quantity(digits: digits, scale: scale),
      kind: isHundred ? .percent : isThousand ? .perMille : .parts(of: parts), end: index)
  }

  /// What follows 元: 角, 分, 整.
  private mutating func money(_ yuan: Int64, _ scale: Int8) -> Numeral? {
    guard scale == 0 else { return nil }
    var cents: Int64 = 0
    while let digit = peek().flatMap(Sign.digit) {
      guard let sign = lookahead(3), sign == Sign.jiao || sign == Sign.fen || digit == 0 else {
        break
      }
      index += 3
      if take(Sign.jiao) { cents += digit * 10 } else if take(Sign.fen) { cents += digit }
    }
    if !take(Sign.whole) { _ = take(Sign.right) }
    let (all, overflow) = yuan.multipliedReportingOverflow(by: 100)
    guard !overflow else { return nil }
    let value =
      cents == 0 ? Quantity(digits: yuan, scale: 0) : Quantity(digits: all + cents, scale: 2)
    return Numeral(value: value, kind: .money, end: index)
  }

  /// Digits and powers of ten; decimals behind 点.
  private mutating func number() -> (digits: Int64, scale: Int8)? {
    let start = index
    var total: Int64 = 0
    var section: Int64 = 0
    var digit: Int64?
    var isPositional = true
    var count = 0
    while let sign = peek() {
      if let value = Sign.digit(sign) {
        // 二〇二四: one digit behind the other, without powers.
        if isPositional, let before = digit, count > 0 {
          guard section < 1_000_000_000_000 else { break }
          section = section * 10 + before
        }
        digit = value
      } else if let power = Sign.power(sign) {
        if isPositional { guard section == 0 else { break } }
        isPositional = false
        let leading = digit ?? (section == 0 && total == 0 || power == 10 ? 1 : 0)
        if power >= 10_000 {
          let (sum, overflow) = (section + (digit ?? 0)).multipliedReportingOverflow(by: power)
          guard !overflow, count > 0 else { break }
          // 一万二千亿: the larger power takes everything before it.
          if power > 10_000, total > 0 {
            let (whole, tooLarge) = (total + section + (digit ?? 0))
              .multipliedReportingOverflow(by: power)
            guard !tooLarge else { break }
            total = whole
          } else {
            total += sum
          }
          section = 0
        } else {
          section += leading * power
        }
        digit = nil
      } else {
        break
      }
      count += 1
      index += 3
    }
    guard count > 0 else {
      index = start
      return nil
    }
    total += isPositional ? section * 10 + (digit ?? 0) : section + (digit ?? 0)
    return decimals(total)
  }

  /// The digits behind 点.
  private mutating func decimals(_ whole: Int64) -> (digits: Int64, scale: Int8)? {
    guard peek() == Sign.point, let next = lookahead(3), Sign.digit(next) != nil else {
      return (whole, 0)
    }
    index += 3
    var digits = whole
    var scale: Int8 = 0
    while let digit = peek().flatMap(Sign.digit), scale < 6, digits < 1_000_000_000_000 {
      digits = digits * 10 + digit
      scale += 1
      index += 3
    }
    return (digits, scale)
  }

  private func peek() -> UInt32? { lookahead(0) }

  /// The character some bytes on, as its three bytes.
  private func lookahead(_ offset: Int) -> UInt32? {
    let place = index + offset
    guard place + 3 <= end, text[place] >= 0xE0 else { return nil }
    return UInt32(text[place]) << 16 | UInt32(text[place + 1]) << 8 | UInt32(text[place + 2])
  }

  private mutating func take(_ sign: UInt32) -> Bool {
    guard peek() == sign else { return false }
    index += 3
    return true
  }
}

/// The characters of numerals, as their three bytes.
private enum Sign {
  static let part = bytes("分")
  static let of = bytes("之")
  static let hundred = bytes("百")
  static let thousand = bytes("千")
  static let point = bytes("点")
  static let yuan = bytes("元")
  static let round = bytes("圆")
  static let jiao = bytes("角")
  static let fen = bytes("分")
  static let whole = bytes("整")
  static let right = bytes("正")

  private static let digits: [UInt32: Int64] = table(
    [
      "〇零○", "一壹", "二贰两贰弍", "三叁参", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖",
    ].enumerated().map { ($0.element, Int64($0.offset)) })
  private static let powers: [UInt32: Int64] = table([
    ("十拾", 10), ("百佰", 100), ("千仟", 1000), ("万萬", 10_000), ("亿億", 100_000_000),
  ])

  static func digit(_ sign: UInt32) -> Int64? { digits[sign] }
  static func power(_ sign: UInt32) -> Int64? { powers[sign] }

  private static func table(_ words: [(String, Int64)]) -> [UInt32: Int64] {
    var table: [UInt32: Int64] = [:]
    for (signs, value) in words {
      for sign in signs { table[bytes(String(sign))] = value }
    }
    return table
  }

  private static func bytes(_ sign: String) -> UInt32 {
    sign.utf8.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
