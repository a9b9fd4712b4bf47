internal import TieoutModel

extension XMLOutput {
  /// Writes all records.
  mutating func records(_ submission: borrowing Submission) {
    if let letter = submission.letter { records("<letter", [letter], "</letter>", submission) }
    markup("<summary>")
    fields(submission.summary.fields.span, submission, in: nil)
    records("<row", submission.summary.rows, "</row>", submission)
    if let total = submission.summary.total { records("<total", [total], "</total>", submission) }
    records("<line", submission.summary.lines, "</line>", submission)
    markup("</summary><details>")
    records("<detail", submission.details, "</detail>", submission)
    markup("</details>")
  }

  private mutating func records(
    _ start: StaticString, _ records: borrowing [Record], _ end: StaticString,
    _ submission: borrowing Submission
  ) {
    for place in records.indices { record(start, place, of: records, end, submission) }
  }

  /// Writes the record at a place; handed over by itself, all of it would be copied.
  private mutating func record(
    _ start: StaticString, _ place: Int, of records: borrowing [Record], _ end: StaticString,
    _ submission: borrowing Submission
  ) {
    let records = records.span
    markup(start)
    attribute(" id=\"", records[place].id)
    // Values alone have no places.
    var home: Location?
    if options.isCompact {
      self.place(of: records[place].at, in: submission.document)
    } else {
      let at = lookup.location(of: records[place].at, in: submission.document)
      location(at)
      home = at
    }
    markup(">")
    fields(
      records[place].fields.span, submission, in: home, TypeEntry.Scope(records[place].kind))
    let groups = records[place].groups.span
    for index in groups.indices where !groups[index].items.isEmpty {
      group(groups[index], submission, in: home)
    }
    markup(end)
    buffer.settle()
  }

  private mutating func group(
    _ group: borrowing Record.Group, _ submission: borrowing Submission, in home: Location?
  ) {
    markup("<group name=\"")
    ended(submission.profile.names[Int(group.name.rawValue)])
    markup(">")
    let items = group.items.span
    for index in items.indices {
      if options.isCompact {
        values(items[index].fields.span, submission)
      } else {
        item(items[index], submission, in: home, .group(group.name))
      }
    }
    markup("</group>")
  }

  private mutating func item(
    _ item: borrowing Record.Item, _ submission: borrowing Submission, in home: Location?,
    _ scope: TypeEntry.Scope
  ) {
    markup("<item")
    if !item.at.isEmpty {
      location(lookup.location(of: item.at, in: submission.document), in: home)
    }
    markup(">")
    fields(item.fields.span, submission, in: home, scope)
    markup("</item>")
  }

  private mutating func fields(
    _ fields: Span<Field>, _ submission: borrowing Submission, in home: Location?,
    _ scope: TypeEntry.Scope? = nil
  ) {
    if options.isCompact {
      values(fields, submission)
      return
    }
    let units = lookup.types.units(of: scope)
    for index in fields.indices where !submission.document.isAbsent(fields[index]) {
      lookup.words.names.append(Int(fields[index].name.rawValue), to: &buffer)
      full(fields[index], submission, in: home, units)
      markup("</field>")
    }
  }

  /// Writes fields as the attributes of one element, each its value and nothing else.
  private mutating func values(
    _ fields: Span<Field>, _ submission: borrowing Submission
  ) {
    markup("<fields")
    for index in fields.indices {
      let end = buffer.count
      lookup.words.names.append(Int(fields[index].name.rawValue), to: &buffer)
      let begun = buffer.count
      buffer.value(
        of: fields[index], submission.document, lookup, then: 0x22, as: XMLAttributeEscaping.self)
      // Absent is absent.
      if buffer.count == begun + 1 { buffer.cut(to: end) }
    }
    markup("/>")
  }

  private mutating func full(
    _ field: Field, _ submission: borrowing Submission, in home: Location?, _ units: [UnitID]
  ) {
    if !lookup.isAsPrinted(field, submission, &scratch) {
      attribute(" printed=\"", field.printed, of: submission.document)
    }
    let place = Int(field.name.rawValue)
    if field.unit != .none, place >= units.count || units[place] != field.unit {
      attribute(" unit=\"", submission.profile.units.name(field.unit))
    }
    edits.removeAll(keepingCapacity: true)
    if !field.printed.isEmpty {
      let at = lookup.location(of: field.printed, in: submission.document)
      location(at, in: home)
      submission.document.fileEdits(in: field.printed, source: at.source, into: &edits)
    }
    repairs(of: field)
    markup(">")
    buffer.value(of: field, submission.document, lookup, as: XMLEscaping.self)
    for index in edits.indices { edit(edits[index], submission.document) }
  }

  private mutating func edit(_ edit: PrintedEdit, _ document: borrowing Document) {
    markup("<edit")
    attribute(" rule=\"", document.ruleName(edit.rule))
    bytes(edit.source)
    markup(" after=\"")
    ended(edit.after, of: document)
    markup("/>")
  }

  private mutating func repairs(of field: Field) {
    let (row, column) = (field.rowRepair, field.columnRepair)
    if row == 0, column == 0 { return }
    markup(" repairs=\"")
    if row > 0 { repair(row) }
    if row > 0, column > 0, row != column { markup(" ") }
    if column > 0, row != column { repair(column) }
    markup("\"")
  }

  private mutating func repair(_ number: UInt32) {
    markup("r")
    buffer.integer(Int(number))
  }
}
