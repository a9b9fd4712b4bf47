internal import TieoutModel

extension JSONOutput {
  /// Writes a record.
  mutating func record(_ record: Record, _ units: DefaultUnits) {
    let home = location(of: record.at)
    open("{")
    member("\"id\":", record.id)
    member("\"kind\":", record.kind.rawValue)
    key("\"at\":")
    location(home)
    key("\"fields\":")
    fields(record.fields, in: home, units[TypeEntry.Scope(record.kind)])
    if record.groups.contains(where: { !$0.items.isEmpty }) {
      key("\"groups\":")
      open("{")
      for group in record.groups where !group.items.isEmpty {
        key(group.name)
        items(group.items, in: home, units[.group(group.name)])
      }
      close("}")
    }
    close("}")
  }

  /// Writes fields as an object.
  mutating func fields(_ fields: [Field], in home: Location?, _ units: [UnitID]) {
    open("{")
    members(fields, in: home, units)
    close("}")
  }

  private mutating func items(_ items: [Record.Item], in home: Location, _ units: [UnitID]) {
    open("[")
    for item in items {
      comma()
      open("{")
      if !options.isCompact, !item.at.isEmpty {
        key("\"at\":")
        location(location(of: item.at), in: home)
      }
      members(item.fields, in: home, units)
      close("}")
    }
    close("]")
  }

  private mutating func members(_ fields: [Field], in home: Location?, _ units: [UnitID]) {
    // Held once for all values.
    let text = text
    for field in fields where !lookup.isAbsent(field) {
      key(field.name)
      if options.isCompact {
        value(of: field, text.span)
      } else {
        full(field, in: home, units, text.span)
      }
    }
  }

  private mutating func full(
    _ field: Field, in home: Location?, _ units: [UnitID], _ text: borrowing Span<UInt8>
  ) {
    open("{")
    key("\"value\":")
    let isSame = value(of: field, text)
    if !isSame, !field.printed.isEmpty {
      key("\"printed\":")
      string(field.printed)
    }
    let place = Int(field.name.rawValue)
    if field.unit != .none, place >= units.count || units[place] != field.unit {
      key("\"unit\":")
      string(lookup.units, Int(field.unit.rawValue))
    }
    if !field.printed.isEmpty {
      key("\"at\":")
      let at = location(of: field.printed)
      location(at, in: home)
      self.edits(of: field.printed, at: at)
    }
    repairs(of: field)
    close("}")
  }

  /// Writes a field's value and says whether the characters it was read from are the same.
  @discardableResult
  private mutating func value(of field: Field, _ text: borrowing Span<UInt8>) -> Bool {
    buffer.byte(0x22)
    buffer.value(field.value, text, lookup, as: JSONEscaping.self)
    buffer.byte(0x22)
    if options.isCompact { return true }
    if case .text(let slice) = field.value { return document.reads(slice, like: field.printed) }
    scratch.clear()
    scratch.value(field.value, text, lookup, as: NoEscaping.self)
    return document.reads(field.printed, like: scratch.bytes)
  }

  /// Writes the edits of a value, as offsets in its source.
  private mutating func edits(of slice: Slice, at place: Location) {
    document.edits(in: slice, into: &edits)
    if edits.isEmpty { return }
    let base = document.sources.isEmpty ? 0 : document.sources[place.source].range.lowerBound
    key("\"edits\":")
    open("[")
    for edit in edits {
      comma()
      self.edit(edit, base: base)
    }
    close("]")
  }

  /// Writes one edit, as offsets from `base`.
  mutating func edit(_ edit: PrintedEdit, base: Int, source: Int? = nil) {
    open("{")
    member("\"rule\":", document.ruleName(of: edit))
    if let source { member("\"source\":", source) }
    key("\"bytes\":")
    range(edit.source.lowerBound - base..<edit.source.upperBound - base)
    key("\"after\":")
    if source == nil {
      string(edit.after)
    } else {
      // The whole text is replayed from a trace: there the seams stay.
      buffer.byte(0x22)
      let text = text
      buffer.escaped(text.span.extracting(edit.after.range), as: JSONEscaping.self)
      buffer.byte(0x22)
    }
    close("}")
  }

  private mutating func repairs(of field: Field) {
    let repairs = lookup.repairs(of: field)
    if repairs.isEmpty { return }
    key("\"repairs\":")
    open("[")
    for repair in repairs {
      comma()
      buffer.literal("\"r")
      buffer.integer(Int(repair))
      buffer.byte(0x22)
    }
    close("]")
  }
}

extension ByteBuffer {
  /// Appends the text of a value.
  mutating func value<E: Escaping>(
    _ value: Value, _ text: borrowing Span<UInt8>, _ lookup: Lookup, as escaping: E.Type
  ) {
    switch value {
    case .text(let slice):
      escaped(text.extracting(slice.range), withoutSeams: true, as: E.self)
    case .quantity(let quantity): self.quantity(quantity)
    case .comparator(let comparator): escaped(comparator.symbol, as: E.self)
    case .term(let term): escaped(lookup.terms, Int(term.rawValue), as: E.self)
    case .date(let date): literal(date.description)
    }
  }

  /// Appends one of many words.
  mutating func escaped<E: Escaping>(
    _ words: borrowing PackedWords, _ number: Int, as escaping: E.Type
  ) {
    escaped(words.bytes.span.extracting(words.range(number)), as: E.self)
  }
}
