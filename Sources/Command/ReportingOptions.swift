internal import ArgumentParser
internal import Tieout

extension Threshold: ExpressibleByArgument {}

/// The language of words for people.
enum LanguageChoice: String, CaseIterable, ExpressibleByArgument {
  case zh, en

  /// The library's language.
  var language: Language { self == .zh ? .chinese : .english }
}

/// Whether a report is coloured.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// How the command speaks and when it fails.
struct ReportingOptions: ParsableArguments {
  @Option(
    help: "Language of reports and files; else the locale's, and zh in files.")
  var lang: LanguageChoice?

  @Option(help: "Least severity that makes the command fail with 1.")
  var failOn = Threshold.error

  @Option(help: "Colour the report; auto also heeds NO_COLOR.")
  var color = ColourChoice.auto

  @Flag(name: [.customShort("q"), .long], help: "Print no report.")
  var quiet = false

  /// Runs the body of a command, complains in the chosen language, and ends with its status.
  func conclude(_ body: (Terminal) throws(Complaint) -> ExitStatus) throws {
    let terminal = Terminal(self)
    let status: ExitStatus
    do throws(Complaint) {
      status = try body(terminal)
    } catch {
      terminal.complain(error)
      status = error.status
    }
    throw ExitCode(status.rawValue)
  }
}
