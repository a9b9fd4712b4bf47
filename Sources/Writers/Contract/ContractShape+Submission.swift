internal import TieoutModel

/// The contract itself, as `tieout.schema.json` has it.
extension ContractShape {
  /// `submission.json`.
  static let submission = ContractShape.object([
    schema,
    .must("generator", .object([.must("name", .text), .must("version", .text)])),
    .must(
      "profile",
      .object([.must("id", .text), .must("version", .text), .must("score", .decimal)])),
    .must("sources", .array(source)),
    .may(
      "metadata",
      .object([
        .may("title", .text), .may("number", .text), .may("date", .text), .may("issuer", .text),
        .may("pages", .integer(from: 1)),
      ])),
    .may(
      "redactions",
      .array(
        .object([
          .must("type", .word(FieldType.redactable.map(\.rawValue))),
          .must("values", .integer(from: 0)), .must("places", .integer(from: 0)),
        ]), 1...Int.max)),
    .must("types", .dictionary(.object([.must("type", types), .may("unit", .text)]))),
    .may("letter", record),
    .must(
      "summary",
      .object([
        .must("fields", .dictionary(field)), .must("rows", .array(record)), .may("total", record),
        .may("lines", .array(record, 1...Int.max)),
      ])),
    .must("details", .array(record)),
    .must("links", .array(link)),
    .must("repairs", .array(repair)),
    .must("findings", .array(finding)),
    checks,
    .may("decisions", .array(decision, 1...Int.max)),
    .must("unplaced", .array(.object([.must("text", .text), .must("at", location)]))),
    .must(
      "ledger", counts("scalars", "values", "labels", "boilerplate", "markup", "unplaced")),
  ])

  /// `findings.json`.
  static let findings = ContractShape.object([
    schema, .must("sources", .array(source)), .must("findings", .array(finding)), checks,
    .may("decisions", .array(decision, 1...Int.max)), .may("baseline", baseline),
  ])

  private static let schema = Member.must("schema", .word(["tieout/1"]))

  private static let checks = Member.must(
    "checks",
    .object(
      Verdict.allCases.map { .must($0.rawValue, .integer(from: 0)) } + [
        .may(
          "byCheck",
          .dictionary(.object(Verdict.allCases.map { .may($0.rawValue, .integer(from: 1)) })))
      ]))

  private static let decision = ContractShape.object([
    .must("fingerprint", .text), .must("ruling", .word(["accept", "reject", "correct"])),
    .must("standing", .word(Decision.Standing.allCases.map(\.rawValue))),
    .may("record", .text), .may("field", .text), .may("value", .text),
    .must("reason", .text), .must("by", .text), .must("date", .text), .must("evidence", .text),
    .must("version", .text),
  ])

  private static let baseline = ContractShape.object([
    .must("name", .text), .must("same", .integer(from: 0)),
    .must("new", .array(.code(.finding))), .must("changed", .array(.code(.finding))),
    .must(
      "gone",
      .array(
        .object([
          .must("check", .code(.check)), .must("severity", .word(Severity.allCases.map(\.name))),
          .must("message", message), .must("fingerprint", .text),
        ]))),
  ])

  private static let types = ContractShape.word(
    FieldType.allCases.filter { $0 != .text }.map(\.rawValue))

  private static let message = ContractShape.object([.must("zh", .text), .must("en", .text)])

  private static let bytes = ContractShape.array(.integer(from: 0), 2...2)

  /// A place; only inside a record may it leave out the source.
  private static func place(_ source: Member) -> ContractShape {
    .object([
      source, .may("page", .integer(from: 1)), .must("line", .integer(from: 1)),
      .must("column", .integer(from: 1)), .must("bytes", bytes),
      .may("box", .array(.number, 4...4)), .may("element", .text), .may("confidence", .text),
    ])
  }

  private static let location = place(.must("source", .integer(from: 0)))
  private static let nearby = place(.may("source", .integer(from: 0)))

  private static let source = ContractShape.object([
    .must("name", .text), .must("sha256", .code(.sha256)), .must("bytes", .integer(from: 0)),
    .must("lines", .integer(from: 0)), .must("format", .text), .must("reason", .text),
    .must("encoding", .text),
    .may(
      "remarks",
      .array(.object([.must("message", message), .must("at", location)]), 1...Int.max)),
  ])

  private static let edit = ContractShape.object([
    .must("rule", .text), .must("bytes", bytes), .must("after", .string),
  ])

  private static let field = ContractShape.either(
    .text,
    object: .object([
      .must("value", .text), .may("printed", .text), .may("unit", .text), .may("at", nearby),
      .may("edits", .array(edit, 1...Int.max)),
      .may("repairs", .array(.code(.repair), 1...Int.max)),
    ]))

  private static let record = ContractShape.object([
    .must("id", .text),
    .must("kind", .word(["summary-row", "summary-total", "summary-line", "detail", "letter"])),
    .must("at", location),
    .must("fields", .dictionary(field)),
    .may(
      "groups", .dictionary(.array(.dictionary(field, and: [.may("at", nearby)]), 1...Int.max))),
  ])

  private static let link = ContractShape.object([
    .must("summary", .text), .must("detail", .text), .must("weight", .decimal),
    .must(
      "evidence",
      .array(
        .object([
          .must("kind", .word(["name", "organisation", "department", "amount", "order"])),
          .must("weight", .decimal), .may("summary", .text), .may("detail", .text),
        ]))),
    .may("runnerUp", .object([.must("detail", .text), .must("weight", .decimal)])),
  ])

  private static let repair = ContractShape.object([
    .must("id", .code(.repair)), .must("rule", .code(.check)),
    .must("state", .word(["proved", "likely", "offered", "accepted", "rejected"])),
    .may("cells", .array(location, 1...Int.max)),
    // Empty strings are blank cells: left out, the others would no longer stand pair by pair.
    .may("before", .array(.string, 1...Int.max)), .may("after", .array(.string, 1...Int.max)),
    .may("evidence", .array(.text, 1...Int.max)),
    .may("alternatives", .array(.text, 1...Int.max)), .may("score", .text),
    .may("decision", decision),
  ])

  private static let value = ContractShape.object([
    .must("role", .text), .must("record", .text), .may("field", .text), .may("printed", .text),
    .may("value", .text), .may("unit", .text), .may("at", location),
  ])

  private static let finding = ContractShape.object([
    .must("id", .code(.finding)), .must("check", .code(.check)), .may("name", .text),
    .must("severity", .word(Severity.allCases.map(\.name))),
    .must("verdict", .word(Verdict.allCases.map(\.rawValue))),
    .must("attribution", .word(["ocr", "source", "undetermined"])),
    .must("subject", .object([.must("record", .text), .may("field", .text)])),
    .must("records", .array(.text, 1...Int.max)),
    .must("message", message),
    .may("values", .array(value, 1...Int.max)),
    .may(
      "intervals",
      .array(.object([.must("role", .text), .may("low", .text), .may("high", .text)]), 1...Int.max)),
    .may("slack", .decimal), .may("difference", .decimal), .may("differenceInYuan", .decimal),
    .may(
      "diagnosis",
      .array(
        .word([
          "transposition", "slide", "dropped-or-added-zero", "one-digit", "look-alike-digit",
          "truncation", "unit-slip",
        ]), 1...Int.max)),
    .may("majority", .text),
    .may("suggested", .object([.must("value", .text), .must("grounds", message)])),
    .may("related", .array(.text, 1...Int.max)),
    .must("fingerprint", .text),
    .may("decision", decision),
  ])

  private static func counts(_ names: String...) -> ContractShape {
    .object(names.map { .must($0, .integer(from: 0)) })
  }
}
