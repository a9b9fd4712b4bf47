internal import TieoutModel

extension JSONOutput {
  /// Writes the record at a place; handed over by itself, all of it would be copied.
  mutating func record(
    _ place: Int, of records: borrowing [Record], _ submission: borrowing Submission
  ) {
    let records = records.span
    open("{")
    member("\"id\":", records[place].id)
    member("\"kind\":", records[place].kind.rawValue)
    key("\"at\":")
    // Values alone have no places.
    var home: Location?
    if options.isCompact {
      self.place(of: records[place].at, in: submission.document)
    } else {
      let at = lookup.location(of: records[place].at, in: submission.document)
      location(at)
      home = at
    }
    key("\"fields\":")
    fields(
      records[place].fields.span, submission, in: home, TypeEntry.Scope(records[place].kind))
    let groups = records[place].groups.span
    var hasItems = false
    for index in groups.indices where !groups[index].items.isEmpty { hasItems = true }
    if hasItems {
      key("\"groups\":")
      open("{")
      for index in groups.indices where !groups[index].items.isEmpty {
        comma()
        string(submission.profile.names[Int(groups[index].name.rawValue)])
        buffer.byte(0x3A)
        items(groups[index], submission, in: home)
      }
      close("}")
    }
    close("}")
  }

  /// Writes fields as an object.
  mutating func fields(
    _ fields: Span<Field>, _ submission: borrowing Submission, in home: Location?,
    _ scope: TypeEntry.Scope? = nil
  ) {
    if options.isCompact {
      values(fields, submission)
    } else {
      open("{")
      members(fields, submission, in: home, lookup.types.units(of: scope))
      close("}")
    }
  }

  private mutating func items(
    _ group: borrowing Record.Group, _ submission: borrowing Submission, in home: Location?
  ) {
    let items = group.items.span
    open("[")
    if options.isCompact {
      for index in items.indices {
        comma()
        values(items[index].fields.span, submission)
      }
    } else {
      let units = lookup.types.units(of: .group(group.name))
      for index in items.indices {
        comma()
        open("{")
        if !items[index].at.isEmpty {
          key("\"at\":")
          location(lookup.location(of: items[index].at, in: submission.document), in: home)
        }
        members(items[index].fields.span, submission, in: home, units)
        close("}")
      }
    }
    close("]")
  }

  /// Writes fields as an object of their values.
  private mutating func values(
    _ fields: Span<Field>, _ submission: borrowing Submission
  ) {
    let start = buffer.count
    for index in fields.indices {
      let end = buffer.count
      lookup.words.names.append(Int(fields[index].name.rawValue), to: &buffer)
      let begun = buffer.count
      buffer.value(
        of: fields[index], submission.document, lookup, then: 0x22, as: JSONEscaping.self)
      // Absent is absent.
      if buffer.count == begun + 1 { buffer.cut(to: end) }
    }
    object(from: start)
  }

  private mutating func members(
    _ fields: Span<Field>, _ submission: borrowing Submission, in home: Location?,
    _ units: [UnitID]
  ) {
    for index in fields.indices where !submission.document.isAbsent(fields[index]) {
      comma()
      lookup.words.names.append(Int(fields[index].name.rawValue), to: &buffer)
      full(fields[index], submission, in: home, units)
    }
  }

  private mutating func full(
    _ field: Field, _ submission: borrowing Submission, in home: Location?, _ units: [UnitID]
  ) {
    open("{")
    key("\"value\":\"")
    buffer.value(of: field, submission.document, lookup, then: 0x22, as: JSONEscaping.self)
    if !field.printed.isEmpty, !lookup.isAsPrinted(field, submission, &scratch) {
      key("\"printed\":")
      string(field.printed, of: submission.document)
    }
    let place = Int(field.name.rawValue)
    if field.unit != .none, place >= units.count || units[place] != field.unit {
      key("\"unit\":")
      string(submission.profile.units.name(field.unit))
    }
    if !field.printed.isEmpty {
      key("\"at\":")
      let at = lookup.location(of: field.printed, in: submission.document)
      location(at, in: home)
      edits(of: field.printed, at: at, submission.document)
    }
    if field.rowRepair > 0 || field.columnRepair > 0 {
      key("\"repairs\":")
      open("[")
      if field.rowRepair > 0 { repair(field.rowRepair) }
      if field.columnRepair > 0, field.columnRepair != field.rowRepair {
        repair(field.columnRepair)
      }
      close("]")
    }
    close("}")
  }

  private mutating func repair(_ number: UInt32) {
    key("\"r")
    buffer.integer(Int(number))
    buffer.byte(0x22)
  }

  /// Writes the edits of a value, as offsets in its source.
  private mutating func edits(
    of slice: Slice, at place: Location, _ document: borrowing Document
  ) {
    document.fileEdits(in: slice, source: place.source, into: &edits)
    if edits.isEmpty { return }
    key("\"edits\":")
    open("[")
    for index in edits.indices {
      comma()
      edit(edits[index], document)
    }
    close("]")
  }

  private mutating func edit(_ edit: PrintedEdit, _ document: borrowing Document) {
    open("{")
    member("\"rule\":", document.ruleName(edit.rule))
    key("\"bytes\":")
    range(edit.source)
    key("\"after\":")
    string(edit.after, of: document)
    close("}")
  }
}
