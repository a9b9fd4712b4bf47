import Testing
import Tieout

@testable import TieoutMaking

@Suite("Records are known again when others come and go")
struct RecordKeysTests {
  /// A paper of six projects, of which two have a target that disagrees with its text.
  private static func earlier() -> MadeSubmission {
    var made = MadeSeries(documents: 1, projects: 6, seed: 11).clean(0)
    for form in [1, 4] {
      let line = made.forms[form].indicators.firstIndex { $0.level2 == "数量指标" }
      if let line { made.forms[form].indicators[line].target += "5" }
    }
    return made
  }

  /// The same with another project at the top.
  private static func later() -> MadeSubmission {
    var made = earlier()
    let others = MadeSeries(documents: 100, projects: 6, seed: 77)
    let other = (0..<100).map(others.clean).first { $0.year == made.year } ?? made
    made.forms.insert(other.forms[0], at: 0)
    made.rows.insert(other.rows[0], at: 0)
    for row in made.rows.indices { made.rows[row].number = row + 1 }
    made.total += Plant.hundredths(other.rows[0].amount)
    made.statedSum = made.total
    made.statedCount += 1
    return made
  }

  private static func run(
    _ made: MadeSubmission, _ decisions: [Decision] = [], _ baseline: Baseline? = nil
  ) throws -> Submission {
    var options = Options()
    options.decisions = decisions
    options.baseline = baseline
    let bytes = [UInt8](Page.lines(made).joined(separator: "\n").utf8)
    return try Tieout.run([Input(name: "made.txt", bytes: bytes)], options)
  }

  private static func wrong(_ submission: Submission) -> [Finding] {
    submission.findings.filter { $0.severity >= .warning }
  }

  @Test("Decisions hold where a row is new at the top")
  func decisions() throws {
    let before = try Self.run(Self.earlier())
    let wrong = Self.wrong(before)
    #expect(wrong.count >= 2)
    let decisions = try wrong.flatMap {
      try before.decide(
        .accept, on: $0.fingerprint, reason: "a", by: "b", when: "2026-11-26T09:30:00Z")
    }
    let after = try Self.run(Self.later(), decisions)
    #expect(after.decisions.allSatisfy { $0.standing == .current })
    #expect(Self.wrong(after).count == wrong.count)
    #expect(Self.wrong(after).allSatisfy(after.isSettled))
  }

  @Test("A correction finds its form where a row is new at the top")
  func corrections() throws {
    let before = try Self.run(Self.earlier())
    let finding = try #require(Self.wrong(before).first)
    let decisions = try before.decide(
      .correct, on: finding.fingerprint, value: "100", field: finding.subject.record + ".total",
      reason: "a", by: "b", when: "2026-11-26T09:30:00Z")
    let after = try Self.run(Self.later(), decisions)
    #expect(after.decisions.map(\.standing) == [.current])
    let repair = try #require(after.repairs.first { $0.decision != nil })
    #expect(repair.record != finding.subject.record)
  }

  @Test("Of an earlier run everything is the same where a row is new at the top")
  func baseline() throws {
    let before = try Self.run(Self.earlier())
    let json = before.written(FindingsWriter.self)
    let after = try Self.run(Self.later(), [], Baseline(json: json, name: "f.json"))
    let comparison = try #require(after.comparison)
    #expect(comparison.gone.isEmpty)
    #expect(comparison.changed.isEmpty)
    #expect(comparison.same == before.findings.count)
  }

  @Test("An earlier run that called rows by number is compared by its figures")
  func olderBaseline() throws {
    let before = try Self.run(Self.earlier())
    let keys = RecordKeys(before)
    var json = String(decoding: before.written(FindingsWriter.self), as: UTF8.self)
    for (place, row) in before.summary.rows.enumerated() {
      let name = keys.key(ofRecord: row.id).dropFirst("summary/".count)
      json = json.replacing("form-of/\(name):", with: "form-of/\(place + 1):")
      json = json.replacing("summary/\(name):", with: "summary/\(place + 1):")
    }
    let baseline = try Baseline(json: Array(json.utf8), name: "f.json")
    let comparison = try #require(Self.run(Self.later(), [], baseline).comparison)
    #expect(comparison.gone.isEmpty)
    #expect(comparison.same == before.findings.count)
  }

  @Test("Decisions that call rows by number carry where their figures are the same")
  func byNumber() throws {
    let before = try Self.run(Self.earlier())
    let finding = try #require(Self.wrong(before).first { $0.subject.record == "detail/2" })
    let rest = finding.fingerprint.split(separator: ":", omittingEmptySubsequences: false)
    let old = "\(rest[0]):form-of/2:" + rest.dropFirst(2).joined(separator: ":")
    var decision = Decision(
      fingerprint: old, ruling: .accept, reason: "a", by: "b", when: "2026-11-26T09:30:00Z",
      evidence: finding.evidenceHash)
    for made in [Self.earlier(), Self.later()] {
      let after = try Self.run(made, [decision])
      #expect(after.decisions.map(\.standing) == [.current])
      let settled = Self.wrong(after).filter(after.isSettled)
      #expect(settled.map(\.evidenceHash) == [finding.evidenceHash])
    }
    // Figures that are others are for somebody to look at again.
    decision.evidence = "0000000000000000"
    let stale = try Self.run(Self.earlier(), [decision])
    #expect(stale.decisions.map(\.standing) == [.stale])
  }

  @Test(
    "A decision by number stands for its own finding, and not for the row of that number as well")
  func byNumberAlone() throws {
    let before = try Self.run(Self.earlier())
    let finding = try #require(Self.wrong(before).first { $0.subject.record == "detail/2" })
    let rest = finding.fingerprint.split(separator: ":", omittingEmptySubsequences: false)
    let decision = Decision(
      fingerprint: "\(rest[0]):form-of/2:" + rest.dropFirst(2).joined(separator: ":"),
      ruling: .accept, reason: "a", by: "b", when: "2026-11-26T09:30:00Z",
      evidence: finding.evidenceHash)
    var made = Self.later()
    for line in made.forms[1].indicators.indices
    where made.forms[1].indicators[line].level2 == "数量指标" {
      made.forms[1].indicators[line].target += "7"
    }
    let after = try Self.run(made, [decision])
    #expect(Self.wrong(after).count > Self.wrong(before).count)
    #expect(Self.wrong(after).filter(after.isSettled).map(\.evidenceHash) == [finding.evidenceHash])
  }

  @Test("Names that begin alike may be one, names that do not are two")
  func alike() throws {
    let parts = { (record: String) in try #require(FingerprintParts("AG02:\(record):total:")) }
    let now = try parts("form-of/校园保安工资-1a2b")
    for record in ["form-of/校园保安工次-9f00", "form-of/3", "form-of/校园保安-0001"] {
      #expect(now.mayBeCalled(try parts(record)), "\(record)")
    }
    for record in ["form-of/教师培训-1a2b", "form-of/校舍维修改造-1a2b", "form-of/-1a2b"] {
      #expect(!now.mayBeCalled(try parts(record)), "\(record)")
    }
  }

  @Test("Where names are masked, fingerprints hold none, and still name their findings")
  func unnamed() throws {
    let submission = try Self.run(Self.earlier())
    let finding = try #require(Self.wrong(submission).first)
    var masked = submission
    masked.redact([.phone])
    let place = try #require(
      submission.findings.firstIndex { $0.fingerprint == finding.fingerprint })
    let shown = masked.findings[place].fingerprint
    #expect(shown.utf8.allSatisfy { $0 < 0x80 })
    #expect(submission.thing(named: shown) == .finding(place))
    for (long, short) in [
      ("AG02:form-of/ga01:total:", "AG02:form-of/-"),
      ("FT01:summary/total:amount:", "FT01:summary/total:"),
      ("CP01:detail/3::", "CP01:detail/3::"),
      ("AG01:form-of/甲乙-1a2b@99~2:a:", "AG01:form-of/-1a2b@99~2:a:"),
    ] {
      let unnamed = try #require(FingerprintParts(long)).unnamed
      #expect(unnamed.hasPrefix(short) && !unnamed.contains("ga01"), "\(unnamed)")
    }
  }

  @Test("A corrected text holds masked names like any other")
  func correctedAndMasked() throws {
    let before = try Self.run(Self.earlier())
    let name = try #require(
      before.details[1].fields.first { before.profile.name($0.name) == "head" })
    let decisions = try before.decide(
      .correct,
      on: try #require(Self.wrong(before).first { $0.subject.record == "detail/2" }).fingerprint,
      value: before.text(name), field: "detail/2.head", reason: "a", by: "b",
      when: "2026-11-26T09:30:00Z")
    var options = Options()
    options.decisions = decisions
    options.redacted = [.person]
    let bytes = [UInt8](Page.lines(Self.earlier()).joined(separator: "\n").utf8)
    let masked = try Tieout.run([Input(name: "made.txt", bytes: bytes)], options)
    #expect(!String(decoding: masked.document.text, as: UTF8.self).contains(before.text(name)))
  }

  @Test("A name that was recognised otherwise loses no decision, while its figures are the same")
  func misread() throws {
    let before = try Self.run(Self.earlier())
    let finding = try #require(Self.wrong(before).first { $0.subject.record == "detail/2" })
    let decisions = try before.decide(
      .accept, on: finding.fingerprint, reason: "a", by: "b", when: "2026-11-26T09:30:00Z")
    var made = Self.earlier()
    made.rows[1].project += "（续）"
    made.forms[1].project += "（续）"
    let after = try Self.run(made, decisions)
    #expect(after.decisions.map(\.standing) == [.current])
  }

  @Test("Records of one name are told apart, and a code names its record alone")
  func doubles() throws {
    let submission = try Self.run(Self.earlier())
    let keys = RecordKeys(submission)
    let all = (submission.summary.rows + submission.details).map { keys.key(ofRecord: $0.id) }
    #expect(Set(all).count == all.count)
    var doubled = Self.earlier()
    doubled.rows[3].project = doubled.rows[2].project
    doubled.rows[3].unit = doubled.rows[2].unit
    let other = try Self.run(doubled)
    let names = other.summary.rows.map { RecordKeys(other).key(ofRecord: $0.id) }
    #expect(Set(names).count == names.count)
    #expect(keys.key(ofRecord: "letter") == "letter")
    #expect(keys.key(ofRecord: "summary/total") == "summary/total")
  }
}
