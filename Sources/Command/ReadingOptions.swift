internal import ArgumentParser
internal import Tieout

/// How inputs are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read by this profile, or by none; else by the built-in one that matches best.",
      valueName: "id|file.yaml|none"))
  var profile: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Format of all inputs (\(Registry.readers.map { $0.format }.joined(separator: ", "))); "
        + "else each is recognised.", valueName: "format"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "What no input may exceed: size (bytes of a file, 256M), pages (100000), cells (20000000), "
        + "nesting and time (seconds a submission; both without a limit).",
      valueName: "size=…,cells=…"))
  var limit: [LimitArgument] = []

  /// What no input may exceed.
  var limits: Limits { Limits(limit) }

  /// The library's options.
  func options() throws(Complaint) -> Options {
    var options = Options()
    options.format = format
    options.limits = limits
    if profile == "none" {
      options.isGeneric = true
    } else if let profile {
      options.profiles = [try Self.load(profile)]
    }
    return options
  }

  /// Loads a profile by its identifier, or from a file where it looks like a path.
  static func load(_ name: String) throws(Complaint) -> NamedProfile {
    let isPath = name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let yaml = isPath ? try Inputs.bytes(name) : nil
    do throws(RunError) {
      guard let yaml else { return try NamedProfile(id: name) }
      let (folder, file) = Files.split(name)
      // What a profile includes stands beside it, unless it is built in.
      return try NamedProfile(yaml: yaml, name: file) { id in
        let isFile = id.hasSuffix(".yaml") || id.hasSuffix(".yml")
        return try? Inputs.bytes(folder + (isFile ? id : id + ".yaml"))
      }
    } catch {
      throw Complaint(error)
    }
  }
}
