internal import TieoutModel

/// Reads characters as typed values.
///
/// A class, so that every reader of a document shares the one copy of document and profile.
final class ValueReader: Sendable {
  let document: Document
  let profile: Profile
  /// The arrays of the document that are asked for everywhere: a document is large, and what is asked
  /// of it may move all of it.
  let text: [UInt8]
  let cells: [Document.Cell]
  let rows: [Document.Row]
  /// Whether each unit is one of money, by number less one.
  private let money: [Bool]
  /// The unit of money in a currency that the profile does not name, where it has one.
  private let unnamedMoney: UnitID?

  init(document: Document, profile: Profile) {
    self.document = document
    self.profile = profile
    (text, cells, rows) = (document.text, document.cells, document.rows)
    money = profile.units.units.map { $0.exponent != nil }
    unnamedMoney = profile.units.unit(named: DraftWords.unnamedMoney)
  }

  /// Whether a unit is one of money.
  func isMoney(_ unit: UnitID) -> Bool { unit != .none && money[Int(unit.rawValue) - 1] }

  /// The field that a slice of text is; `nil` where nothing is printed.
  ///
  /// A number keeps its own unit if it has one (`1062万元`), else it gets the one given. What does
  /// not parse stays text, for a check to report.
  ///
  /// - Parameter isFar: Whether a caption above another table gives the unit: then what names a currency
  ///   before the number names its unit.
  func field(
    _ name: FieldName, _ slice: Slice, _ type: FieldType, unit: UnitID = .none, isFar: Bool = false
  ) -> Field? {
    guard !slice.isEmpty else { return nil }
    switch type {
    case .sequence:
      if let number = rowNumber(slice) {
        return Field(name: name, printed: slice, value: .quantity(number), unit: unit)
      }
      return Field(name: name, printed: slice, value: .text(slice))
    case .amount, .quantity, .count, .rate, .target:
      let isCount = type == .quantity || type == .count
      guard let (quantity, suffix) = quantity(slice) ?? (isCount ? counted(slice) : nil) else {
        // What the number would count is known, however it is spoilt.
        let isAmount = type == .amount && slice.hasDigit(in: text)
        return Field(name: name, printed: slice, value: .text(slice), unit: isAmount ? unit : .none)
      }
      return Field(
        name: name, printed: slice, value: .quantity(quantity),
        // A sum in the currency itself is whole, or has its hundredths.
        unit: suffix == .none
          ? currency(before: slice, else: unit, isFar: isFar && [0, 2].contains(quantity.scale))
          : suffix)
    case .comparator:
      guard let comparator = Comparator.whole(text, slice) else {
        return Field(name: name, printed: slice, value: .text(slice))
      }
      return Field(name: name, printed: slice, value: .comparator(comparator))
    case .date:
      guard let date = PartialDate.read(text, slice) else {
        return Field(name: name, printed: slice, value: .text(slice))
      }
      return Field(name: name, printed: slice, value: .date(date))
    case .organisation:
      // The code stays in what is printed: nothing else holds it.
      let body = withoutCode(slice)
      return body.isEmpty ? nil : Field(name: name, printed: slice, value: .text(body))
    case .text, .name, .unit, .person, .phone, .code, .term:
      return Field(name: name, printed: slice, value: .text(slice))
    }
  }

  /// An organisation without the code in brackets behind it: `甲局（2022T01）`.
  private func withoutCode(_ slice: Slice) -> Slice {
    guard let bracket = lastBracket(slice),
      Slice(bracket.inside).hasDigit(in: text)
    else { return slice }
    return Slice(Int(slice.start)..<bracket.start).trimmed(in: text)
  }

  /// A number with a unit behind it at the most; `nil` where the slice is something else.
  func quantity(_ slice: Slice) -> (Quantity, UnitID)? {
    guard let (quantity, end) = Quantity.read(text, slice.range) else { return nil }
    let rest = Slice(end..<Int(slice.end)).trimmed(in: text)
    if rest.isEmpty { return (quantity, .none) }
    guard let unit = unit(rest) else { return nil }
    return (quantity, unit)
  }

  /// A number with a measure word behind it that is no unit of the profile, one Han character: `40组`,
  /// `350,000页`; but nothing counts what `3号` numbers, and `3千` and `10余` are other numbers.
  private func counted(_ slice: Slice) -> (Quantity, UnitID)? {
    guard let (quantity, end) = Quantity.read(text, slice.range), quantity.digits >= 0 else {
      return nil
    }
    let word = Slice(end..<Int(slice.end)).trimmed(in: text)
    guard word.count == 3, text[Int(word.start)].beginsHan,
      !Self.noMeasures.contains(where: { text[word.range].elementsEqual($0) })
    else { return nil }
    return (quantity, .none)
  }

  private static let noMeasures = "号期届批余多来半左右约几两零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟".map {
    Array($0.utf8)
  }

  /// The number of a row: `3`, also with what counts a list's items beside it: `3.`, `3、`, `（3）`.
  private func rowNumber(_ slice: Slice) -> Quantity? {
    // In brackets stands a row's number, and nothing below zero.
    if let (number, _) = quantity(slice), number.digits >= 0 { return number }
    var range = slice.range
    for (open, close) in Self.counting {
      guard text[range].starts(with: open), text[range].reversed().starts(with: close.reversed())
      else { continue }
      range =
        range.lowerBound
        + open.count..<max(range.lowerBound + open.count, range.upperBound - close.count)
      return Quantity.whole(text, Slice(range).trimmed(in: text)).flatMap {
        $0.scale == 0 ? $0 : nil
      }
    }
    return nil
  }

  private static let counting = [
    ("(", ")"), ("（", "）"), ("", "."), ("", "、"), ("", "．"), ("", ")"), ("", "）"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// The unit that the sign before a number names, `$` of `$59,000` and `USD` of `USD 59,000`, or the
  /// one given.
  ///
  /// Under a head of thousands the sign tells the currency alone: `£k` stays over `£59`. A caption of
  /// thousands above another table is farther than the sign.
  private func currency(before number: Slice, else unit: UnitID, isFar: Bool) -> UnitID {
    guard !number.isEmpty, !text[Int(number.start)].isDigitASCII,
      isFar || unit == .none || profile.units.units[Int(unit.rawValue) - 1].exponent == 0,
      let digit = number.range.first(where: { text[$0].isDigitASCII })
    else { return unit }
    // A minus sign or a bracket may stand on either side of it: `-$59`, `($59)`.
    func isMark(_ at: Int) -> Bool { text[at] == 0x2D || text[at] == 0x28 || text[at] == 0x20 }
    let before = Int(number.start)..<digit
    guard let first = before.first(where: { !isMark($0) }),
      let last = before.last(where: { !isMark($0) })
    else { return unit }
    return self.unit(Slice(first..<last + 1)) ?? unnamedMoney ?? unit
  }

  /// The number that counts an instalment or the like: `第1期`, `第二次`.
  func ordinal(_ slice: Slice) -> Quantity? {
    guard text[slice.range].starts(with: Self.ordinalSign) else { return nil }
    let number = Int(slice.start) + Self.ordinalSign.count..<slice.range.upperBound
    let found =
      Quantity.read(text, number)
      ?? Numeral.read(text, number).flatMap { $0.kind == .number ? ($0.value, $0.end) : nil }
    guard let (value, end) = found else { return nil }
    let rest = Slice(end..<slice.range.upperBound).trimmed(in: text)
    return rest.count <= 3 && !rest.hasDigit(in: text) ? value : nil
  }

  private static let ordinalSign = Array("第".utf8)

  /// A sum of money before remarks: `644.51万元（其中：中央资金 500万元）`, `4万元，其中：教材费1万元`.
  func beforeRemark(_ slice: Slice) -> Slice {
    guard quantity(slice) == nil else { return slice }
    let bracket = Brackets(endOf: slice.range, text)
    let numbers = [
      bracket.map { Slice(Int(slice.start)..<$0.start).trimmed(in: text) },
      profile.meanings.partWords.sum(of: slice, in: text),
    ]
    return numbers.lazy.compactMap { $0 }.first { self.quantity($0) != nil } ?? slice
  }

  /// Whether a slice may be a sum of money: no number, or one whose unit is money or not printed.
  func mayBeMoney(_ slice: Slice) -> Bool {
    guard let (_, unit) = quantity(slice) else { return true }
    return unit == .none || isMoney(unit)
  }

  /// The unit that a slice spells; `nil` where the profile has none of that name.
  func unit(_ slice: Slice) -> UnitID? {
    profile.units.unit(slice, in: text)
  }

  /// The unit in the brackets at a label's end: `资金来源（万元）`; what stands before it there, as in
  /// `(in £k)` and `（单位：万元）`, is passed over.
  @inline(__always)
  func unit(ofLabel slice: Slice) -> UnitID {
    guard let bracket = lastBracket(slice) else { return .none }
    return unit(inBrackets: Slice(bracket.inside).trimmed(in: text))
  }

  private func unit(inBrackets inside: Slice) -> UnitID {
    if let unit = unit(inside) { return unit }
    let last = inside.range.last {
      let byte = text[$0]
      return byte == 0x3A || byte == 0x20 || byte == 0x9A && text[$0 - 1] == 0xBC
    }
    return last.flatMap { unit(Slice($0 + 1..<inside.range.upperBound).trimmed(in: text)) } ?? .none
  }

  /// The unit of money that a line names: the longest, where one holds the other.
  func moneyUnit(in slice: Slice) -> UnitID? {
    let units = profile.units.units
    var found: (unit: UnitID, length: Int)?
    for index in units.indices where units[index].exponent != nil {
      let length = units[index].name.utf8.count
      guard length > found?.length ?? 0, document.holds(units[index].name, asWordIn: slice) else {
        continue
      }
      found = (UnitID(rawValue: UInt8(index + 1)), length)
    }
    return found?.unit
  }

  /// The unit of money in a currency without a name here, where three capitals begin a slice as the
  /// code of one does: `Amounts in XYZ`.
  func unnamedMoney(leading slice: Slice) -> UnitID? {
    let word = text[slice.trimmed(in: text).range].prefix { $0.isLetterASCII }
    return word.count == 3 && word.allSatisfy { $0 < 0x61 } ? unnamedMoney : nil
  }

  /// Whether a slice ends with a bracket or a colon, narrow or wide.
  @inline(__always)
  private func closes(_ slice: Slice) -> Bool {
    let last = Int(slice.end) - 1
    switch text[last] {
    case 0x29, 0x3A: return true
    // Most of these end a Han character.
    case 0x89, 0x9A: return slice.count >= 3 && text[last - 1] == 0xBC && text[last - 2] == 0xEF
    default: return false
    }
  }

  /// The brackets at a slice's end, a colon behind them left out.
  @inline(__always)
  private func lastBracket(_ slice: Slice) -> Brackets? {
    // Most labels and values end otherwise.
    guard !slice.isEmpty, closes(slice) else { return nil }
    return brackets(closing: slice)
  }

  private func brackets(closing slice: Slice) -> Brackets? {
    var end = Int(slice.end)
    if text[end - 1] == 0x3A { end -= 1 }
    // ：
    if end - Int(slice.start) >= 3, text[end - 1] == 0x9A, text[end - 2] == 0xBC,
      text[end - 3] == 0xEF
    {
      end -= 3
    }
    return Brackets(endOf: Int(slice.start)..<end, text)
  }
}
