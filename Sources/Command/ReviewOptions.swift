internal import ArgumentParser
internal import Tieout

/// What was decided and found before.
struct ReviewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The decisions file; else NAME.decisions.jsonl beside the input.", valueName: "file"))
  var decisions: String?

  @Option(
    help: ArgumentHelp(
      "findings.json or submission.json of an earlier run: tell what is new, changed, gone.",
      valueName: "file"))
  var baseline: String?

  /// The options of a run with what was decided on its inputs, and what an earlier run found.
  func options(
    _ judged: Options, _ inputs: [String], _ terminal: Terminal
  ) throws(Complaint) -> Options {
    var options = judged
    if let file = DecisionFile(named: decisions, beside: inputs[0]) {
      if let decisions, try !file.exists {
        throw Complaint(
          zh: "没有决定文件“\(decisions)”。请检查 --decisions；第一个决定由 tieout decide 写入。",
          en:
            "There is no decisions file “\(decisions)”. Check --decisions; tieout decide writes the "
            + "first decision.")
      }
      options.decisions = try file.read { terminal.say($0) }
    }
    if let baseline {
      let bytes = try Inputs.bytes(baseline)
      do throws(RunError) {
        options.baseline = try Baseline(json: bytes, name: Files.split(baseline).name)
      } catch {
        throw Complaint(error)
      }
    }
    return options
  }
}
