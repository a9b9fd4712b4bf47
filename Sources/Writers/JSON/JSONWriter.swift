public import TieoutModel

/// Writes `submission.json`: the JSON contract, version 1, key for key.
public enum JSONWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "json"
  /// The file's name.
  public static let fileName = "submission.json"

  /// Appends the JSON.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    JSONOutput.append(submission, options, to: &output) { json, submission in
      json.open("{")
      json.key("\"schema\":\"tieout/1\"")
      json.generator()
      json.profile(submission)
      json.sources(submission.document)
      json.metadata(submission)
      json.types()
      json.records(submission)
      json.links(submission)
      json.repairs(submission)
      json.findings(submission)
      json.unplaced(submission)
      json.ledger(submission)
      json.close("}")
    }
  }
}
