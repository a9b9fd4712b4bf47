internal import TieoutMarkup
public import TieoutModel

/// The decisions file: a line of JSON a decision, added at its end and never changed.
///
/// The only file that holds a time of day, because it tells when somebody decided; whoever writes it
/// says when that was.
public enum DecisionLog {
  /// What a decisions file is called beside the input `NAME.ext`.
  public static let suffix = ".decisions.jsonl"

  /// The decisions of a file in order, and the lines that are none, counted from 1.
  ///
  /// A line that was torn off when a machine stopped costs itself and nothing else.
  public static func read(_ bytes: [UInt8]) -> (decisions: [Decision], unreadable: [Int]) {
    var decisions: [Decision] = []
    var unreadable: [Int] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy(\.isBlankASCII) {
      if let decision = decision(Array(line)) {
        decisions.append(decision)
      } else {
        unreadable.append(index + 1)
      }
    }
    return (decisions, unreadable)
  }

  /// Decisions as lines of the file, each with its end.
  public static func lines(_ decisions: [Decision]) -> [UInt8] {
    var buffer = ByteBuffer()
    for decision in decisions {
      buffer.literal("{\"schema\":\"")
      buffer.escaped(schema, as: JSONEscaping.self)
      buffer.byte(0x22)
      append("fingerprint", decision.fingerprint, to: &buffer)
      append("ruling", decision.ruling.rawValue, to: &buffer)
      if let correction = decision.correction {
        append("record", correction.subject.record, to: &buffer)
        append("field", correction.subject.field ?? "", to: &buffer)
        append("value", correction.value, to: &buffer)
      }
      append("reason", decision.reason, to: &buffer)
      append("by", decision.by, to: &buffer)
      append("when", decision.when, to: &buffer)
      append("evidence", decision.evidence, to: &buffer)
      append("version", decision.version, to: &buffer)
      buffer.literal("}\n")
    }
    return buffer.array
  }

  private static let schema = "tieout-decision/1"

  private static func append(_ key: String, _ value: String, to buffer: inout ByteBuffer) {
    buffer.literal(",\"")
    buffer.escaped(key, as: JSONEscaping.self)
    buffer.literal("\":\"")
    buffer.escaped(value, as: JSONEscaping.self)
    buffer.byte(0x22)
  }

  private static func decision(_ line: [UInt8]) -> Decision? {
    let tree = JSONTree(line)
    guard tree.error == nil, let root = tree.root else { return nil }
    func text(_ name: String) -> String? { tree.string(tree.member(name, of: root)) }
    guard text("schema") == schema, let fingerprint = text("fingerprint"), !fingerprint.isEmpty,
      let ruling = text("ruling").flatMap({ Decision.Ruling(rawValue: $0) }),
      let reason = text("reason"), let by = text("by"), let when = text("when"),
      let evidence = text("evidence"), let version = text("version")
    else { return nil }
    var decision = Decision(
      fingerprint: fingerprint, ruling: ruling, reason: reason, by: by, when: when,
      evidence: evidence, version: version)
    if ruling == .correct {
      guard let record = text("record"), let field = text("field"), let value = text("value")
      else { return nil }
      decision.correction = Decision.Correction(
        subject: Subject(record: record, field: field), value: value)
    }
    return decision
  }
}
