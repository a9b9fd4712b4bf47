internal import TieoutModel

extension LabelWalk {
  /// The unit of a field that prints none.
  @inline(__always)
  func unit(of spec: Int) -> UnitID {
    plans[spec].type == .amount && unit != .none ? unit : plans[spec].unit
  }

  /// The unit of money in lines whose heads name none: that of a caption of the form, else the one in
  /// which the form's own sum is, which is nearer than a caption of the summary.
  var linesUnit: UnitID {
    guard !isCaptioned, captionUnit != .none, sumUnits.count == 1 else { return captionUnit }
    return sumUnits.first ?? captionUnit
  }

  /// Remembers that the form's own sum was read in the unit of a heading: `项目资金（元）`.
  mutating func noteUnit(of field: FieldName) {
    guard field == total, headingUnit != .none, unit == headingUnit else { return }
    sumUnits.insert(unit)
  }

  /// Takes a label of captions and the unit of money behind it, `单位：元`, for all money from there on,
  /// whether or not the profile has a field for it; says whether it did.
  mutating func caption(
    _ label: Document.Cell, _ value: Document.Cell, _ row: Document.Row,
    _ form: inout FormFields, _ submission: inout Submission
  ) -> Bool {
    guard let named = reader.profile.units.money(leading: value.text, in: reader.text) else {
      return false
    }
    submission.ledger.book(label.text, .label)
    count(in: named, value.text, row, &form, &submission)
    return true
  }

  /// Takes a short line that says in which money a table counts, in words of the summary's captions:
  /// `All amounts in £`; says whether it did.
  mutating func caption(
    line cell: Document.Cell, _ row: Document.Row, _ form: inout FormFields,
    _ submission: inout Submission
  ) -> Bool {
    guard cell.text.count <= 60 else { return false }
    let document = reader.document
    for field in reader.profile.summary.fields where field.type == .unit {
      for word in field.containing {
        guard let found = document.text.first(of: Array(word.utf8), in: cell.text.range),
          let named = reader.moneyUnit(in: Slice(found.lowerBound..<Int(cell.text.end))),
          !cell.text.hasDigit(in: document.text)
            || reader.profile.units.name(named).utf8.contains(where: \.isDigitASCII)
        else { continue }
        count(in: named, cell.text, row, &form, &submission)
        return true
      }
    }
    return false
  }

  /// Counts all money from here on in a unit that is printed, and keeps that.
  mutating func count(
    in named: UnitID, _ printed: Slice, _ row: Document.Row, _ form: inout FormFields,
    _ submission: inout Submission
  ) {
    (unit, captionUnit, isCaptioned) = (named, named, true)
    guard let spec = specs.first(where: { $0.type == .unit }),
      var field = reader.field(spec.name, printed, .unit)
    else { return submission.ledger.book(printed, .label) }
    field.rowRepair = row.repair
    submission.ledger.book(printed, form.set(field) ? .value : .boilerplate)
  }
}
