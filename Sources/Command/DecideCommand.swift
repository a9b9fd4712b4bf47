internal import ArgumentParser
internal import Tieout

/// `tieout decide`: keeps a reviewer's word on a finding or a repair.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Decide on a finding or a repair, so that nobody has to answer twice.",
    discussion: """
      accept    the finding is true and known; the repair is right and is made
      reject    the finding is no discrepancy; the repair is wrong and is undone
      correct   the value is VALUE: it stands in the records, with the decision as its provenance;
                of a finding on a number amid a text, VALUE takes the place of that number alone
      withdraw  what was decided before no longer holds

      One line is added to NAME.decisions.jsonl beside the input. The next run carries it: what is \
      accepted or rejected stays listed and counts no longer for --fail-on. Where the evidence has \
      changed since, the decision is stale and the finding counts again.

      A fingerprint names a finding or a repair on every run, and so does its beginning where \
      nothing else begins so; `tieout explain f12 paper.txt` tells it. Numbers (f12, r3) count one \
      run's report, and move with what is decided.

      tieout decide paper.txt AG02:form-of/38 accept --reason "confirmed by the unit" --by "Li Wei"
      tieout decide paper.txt AG01:summary/7 correct 1937.88 --reason "as on the paper"
      """)

  @Argument(help: "The file or the folder of the submission, or -.")
  var input: String

  @Argument(help: "What is decided on: a fingerprint or its beginning, or f12, r3.")
  var name: String

  @Argument(help: "accept, reject, correct or withdraw.")
  var ruling: RulingChoice

  @Argument(help: "The right value, for correct.")
  var value: String?

  @Option(help: "Why. An auditor will ask.")
  var reason: String

  @Option(
    help: ArgumentHelp(
      "The decisions file; else NAME.decisions.jsonl beside the input.", valueName: "file"))
  var decisions: String?

  @Option(help: "Who decides; else $USER.")
  var by: String?

  @Option(
    help: ArgumentHelp(
      "Where a correction belongs, such as detail/38.total; else where the finding is.",
      valueName: "field"))
  var field: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var judging: JudgingOptions
  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if ruling == .correct, value == nil {
      throw ValidationError("correct needs the value: … correct 1937.88 --reason …")
    }
    if ruling != .correct, value != nil || field != nil {
      throw ValidationError("VALUE and --field are for correct alone.")
    }
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason says why.") }
    if let by, by.allSatisfy(\.isWhitespace) { throw ValidationError("--by says who.") }
  }

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      guard let file = DecisionFile(named: decisions, beside: input) else {
        throw Complaint(
          zh: "标准输入旁没有位置。请用 --decisions 指定决定文件。",
          en: "There is no place beside the standard input. Name a file with --decisions.")
      }
      var options = judging.options(try reading.options())
      options.decisions = try file.read { terminal.say($0) }
      let job = Job(
        inputs: try Inputs.gather([input], terminal, reading.limits), options: options,
        threshold: .never)
      let made: [Decision]
      let submission = try job.run().submission
      do throws(RunError) {
        made = try submission.decide(
          ruling.ruling, on: name, value: value, field: field, reason: reason,
          by: try person(), when: Files.now())
      } catch {
        throw Complaint(error)
      }
      try file.append(made)
      if !reporting.quiet {
        for decision in made {
          try terminal.tell("\(ruling.rawValue) \(decision.fingerprint) → \(file.path)")
          if let change = submission.change(by: decision) { try terminal.tell("  " + change) }
        }
        // Numbers move from run to run: who decides sees what was meant.
        if case .finding(let place) = submission.thing(named: name) {
          try terminal.tell("  " + submission.findings[place].message.text(terminal.language))
        }
      }
      return .fine
    }
  }

  /// Who decides.
  private func person() throws(RunError) -> String {
    let names = [by, Files.environment("USER"), Files.environment("LOGNAME")]
    if let name = names.compactMap(\.self).first(where: { !$0.allSatisfy(\.isWhitespace) }) {
      return name
    }
    throw RunError(
      Message(
        zh: "不知道由谁决定。请用 --by 写明姓名。", en: "It is not known who decides. Say it with --by."))
  }
}

/// What can be decided.
enum RulingChoice: String, CaseIterable, ExpressibleByArgument {
  case accept, reject, correct, withdraw

  /// The library's word for it.
  var ruling: Decision.Ruling { Decision.Ruling(rawValue: rawValue) ?? .accept }
}
