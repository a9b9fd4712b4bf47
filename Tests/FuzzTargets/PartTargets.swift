internal import Tieout
internal import TieoutModel
internal import TieoutReaders
internal import TieoutStages

extension FuzzTarget {
  /// The parts beside the readers.
  static let parts = [
    FuzzTarget("profile") { _ = try NamedProfile(yaml: $0, name: "x") },
    FuzzTarget("cleaning", clean), FuzzTarget("numbers", readNumbers),
    FuzzTarget("decisions", readDecisions), FuzzTarget("trace", applyTrace),
    FuzzTarget("submission", tieOut),
  ]

  /// Cleaning, LaTeX among it: the map is whole, and what is clean stays as it is.
  private static func clean(_ bytes: [UInt8]) throws {
    let profile = Profile(id: "x", version: "1")
    func cleaned(_ bytes: [UInt8]) throws -> Document {
      var document = Document()
      try Readers.all.first { $0.format == "text" }?
        .read(bytes, name: "x", reason: "fuzzed", into: &document)
      Stages.all.first?.run(&document, profile)
      return document
    }
    let document = try cleaned(bytes)
    let submission = Submission(document: document, profile: profile, profileScore: 0)
    try hold(submission.ledgerTotals().balances, "the ledger balances")
    let again = try cleaned(document.text)
    try hold(again.map.entries.isEmpty, "what is clean stays as it is")
  }

  /// Numbers: what is read lies in the text, and reads the same from its own description.
  private static func readNumbers(_ text: [UInt8]) throws {
    for start in text.indices.prefix(400) {
      let range = start..<min(text.count, start + 60)
      if let (quantity, end) = Quantity.read(text, range) {
        try hold(end > start && end <= range.upperBound, "a number lies in its text")
        let words = Array(quantity.description.utf8)
        let same = Quantity.whole(words, Slice(words.indices))
        try hold(same?.description == quantity.description, "a number reads as it is written")
      }
      if let numeral = Numeral.read(text, range) {
        try hold(numeral.end > start && numeral.end <= range.upperBound, "a numeral lies in it")
      }
      if let (_, end) = Comparator.read(text, range) {
        try hold(end > start && end <= range.upperBound, "a comparator lies in it")
      }
      _ = Comparator.last(text, range)
      _ = Quantity.isDamaged(text, Slice(range))
      _ = Quantity.isLookAlike(text, Slice(range))
      if let date = PartialDate.read(text, Slice(range)) {
        try hold(!date.description.isEmpty, "a date says something")
      }
    }
  }

  /// Decisions: what is read and written again reads the same.
  private static func readDecisions(_ bytes: [UInt8]) throws {
    let (decisions, _) = DecisionLog.read(bytes)
    let again = DecisionLog.read(DecisionLog.lines(decisions))
    try hold(again.decisions == decisions, "decisions stay what they are")
    try hold(again.unreadable.isEmpty, "what is written can be read")
  }

  /// A trace either leads to its text or is refused.
  private static func applyTrace(_ bytes: [UInt8]) throws {
    _ = try replay([Input(name: "x", bytes: Array("a b\t１\n".utf8))], trace: bytes)
  }

  /// The whole way: the ledger's runs are the input, and the trace repeats the cleaning.
  private static func tieOut(_ bytes: [UInt8]) throws {
    let input = [Input(name: "x", bytes: bytes)]
    let submission: Submission
    do throws(RunError) { submission = try Tieout.run(input) } catch {
      return try hold(!error.isInternal, error.message.en)
    }
    var end = 0
    for run in submission.ledgerRuns() {
      try hold(
        run.at.bytes.lowerBound == end, "a run of the ledger begins where the last one ended")
      end = run.at.bytes.upperBound
    }
    try hold(end == bytes.count, "the ledger's runs are the input")
    var trace: [UInt8] = []
    TraceWriter.write(submission, WriteOptions(), into: &trace)
    // Words that a repair joined stand behind the text that was read.
    let document = submission.document
    try hold(
      try replay(input, trace: trace) == Array(document.text.dropLast(document.addedBytes)),
      "the trace leads to the text")
    for writer in Registry.writers {
      var output: [UInt8] = []
      writer.write(submission, WriteOptions(), into: &output)
    }
  }
}
