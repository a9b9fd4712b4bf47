/// What a caller may decide about a run; everything has a default.
public struct Options: Sendable {
  /// The profiles to choose from, the preferred one first; `nil` for all built-in ones.
  public var profiles: [NamedProfile]?
  /// Whether the papers are read without any profile, by what repeats in them.
  public var isGeneric = false
  /// The format of all inputs, as `Registry.readers` name it; `nil` to recognise each.
  public var format: String?

  /// Creates the default options.
  public init() {}
}
