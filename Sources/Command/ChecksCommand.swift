internal import ArgumentParser
internal import Tieout

/// `tieout checks`: the catalogue as a table.
struct ChecksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checks", abstract: "List the checks.",
    discussion: """
      Identifier, gravest severity, name and title of each. `tieout explain AG01` says what a check \
      does and how it decides; --severity AG05=off weighs one anew.
      """)

  @OptionGroup var reporting: ReportingOptions

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      var output = ByteBuffer()
      CatalogueReport.table(
        Registry.catalogue, terminal.options(exitCode: .fine), into: &output)
      try output.read(Terminal.output)
      return .fine
    }
  }
}
