public import TieoutModel

/// Writes the lines of a stream: one result a request, as JSON without line breaks.
public enum StreamLine {
  /// Appends a result: the name, the exit code, and the submission as `JSONWriter` writes it.
  public static func write(
    _ submission: Submission, name: String, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    var options = options
    options.isPretty = false
    begin(name, exitCode: options.exitCode, &output)
    output.literal(",\"submission\":")
    JSONWriter.write(submission, options, into: &output)
    // The line feed that ends a file would end the line here.
    output.cut(to: output.count - 1)
    output.literal("}\n")
  }

  /// Appends a complaint in place of a result.
  public static func write(
    _ complaint: Message, name: String, exitCode: Int, into output: inout ByteBuffer
  ) {
    begin(name, exitCode: exitCode, &output)
    output.literal(",\"error\":{\"zh\":\"")
    output.escaped(complaint.zh, as: JSONEscaping.self)
    output.literal("\",\"en\":\"")
    output.escaped(complaint.en, as: JSONEscaping.self)
    output.literal("\"}}\n")
  }

  private static func begin(_ name: String, exitCode: Int, _ output: inout ByteBuffer) {
    output.literal("{\"name\":\"")
    output.escaped(name, as: JSONEscaping.self)
    output.literal("\",\"exit\":")
    output.integer(exitCode)
  }
}
