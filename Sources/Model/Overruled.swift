extension Document {
  /// A repair that a reviewer wants done otherwise than evidence decides: an applied one left alone,
  /// an offered one applied.
  ///
  /// The same bytes are read the same way, so that its cells name it on a second reading.
  public struct Overruled: Hashable, Sendable {
    /// The catalogue entry that it belongs to.
    public var rule: String
    /// The cells that it moves.
    public var cells: Set<Slice>

    /// Names a repair.
    public init(_ repair: Repair) {
      rule = repair.rule
      cells = Set(repair.cells)
    }
  }

  /// Whether a reviewer wants a repair of cells done otherwise than evidence decides.
  public func isOverruled(_ rule: String, _ cells: [Slice]) -> Bool {
    guard !overruled.isEmpty, !cells.isEmpty else { return false }
    return overruled.contains { $0.rule == rule && cells.allSatisfy($0.cells.contains) }
  }

  /// Turns a repair round where a reviewer wants that: one that would be applied is left alone, one
  /// that is only offered is applied.
  public func turnIfOverruled(_ repair: inout Repair) {
    if isOverruled(repair.rule, repair.cells) { repair.turn() }
  }

  /// Adds a repair, turned round where a reviewer wants that, and tells whether to apply it.
  public mutating func add(_ repair: Repair) -> Bool {
    var repair = repair
    turnIfOverruled(&repair)
    repairs.append(repair)
    return repair.state.isApplied
  }
}

extension Repair {
  /// Takes what would be applied for rejected, and what is only offered for accepted.
  public mutating func turn() { state = state.isApplied ? .rejected : .accepted }
}
