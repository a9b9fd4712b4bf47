/// The program's name and version, which outputs state.
public enum Generator {
  /// The program's name.
  public static let name = "tieout"
  /// The program's version.
  public static let version = "0.1.0"
}
