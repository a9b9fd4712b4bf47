internal import ArgumentParser
internal import Tieout

/// The command `tieout`.
@main
struct TieoutCommand: ParsableCommand {
  /// The name of the command, which those that take documents tell as the one above them: a command
  /// that stands under another is not looked through for a completion script, and starts faster.
  static let name = "tieout"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Tie a recognised paper submission out: records, links, repairs and findings.",
    discussion: """
      Reads what an OCR engine wrote about a summary table and its detail forms, rebuilds the \
      tables, ties every figure to its counterpart and reports what disagrees.

      Exit codes: 0 no finding at or above --fail-on, 1 such findings, 2 usage or unusable file, \
      3 nothing to reconcile, 4 internal error, 130 interrupted.
      """,
    version: Generator.version,
    subcommands: [
      RunCommand.self, CheckCommand.self, BatchCommand.self, StreamCommand.self,
      ConvertCommand.self, ApplyCommand.self, DecideCommand.self, ExplainCommand.self,
      ChecksCommand.self,
      ValidateCommand.self, ProfileCommand.self, FormatsCommand.self,
    ])

  static func main() {
    // Scripts ask for it often, and a full parse costs more than all the rest of the start.
    if CommandLine.arguments.dropFirst() == ["--version"] {
      try? Terminal.output("\(Generator.version)\n".utf8Span.span)
      Files.exit(ExitStatus.fine.rawValue)
    }
    Signals.install()
    do {
      var command = try parse(Array(CommandLine.arguments.dropFirst()))
      try command.run()
    } catch let code as ExitCode {
      Files.exit(code.rawValue)
    } catch {
      leave(error)
    }
  }

  /// The command that the arguments name.
  ///
  /// Setting up all commands takes as long as reading a document, so the named one is tried alone;
  /// whatever it does not take, help and mistakes, is left to the parser of all of them, which knows
  /// the whole line.
  private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    let named = configuration.subcommands.first {
      $0.configuration.commandName == arguments.first && $0.configuration.subcommands.isEmpty
    }
    if let command = try? named?.parseAsRoot(Array(arguments.dropFirst())),
      type(of: command) == named
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// Ends the command: usage errors with 2, everything else with its own code.
  private static func leave(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if !text.isEmpty {
      if code.isSuccess {
        try? Terminal.output((text + "\n").utf8Span.span)
      } else {
        Terminal.errors(text + "\n")
      }
    }
    Files.exit(code == .validationFailure ? ExitStatus.unusable.rawValue : code.rawValue)
  }
}
