internal import Tieout

/// The list of a set's files, by which anybody can see that the set is complete.
struct Manifest {
  /// The file's name.
  static let fileName = "manifest.json"

  private var head: String
  private var files: [String] = []

  /// Begins the list of what was written by a profile.
  init(profile: Profile, hash: String) {
    head =
      #"{"schema":"tieout-manifest/1","generator":{"name":\#(Self.quoted(Generator.name)),"#
      + #""version":\#(Self.quoted(Generator.version))},"profile":{"id":\#(Self.quoted(profile.id)),"#
      + #""version":\#(Self.quoted(profile.version)),"sha256":\#(Self.quoted(hash))}"#
  }

  /// Adds a file.
  mutating func add(_ name: String, _ bytes: borrowing Span<UInt8>) {
    files.append(
      #"{"name":\#(Self.quoted(name)),"bytes":\#(bytes.count),"sha256":"\#(sha256(bytes))"}"#)
  }

  /// The whole file.
  var json: String { head + #","files":["# + files.joined(separator: ",") + "]}\n" }

  /// A JSON string.
  private static func quoted(_ text: String) -> String {
    let text = Display.visible(text)
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) else { return "\"\(text)\"" }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
