internal import ArgumentParser
internal import Tieout

/// `tieout apply`: repeats the cleaning of inputs from a trace alone.
struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Repeat the cleaning that trace.json tells of, on the same inputs.",
    discussion: """
      What is written is, byte for byte, the cleaned text that the records were read from. Nothing \
      is recognised, judged or looked up on the way, so that whoever has the inputs and the trace \
      can check every change of a character. Inputs with another hash are refused.
      """)

  @Argument(help: "The trace.json of a run.")
  var trace: String

  @Argument(help: "The files or folders of that run, in their order, or -.")
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("File for the text, - for the standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      let trace = try Inputs.bytes(trace)
      let inputs = try Inputs.gather(inputs, terminal, Limits())
      let text: [UInt8]
      do throws(RunError) { text = try replay(inputs, trace: trace) } catch {
        throw Complaint(error)
      }
      if output == "-" {
        try Terminal.data(text.span)
        return .fine
      }
      do throws(Files.Failure) { try Files.replace(output, with: text.span) } catch {
        throw Complaint(error, .write)
      }
      return .fine
    }
  }
}
