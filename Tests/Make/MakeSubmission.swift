import ArgumentParser
import TieoutMaking

@main
struct MakeSubmission: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-submission",
    abstract: "Writes a made budget submission to standard output.",
    discussion: """
      Equal options give equal bytes. All places, persons and figures are invented; everything in \
      a submission agrees with everything else.
      """)

  @Option(help: "How many projects: each has a row of the summary and a form.")
  var projects = 40

  @Option(help: "What decides everything that is left open.")
  var seed: UInt64 = 1

  func run() throws {
    let made = Author.submission(projects: projects, seed: seed)
    for line in Page.lines(made) { print(line) }
  }
}
