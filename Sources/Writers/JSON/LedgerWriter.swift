public import TieoutModel

/// Writes `ledger.ndjson`: what became of each character, by its place in the inputs.
///
/// The first line names the inputs and the totals. Each line after it is a run of characters that
/// ended in one account: `value`, `label`, `boilerplate`, `markup` or `unplaced`. The runs of an input
/// follow one another without a gap, from its first byte to its last one, white space with what
/// stands before it; an unplaced run carries its text. An escape or an entity is in the account of the
/// character that it stands for, where the totals count that character there and its other signs as
/// markup.
public enum LedgerWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "ledger"
  /// The file's name.
  public static let fileName = "ledger.ndjson"
  /// Whoever must prove that nothing is lost asks for it.
  public static let isOnRequest = true

  /// Appends the lines.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    // Indented a run would be many lines.
    var options = options
    options.isPretty = false
    // Describing a case looks its name up each time, which is slow.
    let names = Ledger.Account.allCases.map { String(describing: $0) }
    JSONOutput.append(submission, options, to: &output) { json, submission in
      json.open("{")
      json.key("\"schema\":\"tieout-ledger/1\"")
      json.generator()
      json.sources(submission.document)
      json.ledger(submission)
      json.close("}")
      for run in submission.ledgerRuns() {
        json.buffer.byte(0x0A)
        json.open("{")
        json.member("\"account\":", names[Int(run.account.rawValue)])
        json.key("\"at\":")
        json.location(run.at)
        if run.account == .unplaced {
          json.key("\"text\":")
          json.text(of: run, submission.document)
        }
        json.close("}")
        json.buffer.settle()
      }
    }
  }
}

extension JSONOutput {
  /// Writes the characters of a run as they stand in the input, without white space at their end.
  fileprivate mutating func text(of run: Ledger.Run, _ document: borrowing Document) {
    let source = document.sources[run.at.source]
    let base = source.file == nil ? source.range.lowerBound : 0
    var range = run.text.lowerBound + base..<run.text.upperBound + base
    buffer.byte(0x22)
    if let file = source.file {
      range = Slice(range).trimmed(in: file.bytes).range
      buffer.inspect(file.bytes.span.extracting(range), as: JSONEscaping.self)
    } else {
      range = Slice(range).trimmed(in: document.bytes).range
      buffer.inspect(document.bytes.span.extracting(range), as: JSONEscaping.self)
    }
    buffer.byte(0x22)
  }
}
