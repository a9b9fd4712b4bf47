package import Tieout

/// What must hold for every paper, tried on files and on made documents.
package struct PropertyTrials {
  /// What was tried, on how many papers, and how often it did not hold.
  package struct Tally: Sendable {
    package var property: String
    package var documents = 0
    package var failures = 0
  }

  /// The properties, in the order of the table.
  package private(set) var tallies: [Tally] = []
  /// What did not hold, a line each.
  package private(set) var complaints: [String] = []

  package init() {}

  /// Tries all properties on the files and on the documents of a series, clean and damaged.
  package mutating func run(_ files: [Input], _ series: MadeSeries) throws {
    for file in files { try look(at: file) }
    for document in 0..<series.documents {
      let lines = Page.lines(series.clean(document))
      let clean = try look(at: Self.input("made \(document)", lines))
      expect("clean values are left as they are", clean.changedValues.isEmpty, "made \(document)")
      for level in 1...3 {
        var random = series.random(for: document)
        try look(
          at: Self.input(
            "made \(document), level \(level)", Noise.apply(lines, level: level, &random)))
      }
      try removeCause(series, document, clean)
    }
  }

  private static func input(_ name: String, _ lines: [String]) -> Input {
    Input(name: name, bytes: Array(lines.joined(separator: "\n").utf8))
  }

  private mutating func expect(_ property: String, _ holds: Bool, _ name: String) {
    let place =
      tallies.firstIndex { $0.property == property }
      ?? {
        tallies.append(Tally(property: property))
        return tallies.count - 1
      }()
    tallies[place].documents += 1
    if holds { return }
    tallies[place].failures += 1
    complaints.append("\(name): \(property)")
  }

  @discardableResult
  private mutating func look(at input: Input) throws -> Submission {
    let first = try Tieout.run([input])
    let second = try Tieout.run([input])
    let isSame = Registry.writers.allSatisfy { first.bytes($0) == second.bytes($0) }
    expect("two runs give the same bytes in every format", isSame, input.name)
    expect(
      "each byte is in one run of the ledger, and it balances",
      first.ledgerTotals().balances && first.runsAre(input), input.name)
    let replayed = try? replay([input], trace: first.bytes(TraceWriter.self))
    let cleaned = Array(first.document.text.dropLast(first.document.addedBytes))
    expect("the trace repeats the cleaning", replayed == cleaned, input.name)
    guard first.document.sources.allSatisfy({ $0.file == nil }) else { return first }
    let again = try Tieout.run([Input(name: input.name, bytes: cleaned)])
    expect(
      "a cleaned text has nothing left to clean, and gives the same values",
      again.document.map.entries.isEmpty && again.values == first.values, input.name)
    return first
  }

  /// Plants an error: what is reported of it must be gone without it.
  private mutating func removeCause(
    _ series: MadeSeries, _ document: Int, _ clean: Submission
  ) throws {
    var random = series.random(for: document)
    let plant = Plant.all[document % Plant.all.count]
    guard let (lines, planted) = plant.plant(into: series.clean(document), &random) else { return }
    let known = Set(clean.findings.map(\.essence))
    let found = try MadeSeries.submission(lines).findings
    let caused = found.filter { planted.checks.contains($0.check) }.map(\.essence)
    expect(
      "a finding goes with its cause", !caused.allSatisfy { known.contains($0) },
      "made \(document), \(planted.kind)")
  }
}

extension PropertyTrials {
  /// The result as a Markdown table.
  package var table: String {
    let rows = tallies.map { "| \($0.property) | \($0.documents) | \($0.failures) |" }
    return (["| property | documents | failures |", "|---|---:|---:|"] + rows).joined(
      separator: "\n")
  }
}

extension Finding {
  /// What it says, and of what.
  fileprivate var essence: String { fingerprint + values.map(\.value).joined(separator: " ") }
}

extension Submission {
  fileprivate func bytes(_ writer: any Writer.Type) -> [UInt8] {
    var output: [UInt8] = []
    writer.write(self, WriteOptions(), into: &output)
    return output
  }

  /// Whether the ledger's runs follow one another from the first byte of an input to its last.
  fileprivate func runsAre(_ input: Input) -> Bool {
    var end = 0
    for run in ledgerRuns() {
      guard run.at.bytes.lowerBound == end else { return false }
      end = run.at.bytes.upperBound
    }
    return end == input.bytes.count
  }

  /// The values in whose characters cleaning changed anything.
  fileprivate var changedValues: [Field] {
    let records = [letter, summary.total].compactMap { $0 } + summary.rows + details
    let fields = records.flatMap { $0.fields + $0.groups.flatMap { $0.items.flatMap(\.fields) } }
    return fields.filter { !$0.printed.isEmpty && !document.map.edits(in: $0.printed).isEmpty }
  }
}
