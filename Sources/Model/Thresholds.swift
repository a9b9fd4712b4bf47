/// What counts as a discrepancy, and how much it weighs; from the profile, then from the caller.
public struct Thresholds: Hashable, Sendable, CustomStringConvertible {
  /// How printed figures came to their last digit.
  public enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// Rounded: half of the last digit off at most.
    case nearest
    /// Rounded or cut off: less than one of the last digit off.
    case either
  }

  /// What a check's broken findings weigh.
  public enum Weight: Hashable, Sendable {
    /// The check does not run.
    case off
    /// They have this severity.
    case severity(Severity)

    /// All of them, the least first.
    public static let all = [Weight.off] + Severity.allCases.map { Weight.severity($0) }

    /// The name, as profiles and the command line have it.
    public var name: String {
      switch self {
      case .off: "off"
      case .severity(let severity): severity.name
      }
    }
  }

  /// The amount, in the summary's unit, up to which a difference is trivial and only a note; `nil`
  /// where none is.
  public var trivial: Quantity?
  /// The decimals that columns of money are kept in; `nil` to see it from the columns.
  public var decimals: Int?
  /// How printed figures came to their last digit; `nil` for rounded.
  public var rounding: Rounding?
  /// Whether figures must agree to the digit; `nil` for no.
  public var isExact: Bool?
  /// What the findings of some checks weigh, by identifier.
  public var weights: [String: Weight] = [:]

  /// The decimals that columns can be kept in.
  public static let decimals = 0...6

  /// Creates thresholds that leave everything as the catalogue has it.
  public init() {}

  /// The width of the interval that a printed figure stands for, in units of its last digit.
  public var width: Int {
    if isExact == true { return 0 }
    return rounding == .either ? 2 : 1
  }

  /// All of it in a line; equal lines mean equal thresholds.
  public var description: String {
    let weights = weights.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.name)" }
    return [
      trivial?.description ?? "", decimals.map(String.init) ?? "", rounding?.rawValue ?? "",
      isExact.map(String.init) ?? "", weights.joined(separator: " "),
    ].joined(separator: ",")
  }

  /// Whether a check runs.
  public func runs(_ check: String) -> Bool { weights.isEmpty || weights[check] != .off }

  /// These thresholds with everything that others say in place of what they say.
  public func overridden(by others: Thresholds) -> Thresholds {
    var all = self
    all.trivial = others.trivial ?? trivial
    all.decimals = others.decimals ?? decimals
    all.rounding = others.rounding ?? rounding
    all.isExact = others.isExact ?? isExact
    all.weights.merge(others.weights) { $1 }
    return all
  }
}
