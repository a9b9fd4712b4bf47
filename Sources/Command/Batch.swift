internal import Tieout

/// Many submissions, some at a time, told about in their order.
struct Batch: Sendable {
  /// Where the inputs are, in order.
  var paths: [String]
  /// Where the outputs go.
  var out: String
  /// The outputs' folders, in the same order.
  var targets: [String]
  /// How inputs are read.
  var options: Options
  /// From which severity on a submission fails.
  var threshold: Threshold
  /// How outputs are written.
  var writing: WritingOptions
  /// The language of the files; `nil` for their default.
  var language: Language?
  /// Which files are written of each.
  var writers: [any Writer.Type]
  /// Whether submissions whose files are there already are left as they are.
  var resumes = false
  /// Where it is noted how long the steps take; `nil` where nobody asks.
  var timings: Timings?

  /// What became of one input, small enough to wait for its turn.
  struct Report: Sendable {
    /// The input's place.
    var index: Int
    /// What its file is called in outputs, where that is masked.
    var name: String?
    /// What its exit code would be.
    var status: ExitStatus
    /// Its tally; `nil` where it could not be used.
    var tally: ReportTally?
    /// Why it could not be used.
    var complaint: Message?
    /// What is to be said of its decisions.
    var remarks: [Message] = []
    /// Whether its files were there already.
    var isKept = false

    /// What is told about it: its tally, or its exit code alone.
    var summary: String { tally?.parts ?? "exit=\(status.rawValue)" }
  }

  /// The folder of each input: its name without extension, or all of it where two would share one.
  static func targets(_ names: [String]) -> [String] {
    let stems = names.map { Inputs.stem($0) }
    let counts = Dictionary(stems.map { ($0, 1) }, uniquingKeysWith: +)
    var taken: Set<String> = [
      BatchHTML.fileName, BatchJSON.fileName, SQLiteWriter.batchFileName,
    ]
    return zip(names, stems).map { name, stem in
      var target = counts[stem] == 1 ? stem : name
      while !taken.insert(target).inserted { target += "+" }
      return target
    }
  }

  /// Takes all inputs, at most `jobs` at a time; `tell` hears of each in order, on this thread.
  func run(jobs: Int, tell: (Report) -> Void) -> ExitStatus {
    let places = Counter(below: paths.count), reports = InOrder<Report>()
    let key = RunKey(
      options: options, threshold: threshold, writing: writing, language: language,
      writers: writers)
    var worst = ExitStatus.fine
    func tellDue() {
      reports.handOn { report in
        tell(report)
        worst = worst.combined(with: report.status)
      }
    }
    Threads.run(min(jobs, paths.count) - 1) {
      work(places, reports, key) {}
    } beside: {
      work(places, reports, key) { tellDue() }
    }
    tellDue()
    return worst
  }

  /// Takes inputs as long as there are any.
  private func work(
    _ places: Counter, _ reports: InOrder<Report>, _ key: RunKey, afterEach: () -> Void
  ) {
    var buffer = ByteBuffer()
    let clock = timings.map { _ in Timings() }
    while let index = places.take() {
      reports.finish(index, take(index, key, clock, through: &buffer))
      afterEach()
    }
    if let clock { timings?.add(clock) }
  }

  /// Takes one input all the way, or finds that it has been.
  private func take(
    _ index: Int, _ key: RunKey, _ clock: Timings?, through buffer: inout ByteBuffer
  ) -> Report {
    var remarks: [Message] = []
    clock?.begin("open")
    defer { clock?.end() }
    do throws(Complaint) {
      let input = try Inputs.input(paths[index], options.limits)
      clock?.count(bytes: input.bytes.count)
      var options = options
      options.isTicking = writers.contains { $0 == HTMLReport.self }
      // To let them go takes time, which is well spent where they take much memory.
      options.keepsCells = options.isTicking || input.bytes.count < 1 << 20
      if let clock { options.onStep = { clock.begin($0) } }
      if let file = DecisionFile(beside: paths[index]) {
        options.decisions = try file.read { remarks.append($0) }
      }
      let folder = OutputFolder(
        path: Inputs.join(out, targets[index]), writers: writers, timings: clock, safety: .later)
      if resumes, let kept = folder.complete(key.key([input], options.decisions)),
        let status = ExitStatus(rawValue: Int32(kept[.exit]))
      {
        return Report(index: index, status: status, tally: kept, remarks: remarks, isKept: true)
      }
      if resumes { try folder.mend() }
      let outcome = try Job(inputs: [input], options: options, threshold: threshold).run()
      try folder.write(
        outcome, writing.options(language: language, exitCode: outcome.status),
        run: key.key(outcome.submission.document.sources, options.decisions), through: &buffer)
      let name = outcome.submission.document.sources.first?.name
      return Report(
        index: index, name: name, status: outcome.status, tally: outcome.tally, remarks: remarks)
    } catch {
      return Report(
        index: index, status: error.status, complaint: error.message, remarks: remarks)
    }
  }
}
