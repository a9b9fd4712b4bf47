import Foundation

/// The repository and the built command.
enum Built {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The folder that holds the command beside the tests.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["TIEOUT_FOLDER"] {
      return URL(filePath: path)
    }
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let built = repository.appending(path: ".build/debug")
    let name = "tieout"
    let isBeside = FileManager.default.isExecutableFile(atPath: tests.appending(path: name).path)
    return isBeside ? tests : built
  }()
}

/// A temporary folder that holds a copy of the corpora, and a shell in it.
struct Shell: ~Copyable {
  /// The folder.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tieout-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Built.repository.appending(path: "Corpus"), to: folder.appending(path: "Corpus"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What a command printed, both streams together, and how it ended.
  struct Outcome {
    var output: String
    var status: Int32
  }

  /// Runs a command; `$?` is what it is given.
  func run(_ command: String, previous: Int32 = 0) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "(exit \(previous)); \(command)"]
    process.currentDirectoryURL = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": "\(Built.folder.path):\(path)", "LC_ALL": "C.UTF-8"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Outcome(
      output: String(decoding: bytes, as: UTF8.self), status: process.terminationStatus)
  }
}
