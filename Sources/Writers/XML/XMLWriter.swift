public import TieoutModel

/// Writes `submission.xml`: what the JSON contract holds, as XML that reads well.
public enum XMLWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "xml"
  /// The file's name.
  public static let fileName = "submission.xml"

  /// Appends the XML.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    XMLOutput.append(submission, options, to: &output) { xml, submission in
      xml.markup("<submission xmlns=\"urn:tieout:1\">")
      xml.head(submission)
      xml.records(submission)
      xml.links(submission)
      xml.repairs(submission)
      xml.findings(submission)
      xml.ledger(submission)
      xml.markup("</submission>")
    }
  }
}
