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
  public init(
    _ submission: borrowing Submission, profileHash: String, run: String, tally: ReportTally
  ) {
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
    var json = TextBuffer(room: 2048)
    json.member("{\"schema\":", Self.schema)
    json.member(",\"generator\":{\"name\":", Generator.name)
    json.member(",\"version\":", Generator.version)
    json.member("},\"profile\":{\"id\":", profileID)
    json.member(",\"version\":", profileVersion)
    json.member(",\"sha256\":", profileHash)
    json.member("},\"run\":", run)
    json.append(literal: ",\"tally\":{")
    for part in ReportTally.Part.allCases {
      json.member("", part.name)
      json.member(":", tally[part])
      json.append(literal: ",")
    }
    json.member("\"scalars\":", tally.scalars)
    json.append(literal: ",\"checks\":{")
    for (place, check) in tally.checks.sorted(by: { $0.key < $1.key }).enumerated() {
      json.member(place > 0 ? "," : "", check.key)
      json.member(":", check.value)
    }
    json.append(literal: "}},\"files\":[")
    for (place, file) in files.enumerated() {
      json.member(place > 0 ? ",{\"name\":" : "{\"name\":", file.name)
      json.member(",\"bytes\":", file.bytes)
      json.member(",\"sha256\":", file.sha256)
      json.append(literal: "}")
    }
    json.append(literal: "]}\n")
    return json.string
  }
}

extension TextBuffer {
  /// Puts a JSON string behind what stands before it.
  fileprivate mutating func member(_ before: StaticString, _ text: String) {
    append(literal: before)
    append(literal: "\"")
    // Hashes, identifiers and names of files are plain words.
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      append(text)
    } else {
      for scalar in Display.visible(text).unicodeScalars {
        if scalar == "\"" || scalar == "\\" { append(literal: "\\") }
        append(String(scalar))
      }
    }
    append(literal: "\"")
  }

  /// Puts a number behind what stands before it.
  fileprivate mutating func member(_ before: StaticString, _ number: Int) {
    append(literal: before)
    append(Quantity(digits: Int64(number), scale: 0))
  }
}
