internal import ArgumentParser
internal import Tieout

/// `tieout check`: reads one submission and prints what it says, without writing files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read one submission and print its report; write nothing.")

  @Argument(help: "Files or folders of one submission, or -.")
  var inputs: [String]

  @Option(help: "What is printed.")
  var format = OutputFormat.text

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      let job = Job(
        inputs: try Inputs.gather(inputs, terminal), options: try reading.options(),
        threshold: reporting.failOn)
      let outcome = try job.run()
      guard !reporting.quiet else { return outcome.status }
      let options = writing.options(language: reporting.lang?.language, exitCode: outcome.status)
      try OutputFile(path: "-", format: format).write(outcome.submission, options, terminal)
      return outcome.status
    }
  }
}
