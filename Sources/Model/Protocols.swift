/// Reads one format.
///
/// A throw means: these bytes are not this format. Bad content is never thrown for; it becomes a
/// remark of the document.
public protocol Reader: Sendable {
  /// The format's name, as `--from` takes it.
  static var format: String { get }
  /// What the format is, in one sentence.
  static var summary: Message { get }
  /// Why these bytes are this format; `nil` where they are not.
  static func recognise(_ bytes: [UInt8], name: String) -> String?
  /// Adds one input to a document.
  static func read(
    _ bytes: [UInt8], name: String, reason: String, into document: inout Document
  ) throws(ReadError)
}

/// These bytes are not the format that they were read as.
public struct ReadError: Error, Hashable, Sendable {
  /// What is wrong and what would help.
  public var message: Message
  /// The offset of the first offending byte, where there is one.
  public var offset: Int?

  /// Creates an error.
  public init(_ message: Message, offset: Int? = nil) {
    self.message = message
    self.offset = offset
  }
}

/// One improvement of a document: a pure function that cannot fail and, run twice, changes nothing.
public protocol Stage: Sendable {
  /// Its name in traces: `clean`, `label-cells`.
  static var name: String { get }
  /// Improves the document.
  static func run(_ document: inout Document, _ profile: Profile)
}

/// One entry of the check catalogue.
public protocol Check: Sendable {
  /// What the entry is: id, name, words for people.
  static var entry: CatalogueEntry { get }
  /// Executes it and reports what somebody must see.
  static func run(_ submission: Submission, _ report: inout CheckReport)
}

/// What the catalogue says about a check.
public struct CatalogueEntry: Hashable, Sendable {
  /// The identifier: `AG02`.
  public var id: String
  /// The name: `agree-inside-the-record`.
  public var name: String
  /// What it verifies, for people.
  public var title: Message

  /// Creates an entry.
  public init(id: String, name: String, title: Message) {
    self.id = id
    self.name = name
    self.title = title
  }
}

/// What checks hand over: findings and counts.
public struct CheckReport: Hashable, Sendable {
  /// What somebody must see.
  public private(set) var findings: [Finding] = []
  /// How the executions ended.
  public private(set) var tally = Tally()

  /// Creates an empty report.
  public init() {}

  /// Counts an execution that nobody needs to see.
  public mutating func pass(_ verdict: Verdict = .exact) { tally.count(verdict) }

  /// Counts an execution and reports it.
  public mutating func report(_ finding: consuming Finding) {
    tally.count(finding.verdict)
    findings.append(finding)
  }
}

/// Renders a submission into memory; it cannot fail, and the command owns the file.
public protocol Writer: Sendable {
  /// The format's name, as `--format` takes it.
  static var format: String { get }
  /// The file's name in an output folder.
  static var fileName: String { get }
  /// Appends the rendering.
  static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout [UInt8])
}

/// Renders a cleaned and rebuilt document as it stands, without records.
public protocol DocumentWriter: Sendable {
  /// The format's name, as `convert --to` takes it.
  static var format: String { get }
  /// What it is, in one sentence.
  static var summary: Message { get }
  /// Appends the rendering.
  static func write(_ document: Document, into output: inout [UInt8])
}

/// How outputs are written.
public struct WriteOptions: Hashable, Sendable {
  /// Whether a field is only its value.
  public var isCompact = false
  /// Whether JSON and XML are indented for eyes.
  public var isPretty = false
  /// The language of reports.
  public var language: Language = .chinese
  /// Whether reports are coloured for a terminal.
  public var isColoured = false
  /// The number of columns of a report.
  public var width = 100
  /// The tally's exit code, which the report repeats in its last line.
  public var exitCode = 0
  /// Creates the default options.
  public init() {}
}
