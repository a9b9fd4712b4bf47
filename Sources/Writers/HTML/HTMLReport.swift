public import TieoutModel

/// Writes `report.html`: one page that holds everything a reviewer looks at, in both languages.
///
/// The page is made from a template; its figures stand in it as text, everything else as one JSON
/// object from which the page's own scripts draw what somebody looks at. It asks nobody for
/// anything: a content security policy forbids all but the page's own style and scripts.
public enum HTMLReport: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "html"
  /// The file's name.
  public static let fileName = "report.html"

  /// Appends the page.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    let tieOut = TieOut(submission)
    var dense = options
    dense.isPretty = false
    // The data are written where they stand: megabytes would pass through strings.
    PageShell.write(submission, tieOut, options, into: &output) { [dense] output in
      var data = ByteBuffer()
      JSONOutput.append(submission, dense, to: &data) { $0.reportData($1, tieOut) }
      data.read { output.inspect($0, as: ScriptEscaping.self) }
    }
  }
}

/// JSON inside a page's `script` element.
///
/// The element ends at `</script`, and `<!--` changes how it ends: in a JSON string `<` may be
/// written as an escape, and it stands nowhere else. U+2028 ends no line here: JSON is data.
enum ScriptEscaping: Escaping {
  typealias Scan = FullScan

  @inline(__always)
  static func isForbidden(_ scalar: UInt32) -> Bool { false }

  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { byte != 0x3C }

  static func append(_ byte: UInt8, to output: inout ByteBuffer) { output.literal("\\u003C") }
}
