public import TieoutModel

/// Renders a submission into memory; it cannot fail, and the command owns the file.
public protocol Writer: Sendable {
  /// The format's name, as `--format` takes it.
  static var format: String { get }
  /// The file's name in an output folder.
  static var fileName: String { get }
  /// Whether it is written only where somebody asks for it by name.
  static var isOnRequest: Bool { get }
  /// Appends the rendering.
  static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer)
}

extension Writer {
  /// Most are part of every output folder.
  public static var isOnRequest: Bool { false }

  /// Appends the rendering to an array.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout [UInt8]
  ) {
    var buffer = ByteBuffer()
    write(submission, options, into: &buffer)
    output += buffer.array
  }
}

/// How outputs are written.
public struct WriteOptions: Hashable, Sendable {
  /// Whether a field is only its value, and what else repeats the records is left out.
  public var isCompact = false
  /// Whether JSON and XML are indented for eyes.
  public var isPretty = false
  /// Whether CSV begins with a byte order mark, by which some spreadsheets know UTF-8.
  public var hasByteOrderMark = false
  /// The language of reports.
  public var language: Language = .chinese
  /// Whether reports are coloured for a terminal.
  public var isColoured = false
  /// Whether the report in text lists what an auditor ticks.
  public var listsTicks = false
  /// The number of columns of a report.
  public var width = 100
  /// The tally's exit code, which the report repeats in its last line.
  public var exitCode = 0
  /// The images of pages that lie beside the inputs, by the names that the inputs give them.
  public var images: [String: [UInt8]] = [:]
  /// Creates the default options.
  public init() {}
}
