internal import TieoutModel

/// The types of a profile that are no plain text, the units that they give, and how outputs list them.
struct TypeTable: Sendable {
  /// The members of an object in JSON.
  let json: [UInt8]
  /// The elements in XML.
  let xml: [UInt8]
  private var units: [TypeEntry.Scope: [UnitID]] = [:]

  init(_ profile: Profile) {
    let count = profile.names.count
    var json = ByteBuffer(), xml = ByteBuffer()
    for entry in TypeEntry.all(of: profile) {
      let name = profile.names[Int(entry.field.rawValue)]
      let unit = entry.unit == .none ? "" : profile.units.name(entry.unit)
      if json.count > 0 { json.byte(0x2C) }
      json.type(entry, name, unit, ("\"", "\":{\"type\":\"", "\",\"unit\":\"", "\"}"), as: JSONEscaping.self)
      xml.type(
        entry, name, unit, ("<type field=\"", "\" type=\"", "\" unit=\"", "\"/>"),
        as: XMLAttributeEscaping.self)
      if entry.unit != .none {
        units[entry.scope, default: Array(repeating: .none, count: count)][Int(entry.field.rawValue)] =
          entry.unit
      }
    }
    (self.json, self.xml) = (json.array, xml.array)
  }

  /// The units of a scope, by field, so that fields may leave theirs out; empty where none has one.
  func units(of scope: TypeEntry.Scope?) -> [UnitID] { scope.flatMap { units[$0] } ?? [] }
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
