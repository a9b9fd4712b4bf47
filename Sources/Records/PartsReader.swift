internal import TieoutModel

/// Reads the listed parts of a form's total: a source, its amount, a remark.
///
/// A class, so that each walk over a form shares the one specification.
final class PartsReader {
  /// A part whose cells are being read.
  struct Open {
    var source: Field
    var amount: Field?
    var note: Slice?
    var at: Slice

    /// No part.
    static var none: Open {
      Open(
        source: Field(name: FieldName(rawValue: 0), printed: .none, value: .text(.none)), at: .none)
    }
  }

  /// The group's name.
  let name: FieldName
  private let group: Int
  private let reader: ValueReader
  private let meanings: LabelMeanings
  private let columns: [ColumnSpec]
  /// The name of each column.
  private let names: [FieldName]
  /// The words of each column's closed list.
  private let words: [[TermID]]
  private let amount: FieldName?
  private let note: FieldName?
  /// The unit of amounts, where nothing nearer names one.
  private let unit: UnitID

  /// `nil` where the profile lists no parts.
  init?(_ reader: ValueReader) {
    let groups = reader.profile.detail.groups
    guard let group = groups.firstIndex(where: { $0.kind == .parts }) else { return nil }
    self.group = group
    self.reader = reader
    let spec = groups[group]
    name = spec.name
    meanings = reader.profile.meanings
    columns = spec.columns
    names = spec.columns.map { $0.name }
    words = spec.columns.map { $0.terms.map { $0.term } }
    amount = spec.roles[.amount]
    note = spec.roles[.note]
    unit = columns.first { $0.name == spec.roles[.amount] }?.unit ?? .none
  }

  /// Whether a label is a source and begins a part.
  func begins(_ label: LabelID) -> Bool { meanings.term(label, group: group) != nil }

  /// Begins the part of which a label is the source, and says whether it is one.
  func begin(_ open: inout Open, _ cell: Document.Cell, repair: UInt32) -> Bool {
    guard let term = meanings.term(cell.label, group: group) else { return false }
    let word = words[term.column][term.term]
    open = Open(
      source: Field(name: names[term.column], printed: cell.text, value: .term(word)),
      at: cell.text)
    open.source.rowRepair = repair
    return true
  }

  /// The part that begins with words which are nobody's label; `其中：` is no part of its name.
  func begin(unknown cell: Document.Cell, _ row: Document.Row) -> Open {
    let name = columns.first { $0.name == reader.profile.detail.groups[group].roles[.source] }?.name
    let words = reader.profile.meanings.partWords.rest(of: cell.text, in: reader.text)
    var source = Field(
      name: name ?? self.name, printed: cell.text,
      value: .text(words.flatMap { $0.isEmpty ? nil : $0 } ?? cell.text))
    source.rowRepair = row.repair
    return Open(source: source, at: cell.text)
  }

  /// Whether a word for a source is the remark beside a part: the form counts its parts, and the
  /// word bears no number.
  func isNote(_ cell: Document.Cell, of part: Open) -> Bool {
    part.note == nil && isCounted(part.source.printed) && !isCounted(cell.text)
  }

  /// Whether a numeral counts a part: `1、一般公共预算`.
  private func isCounted(_ label: Slice) -> Bool {
    reader.document.withoutEnumerator(label) != label
  }

  /// Gives a part one more cell; says whether it has a place for it.
  func add(
    _ cell: Document.Cell, to open: inout Open, unit: UnitID, isFar: Bool = false
  ) -> Bool {
    if open.amount == nil, open.note == nil, let name = amount {
      let field = reader.field(
        name, cell.text, .amount, unit: unit == .none ? self.unit : unit, isFar: isFar)
      if field?.quantity != nil || Quantity.isDamaged(reader.text, cell.text) {
        open.amount = field
        open.at = open.at.joined(with: cell.text)
        return true
      }
    }
    guard open.note == nil else { return false }
    open.note = cell.text
    open.at = open.at.joined(with: cell.text)
    return true
  }

  /// Adds the finished part to the others.
  func close(_ open: Open, _ list: inout ItemList) {
    list.fields.append(open.source)
    if let amount = open.amount { list.fields.append(amount) }
    if let slice = open.note, let note {
      list.fields.append(Field(name: note, printed: slice, value: .text(slice)))
    }
    list.close(at: open.at)
  }
}
