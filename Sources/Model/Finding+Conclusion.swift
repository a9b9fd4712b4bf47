extension Finding {
  /// What follows from the figures of a finding.
  @usableFromInline
  struct Conclusion: Sendable {
    var intervals: [Interval] = []
    var slack: String?
    var difference: String?
    var differenceInYuan: String?
    var diagnosis: [Diagnosis] = []
    var majority: String?
    var suggested: (value: String, grounds: Message)?
  }

  /// Whether anything follows from its figures.
  @inlinable public var isConcluded: Bool { !conclusions.isEmpty }

  /// The readings that were compared.
  public var intervals: [Interval] {
    get { conclusions.isEmpty ? [] : conclusions[0].intervals }
    set { conclude(newValue.isEmpty) { $0.intervals = newValue } }
  }
  /// Half the widths of the addends' intervals, added up.
  public var slack: String? {
    get { conclusions.isEmpty ? nil : conclusions[0].slack }
    set { conclude(newValue == nil) { $0.slack = newValue } }
  }
  /// The difference, in the unit of the values.
  public var difference: String? {
    get { conclusions.isEmpty ? nil : conclusions[0].difference }
    set { conclude(newValue == nil) { $0.difference = newValue } }
  }
  /// The difference in the base unit of money.
  public var differenceInYuan: String? {
    get { conclusions.isEmpty ? nil : conclusions[0].differenceInYuan }
    set { conclude(newValue == nil) { $0.differenceInYuan = newValue } }
  }
  /// The patterns found.
  public var diagnosis: [Diagnosis] {
    get { conclusions.isEmpty ? [] : conclusions[0].diagnosis }
    set { conclude(newValue.isEmpty) { $0.diagnosis = newValue } }
  }
  /// The value that most places of the same fact state, where three or more do.
  public var majority: String? {
    get { conclusions.isEmpty ? nil : conclusions[0].majority }
    set { conclude(newValue == nil) { $0.majority = newValue } }
  }
  /// What would mend it, with its grounds.
  public var suggested: (value: String, grounds: Message)? {
    get { conclusions.isEmpty ? nil : conclusions[0].suggested }
    set { conclude(newValue == nil) { $0.suggested = newValue } }
  }

  /// Changes the conclusion, which is made when there is something to put into it.
  private mutating func conclude(_ isNothing: Bool, _ change: (inout Conclusion) -> Void) {
    if conclusions.isEmpty {
      guard !isNothing else { return }
      conclusions.append(Conclusion())
    }
    change(&conclusions[0])
  }
}
