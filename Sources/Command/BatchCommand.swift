internal import ArgumentParser
internal import Tieout

/// `tieout batch`: takes each file as a submission of its own.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", _superCommandName: TieoutCommand.name,
    abstract: "Take each file, and each file of a folder, as a submission of its own.",
    discussion: """
      DIR/NAME holds the files of NAME.ext: what run writes but report.html, or with --compact \
      submission.json, submission.xml and manifest.json, in which the findings stand whole; --also \
      html adds the page, --also sqlite a database of each and DIR/batch.sqlite of all. DIR/batch.html \
      and DIR/batch.json sum all up. A file that cannot be used is reported and the \
      others go on; the exit code is that of the worst. Output is the same for any number of jobs. \
      After an interruption the same command with --resume does what is left. What was decided on \
      NAME.ext stands in NAME.decisions.jsonl beside it.
      """)

  @Argument(help: "Files, folders of files, or patterns such as 'papers/*.txt'.")
  var inputs: [String]

  @Option(help: ArgumentHelp("Folder for the outputs.", valueName: "dir"))
  var out: String

  @Option(help: "Submissions at a time.")
  var jobs = 1

  @Flag(
    help: "Leave alone what is complete, of the same bytes, options, profiles and version.")
  var resume = false

  @Flag(help: "Say on standard error how much processor time each step took.")
  var timings = false

  @OptionGroup var also: AlsoOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var writing: WritingOptions
  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs counts from 1.") }
  }

  func run() throws {
    let terminal = Terminal(reporting)
    var status = ExitStatus.fine
    do throws(Complaint) {
      status = try run(terminal)
    } catch {
      terminal.complain(error)
      status = status.combined(with: error.status)
    }
    throw ExitCode(status.rawValue)
  }

  private func run(_ terminal: Terminal) throws(Complaint) -> ExitStatus {
    let paths = try Inputs.paths(inputs, terminal)
    let names = paths.map { Files.split($0).name }
    let batch = Batch(
      paths: paths, out: out, targets: Batch.targets(names),
      options: redaction.options(judging.options(try reading.options())),
      threshold: reporting.failOn, writing: writing, language: reporting.lang?.language,
      writers: OutputFolder.ofBatch(compact: writing.compact, also: also),
      resumes: resume, timings: timings ? Timings() : nil)
    // People at a terminal see how far it is, and what is not fine; a file gets every line.
    let tellsAll = !Files.isTerminal(1)
    var progress = Progress(total: paths.count, terminal: terminal, isQuiet: reporting.quiet)
    var summary = BatchSummary(), kept = 0
    var isWritten = Array(repeating: false, count: paths.count)
    var failure: Complaint?
    let status = batch.run(jobs: jobs) { report in
      let name = report.name ?? names[report.index]
      progress.step(isKept: report.isKept)
      kept += report.isKept ? 1 : 0
      isWritten[report.index] = report.tally != nil
      if let tally = report.tally {
        summary.add(name, folder: batch.targets[report.index], tally)
      }
      if !report.remarks.isEmpty { progress.clear() }
      for remark in report.remarks { terminal.say(remark) }
      if let complaint = report.complaint {
        summary.add(name, unusable: complaint, exit: Int(report.status.rawValue))
        progress.clear()
        terminal.say(complaint)
      }
      guard !reporting.quiet, tellsAll || report.status != .fine, failure == nil else { return }
      progress.clear()
      do throws(Complaint) {
        try terminal.tell("\(name): \(report.summary)")
      } catch {
        failure = error
      }
    }
    progress.clear()
    if let failure { throw failure }
    summary.end(exit: Int(status.rawValue))
    try OutputFolder.write(
      summary, in: out, of: batch.writers,
      language: reporting.lang?.language ?? WriteOptions().language)
    if batch.writers.contains(where: { $0 == SQLiteWriter.self }) {
      let parts = batch.targets.indices.filter { isWritten[$0] }.map { index in
        let folder = Inputs.join(out, batch.targets[index])
        return (batch.targets[index], Inputs.join(folder, SQLiteWriter.fileName))
      }
      try DatabaseFile.gather(parts, in: out)
    }
    if !reporting.quiet {
      try terminal.tell(summary.line(exit: status, kept: resume ? kept : nil))
    }
    for line in batch.timings?.lines ?? [] { terminal.say(Message(zh: line, en: line)) }
    return status
  }
}

extension BatchSummary {
  /// The last line of a batch: how many submissions ended how.
  fileprivate func line(exit status: ExitStatus, kept: Int?) -> String {
    func count(_ status: ExitStatus) -> Int { exits[Int(status.rawValue)] ?? 0 }
    return "tieout: documents=\(documents) fine=\(count(.fine)) findings=\(count(.findings)) "
      + "nothing=\(count(.nothingToReconcile)) unusable=\(count(.unusable)) "
      + (kept.map { "kept=\($0) " } ?? "") + "exit=\(status.rawValue)"
  }
}
