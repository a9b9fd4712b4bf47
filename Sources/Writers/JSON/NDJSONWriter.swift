public import TieoutModel

/// Writes `records.ndjson`: a record a line, each as it stands in `submission.json`.
///
/// The letter comes first, then the summary's rows, its total and its other lines, then the forms.
public enum NDJSONWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "ndjson"
  /// The file's name.
  public static let fileName = "records.ndjson"
  /// Whoever loads tables asks for it.
  public static let isOnRequest = true

  /// Appends the lines.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    // Indented it would be a record in many lines.
    var options = options
    options.isPretty = false
    let records =
      [submission.letter].compactMap { $0 } + submission.summary.rows
      + [submission.summary.total].compactMap { $0 } + submission.summary.lines
      + submission.details
    guard !records.isEmpty else { return }
    JSONOutput.append(submission, options, to: &output) { json, submission in
      for index in records.indices {
        if index > 0 { json.buffer.byte(0x0A) }
        json.record(index, of: records, submission)
        json.buffer.settle()
      }
    }
  }
}
