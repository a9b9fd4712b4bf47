extension Slice {
  /// Whether it is a year: `2024`, `2023/24`, `2023-2024`, `FY25`, `2024年度`.
  public func isYear(in text: [UInt8]) -> Bool {
    var rest = text[range]
    let isFiscal = rest.starts(with: [0x46, 0x59])
    if isFiscal { rest = rest.dropFirst(2).drop { $0.isBlankASCII } }
    if let ending = Years.endings.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
      rest = rest.dropLast(ending.count)
    }
    let first = rest.prefix(while: \.isDigitASCII)
    let isFirst =
      first.count == 4 && (first.starts(with: [0x31, 0x39]) || first.starts(with: [0x32, 0x30]))
      || isFiscal && first.count == 2
    guard isFirst else { return false }
    rest = rest.dropFirst(first.count)
    if rest.isEmpty { return true }
    guard let sign = Years.signs.first(where: { rest.starts(with: $0) }) else { return false }
    let second = rest.dropFirst(sign.count)
    return (second.count == 2 || second.count == 4) && second.allSatisfy(\.isDigitASCII)
  }

  /// What is left of it without the year that it begins or ends with, and the year's digits: of
  /// `2024年预算数` 预算数, of `Grant 2024/25` Grant; `nil` where no year stands there, or nothing else.
  @inlinable
  public func withoutYear(in text: [UInt8]) -> (rest: Slice, year: Slice)? {
    guard count > 5 else { return nil }
    let first = text[Int(start)]
    // Most cells neither begin like a year nor end with a digit.
    if first.isDigitASCII || first == 0x46 {
      return mayBeginWithYear(text) ? parts(in: text, yearFirst: true) : nil
    }
    return text[Int(end) - 1].isDigitASCII ? parts(in: text, yearFirst: false) : nil
  }

  /// The same for a slice that begins like a year, or ends with a digit.
  @usableFromInline
  func parts(in text: [UInt8], yearFirst: Bool) -> (rest: Slice, year: Slice)? {
    if yearFirst {
      let bytes = text[range]
      let head = Int(start)..<min(Int(start) + 7, Int(end))
      if let han = text.first(of: Years.endings[1], in: head) {
        let ending = Years.endings.first { bytes[han.lowerBound...].starts(with: $0) }
        return parts(at: han.lowerBound + (ending?.count ?? 0), in: text, yearFirst: true)
      }
      guard let blank = bytes.prefix(10).firstIndex(of: 0x20) else { return nil }
      return parts(at: blank, in: text, yearFirst: true)
    }
    guard let blank = text[range].lastIndex(of: 0x20) else { return nil }
    return parts(at: blank, in: text, yearFirst: false)
  }

  /// Whether it begins as years of two centuries do, or as fiscal years.
  @inlinable
  func mayBeginWithYear(_ text: [UInt8]) -> Bool {
    switch (text[Int(start)], text[Int(start) + 1]) {
    case (0x31, 0x39), (0x32, 0x30), (0x46, 0x59): true
    default: false
    }
  }

  private func parts(
    at place: Int, in text: [UInt8], yearFirst: Bool
  ) -> (rest: Slice, year: Slice)? {
    let left = Slice(Int(start)..<place).trimmed(in: text)
    let right = Slice(place..<Int(end)).trimmed(in: text)
    let (rest, year) = yearFirst ? (right, left) : (left, right)
    return !rest.isEmpty && year.isYear(in: text) ? (rest, year) : nil
  }
}

private enum Years {
  static let endings = ["年度", "年"].map { Array($0.utf8) }
  static let signs = ["/", "-", "–", "—"].map { Array($0.utf8) }
}
