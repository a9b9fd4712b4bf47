internal import TieoutModel

/// What the characters of a cell look like.
enum CellShape: Hashable {
  /// A number, and what stands behind it.
  case number(Quantity, rest: Slice)
  /// A comparator before a number, and what stands behind that.
  case bound(rest: Slice)
  /// A comparator alone.
  case comparator
  /// A date.
  case date
  /// A span of time: `2025.01-2025.12`.
  case period
  /// A telephone number.
  case phone
  /// Letters and digits without a space: a reference.
  case code
  /// A dash or its like: nothing, said so.
  case absence
  /// Words.
  case words

  init(_ slice: Slice, _ text: [UInt8]) {
    self = Self.read(slice, text)
  }

  private static func read(_ slice: Slice, _ text: [UInt8]) -> CellShape {
    let range = slice.range
    if Comparator.whole(text, slice) != nil || Comparator.isQualitative(text, slice) {
      return .comparator
    }
    if let (_, end) = Comparator.read(text, range) {
      var start = end
      while start < range.upperBound, text[start].isBlankASCII { start += 1 }
      if let (_, after) = Quantity.read(text, start..<range.upperBound) {
        let rest = Slice(after..<range.upperBound).trimmed(in: text)
        if rest.count <= 24, !rest.hasDigit(in: text) { return .bound(rest: rest) }
      }
    }
    let digits = range.count { text[$0].isDigitASCII }
    if digits == 0 {
      return slice.count <= 6 && text[range].allSatisfy { Self.dashes.contains($0) }
        ? .absence : .words
    }
    if let quantity = Quantity.whole(text, slice) { return .number(quantity, rest: .none) }
    let isDated =
      text[range].contains {
        $0 == 0x2D || $0 == 0x2F || $0 == 0x2E || $0.isLetterASCII || $0 == 0xE6
      }
    if isDated, let date = PartialDate.read(text, slice), date.month > 0 { return .date }
    // `2024年预算数` is a label, and no number.
    if slice.withoutYear(in: text) != nil { return .words }
    if isDated, PartialDate.isPeriod(text, slice) { return .period }
    if digits >= 7, digits * 4 >= Int(slice.count) * 3 { return .phone }
    if let (quantity, end) = Quantity.read(text, range) {
      let rest = Slice(end..<range.upperBound).trimmed(in: text)
      if rest.count <= 18, !rest.hasDigit(in: text) { return .number(quantity, rest: rest) }
      // `4万元，其中：教材费1万元`
      if let unit = parts.sum(of: rest, in: text), MoneyCaption.unit(unit.string(in: text)) != nil {
        return .number(quantity, rest: unit)
      }
    }
    let isCode =
      slice.count <= 28 && digits >= 2
      && text[range].allSatisfy {
        $0.isDigitASCII || $0.isLetterASCII || $0 == 0x2D || $0 == 0x2F || $0 == 0x2E || $0 == 0x5F
      }
    return isCode ? .code : .words
  }

  private static let parts = PartWords(DraftWords.part)
  /// The bytes of `-`, `—`, `–`, `/` and `\`.
  private static let dashes: Set<UInt8> = [0x2D, 0x2F, 0x5C, 0xE2, 0x80, 0x94, 0x93]

  /// Whether it may be a label: words that are no value.
  var isWords: Bool { self == .words }

  /// The number, where it is one.
  var quantity: Quantity? {
    if case .number(let quantity, _) = self { quantity } else { nil }
  }
}
