internal import ArgumentParser
internal import Tieout

/// `tieout batch`: takes each file of a folder as a submission of its own.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Take each file of a folder as a submission of its own.",
    discussion: """
      DIR/NAME holds the files of NAME.ext: what run writes but report.html, or with --compact \
      submission.json, submission.xml and manifest.json, in which the findings stand whole; --also \
      html adds the page. A file that cannot be used is reported and the others go on; the exit \
      code is that of the worst. Output is the same for any number of jobs.
      """)

  @Argument(help: "The folder.")
  var folder: String

  @Option(help: ArgumentHelp("Folder for the outputs.", valueName: "dir"))
  var out: String

  @Option(help: "Submissions at a time.")
  var jobs = 1

  @Flag(help: "Write trace.json too: all edits, repairs and the ledger.")
  var trace = false

  @Option(help: ArgumentHelp("Write this format too; may be repeated.", valueName: "format"))
  var also: [OutputFormat] = []

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs counts from 1.") }
  }

  func run() throws {
    let terminal = Terminal(reporting)
    var status = ExitStatus.fine
    do throws(Complaint) {
      let names = try Inputs.files(in: folder, terminal)
      let batch = Batch(
        folder: folder, out: out, names: names, targets: Batch.targets(names),
        options: try reading.options(), threshold: reporting.failOn, writing: writing,
        language: reporting.lang?.language,
        writers: OutputFolder.ofBatch(compact: writing.compact, trace: trace, also: also))
      var tally = BatchTally()
      var failure: Complaint?
      status = batch.run(jobs: jobs) { report in
        tally.count(report.status)
        if let complaint = report.complaint { terminal.say(complaint) }
        guard !reporting.quiet, failure == nil else { return }
        do throws(Complaint) {
          try terminal.tell("\(names[report.index]): \(report.summary)")
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      if !reporting.quiet { try terminal.tell(tally.line(exit: status)) }
    } catch {
      terminal.complain(error)
      status = status.combined(with: error.status)
    }
    throw ExitCode(status.rawValue)
  }
}

/// How many submissions ended how: the last line of a batch.
private struct BatchTally {
  private var counts: [ExitStatus: Int] = [:]

  mutating func count(_ status: ExitStatus) { counts[status, default: 0] += 1 }

  func line(exit status: ExitStatus) -> String {
    func count(_ status: ExitStatus) -> Int { counts[status] ?? 0 }
    let all = counts.values.reduce(0, +)
    return "tieout: documents=\(all) fine=\(count(.fine)) findings=\(count(.findings)) "
      + "nothing=\(count(.nothingToReconcile)) unusable=\(count(.unusable)) exit=\(status.rawValue)"
  }
}
