public import TieoutModel

/// The profiles that the program brings along.
public enum BuiltInProfiles {
  /// Their names, the one to be tried first in front.
  public static let ids = ["cn-budget-performance"]

  /// Parts of profiles, for others to include.
  public static let parts: [String] = []

  /// The YAML of a built-in profile; `nil` where there is none of that name.
  public static func source(_ id: String) -> [UInt8]? {
    switch id {
    case "cn-budget-performance": PackageResources.cn_budget_performance_yaml
    default: nil
    }
  }

  /// A built-in profile; `nil` where there is none of that name.
  ///
  /// A test loads each of them, so that none can fail here.
  public static func load(_ id: String) -> Profile? {
    source(id).flatMap { try? ProfileLoader.load($0, name: "\(id).yaml") }
  }
}
