internal import ArgumentParser
internal import Tieout

/// How outputs are written.
struct WritingOptions: ParsableArguments {
  @Flag(help: "Write a field as its value alone, without place, printed text and edits.")
  var compact = false

  @Flag(help: "Indent JSON and XML for eyes.")
  var pretty = false

  @Flag(help: "Begin CSV with a byte order mark, for spreadsheets that want one.")
  var bom = false

  /// The library's options for files.
  func options(language: Language?, exitCode: ExitStatus) -> WriteOptions {
    var options = WriteOptions()
    options.isCompact = compact
    options.isPretty = pretty
    options.hasByteOrderMark = bom
    options.language = language ?? options.language
    options.exitCode = Int(exitCode.rawValue)
    return options
  }
}
