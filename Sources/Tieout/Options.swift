/// What a caller may decide about a run; everything has a default.
public struct Options: Sendable {
  /// The profiles to choose from, the preferred one first; `nil` for all built-in ones.
  public var profiles: [NamedProfile]?
  /// The format of all inputs, as `Registry.readers` name it; `nil` to recognise each.
  public var format: String?

  /// Creates the default options.
  public init() {}
}
