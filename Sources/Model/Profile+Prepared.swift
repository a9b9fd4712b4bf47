extension Profile {
  /// Keeps what a stage works out of the profile alone, so that no document has to; `compile()` drops
  /// it.
  public mutating func prepare<Table: Sendable>(_ make: (Profile) -> Table) {
    prepared[ObjectIdentifier(Table.self)] = make(self)
  }

  /// What a stage works out of the profile: what was kept, or else what is made of it now.
  public func prepared<Table: Sendable>(_ make: (Profile) -> Table) -> Table {
    prepared[ObjectIdentifier(Table.self)] as? Table ?? make(self)
  }
}
