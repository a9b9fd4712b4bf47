public import TieoutModel

/// Writes `trace.json`: everything that was changed, and what became of each character.
///
/// The inputs' bytes, one after the other, with the edits applied are the cleaned text; the ledger's
/// runs are ranges of that text. So the way from paper to records can be replayed and audited from
/// the inputs and this file alone.
public enum TraceWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "trace"
  /// The file's name.
  public static let fileName = "trace.json"
  /// Only who audits the program itself wants it.
  public static let isOnRequest = true

  /// Appends the JSON.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    JSONOutput.append(submission, options, to: &output) { json in
      json.open("{")
      json.key("\"schema\":\"tieout-trace/1\"")
      json.generator()
      json.sources(submission.document)
      json.allEdits(submission.document)
      json.repairs(submission)
      json.key("\"ledger\":")
      json.open("[")
      json.ledgerRuns(submission.ledger)
      json.close("]")
      json.close("}")
    }
  }
}

extension JSONOutput {
  /// Writes the member with every entry of the source map, with its source and its bytes there.
  fileprivate mutating func allEdits(_ document: borrowing Document) {
    let sources = document.sources
    var current = 0
    key("\"edits\":")
    open("[")
    for entry in document.map.entries {
      let place = Int(entry.source.start)
      while current + 1 < sources.count, sources[current + 1].range.lowerBound <= place {
        current += 1
      }
      comma()
      edit(
        PrintedEdit(rule: Int(entry.rule), source: entry.source.range, after: entry.text), document,
        base: sources.isEmpty ? 0 : sources[current].range.lowerBound, source: current)
    }
    close("]")
  }

  /// Writes the accounts of the cleaned text as runs: `["value",[120,131]]`.
  fileprivate mutating func ledgerRuns(_ ledger: borrowing Ledger) {
    let accounts = ledger.accounts
    // Describing a case looks its name up each time, which is slow.
    let names = Ledger.Account.allCases.map { String(describing: $0) }
    var start = 0
    for index in accounts.indices.dropFirst() where accounts[index] != accounts[start] {
      run(names[Int(accounts[start])], start..<index)
      start = index
    }
    if !accounts.isEmpty { run(names[Int(accounts[start])], start..<accounts.count) }
  }

  private mutating func run(_ account: String, _ range: Range<Int>) {
    comma()
    open("[")
    string(account)
    buffer.byte(0x2C)
    self.range(range)
    close("]")
  }
}
