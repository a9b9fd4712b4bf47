internal import TieoutModel

extension LabelWalk {
  /// Takes a whole line for the field whose words it holds, or for prose; says whether one did.
  mutating func line(
    _ cell: Document.Cell, _ place: Int, _ row: Document.Row, _ form: inout FormFields,
    _ submission: inout Submission
  ) -> Bool {
    for spec in lineSpecs where !form.has(plans[spec].name) {
      let isMeant = specs[spec].containing.contains { reader.document.contains($0, in: cell.text) }
      guard isMeant, var field = reader.field(specs[spec].name, cell.text, specs[spec].type) else {
        continue
      }
      field.rowRepair = row.repair
      form.set(field)
      submission.ledger.book(cell.text, .value)
      return true
    }
    if isAtPageHead,
      lineSpecs.contains(where: { form.prints(cell.text, as: plans[$0].name, in: reader.text) })
    {
      submission.ledger.book(cell.text, .boilerplate)
      return true
    }
    guard row.cellCount == 1 else { return false }
    if caption(line: cell, row, &form, &submission) { return true }
    guard let rest, !Marginalia.holds(cell.text, reader.document),
      !reader.profile.boilerplate.contains(where: { reader.document.contains($0, in: cell.text) })
    else { return false }
    if restRow == place - 1 {
      form.extend(specs[rest].name, to: cell.text)
    } else if !form.has(specs[rest].name) {
      form.set(reader.field(specs[rest].name, cell.text, .text))
    } else {
      return false
    }
    restRow = place
    submission.ledger.book(cell.text, .value)
    return true
  }
}
