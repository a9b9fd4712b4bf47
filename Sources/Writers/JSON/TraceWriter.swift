public import TieoutModel

/// Writes `trace.json`: everything that was changed, and what became of each character.
///
/// Each edit says: copy the input up to the first of `bytes`, write `after`, go on at the second, which
/// lies before the first where a format holds characters in another order than that in which they
/// are read. Behind its last edit the rest of an input is copied. What comes of it is the cleaned text,
/// whose hash stands in `text`; the ledger's runs are ranges of it. So the way from paper to records can
/// be replayed and audited from the inputs and this file alone. Offsets are those of the input's file;
/// of one in another encoding than UTF-8, its characters are copied.
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
    JSONOutput.append(submission, options, to: &output) { json, submission in
      json.open("{")
      json.key("\"schema\":\"tieout-trace/1\"")
      json.generator()
      json.sources(submission.document)
      json.cleanedText(submission)
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
  /// Writes the member by which the cleaned text is known, without what reviewers corrected.
  fileprivate mutating func cleanedText(_ submission: borrowing Submission) {
    let count = submission.document.text.count - submission.document.addedBytes
    key("\"text\":")
    open("{")
    member("\"bytes\":", count)
    member("\"sha256\":", sha256(submission.document.text.span.extracting(0..<count)))
    close("}")
  }

  /// Writes the member with every step from the inputs to the cleaned text.
  fileprivate mutating func allEdits(_ document: borrowing Document) {
    key("\"edits\":")
    open("[")
    for step in TraceSteps(copy document).steps {
      comma()
      open("{")
      member("\"rule\":", document.ruleName(step.rule))
      member("\"source\":", step.source)
      key("\"bytes\":")
      open("[")
      buffer.integer(step.start)
      buffer.byte(0x2C)
      buffer.integer(step.end)
      close("]")
      key("\"after\":")
      buffer.byte(0x22)
      // The seams between cells and lines are a part of the text.
      buffer.inspect(document.text.span.extracting(step.after.range), as: JSONEscaping.self)
      buffer.byte(0x22)
      close("}")
      buffer.settle()
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
    buffer.settle()
  }
}
