internal import TieoutModel

/// Writes `batch.json`: what many submissions come to together.
public enum BatchJSON {
  /// The file's name.
  public static let fileName = "batch.json"

  /// Appends the JSON.
  public static func write(_ summary: BatchSummary, into output: inout ByteBuffer) {
    output.literal("{\"schema\":\"tieout-batch/1\",\"generator\":{\"name\":")
    string(Generator.name, &output)
    output.literal(",\"version\":")
    string(Generator.version, &output)
    output.literal("},\"documents\":")
    output.integer(summary.documents)
    output.literal(",\"exits\":{")
    for (place, exit) in summary.exits.sorted(by: { $0.key < $1.key }).enumerated() {
      if place > 0 { output.literal(",") }
      string("\(exit.key)", &output)
      output.literal(":")
      output.integer(exit.value)
    }
    output.literal("},\"total\":")
    tally(summary.total, &output)
    output.literal(",\"unplacedPerMillion\":")
    string(summary.total.unplacedPerMillion, &output)
    output.literal(",\"worst\":[")
    for (place, entry) in summary.worst.enumerated() {
      output.literal(place > 0 ? ",{\"name\":" : "{\"name\":")
      string(entry.name, &output)
      output.literal(",\"folder\":")
      string(entry.folder, &output)
      output.literal(",\"tally\":")
      tally(entry.tally, &output)
      output.literal("}")
    }
    output.literal("],\"unusable\":[")
    for (place, entry) in summary.unusable.enumerated() {
      output.literal(place > 0 ? ",{\"name\":" : "{\"name\":")
      string(entry.name, &output)
      output.literal(",\"message\":{\"zh\":")
      string(entry.message.zh, &output)
      output.literal(",\"en\":")
      string(entry.message.en, &output)
      output.literal("}}")
    }
    output.literal("]}\n")
  }

  private static func tally(_ tally: ReportTally, _ output: inout ByteBuffer) {
    output.literal("{")
    for part in ReportTally.Part.allCases {
      string(part.name, &output)
      output.literal(":")
      output.integer(tally[part])
      output.literal(",")
    }
    output.literal("\"scalars\":")
    output.integer(tally.scalars)
    output.literal(",\"checks\":{")
    for (place, check) in tally.checks.sorted(by: { $0.key < $1.key }).enumerated() {
      if place > 0 { output.literal(",") }
      string(check.key, &output)
      output.literal(":")
      output.integer(check.value)
    }
    output.literal("}}")
  }

  private static func string(_ text: String, _ output: inout ByteBuffer) {
    output.literal("\"")
    output.escaped(text, as: JSONEscaping.self)
    output.literal("\"")
  }
}
