public import TieoutModel

/// Writes `findings.json`: the findings alone, for whoever needs no records.
public enum FindingsWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "findings"
  /// The file's name.
  public static let fileName = "findings.json"

  /// Appends the JSON.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    JSONOutput.append(submission, options, to: &output) { json, submission in
      json.open("{")
      json.key("\"schema\":\"tieout/1\"")
      json.sources(submission.document)
      json.findings(submission)
      json.comparison(submission)
      json.close("}")
    }
  }
}
