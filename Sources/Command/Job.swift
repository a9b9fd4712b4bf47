internal import Tieout

/// One submission on its way from bytes to an exit status.
struct Job {
  /// Its files.
  var inputs: [Input]
  /// How they are read.
  var options: Options
  /// From which severity on it fails.
  var threshold: Threshold

  /// What became of it.
  struct Outcome {
    var submission: Submission
    var status: ExitStatus
    /// The hash of the profile's YAML.
    var profileHash: String

    /// What it came to in figures.
    let tally: ReportTally
  }

  /// Ties it out.
  func run() throws(Complaint) -> Outcome {
    do throws(RunError) {
      let submission = try Tieout.run(inputs, options)
      let status = ExitStatus(submission, failOn: threshold)
      return Outcome(
        submission: submission, status: status,
        profileHash: options.profileHash(of: submission),
        tally: ReportTally(submission, exitCode: Int(status.rawValue)))
    } catch {
      throw Complaint(error)
    }
  }
}

extension Terminal {
  /// How reports are written to the standard output.
  func options(exitCode: ExitStatus) -> WriteOptions {
    var options = WriteOptions()
    options.language = language
    options.isColoured = isColoured
    options.width = width
    options.exitCode = Int(exitCode.rawValue)
    return options
  }

  /// Prints the report of a submission.
  func report(_ outcome: Job.Outcome) throws(Complaint) {
    var report = ByteBuffer()
    TextReport.write(outcome.submission, options(exitCode: outcome.status), into: &report)
    try report.read(Self.output)
  }
}
