/// What names a currency before a number: a sign, a code, or letters before a dollar.
///
/// - is one: `£` of `£450`, `USD` of `USD 105,000`, `US$`, `HK$`
/// - is none: `USDA 5`, `COD 12`, `Lot 3`
enum CurrencySign {
  /// The length of what names a currency at the start of a range, with the blanks behind it; 0 where
  /// nothing does.
  static func length(_ text: [UInt8], _ range: Range<Int>) -> Int {
    let sign = sign(text, range)
    guard sign > 0 else { return 0 }
    var end = range.lowerBound + sign
    while end < range.upperBound, text[end] == 0x20 { end += 1 }
    return end - range.lowerBound
  }

  private static func sign(_ text: [UInt8], _ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let start = range.lowerBound
    func isNext(_ offset: Int, _ byte: UInt8) -> Bool {
      start + offset < range.upperBound && text[start + offset] == byte
    }
    switch text[start] {
    case 0x24: return 1  // $
    case 0x41...0x5A: return letters(text, range)
    case 0xC2: return isNext(1, 0xA5) || isNext(1, 0xA3) ? 2 : 0  // ¥ £
    case 0xE2: return isNext(1, 0x82) && isNext(2, 0xAC) ? 3 : 0  // €
    case 0xEF: return isNext(1, 0xBF) && isNext(2, 0xA5) ? 3 : 0  // ￥
    default: return 0
    }
  }

  /// The length of a code, or of a dollar with the letters of its country.
  private static func letters(_ text: [UInt8], _ range: Range<Int>) -> Int {
    let most = min(range.upperBound, range.lowerBound + 3)
    var end = range.lowerBound
    while end < most, (0x41...0x5A).contains(text[end]) { end += 1 }
    let count = end - range.lowerBound
    if end < range.upperBound, text[end] == 0x24 { return count + 1 }
    guard count == 3, codes.contains(key(text[range.lowerBound..<end])) else { return 0 }
    return count
  }

  private static func key(_ code: some Collection<UInt8>) -> UInt32 {
    code.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The codes of ISO 4217, but for those that are words before numbers as well: `TOP 10`, `COP 26`,
  /// `RON 95`.
  private static let codes = Set(
    """
    AED AFN AMD ANG AOA ARS AUD AWG AZN BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
    CAD CDF CHF CLP CNY CRC CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GHS GIP \
    GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW \
    KWD KYD KZT LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MRU MUR MVR MWK MXN MYR MZN NAD \
    NGN NIO NOK NPR NZD OMR PAB PGK PHP PKR PLN PYG QAR RMB RSD RUB RWF SBD SCR SDG SEK \
    SGD SHP SLE SLL SRD SSP STN SVC SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS \
    VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL
    """.split(separator: " ").map { key($0.utf8) })
}
