public import TieoutModel

/// Makes a profile of a YAML file.
///
/// Each section of the file has a reader of its own beside this one. The first thing that is wrong
/// ends the loading: what is not understood must not be skipped, or a misspelt key would silently
/// switch a check off.
public enum ProfileLoader {
  /// Where profiles are found that others include; `nil` where there is none of a name.
  public typealias Source = (String) -> [UInt8]?

  /// Loads a profile.
  ///
  /// - Parameters:
  ///   - name: The file's name, for complaints.
  ///   - checks: The checks that `severity` may weigh; any where there are none.
  ///   - source: The profiles that it may include.
  public static func load(
    _ bytes: [UInt8], name: String, checks: [String] = [],
    including source: Source = BuiltInProfiles.source
  ) throws(ProfileError) -> Profile {
    let file = try Inclusion.read(bytes, name: name, source)
    var profile = Profile(
      id: try file.required("profile").text(), version: try file.required("version").text())
    let title = try file.required("title").mapping(["zh", "en"])
    profile.title = Message(
      zh: try title.required("zh").text(), en: try title.required("en").text())

    guard file["summary"] != nil || file["detail"] != nil else {
      throw file.whole.error(
        Message(
          zh: "既没有“summary”也没有“detail”", en: "There is neither “summary” nor “detail”"),
        remedy: Message(
          zh: "请至少描述汇总表或明细表之一", en: "Describe the summary, the detail forms or both"))
    }
    // Units first, because columns refer to them.
    if let units = file["units"] { try profile.readUnits(units) }
    if let organisations = file["organisations"] { try profile.readOrganisations(organisations) }
    if let names = file["names"] { try profile.readNames(names) }
    if let letter = file["letter"] { try profile.readLetter(letter) }
    if let summary = file["summary"] { try profile.readSummary(summary) }
    if let detail = file["detail"] { try profile.readDetail(detail) }
    if let rules = file["rules"] { try profile.readRules(rules) }
    if let thresholds = file["thresholds"] { try profile.readThresholds(thresholds) }
    if let severity = file["severity"] { try profile.readWeights(severity, checks: checks) }
    if let relations = file["relations"] { try profile.readRelations(relations) }
    profile.excludes = try file.words("excludes")
    profile.boilerplate = try file.words("boilerplate")
    profile.addCaptions()
    profile.compile()
    return profile
  }
}

extension Profile {
  /// Takes the labels of fields that hold a unit as captions, and the words that all papers in 元 use;
  /// one that may head a column as well is no label where the profile has none of it.
  fileprivate mutating func addCaptions() {
    let fields = summary.fields + detail.fields
    captions = fields.filter { $0.type == .unit }.flatMap(\.labels)
    guard units.unit(named: "元") != nil else { return }
    for word in ["金额单位", "货币单位", "币种"] {
      let label = labels.add(word)
      captions.append(label)
    }
    for word in ["单位", "计量单位", "金额"] {
      if let label = labels.find(Array(word.utf8)) { captions.append(label) }
    }
  }
}
