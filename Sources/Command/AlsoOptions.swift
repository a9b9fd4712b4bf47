internal import ArgumentParser
internal import Tieout

/// What an output folder gets besides what every one has.
struct AlsoOptions: ParsableArguments {
  @Flag(help: "Write trace.json too: all edits and repairs; `tieout apply` repeats them.")
  var trace = false

  @Flag(help: "Write ledger.ndjson too: what became of each character, by its place.")
  var ledger = false

  @Option(help: ArgumentHelp("Write this format too; may be repeated.", valueName: "format"))
  var also: [OutputFormat] = []

  /// Whether nothing was asked for.
  var isEmpty: Bool { !trace && !ledger && also.isEmpty }

  /// Whether a writer was asked for.
  func names(_ writer: any Writer.Type) -> Bool {
    trace && writer == TraceWriter.self || ledger && writer == LedgerWriter.self
      || also.contains { $0.writer == writer }
  }
}
