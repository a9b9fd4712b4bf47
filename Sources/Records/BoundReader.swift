internal import TieoutModel

/// Reads name, comparator, bound and unit out of an indicator's text.
///
/// - `补贴人数≥3万人`: 补贴人数, ≥, 3, 万人
/// - `完成时效≤12 (月)`: the brackets come off a unit right behind the number
/// - `经费1户单位` beside the target 1 and the unit 户: a bound without comparator
/// - `合格率≥9O%`, `≥90%-95%`: a bound that is no number, for a check to report
/// - left whole: `促进社会稳定(是否稳定)`, and a number that no column repeats
struct BoundReader {
  /// What stands in a text.
  struct Parts {
    var name: Slice
    var comparator: (Comparator, Slice)?
    /// The bound; no number where it is damaged.
    var bound: (Quantity?, Slice)?
    var unit: Slice
    /// The unit that its characters spell.
    var unitID = UnitID.none
  }

  private let reader: ValueReader
  private let text: [UInt8]

  init(_ reader: ValueReader) {
    self.reader = reader
    text = reader.text
  }

  /// The parts of a text.
  ///
  /// - Parameters:
  ///   - column: what stands in the unit's column.
  ///   - target: the number in the target's column, which with it confirms a bound without comparator;
  ///     few texts ask for it.
  @inline(__always)
  func read(_ slice: Slice, _ column: UnitCell, target: () -> Quantity?) -> Parts {
    if let (comparator, sign, bound, number) = Comparator.last(text, slice.range) {
      var parts = Parts(
        name: Slice(Int(slice.start)..<sign.lowerBound).trimmed(in: text),
        comparator: (comparator, Slice(sign)), bound: nil, unit: .none)
      let rest = Slice(number.lowerBound..<Int(slice.end))
      if PartialDate.isPeriod(text, rest) { return parts }
      let unit = withoutBrackets(Slice(number.upperBound..<Int(slice.end)).trimmed(in: text))
      let unitID = column.unit(unit, reader)
      if unitID != nil || mayBeUnit(unit) {
        parts.bound = (bound, Slice(number))
        parts.unit = unit
        parts.unitID = unitID ?? self.unit(leading: unit) ?? .none
      } else {
        parts.bound = (nil, rest)
      }
      return parts
    }
    if !column.text.isEmpty, let target = target(), let parts = bare(slice, target, column.text) {
      return parts
    }
    return Parts(name: slice, comparator: nil, bound: nil, unit: .none)
  }

  /// Whether what stands behind a number can be a unit that the profile does not know, or nothing: no
  /// digit, and no letter that may be one.
  func mayBeUnit(_ slice: Slice) -> Bool {
    if slice.isEmpty { return true }
    guard slice.count <= 36, !slice.hasDigit(in: text) else { return false }
    return !Quantity.isLookAlike(text, Slice(Int(slice.start)..<Int(slice.start) + 1))
  }

  /// The unit behind which remarks stand: `%（含）`, `%且无投诉`, `个（套）`; none of money, whose remarks
  /// say of what it is: `元（每亩）`.
  func unit(leading slice: Slice) -> UnitID? {
    guard !slice.isEmpty else { return nil }
    let start = Int(slice.start)
    if text[start] == 0x25 { return reader.unit(Slice(start..<start + 1)) }
    let body = withoutBrackets(slice)
    let unit = body == slice ? nil : reader.unit(body)
    return unit.map(reader.isMoney) == true ? nil : unit
  }

  /// A number without comparator that target and unit confirm.
  private func bare(_ slice: Slice, _ target: Quantity, _ unit: Slice) -> Parts? {
    var index = Int(slice.start)
    var found: Parts?
    while index < Int(slice.end) {
      guard text[index].isDigitASCII else {
        index += 1
        continue
      }
      guard let (quantity, end) = Quantity.read(text, index..<Int(slice.end)) else {
        while index < Int(slice.end), text[index].isDigitASCII { index += 1 }
        continue
      }
      let rest = Slice(end..<Int(slice.end))
      if index > Int(slice.start), text[rest.range].starts(with: text[unit.range]),
        quantity.equals(target) || isSaid(index..<end, in: slice, unit)
      {
        let unit = withoutBrackets(rest.trimmed(in: text))
        found = Parts(
          name: Slice(Int(slice.start)..<index).trimmed(in: text), comparator: nil,
          bound: (quantity, Slice(index..<end)), unit: unit, unitID: reader.unit(unit) ?? .none)
      }
      index = end
    }
    return found
  }

  /// Whether a number that is not the target is meant as the bound all the same: the only one of the
  /// text, at its end, with nothing but the column's unit behind it.
  ///
  /// - is meant: `开展培训5场` beside 6 and 场
  /// - is not: `建成50周年` beside 1 and 年, `第3批` beside 1 and 批
  private func isSaid(_ number: Range<Int>, in slice: Slice, _ unit: Slice) -> Bool {
    let rest = Slice(number.upperBound..<Int(slice.end)).trimmed(in: text)
    guard text[rest.range].elementsEqual(text[unit.range]), text[number.lowerBound - 1] >= 0x80,
      !text[slice.range.lowerBound..<number.lowerBound].contains(where: \.isDigitASCII)
    else { return false }
    let isTime = Self.times.contains { text[unit.range].elementsEqual($0) }
    let isOrdinal = Self.ordinals.contains {
      text[slice.range.lowerBound..<number.lowerBound].suffix(3).elementsEqual($0)
    }
    return !isTime && !isOrdinal
  }

  private static let times = ["年", "月", "日"].map { Array($0.utf8) }
  private static let ordinals = ["第", "前", "近", "约", "超", "达"].map { Array($0.utf8) }

  /// The part inside brackets that enclose all of a slice; a remark in brackets behind it goes.
  private func withoutBrackets(_ slice: Slice) -> Slice {
    // Nearly all units end otherwise.
    guard let last = slice.range.last, text[last] == 0x29 || text[last] == 0x89,
      let brackets = Brackets(endOf: slice.range, text)
    else { return slice }
    if brackets.start > Int(slice.start) {
      return Slice(Int(slice.start)..<brackets.start).trimmed(in: text)
    }
    return brackets.inside.isEmpty ? slice : Slice(brackets.inside).trimmed(in: text)
  }
}
