/// A unit, numbered by its profile.
public struct UnitID: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
  /// The place in the unit table, from 1.
  public var rawValue: UInt8
  /// Creates the unit with a number.
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// No unit.
  @inlinable public static var none: UnitID { UnitID(rawValue: 0) }
}

/// The units that numbers come in: money as powers of ten of one base unit, and plain words.
public struct UnitTable: Sendable {
  /// One unit.
  public struct Unit: Hashable, Sendable {
    /// The printed word.
    public var name: String
    /// The power of ten of the base unit of money; `nil` where it is no money.
    public var exponent: Int?
  }

  /// All units, by number less one.
  public private(set) var units: [Unit] = []
  private var table = KeyTable()
  /// The first characters of the names but for codes of money: most cells need no closer look.
  public private(set) var leads = CharacterFilter()

  /// Creates an empty table.
  public init() {}

  /// Adds a unit and gives its number.
  public mutating func add(_ name: String, exponent: Int?) -> UnitID {
    if let known = unit(named: name) { return known }
    precondition(units.count < 254, "a profile may have 254 units")
    units.append(Unit(name: name, exponent: exponent))
    let key = Array(name.utf8)
    // Codes such as `USD` stand beside numbers and in captions; they would make most capitals leads.
    let isCode =
      exponent != nil && key.count == 3
      && key.allSatisfy { (0x41...0x5A).contains($0) }
    if !key.isEmpty, !isCode { leads.insert(key, 0) }
    return UnitID(rawValue: UInt8(table.add(key)))
  }

  /// The unit with a printed name.
  public func unit(named name: String) -> UnitID? {
    unit(spelt: Array(name.utf8)[...])
  }

  /// The unit that the bytes spell, or `nil`.
  public func unit(spelt bytes: ArraySlice<UInt8>) -> UnitID? {
    table.find(in: bytes.span, 0..<bytes.count).map { UnitID(rawValue: UInt8($0)) }
  }

  /// The unit that a slice of a text spells, or `nil`.
  public func unit(_ slice: Slice, in text: [UInt8]) -> UnitID? {
    table.find(in: text.span, slice.range).map { UnitID(rawValue: UInt8($0)) }
  }

  /// The printed word; empty for no unit.
  public func name(_ id: UnitID) -> String {
    id == .none ? "" : units[Int(id.rawValue) - 1].name
  }

  /// The word for the base unit of the money that a unit is of, as `元` is for `万元`; `nil` where its
  /// word holds none.
  public func base(of name: String) -> String? {
    units.first { $0.exponent == 0 && name.contains($0.name) }?.name
      ?? (name.contains("元") ? "元" : nil)
  }

  /// The power of ten of the base unit of money; `nil` where it is no money.
  public func exponent(_ id: UnitID) -> Int? {
    id == .none ? nil : units[Int(id.rawValue) - 1].exponent
  }
}
