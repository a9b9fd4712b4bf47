public import TieoutModel

/// The profiles that the program brings along.
public enum BuiltInProfiles {
  /// The files, the profile to be tried first in front; a part is no profile of its own, and stands
  /// here for others to include.
  private static let files: [(id: String, isPart: Bool, yaml: @Sendable () -> [UInt8])] = [
    ("cn-budget-performance", false, { PackageResources.cn_budget_performance_yaml }),
    ("cn-procurement", false, { PackageResources.cn_procurement_yaml }),
    ("grants-en", false, { PackageResources.grants_en_yaml }),
    ("cn-common", true, { PackageResources.cn_common_yaml }),
    ("en-common", true, { PackageResources.en_common_yaml }),
  ]

  /// The names of the profiles, the one to be tried first in front.
  public static let ids = files.filter { !$0.isPart }.map(\.id)

  /// The names of parts of profiles, for others to include.
  public static let parts = files.filter(\.isPart).map(\.id)

  /// The YAML of a built-in profile, or of a part; `nil` where there is none of that name.
  public static func source(_ id: String) -> [UInt8]? {
    files.first { $0.id == id }?.yaml()
  }

  /// The JSON Schema of profiles, for editors.
  public static var schema: [UInt8] { PackageResources.profile_schema_json }

  /// A built-in profile; `nil` where there is none of that name.
  ///
  /// A test loads each of them, so that none can fail here.
  public static func load(_ id: String) -> Profile? {
    source(id).flatMap { try? ProfileLoader.load($0, name: "\(id).yaml") }
  }
}
