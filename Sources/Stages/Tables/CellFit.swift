internal import TieoutModel

/// How badly a cell fits a column, by what it holds: 0 where it is what the column wants.
final class CellFit: Sendable {
  let meanings: LabelMeanings
  let units: UnitTable
  /// The group that the columns are of; `nil` for the summary.
  let group: Int?
  /// The columns of the table.
  let specs: [ColumnSpec]
  /// Their types; here and below by column, so that weighing copies no specification.
  let types: [FieldType]
  /// Whether most rows do without them.
  let isOptional: [Bool]
  /// Whether every row has a value of its own in them.
  let isNeeded: [Bool]
  /// What it costs that a row has no cell for them.
  let emptyCosts: [Int32]
  private let terms: NearTerms?
  /// The characters with which a unit, a number or a comparator may begin: what begins otherwise is
  /// none of them, and needs no closer look.
  private let leads: CharacterFilter
  /// Whether the columns are of lines.
  private let isOfLines: Bool

  /// A cost at which nobody would believe it.
  static let absurd: Int32 = 30
  /// The greatest cost at which a cell may stay where it is printed.
  static let tolerable: Int32 = 4

  /// What it costs that a cell stands under a head that nobody knows, whatever it holds.
  private static let foreign: Int32 = 1

  /// The bytes of a word in a column that most rows do without: twelve Han characters.
  private static let longestWord = 36

  init(_ profile: Profile, group: Int?) {
    meanings = profile.meanings
    units = profile.units
    self.group = group
    specs = group.map { profile.detail.groups[$0].columns } ?? profile.summary.columns
    types = specs.map { $0.type }
    isOptional = specs.map { $0.isOptional }
    isNeeded = specs.map { !$0.isOptional && !$0.isCarried }
    emptyCosts = specs.map(Self.emptyCost)
    terms = group.map { NearTerms(profile, group: $0) }
    leads = Self.leads(profile.units)
    isOfLines = group.map { profile.detail.groups[$0].kind == .lines } ?? false
  }

  /// How well cells fit single values that stand below their labels.
  init(_ profile: Profile, fields: [ColumnSpec]) {
    meanings = profile.meanings
    units = profile.units
    group = nil
    specs = fields
    types = specs.map { $0.type }
    isOptional = specs.map { $0.isOptional }
    isNeeded = specs.map { !$0.isOptional && !$0.isCarried }
    emptyCosts = specs.map(Self.emptyCost)
    terms = nil
    leads = Self.leads(profile.units)
    isOfLines = false
  }

  /// What it costs that a row has no cell for a column.
  private static func emptyCost(_ spec: ColumnSpec) -> Int32 {
    if spec.isOptional || spec.isCarried { return 0 }
    return spec.type == .name ? 6 : 1
  }

  private static func leads(_ units: UnitTable) -> CharacterFilter {
    var leads = units.leads
    leads.formUnion(Comparator.leads)
    leads.formUnion(Quantity.leads)
    return leads
  }

  /// Puts down the costs of reading a cell as a value of each of some columns.
  func weigh(
    _ cell: Document.Cell, _ columns: [TableHeader.Column], _ text: [UInt8],
    into costs: inout [Int32], from place: Int
  ) {
    var costs = costs.mutableSpan
    let word = terms?.word(cell.text, text)
    var glance = Glance(mayBeFigure: mayBeFigure(cell.text, text))
    glance.mayHoldDigit = cell.text.hasDigit(in: text)
    for column in columns.indices {
      let spec = columns[column].spec
      guard !columns[column].isForeign else {
        costs[place + column] = Self.foreign
        continue
      }
      costs[place + column] =
        types[spec] == .term ? term(cell, spec, word, text) : cost(cell, spec, text, &glance)
    }
  }

  /// What columns of several types ask of one cell, looked at once.
  private struct Glance {
    /// Whether one of its characters may be a digit; looked for where several columns ask.
    var mayHoldDigit = true
    /// Whether it begins like a unit, a number or a comparator.
    let mayBeFigure: Bool
    var isUnit: Bool?
    var isDamaged: Bool?

    init(mayBeFigure: Bool) { self.mayBeFigure = mayBeFigure }
  }

  /// Whether a cell begins like a unit, a number or a comparator.
  private func mayBeFigure(_ slice: Slice, _ text: [UInt8]) -> Bool {
    leads.mayHold(text, Int(slice.start)) || Quantity.beginsWithCurrency(text, slice)
  }

  /// The cost of reading a cell as a value of a column.
  func cost(_ cell: Document.Cell, _ column: Int, _ text: [UInt8]) -> Int32 {
    var glance = Glance(mayBeFigure: mayBeFigure(cell.text, text))
    return cost(cell, column, text, &glance)
  }

  /// Whether a cell may stay where it is printed: what it costs there is tolerable.
  ///
  /// Asked for nearly every cell, so that the answers that most of them give come first.
  @inline(__always)
  func suits(_ cell: Document.Cell, _ column: Int, _ text: [UInt8]) -> Bool {
    let isPlain =
      switch types[column] {
      case .text where isOptional[column] && group != nil: false
      case .name, .text:
        (cell.label == .none || group == nil) && !leads.mayHold(text, Int(cell.text.start))
      case .unit: isWord(cell, text)
      case .amount, .quantity, .count, .rate, .target: isDigits(cell.text, text)
      default: false
      }
    return isPlain || cost(cell, column, text) <= Self.tolerable
  }

  /// Whether a cell is digits, or `≤` or `≥` and digits behind, as most targets are; eight bytes at most.
  private func isDigits(_ slice: Slice, _ text: [UInt8]) -> Bool {
    guard slice.count <= 8 else { return false }
    let word = text.span.word(slice.range)
    // The two signs differ in the lowest bit of their third byte.
    let signs = slice.count > 3 && word.bits & 0xFE_FFFF == 0xA4_89E2 ? 3 : 0
    return word.digits.nonzeroBitCount + signs == Int(slice.count)
  }

  private func cost(
    _ cell: Document.Cell, _ column: Int, _ text: [UInt8], _ glance: inout Glance
  ) -> Int32 {
    switch types[column] {
    case .term: term(cell, column, terms?.word(cell.text, text), text)
    case .unit: unit(cell, text, &glance)
    case .comparator:
      Comparator.whole(text, cell.text) != nil || Comparator.isQualitative(text, cell.text) ? 0 : 20
    case .sequence: sequence(cell, text)
    case .amount, .quantity, .count, .rate:
      isNumber(cell, text, glance)
        ? 0 : isAbsence(cell, text) ? 2 : isDamaged(cell, text, &glance) ? 3 : 12
    case .target: target(cell, text, &glance)
    case .phone: isPhone(cell, text) ? 0 : 10
    // Nobody is called by a number alone.
    case .person where Quantity.whole(text, cell.text) != nil,
      .organisation where Quantity.whole(text, cell.text) != nil:
      Self.absurd
    case .person: isPerson(cell, text) ? 0 : 6
    case .organisation: hasDigit(cell.text, text) ? 8 : 0
    case .text where isOptional[column]: optional(cell, text, &glance)
    default: free(cell, text, &glance)
    }
  }

  /// The closed word that a cell nearly spells in a column.
  func nearTerm(_ cell: Document.Cell, _ column: Int, _ text: [UInt8]) -> Int? {
    terms?.word(cell.text, text).flatMap { terms?.find($0, column: column) }
  }

  /// Whether a cell is the rest of the text before it: a comparator with its number.
  func isBound(_ cell: Document.Cell, _ text: [UInt8]) -> Bool {
    Comparator.read(text, cell.text.range) != nil
  }

  private func term(
    _ cell: Document.Cell, _ column: Int, _ word: NearTerms.Word?, _ text: [UInt8]
  ) -> Int32 {
    guard let group else { return Self.absurd }
    if let term = meanings.term(cell.label, group: group, column: column) {
      return specs[column].terms[term].isOptional ? 4 : 0
    }
    if word.flatMap({ terms?.find($0, column: column) }) != nil { return 3 }
    // Lines may name what the list lacks; of levels, the words tell the columns apart.
    return isOfLines && !hasDigit(cell.text, text) ? 5 : Self.absurd
  }

  private func unit(_ cell: Document.Cell, _ text: [UInt8], _ glance: inout Glance) -> Int32 {
    isUnit(cell, text, &glance) ? 0 : isWord(cell, text) ? 3 : 15
  }

  /// Whether a cell is a short word that may be a unit, although no list has it.
  private func isWord(_ cell: Document.Cell, _ text: [UInt8]) -> Bool {
    cell.label == .none && cell.text.count <= 12 && !hasDigit(cell.text, text)
  }

  private func sequence(_ cell: Document.Cell, _ text: [UInt8]) -> Int32 {
    if let quantity = Quantity.whole(text, cell.text) {
      return quantity.scale == 0 ? 0 : 8
    }
    return meanings.summaryRow(cell.label) != nil ? 0 : 3
  }

  private func target(_ cell: Document.Cell, _ text: [UInt8], _ glance: inout Glance) -> Int32 {
    if isNumber(cell, text, glance) { return 0 }
    if isDamaged(cell, text, &glance) { return 3 }
    if PartialDate.isPeriod(text, cell.text) { return 0 }
    if isUnit(cell, text, &glance) { return 9 }
    return !hasDigit(cell.text, text) && cell.text.count <= 12 ? 4 : 12
  }

  /// A column of words takes whatever is no unit, no number and no label.
  private func free(_ cell: Document.Cell, _ text: [UInt8], _ glance: inout Glance) -> Int32 {
    if glance.mayBeFigure {
      if isUnit(cell, text, &glance) { return 6 }
      if glance.mayHoldDigit,
        Quantity.whole(text, cell.text) != nil || isDamaged(cell, text, &glance)
      {
        return 8
      }
      if isBound(cell, text) { return 6 }
    }
    guard group != nil, cell.label != .none else { return 0 }
    // Lines are added up by rows that say so where others have their names.
    return isOfLines && meanings.summaryRow(cell.label) != nil ? 0 : 10
  }

  /// A column that most rows do without takes a short word and nothing else.
  private func optional(_ cell: Document.Cell, _ text: [UInt8], _ glance: inout Glance) -> Int32 {
    // A figure and nothing else is seldom a note.
    guard group != nil else {
      return isDamaged(cell, text, &glance) ? 8 : Quantity.whole(text, cell.text) == nil ? 0 : 2
    }
    let isShort = cell.text.count <= Self.longestWord
    let isWord = isShort && !hasDigit(cell.text, text) && cell.label == .none
    return isWord ? 1 : 12
  }

  /// Whether a cell is a number, with a comparator before and a unit behind it at the most.
  private func isNumber(_ cell: Document.Cell, _ text: [UInt8], _ glance: Glance) -> Bool {
    guard glance.mayHoldDigit, glance.mayBeFigure else { return false }
    if isDigits(cell.text, text) { return true }
    var start = Int(cell.text.start)
    let end = Int(cell.text.end)
    if let (_, next) = Comparator.read(text, start..<end) {
      start = next
      while start < end, text[start].isBlankASCII { start += 1 }
    }
    guard let (_, after) = Quantity.read(text, start..<end) else { return false }
    if after == end { return true }
    let rest = Slice(after..<end).trimmed(in: text)
    return units.unit(rest, in: text) != nil || rest.count <= 12 && !hasDigit(rest, text)
  }

  /// Whether a cell is a number all the same: damaged, and reported as such.
  private func isDamaged(
    _ cell: Document.Cell, _ text: [UInt8], _ glance: inout Glance
  ) -> Bool {
    if let known = glance.isDamaged { return known }
    let isDamaged =
      glance.mayHoldDigit && glance.mayBeFigure && Quantity.isDamaged(text, cell.text)
    glance.isDamaged = isDamaged
    return isDamaged
  }

  /// Whether a cell is a unit and nothing else.
  private func isUnit(_ cell: Document.Cell, _ text: [UInt8], _ glance: inout Glance) -> Bool {
    if let known = glance.isUnit { return known }
    let isUnit = glance.mayBeFigure && units.unit(cell.text, in: text) != nil
    glance.isUnit = isUnit
    return isUnit
  }

  /// Whether a cell says that there is nothing: a dash, `无`.
  private func isAbsence(_ cell: Document.Cell, _ text: [UInt8]) -> Bool {
    cell.text.count <= 6 && !hasDigit(cell.text, text)
  }

  /// Whether a cell is a telephone number: seven digits and more, and little else.
  private func isPhone(_ cell: Document.Cell, _ text: [UInt8]) -> Bool {
    let digits = cell.text.range.count { text[$0].isDigitASCII }
    return digits >= 7 && digits * 4 >= Int(cell.text.count) * 3
  }

  /// Whether a cell may be a person's name: no digit, at most five Han characters or some words.
  private func isPerson(_ cell: Document.Cell, _ text: [UInt8]) -> Bool {
    guard !hasDigit(cell.text, text) else { return false }
    let isLatin = text[Int(cell.text.start)] < 0x80
    return cell.text.count <= (isLatin ? 40 : 15)
  }

  private func hasDigit(_ slice: Slice, _ text: [UInt8]) -> Bool { slice.hasDigit(in: text) }
}
