internal import TieoutModel

/// The types of a profile that are no plain text, the units that they give, and how outputs list them.
struct TypeTable: Sendable {
  /// The members of an object in JSON.
  let json: [UInt8]
  /// The elements in XML.
  let xml: [UInt8]
  /// The units of each scope that has any, by field: so few scopes that a list is the quickest.
  private var units: [(scope: TypeEntry.Scope, units: [UnitID])] = []

  init(_ profile: Profile) {
    var json = ByteBuffer(), xml = ByteBuffer()
    let entries = TypeEntry.all(of: profile)
    for entry in entries {
      let name = profile.names[Int(entry.field.rawValue)]
      let unit = entry.unit == .none ? "" : profile.units.name(entry.unit)
      if json.count > 0 { json.byte(0x2C) }
      json.type(
        entry, name, unit, ("\"", "\":{\"type\":\"", "\",\"unit\":\"", "\"}"),
        as: JSONEscaping.self)
      xml.type(
        entry, name, unit, ("<type field=\"", "\" type=\"", "\" unit=\"", "\"/>"),
        as: XMLAttributeEscaping.self)
    }
    (self.json, self.xml) = (json.array, xml.array)
    for entry in entries where entry.unit != .none { give(entry, fields: profile.names.count) }
  }

  /// The units of a scope, by field, so that fields may leave theirs out; empty where none has one.
  func units(of scope: TypeEntry.Scope?) -> [UnitID] {
    units.first { $0.scope == scope }?.units ?? []
  }

  /// Notes the unit that a type gives.
  private mutating func give(_ entry: TypeEntry, fields count: Int) {
    let known = units.firstIndex { $0.scope == entry.scope }
    if known == nil { units.append((entry.scope, Array(repeating: .none, count: count))) }
    units[known ?? units.count - 1].units[Int(entry.field.rawValue)] = entry.unit
  }
}

extension ByteBuffer {
  /// Appends a type between the signs of a format: before the field, the type and the unit, and at
  /// the end.
  fileprivate mutating func type<E: Escaping>(
    _ entry: TypeEntry, _ name: String, _ unit: String,
    _ signs: (field: StaticString, type: StaticString, unit: StaticString, end: StaticString),
    as escaping: E.Type
  ) {
    literal(signs.field)
    escaped(entry.prefix, as: E.self)
    escaped(name, as: E.self)
    literal(signs.type)
    escaped(entry.type.rawValue, as: E.self)
    if !unit.isEmpty {
      literal(signs.unit)
      escaped(unit, as: E.self)
    }
    literal(signs.end)
  }
}
