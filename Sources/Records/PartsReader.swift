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
  }

  /// The group's name.
  let name: FieldName
  private let group: Int
  private let reader: ValueReader
  private let columns: [ColumnSpec]
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
    columns = spec.columns
    amount = spec.roles[.amount]
    note = spec.roles[.note]
    unit = columns.first { $0.name == spec.roles[.amount] }?.unit ?? .none
  }

  /// The part that a label begins; `nil` where it is no source.
  func begin(_ cell: Document.Cell, _ row: Document.Row) -> Open? {
    guard reader.profile.meanings.traits(cell.label).contains(.term),
      let term = reader.profile.meanings.terms(cell.label).first(where: { $0.group == group })
    else { return nil }
    let word = columns[term.column].terms[term.term].term
    var source = Field(name: columns[term.column].name, printed: cell.text, value: .term(word))
    source.rowRepair = row.repair
    return Open(source: source, at: cell.text)
  }

  /// The part that begins with words which are nobody's label; `其中：` is no part of its name.
  func begin(unknown cell: Document.Cell, _ row: Document.Row) -> Open {
    let name = columns.first { $0.name == reader.profile.detail.groups[group].roles[.source] }?.name
    let words = reader.profile.meanings.partWords.rest(of: cell.text, in: reader.document.text)
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

  /// The part with one more cell; `nil` where it has no place for it.
  func add(_ cell: Document.Cell, to open: Open, unit: UnitID) -> Open? {
    var open = open
    open.at = open.at.joined(with: cell.text)
    if open.amount == nil, open.note == nil, let name = amount {
      let field = reader.field(
        name, cell.text, .amount, unit: unit == .none ? self.unit : unit)
      if field?.quantity != nil || Quantity.isDamaged(reader.document.text, cell.text) {
        open.amount = field
        return open
      }
    }
    guard open.note == nil else { return nil }
    open.note = cell.text
    return open
  }

  /// The finished part.
  func item(_ open: Open) -> Record.Item {
    var note: Field?
    if let slice = open.note, let name = self.note {
      note = Field(name: name, printed: slice, value: .text(slice))
    }
    // No array has room for more than it holds: most have a source and nothing else.
    let fields =
      switch (open.amount, note) {
      case (nil, nil): [open.source]
      case (let amount?, nil): [open.source, amount]
      case (nil, let note?): [open.source, note]
      case (let amount?, let note?): [open.source, amount, note]
      }
    return Record.Item(at: open.at, fields: fields)
  }
}
