extension PartialDate {
  /// The date that a slice is: `2024年3月12日`, `2024-03-12`, `2024.3.12`, `2024年3月`, `3月14日`,
  /// and `14/3`, day first, as people date their remarks.
  ///
  /// Up to two characters may follow a written-out date (`2024年3月11日印`).
  public static func read(_ text: [UInt8], _ slice: Slice) -> PartialDate? {
    if let date = readEnglish(text, slice) { return date }
    var numbers: [(value: Int, mark: Mark)] = []
    var index = Int(slice.start)
    let end = Int(slice.end)
    while index < end, numbers.count < 3 {
      var value = 0
      var digits = 0
      while index < end, text[index].isDigitASCII, digits < 5 {
        value = value * 10 + Int(text[index] - 0x30)
        digits += 1
        index += 1
      }
      guard digits > 0, digits <= 4 else { break }
      let mark = Mark(text, index, end)
      numbers.append((value, mark))
      index += mark.length
      if mark == .end || mark == .day { break }
    }
    guard end - index <= 6, let last = numbers.last else { return nil }
    if index < end, last.mark != .day { return nil }
    return make(numbers)
  }

  private enum Mark {
    case year, month, day, dash, slash, end

    init(_ text: [UInt8], _ index: Int, _ end: Int) {
      guard index < end else {
        self = .end
        return
      }
      let word = text[index..<min(index + 3, end)]
      if word.elementsEqual("年".utf8) {
        self = .year
      } else if word.elementsEqual("月".utf8) {
        self = .month
      } else if word.elementsEqual("日".utf8) || word.elementsEqual("号".utf8) {
        self = .day
      } else if text[index] == 0x2D || text[index] == 0x2E {
        self = .dash
      } else {
        self = text[index] == 0x2F ? .slash : .end
      }
    }

    var length: Int {
      switch self {
      case .year, .month, .day: 3
      case .dash, .slash: 1
      case .end: 0
      }
    }
  }

  private static func make(_ numbers: [(value: Int, mark: Mark)]) -> PartialDate? {
    switch numbers.map(\.mark) {
    // Day first, as where the year stands last.
    case [.slash, .slash, .end] where numbers[2].value > 999,
      [.dash, .dash, .end] where numbers[2].value > 999:
      checked(numbers[2].value, numbers[1].value, numbers[0].value)
    case [.year, .month, .day], [.dash, .dash, .end], [.slash, .slash, .end]:
      checked(numbers[0].value, numbers[1].value, numbers[2].value)
    case [.year, .month]: checked(numbers[0].value, numbers[1].value, 0)
    case [.year]: checked(numbers[0].value, 0, 0)
    case [.month, .day]: checked(0, numbers[0].value, numbers[1].value)
    case [.slash, .end]: checked(0, numbers[1].value, numbers[0].value)
    default: nil
    }
  }

  private static func checked(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
    guard year == 0 || (1000...9999).contains(year), (0...12).contains(month),
      (0...31).contains(day), day == 0 || month > 0, year > 0 || month > 0
    else { return nil }
    return PartialDate(year: Int16(year), month: Int8(month), day: Int8(day))
  }
}
