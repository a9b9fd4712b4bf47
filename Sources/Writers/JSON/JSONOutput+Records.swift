internal import TieoutModel

extension JSONOutput {
  /// Writes a record.
  mutating func record(_ record: borrowing Record, _ submission: borrowing Submission) {
    let home = lookup.location(of: record.at, in: submission.document)
    open("{")
    member("\"id\":", record.id)
    member("\"kind\":", record.kind.rawValue)
    key("\"at\":")
    location(home)
    key("\"fields\":")
    fields(record.fields, submission, in: home, lookup.units[TypeEntry.Scope(record.kind)])
    let groups = record.groups.span
    var hasItems = false
    for index in groups.indices where !groups[index].items.isEmpty { hasItems = true }
    if hasItems {
      key("\"groups\":")
      open("{")
      for index in groups.indices where !groups[index].items.isEmpty {
        key(groups[index].name)
        items(groups[index], submission, in: home)
      }
      close("}")
    }
    close("}")
  }

  /// Writes fields as an object.
  mutating func fields(
    _ fields: borrowing [Field], _ submission: borrowing Submission, in home: Location?,
    _ units: [UnitID] = []
  ) {
    open("{")
    members(fields, submission, in: home, units)
    close("}")
  }

  private mutating func items(
    _ group: borrowing Record.Group, _ submission: borrowing Submission, in home: Location
  ) {
    let units = lookup.units[.group(group.name)]
    let items = group.items.span
    open("[")
    for index in items.indices {
      comma()
      open("{")
      if !options.isCompact, !items[index].at.isEmpty {
        key("\"at\":")
        location(lookup.location(of: items[index].at, in: submission.document), in: home)
      }
      members(items[index].fields, submission, in: home, units)
      close("}")
    }
    close("]")
  }

  private mutating func members(
    _ fields: borrowing [Field], _ submission: borrowing Submission, in home: Location?,
    _ units: [UnitID]
  ) {
    let fields = fields.span
    for index in fields.indices where !submission.document.isAbsent(fields[index]) {
      key(fields[index].name)
      if options.isCompact {
        value(of: fields[index], submission)
      } else {
        full(fields[index], submission, in: home, units)
      }
    }
  }

  private mutating func full(
    _ field: Field, _ submission: borrowing Submission, in home: Location?, _ units: [UnitID]
  ) {
    open("{")
    key("\"value\":")
    value(of: field, submission)
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

  @inline(__always)
  private mutating func value(of field: Field, _ submission: borrowing Submission) {
    buffer.byte(0x22)
    buffer.value(of: field, submission.document, lookup, as: JSONEscaping.self)
    buffer.byte(0x22)
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
