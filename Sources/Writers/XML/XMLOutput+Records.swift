internal import TieoutModel

extension XMLOutput {
  /// Writes all records.
  mutating func records() {
    let units = DefaultUnits(lookup)
    if let letter = submission.letter { record(letter, "letter", units) }
    markup("<summary>")
    fields(submission.summary.fields, in: nil, [])
    for row in submission.summary.rows { record(row, "row", units) }
    if let total = submission.summary.total { record(total, "total", units) }
    markup("</summary>")
    markup("<details>")
    for detail in submission.details { record(detail, "detail", units) }
    markup("</details>")
  }

  private mutating func record(_ record: Record, _ name: String, _ units: DefaultUnits) {
    let home = location(of: record.at)
    buffer.byte(0x3C)
    buffer.literal(name)
    attribute(" id=\"", record.id)
    location(home)
    buffer.byte(0x3E)
    fields(record.fields, in: home, units[TypeEntry.Scope(record.kind)])
    for group in record.groups where !group.items.isEmpty {
      markup("<group name=\"")
      attributeValue(lookup.names, Int(group.name.rawValue))
      markup("\">")
      for item in group.items {
        markup("<item")
        if !options.isCompact, !item.at.isEmpty {
          location(location(of: item.at), in: home)
        }
        markup(">")
        fields(item.fields, in: home, units[.group(group.name)])
        markup("</item>")
      }
      markup("</group>")
    }
    end(name)
  }

  private mutating func fields(_ fields: [Field], in home: Location?, _ units: [UnitID]) {
    // Held once for all values.
    let text = text
    for field in fields where !lookup.isAbsent(field) {
      buffer.raw(fieldStarts, Int(field.name.rawValue))
      if options.isCompact {
        buffer.byte(0x3E)
        buffer.value(field.value, text.span, lookup, as: XMLEscaping.self)
      } else {
        full(field, in: home, units, text.span)
      }
      markup("</field>")
    }
  }

  private mutating func full(
    _ field: Field, in home: Location?, _ units: [UnitID], _ text: borrowing Span<UInt8>
  ) {
    if !isAsPrinted(field, text) { attribute(" printed=\"", field.printed) }
    let place = Int(field.name.rawValue)
    if field.unit != .none, place >= units.count || units[place] != field.unit {
      markup(" unit=\"")
      attributeValue(lookup.units, Int(field.unit.rawValue))
      buffer.byte(0x22)
    }
    edits.removeAll(keepingCapacity: true)
    var base = 0
    if !field.printed.isEmpty {
      let at = location(of: field.printed)
      location(at, in: home)
      document.edits(in: field.printed, into: &edits)
      base = document.sources.isEmpty ? 0 : document.sources[at.source].range.lowerBound
    }
    repairs(of: field)
    buffer.byte(0x3E)
    buffer.value(field.value, text, lookup, as: XMLEscaping.self)
    for edit in edits { self.edit(edit, base: base) }
  }

  /// Whether a field's value is the characters that it was read from.
  private mutating func isAsPrinted(_ field: Field, _ text: borrowing Span<UInt8>) -> Bool {
    if case .text(let slice) = field.value { return document.reads(slice, like: field.printed) }
    scratch.clear()
    scratch.value(field.value, text, lookup, as: NoEscaping.self)
    return document.reads(field.printed, like: scratch.bytes)
  }

  private mutating func edit(_ edit: PrintedEdit, base: Int) {
    markup("<edit")
    attribute(" rule=\"", document.ruleName(of: edit))
    bytes(edit.source.lowerBound - base..<edit.source.upperBound - base)
    markup(" after=\"")
    attributeValue(edit.after)
    markup("\"/>")
  }

  private mutating func repairs(of field: Field) {
    let repairs = lookup.repairs(of: field)
    if repairs.isEmpty { return }
    markup(" repairs=\"")
    for (index, repair) in repairs.enumerated() {
      markup(index == 0 ? "r" : " r")
      buffer.integer(Int(repair))
    }
    buffer.byte(0x22)
  }
}
