internal import Tieout

/// Made documents, clean and damaged, whose values must be the same.
package struct NoiseTrials {
  private let series: MadeSeries

  /// Describes trials: so many documents for each kind of damage, and for all kinds together.
  package init(_ series: MadeSeries) { self.series = series }

  /// What one kind of damage came to.
  package struct Tally: Sendable {
    package var noise: String
    package var documents = 0
    package var values = 0
    package var changed = 0
    package var lostLinks = 0
    /// Errors and warnings that the clean document does not have.
    package var alarms = 0
  }

  /// What all trials came to.
  package struct Result: Sendable {
    package var tallies: [Tally] = []
    /// What went wrong, a line each.
    package var harms: [String] = []
  }

  /// Damages all documents and compares what is read.
  package func run() throws -> Result {
    var result = Result()
    for noise in Noise.all {
      try run(noise.name, &result) { noise.apply($0, percent: 50, &$1) }
    }
    for level in 1...3 {
      try run("all, level \(level)", &result) { Noise.apply($0, level: level, &$1) }
    }
    return result
  }

  private func run(
    _ name: String, _ result: inout Result,
    _ damage: ([String], inout SplitMix) -> [String]
  ) throws {
    var tally = Tally(noise: name)
    for document in 0..<series.documents {
      let seed = series.seed(of: document)
      let lines = Page.lines(series.clean(document))
      var random = series.random(for: document)
      let damaged = damage(lines, &random)
      let before = try MadeSeries.submission(lines)
      let after = try MadeSeries.submission(damaged)
      let values = before.values, others = after.values
      let changed = Set(values.keys).union(others.keys).filter { values[$0] != others[$0] }
      let known = Set(before.findings.map(\.fingerprint))
      let alarms = after.findings.filter {
        $0.severity > .review && !known.contains($0.fingerprint)
      }
      tally.documents += 1
      tally.values += values.count
      tally.changed += changed.count
      tally.lostLinks += max(0, before.links.count - after.links.count)
      tally.alarms += alarms.count
      result.harms += changed.sorted().map {
        "\(name), seed \(seed): \($0): \(values[$0] ?? "nothing") became \(others[$0] ?? "nothing")"
      }
      result.harms += alarms.map { "\(name), seed \(seed): \($0.check) \($0.message.en)" }
      if !after.ledgerTotals().balances { result.harms.append("\(name), seed \(seed): ledger") }
    }
    result.tallies.append(tally)
  }
}

extension NoiseTrials.Result {
  /// The result as a Markdown table.
  package var table: String {
    let rows = tallies.map {
      "| \($0.noise) | \($0.documents) | \($0.values) | \($0.changed) | \($0.lostLinks) "
        + "| \($0.alarms) |"
    }
    let head = ["| damage | documents | values | changed | links lost | alarms |"]
    return (head + ["|---|---:|---:|---:|---:|---:|"] + rows).joined(separator: "\n")
  }
}
