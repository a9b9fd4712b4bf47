internal import TieoutModel

/// What the units of a profile count.
struct Measures: Sendable {
  /// What each unit counts, by number; no unit counts nothing.
  private let all: [Measure?]
  /// The first unit that counts the same in the same power of ten, by number; 0 where none is known.
  private let kinds: [UInt8]
  /// What each unit counts where sentences have its name, by number; `nil` where it has none.
  private let inProse: [ProseMeasure?]

  /// Reads a profile.
  init(_ profile: Profile) {
    let all = (0...profile.units.units.count).map {
      profile.measure(UnitID(rawValue: UInt8($0)))
    }
    self.all = all
    var firsts: [Measure: UInt8] = [:]
    kinds = all.indices.map { place in
      guard let measure = all[place] else { return 0 }
      if let first = firsts[measure] { return first }
      firsts[measure] = UInt8(place)
      return UInt8(place)
    }
    inProse = all.indices.map {
      let name = Array(profile.units.name(UnitID(rawValue: UInt8($0))).utf8)
      return name.isEmpty ? nil : ProseUnits.read(name, 0, name.count).measure
    }
  }

  /// All units, none first.
  var units: [UnitID] { all.indices.map { UnitID(rawValue: UInt8($0)) } }

  /// What a unit counts; `nil` where none is known.
  subscript(unit: UnitID) -> Measure? { all[Int(unit.rawValue)] }

  /// What a unit counts where sentences have its name; `nil` where it has none.
  func inProse(_ unit: UnitID) -> ProseMeasure? { inProse[Int(unit.rawValue)] }

  /// Whether two units count the same in the same power of ten.
  func areSame(_ left: UnitID, _ right: UnitID) -> Bool {
    let kind = kinds[Int(left.rawValue)]
    return left == right || kind != 0 && kind == kinds[Int(right.rawValue)]
  }
}
