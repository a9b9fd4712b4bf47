internal import ArgumentParser
internal import Tieout

/// `tieout check`: reads one submission and prints what it says, without writing files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: TieoutCommand.name,
    abstract: "Read one submission and print its report; write nothing.",
    discussion: """
      What was decided with `tieout decide` holds here too: decisions stand beside the input. \
      `tieout explain f12 FILE` shows one finding and how it came about.
      """)

  @Argument(help: "Files or folders of one submission, or -.")
  var inputs: [String]

  @Option(help: "What is printed.")
  var format = OutputFormat.text

  @Flag(help: "List what agrees, as an auditor ticks it: footed, cross-footed, agreed.")
  var passes = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var review: ReviewOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      var options = try review.options(
        redaction.options(judging.options(reading.options())), inputs, terminal)
      options.isTicking = passes
      let job = Job(
        inputs: try Inputs.gather(inputs, terminal, reading.limits), options: options,
        threshold: reporting.failOn)
      let outcome = try job.run()
      guard !reporting.quiet else { return outcome.status }
      terminal.tellRedactions(outcome.submission)
      var writing = writing.options(language: reporting.lang?.language, exitCode: outcome.status)
      writing.listsTicks = passes
      try OutputFile(path: "-", format: format).write(outcome.submission, writing, terminal)
      return outcome.status
    }
  }
}
