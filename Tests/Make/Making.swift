import ArgumentParser
import Foundation
import Tieout
import TieoutMaking

/// Makes submissions and measures on them what is found.
@main
struct Making: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes budget submissions, clean or with planted errors.",
    discussion: """
      Equal options give equal bytes. All places, persons and figures are invented.
      """,
    subcommands: [
      SubmissionCommand.self, PlantCommand.self, NoiseCommand.self, PropertiesCommand.self,
    ])
}

struct SubmissionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submission",
    abstract: "Writes submissions in which everything agrees.")

  @Option(help: "How many projects: each has a row of the summary and a form.")
  var projects = 40

  @Option(help: "What decides everything that is left open.")
  var seed: UInt64 = 1

  @Option(help: "How much an engine damages the page: 0 not at all, 3 badly.")
  var noise = 0

  @Option(help: "How many documents, numbered from the seed on.")
  var documents = 1

  @Option(help: "Folder for a file each (default: standard output).")
  var out: String?

  func run() throws {
    for number in 0..<documents {
      let seed = seed &+ UInt64(number)
      let page = Page.lines(Author.submission(projects: projects, seed: seed))
      var random = SplitMix(seed: ~seed)
      let text = Noise.apply(page, level: noise, &random).joined(separator: "\n") + "\n"
      guard let out else {
        print(text, terminator: "")
        continue
      }
      let folder = URL(filePath: out)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: folder.appending(path: "made-\(seed).txt"))
    }
  }
}

struct PlantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plant",
    abstract: "Plants each kind of error, and prints how many of them are found.",
    discussion: """
      Each document is tied out twice: clean, and with one error. What is reported of a clean \
      document is a false alarm.
      """)

  @Option(help: "How many documents.")
  var documents = 200

  @Option(help: "How many projects each document has.")
  var projects = 30

  @Option(help: "What decides everything that is left open.")
  var seed: UInt64 = 1

  @Option(help: "Print the document with this number instead, its error planted.")
  var show: Int?

  @Flag(help: "Also name each document whose error was missed, and each false alarm.")
  var detail = false

  func run() throws {
    let trials = PlantTrials(
      MadeSeries(documents: documents, projects: projects, seed: seed))
    if let show {
      for line in trials.lines(of: show) { print(line) }
      return
    }
    let result = try trials.run()
    print(result.table)
    if detail { print(result.misses.joined(separator: "\n")) }
  }
}

struct NoiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "noise",
    abstract: "Damages pages without destroying anything, and prints what it did to the values.")

  @Option(help: "How many documents for each kind of damage.")
  var documents = 40

  @Option(help: "How many projects each document has.")
  var projects = 12

  @Option(help: "What decides everything that is left open.")
  var seed: UInt64 = 1

  func run() throws {
    let result = try NoiseTrials(
      MadeSeries(documents: documents, projects: projects, seed: seed)
    ).run()
    print(result.table)
    if !result.harms.isEmpty { print(result.harms.joined(separator: "\n")) }
  }
}

struct PropertiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "properties",
    abstract: "Tries what must hold for every paper on files and on made documents.")

  @Argument(help: "Files that engines wrote.")
  var files: [String] = []

  @Option(
    help: "How many documents are made; each is tried clean, damaged at three levels, planted.")
  var documents = 40

  @Option(help: "How many projects each document has.")
  var projects = 12

  @Option(help: "What decides everything that is left open.")
  var seed: UInt64 = 1

  func run() throws {
    var trials = PropertyTrials()
    try trials.run(
      files.map { Input(name: $0, bytes: [UInt8](try Data(contentsOf: URL(filePath: $0)))) },
      MadeSeries(documents: documents, projects: projects, seed: seed))
    print(trials.table)
    if !trials.complaints.isEmpty {
      print(trials.complaints.joined(separator: "\n"))
      throw ExitCode.failure
    }
  }
}
