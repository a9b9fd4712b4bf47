public import TieoutModel

/// Writes `submission.xml`: what the JSON contract holds, as XML that reads well.
public enum XMLWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "xml"
  /// The file's name.
  public static let fileName = "submission.xml"

  /// Appends the XML.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout [UInt8]
  ) {
    var xml = XMLOutput(submission, options)
    output.append(contentsOf: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    if !options.isPretty { xml.buffer = ByteBuffer(taking: &output) }
    xml.markup("<submission xmlns=\"urn:tieout:1\">")
    xml.head()
    xml.records()
    xml.links()
    xml.repairs()
    xml.findings()
    xml.ledger()
    xml.markup("</submission>")
    if options.isPretty {
      var plain: [UInt8] = []
      xml.buffer.give(to: &plain)
      XMLIndenter.indent(plain, into: &output)
    } else {
      xml.buffer.give(to: &output)
    }
    output.append(0x0A)
  }
}
