internal import ArgumentParser
internal import Tieout

/// `tieout stream`: answers requests on the standard input, a line each.
struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream", _superCommandName: TieoutCommand.name,
    abstract: "Answer requests on standard input with results on standard output, a line each.",
    discussion: """
      A request is {"name": "a.txt", "text": "…"} or {"name": "a.txt", "path": "papers/a.txt"}, and \
      where wanted "profile". A result is {"name": …, "exit": 0, "submission": {…}}, in the order of \
      the requests; what cannot be used gives {"name": …, "exit": 2, "error": {"zh": …, "en": …}}. \
      The exit code is 0 whatever the results say, and 2 where a request could not be used.
      """)

  @Option(help: "Submissions at a time.")
  var jobs = 1

  @Flag(help: "Write a field as its value alone, without place, printed text and edits.")
  var compact = false

  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs counts from 1.") }
  }

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      var stream = Stream(
        options: redaction.options(try reading.options()), threshold: reporting.failOn,
        terminal: terminal)
      stream.writing.isCompact = compact
      stream.writing.language = reporting.lang?.language ?? stream.writing.language
      return stream.run(jobs: jobs)
    }
  }
}
