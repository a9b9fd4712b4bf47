internal import ArgumentParser
internal import Tieout

/// `tieout explain`: a check, or a finding, a repair or a value of a submission.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a check, or a finding, a repair or a value of a submission.",
    discussion: """
      tieout explain AG01                                  what a check does and how it decides
      tieout explain AG01 paper.txt                        the same, and what it found
      tieout explain f12 paper.txt                         a finding, and all that it touches
      tieout explain r3 paper.txt                          a repair and its evidence
      tieout explain detail/38.indicators[3].target paper.txt
                                                           printed text, edits, repairs, value
      tieout explain detail/38 paper.txt                   the fields of a record

      A fingerprint of findings.json, or its beginning, will do as well, and names the same thing on \
      every run; numbers count one report. Checks are listed by `tieout checks`.
      """)

  @Argument(help: "A check, a finding, a repair, a record or a field.")
  var name: String

  @Argument(help: "Files or folders of one submission, or -; a check needs none.")
  var inputs: [String] = []

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var review: ReviewOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      var output = ByteBuffer()
      let writing = terminal.options(exitCode: .fine)
      let entry = Registry.check(name)
      if let entry, inputs.isEmpty {
        CatalogueReport.manual(entry, writing, into: &output)
        try output.read(Terminal.output)
        return .fine
      }
      guard !inputs.isEmpty else {
        throw Complaint(
          zh: "没有检查“\(name)”（tieout checks 列出全部）。要解释某份材料中的 f12、r3 或字段，请在后面写上文件。",
          en: "There is no check “\(name)”; tieout checks lists them. For f12, r3 or a field of a "
            + "submission name its file behind it.")
      }
      let job = Job(
        inputs: try Inputs.gather(inputs, terminal, reading.limits),
        options: try review.options(
          redaction.options(judging.options(reading.options())), inputs, terminal),
        threshold: .never)
      let submission = try job.run().submission
      if let entry {
        CatalogueReport.manual(entry, in: submission, writing, into: &output)
      } else if let problem = Explanation.write(name, of: submission, writing, into: &output) {
        throw Complaint(problem)
      }
      try output.read(Terminal.output)
      return .fine
    }
  }
}
