internal import ArgumentParser
internal import Tieout

/// A format that one output can be asked for in: those of `Registry.writers`.
struct OutputFormat: ExpressibleByArgument {
  /// What writes it.
  let writer: any Writer.Type

  /// The report.
  static let text = OutputFormat(writer: TextReport.self)

  /// All formats' names, for people.
  static var names: String { allValueStrings.joined(separator: ", ") }

  /// All formats' names.
  static var allValueStrings: [String] { Registry.writers.map { $0.format } }

  /// Its name, as help shows it.
  var defaultValueDescription: String { writer.format }

  private init(writer: any Writer.Type) { self.writer = writer }

  /// The format named in an argument.
  init?(argument: String) {
    guard let writer = Registry.writer(argument) else { return nil }
    self.writer = writer
  }

  /// The format that a file's extension stands for.
  init?(path: String) {
    let name = Files.split(path).name
    switch name.split(separator: ".").last {
    case "json": self.init(argument: JSONWriter.format)
    case "xml": self.init(argument: XMLWriter.format)
    case "txt": self.init(argument: TextReport.format)
    case "html": self.init(argument: HTMLReport.format)
    case "sarif": self.init(argument: SARIFWriter.format)
    case "md": self.init(argument: MarkdownReport.format)
    case "xlsx": self.init(argument: WorkpaperWriter.format)
    case "sqlite", "db": self.init(argument: SQLiteWriter.format)
    case "csv": self.init(argument: CSVWriter.format)
    case "ndjson": self.init(argument: NDJSONWriter.format)
    default: return nil
    }
  }
}

/// One output in one format, in a file or on the standard output.
struct OutputFile {
  /// The path; `-` for the standard output.
  var path: String
  /// The format.
  var format: OutputFormat
  /// What a database calls the submission; `nil` for the name of its first file.
  var name: String?

  /// Writes it; a report on the standard output is the terminal's.
  func write(
    _ submission: Submission, _ options: WriteOptions, _ terminal: Terminal
  ) throws(Complaint) {
    var options = options
    if path == "-", format.writer == TextReport.self {
      let shown = terminal.options(exitCode: .fine)
      options.language = shown.language
      options.isColoured = shown.isColoured
      options.width = shown.width
    }
    if path != "-", format.writer == SQLiteWriter.self {
      return try DatabaseFile.add(submission, name: name, to: path)
    }
    var output = ByteBuffer()
    guard path != "-" else {
      format.writer.write(submission, options, into: &output)
      // The report writes escape sequences of its own, and no others.
      return try output.read(format.writer == TextReport.self ? Terminal.output : Terminal.data)
    }
    do throws(Files.Failure) {
      let file = try NewFile(path)
      output.hand(to: file.append) { format.writer.write(submission, options, into: &$0) }
      try file.finish()
    } catch {
      throw Complaint(error, .write)
    }
  }
}
