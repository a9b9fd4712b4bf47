internal import ArgumentParser
internal import Tieout

/// `tieout run`: reads one submission, writes its files, prints its report.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", _superCommandName: TieoutCommand.name,
    abstract: "Read one submission, write its files and print its report.",
    discussion: """
      Several inputs are one submission; a folder stands for its files in natural order, - for the \
      standard input. Written are submission.json, submission.xml, findings.json, report.txt, \
      report.html and manifest.json; --also adds a format. What was decided with `tieout decide` \
      holds: decisions stand beside the input.
      """)

  @Argument(help: "Files or folders of one submission, or -.")
  var inputs: [String]

  @Option(
    help: ArgumentHelp("Folder for the files (default: ./tieout-out/NAME).", valueName: "dir"))
  var out: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Write one file in one format instead; - prints it.", valueName: "file"))
  var output: String?

  @Option(help: "Format of that one file; else by its extension.")
  var format: OutputFormat?

  @OptionGroup var also: AlsoOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var review: ReviewOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if out != nil, output != nil || format != nil {
      throw ValidationError("--out writes all files, -o and --format one: give one or the other.")
    }
    if !also.also.isEmpty, output != nil || format != nil {
      throw ValidationError("--also adds to all files, -o and --format write one.")
    }
    if let output, output != "-", format == nil, OutputFormat(path: output) == nil {
      throw ValidationError("What should “\(output)” be? Give --format (\(OutputFormat.names)).")
    }
  }

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      let given = try Inputs.gather(inputs, terminal, reading.limits)
      var judged = try review.options(
        redaction.options(judging.options(reading.options())), inputs, terminal)
      // The page shows which records passed which check.
      judged.isTicking =
        output == nil && format == nil
        || (format ?? output.flatMap { OutputFormat(path: $0) })?.writer == HTMLReport.self
      let job = Job(
        inputs: given, options: judged, threshold: reporting.failOn)
      let outcome = try job.run()
      var options = writing.options(language: reporting.lang?.language, exitCode: outcome.status)
      // An image would show what is masked.
      if redaction.redact == nil {
        options.images = PageImages.gather(outcome.submission, inputs: inputs)
      }
      if !reporting.quiet { terminal.tellRedactions(outcome.submission) }
      if output != nil || format != nil {
        let path = output ?? "-"
        // Files of different folders may share a name; a path may be one that is masked.
        let name = redaction.redact == nil ? inputs[0] : nil
        try OutputFile(
          path: path, format: format ?? OutputFormat(path: path) ?? .text, name: name
        ).write(outcome.submission, options, terminal)
        if path == "-" { return outcome.status }
      } else {
        let folder = out ?? "tieout-out/" + Inputs.name(of: inputs[0])
        let writers = OutputFolder.everything(also: also)
        let key = RunKey(
          options: job.options, threshold: reporting.failOn, writing: writing,
          language: reporting.lang?.language, writers: writers
        )
        var buffer = ByteBuffer()
        let files = OutputFolder(path: folder, writers: writers)
        try files.mend()
        try files.write(
          outcome, options,
          run: key.key(outcome.submission.document.sources, job.options.decisions),
          through: &buffer)
        if !reporting.quiet {
          terminal.say(Message(zh: "文件在 \(folder)", en: "The files are in \(folder)"))
        }
      }
      if !reporting.quiet { try terminal.report(outcome) }
      return outcome.status
    }
  }
}
