internal import TieoutMarkup

/// The list of a set's files, by which anybody can see that the set is complete, and of what.
public struct Manifest: Hashable, Sendable {
  /// The file's name.
  public static let fileName = "manifest.json"

  /// One file of the set.
  public struct File: Hashable, Sendable {
    /// The file's name.
    public var name: String
    /// Its size.
    public var bytes: Int
    /// Its SHA-256, in hexadecimal.
    public var sha256: String
  }

  /// The hash of everything that the set depends on: inputs, options, profiles, version.
  public var run: String
  /// What the submission came to.
  public var tally: ReportTally
  /// The files, in the order in which they were written.
  public var files: [File] = []

  private var profileID: String
  private var profileVersion: String
  private var profileHash: String

  /// Begins the list of what was written of a submission.
  public init(_ submission: Submission, profileHash: String, run: String, tally: ReportTally) {
    profileID = submission.profile.id
    profileVersion = submission.profile.version
    self.profileHash = profileHash
    self.run = run
    self.tally = tally
  }

  /// Adds a file.
  public mutating func add(_ name: String, _ digest: ByteDigest) {
    files.append(File(name: name, bytes: digest.count, sha256: digest.sha256))
  }

  /// Reads a manifest; `nil` where the bytes are none of this version.
  public init?(json: [UInt8]) {
    let tree = JSONTree(json)
    guard tree.error == nil, let root = tree.root,
      tree.string(tree.member("schema", of: root)) == Self.schema,
      let generator = tree.member("generator", of: root),
      tree.string(tree.member("version", of: generator)) == Generator.version,
      let profile = tree.member("profile", of: root),
      let id = tree.string(tree.member("id", of: profile)),
      let version = tree.string(tree.member("version", of: profile)),
      let hash = tree.string(tree.member("sha256", of: profile)),
      let run = tree.string(tree.member("run", of: root)),
      let tally = tree.member("tally", of: root)
    else { return nil }
    (profileID, profileVersion, profileHash, self.run) = (id, version, hash, run)
    self.tally = ReportTally()
    for part in ReportTally.Part.allCases {
      self.tally[part] = tree.integer(tree.member(part.name, of: tally)) ?? 0
    }
    self.tally.scalars = tree.integer(tree.member("scalars", of: tally)) ?? 0
    if let checks = tree.member("checks", of: tally) {
      for check in tree.children(of: checks) {
        let name = String(decoding: json[tree.nodes[check].key], as: UTF8.self)
        self.tally.checks[name] = tree.integer(check)
      }
    }
    for file in tree.items("files", of: root) {
      guard let name = tree.string(tree.member("name", of: file)),
        let bytes = tree.integer(tree.member("bytes", of: file)),
        let hash = tree.string(tree.member("sha256", of: file))
      else { return nil }
      files.append(File(name: name, bytes: bytes, sha256: hash))
    }
  }

  private static let schema = "tieout-manifest/1"

  /// The whole file.
  public var json: String {
    let checks = tally.checks.sorted { $0.key < $1.key }
      .map { "\(Self.quoted($0.key)):\($0.value)" }
    let counts = ReportTally.Part.allCases.map { "\"\($0.name)\":\(tally[$0])" }
    let files = files.map {
      #"{"name":\#(Self.quoted($0.name)),"bytes":\#($0.bytes),"sha256":"\#($0.sha256)"}"#
    }
    return #"{"schema":"\#(Self.schema)","generator":{"name":\#(Self.quoted(Generator.name)),"#
      + #""version":\#(Self.quoted(Generator.version))},"profile":{"id":\#(Self.quoted(profileID)),"#
      + #""version":\#(Self.quoted(profileVersion)),"sha256":\#(Self.quoted(profileHash))},"#
      + #""run":\#(Self.quoted(run)),"tally":{\#(counts.joined(separator: ",")),"#
      + #""scalars":\#(tally.scalars),"checks":{\#(checks.joined(separator: ","))}},"#
      + #""files":[\#(files.joined(separator: ","))]}"# + "\n"
  }

  /// A JSON string.
  private static func quoted(_ text: String) -> String {
    // Hashes, identifiers and names of files are plain words.
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      return "\"\(text)\""
    }
    var quoted = "\""
    for scalar in Display.visible(text).unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
