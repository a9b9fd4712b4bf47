internal import TieoutModel

extension LostComparators {
  /// Characters that say something about a number when they stand before it.
  private static let meant: Set<Unicode.Scalar> = [
    "约", "近", "共", "第", "满", "达", "超", "逾", "每", "前", "后", "上", "下", "零", "负",
    "￥", "¥", "$", "-", "+", "(", "（", "△",
  ]

  /// Reads targets behind one character that stands where a comparator was: `入2906万元`.
  ///
  /// What the character is, is no matter: an engine that has no sign for `≥` and `≤` puts anything
  /// there, and three numbers with a unit behind one character each are its habit. The comparator
  /// stays lost, except where the number is an amount of the form itself: that bounds it from above.
  func restoreSigns(_ submission: inout Submission) {
    let units = submission.profile.units
    let text = submission.document.text
    let places = self.places(submission) { item in
      item[comparator] == nil && item[target].map { number($0, text, units) != nil } == true
    }
    guard places.count >= Self.fewest else { return }
    let reason = Message(
      zh: "全文没有“≥”“≤”，却有 \(places.count) 个目标值在数字前各多一字：应为比较符",
      en: "no ≥ and no ≤ in the whole paper, but \(places.count) targets with one character before "
        + "their number: it was the comparator")
    let amounts = submission.details.map { record in
      record.fields.compactMap { field in field.quantity.map { ($0, field.unit) } }
    }
    for (record, own) in amounts.enumerated() {
      let places = places.filter { $0.record == record }
      change(places, reason, &submission) { item, repair in
        restore(&item, own, text, units, repair)
      }
    }
  }

  private func restore(
    _ item: inout Record.Item, _ amounts: [(Quantity, UnitID)], _ text: [UInt8],
    _ units: UnitTable, _ repair: UInt32
  ) {
    guard let index = item.fields.firstIndex(where: { $0.name == target }),
      let found = number(item.fields[index], text, units)
    else { return }
    let whole = item.fields[index].printed
    item.fields[index].printed = found.number
    item.fields[index].value = .quantity(found.value)
    item.fields[index].unit = units.unit(found.unit, in: text) ?? .none
    item.fields[index].rowRepair = repair
    if let unit, item[unit] == nil {
      var field = Field(name: unit, printed: found.unit, value: .text(found.unit))
      field.rowRepair = repair
      item.fields.insert(field, at: index + 1)
    }
    let unit = item.fields[index].unit
    if amounts.contains(where: { $0.0.equals(found.value) && ($0.1 == unit || $0.1 == .none) }) {
      let sign = Slice(Int(whole.start)..<Int(found.number.start))
      var field = Field(name: comparator, printed: sign, value: .comparator(.lessOrEqual))
      field.rowRepair = repair
      item.fields.insert(field, at: index + 1)
    }
  }

  /// The number and the unit behind one character that means nothing before a number.
  private func number(
    _ field: Field, _ text: [UInt8], _ units: UnitTable
  ) -> (value: Quantity, number: Slice, unit: Slice)? {
    guard case .text(let slice) = field.value, slice.count > 2,
      let sign = slice.string(in: text).unicodeScalars.first,
      !sign.properties.isWhitespace, !("0"..."9").contains(sign), !Self.meant.contains(sign)
    else { return nil }
    let start = Int(slice.start) + String(sign).utf8.count
    guard let (value, end) = Quantity.read(text, start..<Int(slice.end)), start < end,
      text[start].isDigitASCII
    else { return nil }
    let unit = Slice(end..<Int(slice.end)).trimmed(in: text)
    guard units.unit(unit, in: text) != nil else { return nil }
    return (value, Slice(start..<end), unit)
  }
}
