internal import TieoutModel

extension LabelWalk {
  /// Takes a single value out of a row of lines that its label announces, as `年度资金总额` does: the
  /// number in the column that the profile names, in a row that adds up lines that of their amounts,
  /// and else the first one.
  mutating func noteTotal(of row: Document.Row, _ form: inout FormFields) {
    guard row.table > 0, reader.profile.detail.groups[Int(row.table) - 1].kind == .lines else {
      return
    }
    let document = reader.document
    let filled = row.cells.filter { !document.cells[$0].text.isEmpty }
    guard let label = filled.first,
      let spec = meanings.detailFields(document.cells[label].label).first,
      specs[spec].type == .amount, !form.has(specs[spec].name)
    else { return }
    let columns = reader.profile.detail.groups[Int(row.table) - 1].columns
    let numbers = filled.dropFirst().filter {
      reader.quantity(document.cells[$0].text) != nil && reader.mayBeMoney(document.cells[$0].text)
    }
    func column(_ cell: Int) -> ColumnSpec? {
      let slot = Int(document.cells[cell].slot)
      return slot < columns.count ? columns[slot] : nil
    }
    var place = specs[spec].column.flatMap { name in numbers.first { column($0)?.name == name } }
    if place == nil, meanings.term(document.cells[label].label, group: Int(row.table) - 1) == nil {
      place = numbers.last { column($0)?.type == .amount }
    }
    guard let place = place ?? numbers.first else { return }
    let number = document.cells[place]
    form.set(
      reader.field(
        specs[spec].name, number.text, .amount, unit: unit(of: spec), isFar: isUnitFar))
    noteUnit(of: specs[spec].name)
  }
}
