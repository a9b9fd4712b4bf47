internal import TieoutModel

/// How badly a text fits a column, by what it holds.
///
/// 0 is what the column wants, up to 4 what it may hold, 8 and more what it holds only if nothing else is
/// left; a text that no column takes costs 9.
struct ListedFit {
  let profile: Profile
  /// The group that the columns are of; `nil` for the summary and for single values.
  let group: Int?
  /// What the forms call names and bodies.
  let values: ListedValues
  /// Whether the table has a column of codes, and one of row numbers.
  let hasCodes: Bool
  let isNumbered: Bool

  /// The bytes of a single Han character: seldom a cell, and often a piece of a stamp.
  static let shortest = 3

  /// The bytes of a remark that is a word: twelve Han characters.
  private static let longestWord = 36

  /// A cost at which nobody would believe it.
  static let absurd: Int32 = 30

  /// What it costs that a row has no cell in a column.
  static func emptyCost(_ spec: ColumnSpec, isTarget: Bool) -> Int32 {
    if spec.isOptional || spec.isCarried || spec.type == .term { return 0 }
    return spec.type == .name ? 6 : isTarget ? 9 : spec.isMandatory ? 3 : 1
  }

  /// What it costs that a text stands in a column.
  func cost(_ cell: ListedCell, _ spec: ColumnSpec, _ column: Int) -> Int32 {
    let (text, slice, label) = (cell.text, cell.slice, cell.label)
    if cell.isBlank, spec.type != .sequence, spec.type != .term { return 1 }
    switch spec.type {
    case .sequence:
      // The rows that their numbers count are known before.
      return profile.meanings.summaryRow(label) != nil ? 0 : 12
    case .amount, .quantity, .count, .rate: return number(text, slice, spec.type)
    case .target:
      if Self.isFigure(text, slice) || Quantity.isDamaged(text, slice)
        || PartialDate.isPeriod(text, slice)
      {
        return 0
      }
      if label != .none { return 20 }
      if slice.count <= Self.shortest { return 8 }
      return slice.count <= 12 && !slice.hasDigit(in: text) ? 4 : 12
    case .comparator: return Comparator.whole(text, slice) == nil ? 20 : 0
    case .unit: return profile.units.unit(slice, in: text) == nil ? 15 : 0
    case .term:
      let term = group.flatMap { profile.meanings.term(label, group: $0, column: column) }
      return term == nil ? Self.absurd : 0
    case .phone:
      let digits = slice.range.count { text[$0].isDigitASCII }
      return digits >= 7 && digits * 4 >= Int(slice.count) * 3 ? 0 : 10
    case .person:
      let isLatin = text[Int(slice.start)] < 0x80
      return !slice.hasDigit(in: text) && slice.count <= (isLatin ? 40 : 15) ? 0 : 8
    case .organisation:
      guard label == .none, !cell.isFigure else { return 12 }
      if slice.withoutEnumerator(in: text) != slice { return 4 }
      if let known = cell.value { return known == .organisation ? 0 : 3 }
      guard slice.mayNameBody(in: text) else { return 2 }
      // In Latin letters hardly a word tells a body: where forms name theirs, others are less likely.
      return values.knowsBodies && text[Int(slice.start)] < 0x80 ? 1 : 0
    case .code: return slice.hasDigit(in: text) && !cell.isFigure ? 0 : 6
    case .date: return slice.hasDigit(in: text) ? 0 : 8
    case .name, .text: return words(cell, spec)
    }
  }

  /// Whether a text stands for a blank cell: nothing but dashes or strokes.
  static func isBlank(_ text: [UInt8], _ slice: Slice) -> Bool {
    var index = slice.range.lowerBound
    while index < slice.range.upperBound {
      let rest = text[index..<slice.range.upperBound]
      guard let sign = blankSigns.first(where: { rest.starts(with: $0) }) else { return false }
      index += sign.count
    }
    return !slice.isEmpty
  }

  private static let blankSigns = ["-", "/", "—", "–", "－", "／"].map { Array($0.utf8) }

  /// Whether a label begins a row of the summary that adds others up.
  func isSum(_ label: LabelID) -> Bool {
    group == nil && profile.meanings.summaryRow(label) != nil
  }

  /// The labels among some to which others of them belong as words of a closed list.
  func parents(of labels: Set<LabelID>) -> Set<LabelID> {
    guard let group else { return [] }
    let parents = Set(
      labels.flatMap { label in
        // A word of both levels may as well be of the first.
        let own = profile.terms(label, of: group)
        return own.count > 1 ? [] : own.flatMap(\.parents)
      })
    return labels.filter { label in
      profile.terms(label, of: group).contains { parents.contains($0.term) }
    }
  }

  /// A column of words takes whatever is no unit, no number and no label.
  private func words(_ cell: ListedCell, _ spec: ColumnSpec) -> Int32 {
    let (text, slice) = (cell.text, cell.slice)
    if cell.isFigure || Comparator.whole(text, slice) != nil { return 12 }
    if profile.units.unit(slice, in: text) != nil { return 8 }
    if cell.label != .none { return isSum(cell.label) ? 0 : 10 }
    if let known = cell.value, [.name, .organisation, .text].contains(known) {
      return known == spec.type ? 0 : 3
    }
    if spec.type == .name {
      if slice.count <= Self.shortest { return 5 }
      let isCode =
        hasCodes && slice.hasDigit(in: text) && !text[slice.range].contains { $0 <= 0x20 }
      return isCode ? 4 : 0
    }
    // Most rows have no remark; where no number parts rows, a longer text is another row's.
    if !spec.isOptional { return 0 }
    return slice.count <= Self.shortest ? 3 : slice.count > Self.longestWord && !isNumbered ? 4 : 1
  }

  /// What it costs that a text stands in a column of numbers: money has a unit of money behind it, if
  /// any, and a rate a sign of hundredths.
  private func number(_ text: [UInt8], _ slice: Slice, _ type: FieldType) -> Int32 {
    guard slice.hasDigit(in: text), Comparator.read(text, slice.range) == nil,
      let (_, end) = Quantity.read(text, slice.range)
    else { return Quantity.isDamaged(text, slice) ? 3 : 12 }
    let rest = Slice(end..<slice.range.upperBound).trimmed(in: text)
    if rest.isEmpty { return 0 }
    guard let unit = profile.units.unit(rest, in: text) else { return 12 }
    switch type {
    case .amount: return profile.units.exponent(unit) == nil ? 12 : 0
    case .rate: return profile.units.exponent(unit) == nil ? 0 : 12
    default: return 0
    }
  }

  /// Whether a text is a number and no more, with a unit that is known behind it, or a comparator before.
  func isFigure(_ text: [UInt8], _ slice: Slice) -> Bool {
    guard slice.hasDigit(in: text) else { return false }
    if Comparator.read(text, slice.range) != nil { return Self.isFigure(text, slice) }
    guard let (_, end) = Quantity.read(text, slice.range) else { return false }
    let rest = Slice(end..<slice.range.upperBound).trimmed(in: text)
    return rest.isEmpty || profile.units.unit(rest, in: text) != nil
  }

  /// Whether a text may be a number with a comparator before and some unit behind it.
  static func isFigure(_ text: [UInt8], _ slice: Slice) -> Bool {
    guard slice.hasDigit(in: text) else { return false }
    var start = Int(slice.start)
    let end = Int(slice.end)
    if let (_, next) = Comparator.read(text, start..<end) {
      start = next
      while start < end, text[start].isBlankASCII { start += 1 }
    }
    guard let (_, after) = Quantity.read(text, start..<end) else { return false }
    let rest = Slice(after..<end).trimmed(in: text)
    return rest.count <= 12 && !rest.hasDigit(in: text)
  }
}

extension Profile {
  /// The words of a group's closed lists that a label means.
  func terms(_ label: LabelID, of group: Int) -> [TermSpec] {
    meanings.terms(label).filter { $0.group == group }
      .map { detail.groups[group].columns[$0.column].terms[$0.term] }
  }
}
