import TieoutModel

/// Puts a profile together with those that it includes.
///
/// A profile's own sections stand before those of what it includes, and these in their order; a
/// section comes from one file, whole. What the papers of a family share (units, the letter, the
/// words of rules) is written once so.
enum Inclusion {
  /// The sections of a profile, in their order.
  static let sections = [
    "include", "profile", "version", "title", "units", "organisations", "names", "letter",
    "summary", "detail", "rules", "thresholds", "severity", "relations", "excludes", "boilerplate",
  ]

  /// The sections of a profile and of all that it includes.
  static func read(
    _ bytes: [UInt8], name: String, _ source: ProfileLoader.Source
  ) throws(ProfileError) -> YAMLMapping {
    try read(bytes, name: name, within: [], source)
  }

  private static func read(
    _ bytes: [UInt8], name: String, within including: [String], _ source: ProfileLoader.Source
  ) throws(ProfileError) -> YAMLMapping {
    // Far more than any profile needs, and too little to overflow the numbers of names and labels.
    guard bytes.count <= 128 * 1024 else {
      throw ProfileError(
        Message(zh: "文件超过 128 KB", en: "The file has more than 128 KB"), name: name, line: 1,
        column: 1)
    }
    let file = try YAMLValue.parse(bytes, file: name).mapping(Self.sections)
    guard let include = file["include"] else { return file }
    var entries = file.entries
    for value in try include.list() {
      let id = try value.text()
      guard !including.contains(id), file["profile"].map({ (try? $0.text()) != id }) ?? true else {
        throw value.error(
          Message(zh: "“\(id)”引用了自身", en: "“\(id)” includes itself"),
          remedy: Message(zh: "请删去其中一处引用", en: "Take one of the includes out"))
      }
      guard let bytes = source(id) else {
        throw value.unknown(
          Message(zh: "可引用的模板", en: "profile to include"), id,
          among: BuiltInProfiles.ids + BuiltInProfiles.parts)
      }
      let file = id.hasSuffix(".yaml") || id.hasSuffix(".yml") ? id : "\(id).yaml"
      let included = try read(bytes, name: file, within: including + [id], source)
      for entry in included.entries
      where !entries.contains(where: { $0.key == entry.key }) && entry.key != "include" {
        entries.append(entry)
      }
    }
    return YAMLMapping(whole: file.whole, entries: entries)
  }
}
