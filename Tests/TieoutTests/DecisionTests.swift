import Testing
import Tieout

@Suite("What reviewers decide holds on the next run")
struct DecisionTests {
  private static let path = "budget-2024/submission.txt"

  private static func run(
    _ decisions: [Decision] = [], changing change: (String) -> String = { $0 }
  ) throws -> Submission {
    let text = String(decoding: try Corpus.bytes(path), as: UTF8.self)
    var options = Options()
    options.decisions = decisions
    return try Tieout.run([Input(name: "x.txt", bytes: Array(change(text).utf8))], options)
  }

  private static func decide(
    _ ruling: Decision.Ruling, _ name: String, value: String? = nil, field: String? = nil,
    on submission: Submission
  ) throws -> [Decision] {
    try submission.decide(
      ruling, on: name, value: value, field: field, reason: "核实", by: "李",
      when: "2026-11-26T09:30:00Z")
  }

  /// As people name it, by the number of its row.
  private static let transposed = "AG02:form-of/38:indicators[3].target:target"

  private static func isTransposed(_ finding: Finding) -> Bool {
    finding.check == "AG02"
      && finding.subject == Subject(record: "detail/38", field: "indicators[3].target")
  }

  @Test(
    "An accepted finding stays listed and counts no longer",
    arguments: [Decision.Ruling.accept, .reject])
  func settled(_ ruling: Decision.Ruling) throws {
    let before = try Self.run()
    let decisions = try Self.decide(ruling, Self.transposed, on: before)
    let after = try Self.run(decisions)
    #expect(after.findings.map(\.fingerprint) == before.findings.map(\.fingerprint))
    let finding = try #require(after.findings.first(where: Self.isTransposed))
    #expect(after.isSettled(finding))
    #expect(after.findings.count { after.isSettled($0) } == 1)
    #expect(after.decision(on: finding)?.ruling == ruling)
    let json = JSON(after.written(FindingsWriter.self))
    #expect(json["decisions"].items.map { $0["standing"].string } == ["current"])
    #expect(json["decisions"].items[0]["date"].string == "2026-11-26")
  }

  @Test("Other findings are decided on by nobody")
  func others() throws {
    let after = try Self.run(Self.decide(.accept, Self.transposed, on: Self.run()))
    #expect(after.findings.count { $0.decision != nil } == 1)
  }

  @Test("Where the figures have changed, the decision is stale and the finding counts again")
  func stale() throws {
    let decisions = try Self.decide(.accept, Self.transposed, on: Self.run())
    let after = try Self.run(decisions) { $0.replacing("2384.82", with: "2384.28") }
    let finding = try #require(after.findings.first(where: Self.isTransposed))
    #expect(after.decision(on: finding)?.standing == .stale)
    #expect(!after.isSettled(finding))
  }

  @Test("Where the finding is gone, the decision is kept as absent")
  func absent() throws {
    let decisions = try Self.decide(.accept, Self.transposed, on: Self.run())
    let after = try Self.run(decisions) { $0.replacing("2384.82", with: "2348.82") }
    #expect(after.decisions.map(\.standing) == [.absent])
    #expect(after.findings.allSatisfy { $0.decision == nil })
  }

  @Test("Lines that move do not make a decision stale")
  func moved() throws {
    let decisions = try Self.decide(.accept, Self.transposed, on: Self.run())
    let after = try Self.run(decisions) { "\n\n" + $0 }
    #expect(after.decisions.map(\.standing) == [.current])
  }

  @Test("The beginning of a fingerprint names a finding, where it begins no other")
  func prefixes() throws {
    let before = try Self.run()
    let whole = try Self.decide(.accept, Self.transposed, on: before)
    #expect(try Self.decide(.accept, "AG02:form-of/38", on: before) == whole)
    let error = #expect(throws: RunError.self) {
      try Self.decide(.accept, "AG02:", on: before)
    }
    let named = try #require(before.findings.first(where: Self.isTransposed)).fingerprint
    #expect(error?.message.en.contains(named) == true, "\(error?.message.en ?? "")")
    #expect(throws: RunError.self) { try Self.decide(.accept, "AG02", on: before) }
    let after = try Self.run(whole)
    #expect(throws: Never.self) { try Self.decide(.withdraw, "AG02:form-of/38", on: after) }
  }

  @Test("The last word holds, and what was withdrawn does not")
  func lastWord() throws {
    let before = try Self.run()
    let accept = try Self.decide(.accept, Self.transposed, on: before)
    let after = try Self.run(accept)
    let withdraw = try Self.decide(.withdraw, Self.transposed, on: after)
    #expect(try Self.run(accept + withdraw).decisions.isEmpty)
    #expect(try Self.run(accept + withdraw + accept).decisions.count == 1)
    #expect(throws: RunError.self) { try Self.decide(.withdraw, Self.transposed, on: before) }
  }

  @Test("A corrected value stands in the records, with the decision as its provenance")
  func corrected() throws {
    let before = try Self.run()
    let decisions = try Self.decide(.correct, Self.transposed, value: "2348.82", on: before)
    let after = try Self.run(decisions)
    let path = try #require(FieldPath("indicators[3].target", after.profile))
    let field = try #require(after.fields(.detail(37), path.item)?.named(path.field))
    #expect(after.text(field) == "2348.82")
    #expect(after.document.string(field.printed) == "2384.82")
    let repair = after.repairs[Int(field.columnRepair) - 1]
    #expect(repair.state == .accepted)
    #expect(repair.decision == 0)
    #expect(after.decisions[0].standing == .current)
    #expect(!after.findings.contains(where: Self.isTransposed))
    let finder = try ProvenanceAudit(
      JSON(after.written(JSONWriter.self)), Corpus.bytes(Self.path))
    #expect(finder.fields > 100)
  }

  @Test("A correction of what is printed otherwise by now is stale, and the printed value stays")
  func staleCorrection() throws {
    let decisions = try Self.decide(.correct, Self.transposed, value: "2348.82", on: Self.run())
    let after = try Self.run(decisions) { $0.replacing("2384.82", with: "2384.28") }
    #expect(after.decisions[0].standing == .stale)
    #expect(!after.repairs.contains { $0.state == .accepted })
  }

  @Test("Words and blanks can be corrected, too")
  func words() throws {
    let before = try Self.run()
    let decisions = try Self.decide(
      .correct, Self.transposed, value: "王五", field: "detail/1.head", on: before)
    let after = try Self.run(decisions)
    let head = try #require(after.details[0][after.profile.field("head")])
    #expect(after.text(head) == "王五")
  }

  @Test("A name that is corrected is compared anew, like any other")
  func names() throws {
    let before = try Self.run()
    let name = try #require(before.findings.first { $0.check == "NM01" && $0.severity == .warning })
    let form = try #require(name.records.last)
    let row = try #require(name.records.first)
    let key = try #require(before.profile.summary.key)
    let place = try #require(before.summary.rows.first { $0.id == row }?[key])
    let decisions = try Self.decide(
      .correct, name.fingerprint, value: before.text(place),
      field: form + "." + before.profile.name(try #require(before.profile.detail.key)), on: before)
    let after = try Self.run(decisions)
    #expect(after.decisions.map(\.standing) == [.current])
    #expect(!after.findings.contains { $0.fingerprint == name.fingerprint })
    #expect(after.links.count == before.links.count)
    #expect(after.findings.count == before.findings.count - 1)
    // The ledger accounts for what is printed and nothing else.
    #expect(after.ledgerTotals() == before.ledgerTotals())
  }

  @Test(
    "A correction must be a value of its field's type, and what would be one is said",
    arguments: [
      ("detail/1.total", "many", "an amount"), ("detail/1.total", "12人", "an amount"),
      ("detail/1.head", "13800000000", "a person's name"),
      ("detail/1.head_phone", "李", "telephone"),
      ("detail/1.indicators[0].level2", "甲指标", "one of: 数量指标"),
      ("summary/1.seq", "1.5", "whole number"),
      ("detail/1.indicators[0].target", "2x8", "a number, a date"),
      ("letter.date", "soon", "a date"),
    ])
  func wrongTypes(_ field: String, _ value: String, _ words: String) throws {
    let submission = try Self.run()
    let error = #expect(throws: RunError.self) {
      try Self.decide(.correct, Self.transposed, value: value, field: field, on: submission)
    }
    #expect(error?.message.en.contains(words) == true, "\(error?.message.en ?? "")")
  }

  @Test(
    "A correction may bring its unit, a date or words where the field takes them",
    arguments: [
      ("detail/1.total", "20万元"), ("detail/1.indicators[0].target", "2024年12月31日"),
      ("detail/1.head_phone", "0123-4567890"), ("detail/1.indicators[0].level2", "质量指标"),
    ])
  func rightTypes(_ field: String, _ value: String) throws {
    let submission = try Self.run()
    let decisions = try Self.decide(
      .correct, Self.transposed, value: value, field: field, on: submission)
    #expect(try Self.run(decisions).decisions.map(\.standing) == [.current])
  }

  @Test("Of a number amid a text that number alone is corrected, and the finding is gone")
  func numberAmidText() throws {
    let before = try Self.run()
    let finding = try #require(
      before.findings.first { $0.check == "NR01" && $0.verdict == .broken })
    let stated = try #require(finding.values.first { $0.role == "stated" })
    let computed = try #require(finding.values.first { $0.role == "computed" })
    let decisions = try Self.decide(
      .correct, finding.fingerprint, value: computed.value, on: before)
    let path = try #require(finding.subject.field.flatMap { FieldPath($0, before.profile) })
    let place = try #require(before.place(ofRecord: finding.subject.record))
    let old = try #require(before.fields(place, path.item)?.named(path.field)).words
    let head = before.document.string(Slice(old.range.lowerBound..<stated.printed.range.lowerBound))
    let tail = before.document.string(Slice(stated.printed.range.upperBound..<old.range.upperBound))
    #expect(decisions.map(\.correction?.value) == [head + computed.value + tail])
    let change = try #require(before.change(by: decisions[0]))
    #expect(
      change.hasPrefix(finding.subject.record + "." + before.profile.name(path.field) + ": “"))
    #expect(change.contains(stated.value) && change.contains(computed.value))
    let after = try Self.run(decisions)
    #expect(after.decisions.map(\.standing) == [.current])
    #expect(!after.findings.contains { $0.fingerprint == finding.fingerprint })
  }

  @Test("What is found in a text that was corrected stands where that is printed")
  func correctedText() throws {
    let before = try Self.run()
    let finding = try #require(
      before.findings.first { $0.check == "NR01" && $0.verdict == .coarse })
    let computed = try #require(finding.values.first { $0.role == "computed" }).value
    let first = try Self.decide(.correct, finding.fingerprint, value: computed, on: before)
    let after = try Self.run(first)
    let other = try #require(
      after.findings.first { $0.check == "NR02" && $0.subject == finding.subject })
    let printed = try #require(other.values.first?.printed)
    #expect(Int(printed.end) <= after.document.text.count - after.document.addedBytes)
    _ = try ProvenanceAudit(JSON(after.written(JSONWriter.self)), Corpus.bytes(Self.path))
    for writer in Registry.writers { _ = after.written(writer) }
    // It can be corrected again.
    let second = try Self.decide(.correct, other.fingerprint, value: "1062", on: after)
    let last = try Self.run(first + second)
    #expect(last.decisions.map(\.standing) == [.current, .current])
    #expect(!last.findings.contains { $0.fingerprint == other.fingerprint })
  }

  @Test("What is no number takes no number's place amid a text; the whole text can be given")
  func partOfText() throws {
    let submission = try Self.run()
    let finding = try #require(submission.findings.first { $0.check == "NR01" })
    let field = finding.subject.record + "." + (finding.subject.field ?? "")
    for value in ["many", "356 trees"] {
      let error = #expect(throws: RunError.self) {
        try Self.decide(.correct, finding.fingerprint, value: value, on: submission)
      }
      #expect(error?.message.en.contains("--field \(field) ") == true)
    }
    let whole = try Self.decide(
      .correct, finding.fingerprint, value: "共需356万元。", field: field, on: submission)
    #expect(whole.map(\.correction?.value) == ["共需356万元。"])
  }

  @Test(
    "What cannot be meant is refused with what would help",
    arguments: [
      ("f9999", nil, nil), (transposed, "many", "detail/1.total"),
      (transposed, "1", "detail/1.nothing"),
      (transposed, "1", "nowhere"), (transposed, "", nil), ("r1", "1", nil),
    ] as [(String, String?, String?)])
  func refused(_ name: String, _ value: String?, _ field: String?) throws {
    let submission = try Self.run()
    #expect(throws: RunError.self) {
      try Self.decide(.correct, name, value: value, field: field, on: submission)
    }
  }

  @Test("No output but the decisions file holds a time of day")
  func noTime() throws {
    let after = try Self.run(Self.decide(.accept, Self.transposed, on: Self.run()))
    for writer in Registry.writers {
      let text = String(decoding: after.written(writer), as: UTF8.self)
      #expect(!text.contains("09:30"))
      // Records and changes alone know of no decisions; in a workpaper all text is packed.
      let silent: [any Writer.Type] = [
        TraceWriter.self, LedgerWriter.self, CSVWriter.self, NDJSONWriter.self,
        WorkpaperWriter.self,
      ]
      let isSilent = silent.contains { $0 == writer }
      #expect(isSilent || text.contains("2026-11-26"), "\(writer.format)")
    }
  }
}
