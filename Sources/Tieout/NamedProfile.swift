internal import TieoutReconciliation
internal import TieoutRecords
internal import TieoutWriters

/// A loaded profile with the hash of the YAML that it was loaded from.
public struct NamedProfile: Sendable {
  /// The profile.
  public let profile: Profile
  /// The SHA-256 of its YAML, in hexadecimal.
  public let sha256: String

  /// What hardly can be meant: parts of it that nothing in any paper fits.
  public let doubts: [Message]

  /// Loads a profile from YAML; `name` is what complaints call it.
  ///
  /// - Parameter source: The profiles of the user's own that it may include, by name; the built-in
  ///   ones need none.
  public init(
    yaml: [UInt8], name: String, including source: (String) -> [UInt8]? = { _ in nil }
  ) throws(RunError) {
    var bytes = yaml
    do throws(ProfileError) {
      var profile = try ProfileLoader.load(
        yaml, name: name, checks: Registry.catalogue.map(\.id),
        including: { id in
          if let builtIn = BuiltInProfiles.source(id) { return builtIn }
          guard let own = source(id) else { return nil }
          bytes += own
          return own
        })
      for stage in Registry.stages { stage.prepare(&profile) }
      Extractor.prepare(&profile)
      Reconciler.prepare(&profile)
      ProfileWords.prepare(&profile)
      self.profile = profile
    } catch {
      throw RunError(zh: error.text(.chinese), en: error.text(.english))
    }
    doubts = ProfileDoubts.all(of: profile)
    sha256 = Tieout.sha256(bytes.span)
  }

  /// Loads a built-in profile.
  public init(id: String) throws(RunError) {
    try self.init(yaml: Self.yaml(id: id), name: id)
  }

  /// The YAML of a built-in profile.
  public static func yaml(id: String) throws(RunError) -> [UInt8] {
    guard let yaml = BuiltInProfiles.source(id) else {
      let known = Registry.profiles.joined(separator: ", ")
      throw RunError(
        zh: "没有名为“\(id)”的内置模板。现有：\(known)；也可以给出 YAML 文件的路径。",
        en: "There is no built-in profile “\(id)”. There is: \(known). Or give a YAML file’s path.")
    }
    return yaml
  }

  /// The JSON Schema of profiles, for editors.
  public static var schema: [UInt8] { BuiltInProfiles.schema }

  /// The built-in profile that is tried first.
  static let preferred: Result<[NamedProfile], RunError> = load(Registry.profiles.prefix(1))

  /// The built-in profiles that are tried where the first one does not surely match.
  static let others: Result<[NamedProfile], RunError> = load(Registry.profiles.dropFirst())

  /// Loads profiles, once for all runs: it takes as long as reading a document.
  private static func load(_ ids: ArraySlice<String>) -> Result<[NamedProfile], RunError> {
    Result { () throws(RunError) in
      var profiles: [NamedProfile] = []
      for id in ids { profiles.append(try NamedProfile(id: id)) }
      return profiles
    }
  }
}
