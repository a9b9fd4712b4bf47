internal import TieoutModel

/// Reads characters as typed values.
struct ValueReader {
  let document: Document
  let profile: Profile

  /// The field that a slice of text is; `nil` where nothing is printed.
  ///
  /// A number keeps its own unit if it has one (`1062万元`), else it gets the one given. What does
  /// not parse stays text, for a check to report.
  func field(
    _ name: FieldName, _ slice: Slice, _ type: FieldType, unit: UnitID = .none
  ) -> Field? {
    guard !slice.isEmpty else { return nil }
    switch type {
    case .amount, .quantity, .rate, .target, .sequence:
      guard let (quantity, suffix) = quantity(slice) else {
        return Field(name: name, printed: slice, value: .text(slice))
      }
      return Field(
        name: name, printed: slice, value: .quantity(quantity),
        unit: suffix == .none ? unit : suffix)
    case .comparator:
      guard let comparator = Comparator.whole(document.text, slice) else {
        return Field(name: name, printed: slice, value: .text(slice))
      }
      return Field(name: name, printed: slice, value: .comparator(comparator))
    case .date:
      guard let date = PartialDate.read(document.text, slice) else {
        return Field(name: name, printed: slice, value: .text(slice))
      }
      return Field(name: name, printed: slice, value: .date(date))
    case .text, .name, .unit, .person, .phone, .organisation, .code, .term:
      return Field(name: name, printed: slice, value: .text(slice))
    }
  }

  /// A number with a unit behind it at the most; `nil` where the slice is something else.
  func quantity(_ slice: Slice) -> (Quantity, UnitID)? {
    guard let (quantity, end) = Quantity.read(document.text, slice.range) else { return nil }
    let rest = document.trimmed(Slice(end..<Int(slice.end)))
    if rest.isEmpty { return (quantity, .none) }
    guard let unit = profile.units.unit(spelt: document.text[rest.range]) else { return nil }
    return (quantity, unit)
  }

  /// The unit in the brackets at a label's end: `资金来源（万元）`.
  func unit(ofLabel slice: Slice) -> UnitID {
    let text = document.text
    var end = Int(slice.end)
    if end > 0, text[end - 1] == 0x3A { end -= 1 }
    let open: Int
    if end > 0, text[end - 1] == 0x29 {
      guard let found = text[Int(slice.start)..<end].lastIndex(of: 0x28) else { return .none }
      open = found + 1
      end -= 1
    } else if end >= 3, text[end - 3..<end].elementsEqual("）".utf8) {
      end -= 3
      var found = end - 3
      while found >= Int(slice.start), !text[found..<found + 3].elementsEqual("（".utf8) {
        found -= 1
      }
      guard found >= Int(slice.start) else { return .none }
      open = found + 3
    } else {
      return .none
    }
    let inside = document.trimmed(Slice(open..<max(open, end)))
    return profile.units.unit(spelt: text[inside.range]) ?? .none
  }
}
