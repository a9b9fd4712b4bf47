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
  }

  private let reader: ValueReader
  private var document: Document { _read { yield reader.document } }

  init(_ reader: ValueReader) { self.reader = reader }

  /// The parts of a text.
  ///
  /// - Parameters:
  ///   - target: the number in the target's column, which confirms a bound without comparator.
  ///   - unit: the characters in the unit's column, which do so with it.
  func read(_ slice: Slice, target: Quantity?, unit: Slice) -> Parts {
    if let (comparator, range) = Comparator.last(document.text, slice.range) {
      var start = range.upperBound
      while document.text[start].isBlankASCII { start += 1 }
      if let (bound, end) = Quantity.read(document.text, start..<Int(slice.end)) {
        let unit = withoutBrackets(document.trimmed(Slice(end..<Int(slice.end))))
        let isWhole = isUnit(unit)
        return Parts(
          name: document.trimmed(Slice(Int(slice.start)..<range.lowerBound)),
          comparator: (comparator, Slice(range)),
          bound: isWhole ? (bound, Slice(start..<end)) : (nil, Slice(start..<Int(slice.end))),
          unit: isWhole ? unit : .none)
      }
    }
    if let target, !unit.isEmpty, let parts = bare(slice, target, unit) { return parts }
    return Parts(name: slice, comparator: nil, bound: nil, unit: .none)
  }

  /// Whether what stands behind a number can be its unit, or nothing: no digit, and no letter that
  /// may be one.
  func isUnit(_ slice: Slice) -> Bool {
    if slice.isEmpty || reader.unit(slice) != nil { return true }
    let text = document.text
    guard slice.count <= 36, !text[slice.range].contains(where: { $0.isDigitASCII }) else {
      return false
    }
    return !Quantity.isLookAlike(text, Slice(Int(slice.start)..<Int(slice.start) + 1))
  }

  /// A number without comparator that target and unit confirm.
  private func bare(_ slice: Slice, _ target: Quantity, _ unit: Slice) -> Parts? {
    var index = Int(slice.start)
    var found: Parts?
    while index < Int(slice.end) {
      guard document.text[index].isDigitASCII else {
        index += 1
        continue
      }
      guard let (quantity, end) = Quantity.read(document.text, index..<Int(slice.end)) else {
        while index < Int(slice.end), document.text[index].isDigitASCII { index += 1 }
        continue
      }
      let rest = Slice(end..<Int(slice.end))
      if quantity.equals(target), index > Int(slice.start),
        document.text[rest.range].starts(with: document.text[unit.range])
      {
        found = Parts(
          name: document.trimmed(Slice(Int(slice.start)..<index)), comparator: nil,
          bound: (quantity, Slice(index..<end)), unit: withoutBrackets(document.trimmed(rest)))
      }
      index = end
    }
    return found
  }

  /// The part inside brackets that enclose all of a slice; a remark in brackets behind it goes.
  private func withoutBrackets(_ slice: Slice) -> Slice {
    for (open, close) in [("(", ")"), ("（", "）")] {
      let text = document.text[slice.range]
      guard text.count > open.utf8.count + close.utf8.count,
        text.suffix(close.utf8.count).elementsEqual(close.utf8)
      else { continue }
      var start = Int(slice.end) - close.utf8.count
      while start > Int(slice.start), !document.text[start...].starts(with: open.utf8) {
        start -= 1
      }
      guard document.text[start...].starts(with: open.utf8) else { continue }
      if start == Int(slice.start) {
        return document.trimmed(
          Slice(start + open.utf8.count..<Int(slice.end) - close.utf8.count))
      }
      return document.trimmed(Slice(Int(slice.start)..<start))
    }
    return slice
  }
}
