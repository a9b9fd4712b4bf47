internal import ArgumentParser
internal import Tieout

/// `tieout convert`: hands over the cleaned and rebuilt document, without records.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", _superCommandName: TieoutCommand.name,
    abstract: "Write the cleaned document as text, Markdown, HTML, CSV or JSON.",
    discussion: """
      Everything that a reader found stays: what no table holds stands as lines between the tables. \
      With --out, CSV becomes a file for each table; else one stream, an empty line between tables. \
      What the reader has to say about the input goes to the standard error.
      """)

  @Argument(help: "Files or folders of one submission, or -.")
  var inputs: [String]

  @Option(help: ArgumentHelp("The format: \(DocumentFormat.names).", valueName: "format"))
  var to: DocumentFormat

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("File for the output, - for the standard output.", valueName: "file"))
  var output = "-"

  @Option(help: ArgumentHelp("Folder for CSV, a file for each table.", valueName: "dir"))
  var out: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var reporting: ReportingOptions

  func validate() throws {
    if out != nil, to.writer != CSVDocument.self {
      throw ValidationError("--out is for --to csv; give -o FILE.")
    }
  }

  func run() throws {
    try reporting.conclude { terminal throws(Complaint) in
      let document: Document
      let inputs = try Inputs.gather(inputs, terminal, reading.limits)
      let options = redaction.options(try reading.options())
      do throws(RunError) { document = try rebuild(inputs, options) } catch {
        throw Complaint(error)
      }
      if !reporting.quiet { tell(document.remarks, of: document, terminal) }
      if document.cells.isEmpty {
        terminal.say(
          Message(zh: "没有读到任何文字。", en: "Not a character could be read."))
      }
      let status = document.cells.isEmpty ? ExitStatus.nothingToReconcile : .fine
      if let out { return try tables(document, in: out, status) }
      var bytes: [UInt8] = []
      to.writer.write(document, into: &bytes)
      guard output != "-" else {
        try Terminal.data(bytes.span)
        return status
      }
      try write(bytes, to: output)
      return status
    }
  }

  /// Says on the standard error what the reader and the stages had to say, and where.
  private func tell(
    _ remarks: [Document.Remark], of document: Document, _ terminal: Terminal
  ) {
    for remark in remarks {
      let place = document.location(ofSource: remark.at)
      let source = document.sources[place.source].name
      let start = "\(source):\(place.line): "
      terminal.say(Message(zh: start + remark.message.zh, en: start + remark.message.en))
    }
  }

  private func tables(
    _ document: Document, in folder: String, _ status: ExitStatus
  ) throws(Complaint) -> ExitStatus {
    let tables = CSVDocument.tables(document)
    do throws(Files.Failure) { try Files.makeFolder(folder) } catch {
      throw Complaint(error, .write)
    }
    let digits = String(tables.count).count
    for (index, table) in tables.enumerated() {
      let number = String(index + 1)
      let name = String(repeating: "0", count: digits - number.count) + number
      try write(table, to: Inputs.join(folder, "table-\(name).csv"))
    }
    return status
  }

  private func write(_ bytes: [UInt8], to path: String) throws(Complaint) {
    do throws(Files.Failure) { try Files.replace(path, with: bytes.span) } catch {
      throw Complaint(error, .write)
    }
  }
}

/// A format that a document can be converted to: those of `Registry.documentWriters`.
struct DocumentFormat: ExpressibleByArgument {
  /// What writes it.
  let writer: any DocumentWriter.Type

  /// All formats' names, for people.
  static var names: String { allValueStrings.joined(separator: ", ") }

  /// All formats' names.
  static var allValueStrings: [String] { Registry.documentWriters.map { $0.format } }

  /// The format named in an argument.
  init?(argument: String) {
    guard let writer = Registry.documentWriters.first(where: { $0.format == argument }) else {
      return nil
    }
    self.writer = writer
  }
}
