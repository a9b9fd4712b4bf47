extension PartialDate {
  /// Whether the calendar has the day: not for 30 February; 29 February without a year may be one.
  public var isOfCalendar: Bool { day <= daysInMonth }

  /// The month behind a year that no year has, `2025年13月` of `2025年13月底前`; `nil` where none stands.
  public static func impossibleMonth(_ text: [UInt8], _ slice: Slice) -> Slice? {
    let (year, month) = (Array("年".utf8), Array("月".utf8))
    guard let found = text.first(of: year, in: slice.range) else { return nil }
    let start = found.lowerBound - 4
    guard start >= Int(slice.start), text[start] == 0x31 || text[start] == 0x32,
      (start..<found.lowerBound).allSatisfy({ text[$0].isDigitASCII })
    else { return nil }
    let digits = text[found.upperBound..<Int(slice.end)].prefix { $0.isDigitASCII }
    guard digits.count == 1 || digits.count == 2,
      month.stand(in: text, digits.endIndex..<Int(slice.end))
    else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return (1...12).contains(value) ? nil : Slice(start..<digits.endIndex + month.count)
  }

  private var daysInMonth: Int8 {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year == 0 || isLeapYear ? 29 : 28
    default: 31
    }
  }

  private var isLeapYear: Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}
