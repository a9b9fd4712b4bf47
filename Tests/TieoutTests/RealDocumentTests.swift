import Foundation
import Testing
import Tieout

/// The real submission, where it is at hand; its text stays out of every message.
@Suite("The real submission, where it is at hand")
struct RealDocumentTests {
  /// Its bytes; `nil` where it is not at hand.
  private static let bytes: [UInt8]? = {
    let beside = Sources.repository.appending(path: "../shared/seed/submission.txt").path
    let named = ProcessInfo.processInfo.environment["TIEOUT_SEED"]
    let path = [named, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0)
    }
    let bytes = path.flatMap { FileManager.default.contents(atPath: $0) }.map { [UInt8]($0) }
    print(
      bytes == nil
        ? "The real submission is not at hand: its tests are skipped."
        : "The real submission is at hand: its tests run.")
    return bytes
  }()

  private static let outcome = Result { try bytes.map { try Outcome($0) } }

  @Test("It is said whether these tests run")
  func isSaid() { #expect(Self.bytes.map { !$0.isEmpty } ?? true) }

  @Test("No row, form, indicator or link is lost")
  func counts() throws {
    guard let outcome = try Self.outcome.get() else { return }
    #expect(outcome.rows.count == 44)
    #expect(outcome.details.count == 44)
    let indicators = outcome.details.map { $0["groups"]["indicators"].items.count }
    #expect(indicators.reduce(0, +) == 400)
    let areInOrder = outcome.links == (1...44).map { ["summary/\($0)", "detail/\($0)"] }
    #expect(areInOrder)
  }

  @Test("The ledger balances over all its characters")
  func ledger() throws {
    guard let bytes = Self.bytes, let outcome = try Self.outcome.get() else { return }
    let totals = outcome.submission.ledgerTotals()
    #expect(totals.balances)
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let solid = scalars.count { !$0.properties.isWhitespace }
    #expect(totals.scalars == solid)
    #expect(totals.unplaced < 20)
  }

  @Test("Every value can be found on its paper")
  func provenance() throws {
    guard let bytes = Self.bytes, let outcome = try Self.outcome.get() else { return }
    let audit = ProvenanceAudit(outcome.json, bytes)
    let places = audit.complaints.map { "\($0.place): \($0.kind)" }
    #expect(places.isEmpty)
    #expect(audit.fields > 4300)
  }

  @Test("The moved columns are one proved repair")
  func repair() throws {
    guard let outcome = try Self.outcome.get() else { return }
    let states = outcome.submission.repairs.filter { $0.rule == "ST01" }.map { $0.state }
    #expect(states == [.proved])
    let severities = outcome.findings("ST01").map { $0.severity }
    #expect(severities == [.note])
  }

  @Test("It has the findings of its fictional twin, and the same fields")
  func twin() throws {
    guard let outcome = try Self.outcome.get() else { return }
    let twin = try Budget.outcome.get()
    // Persons and telephones of the twin are invented each for itself: what they have in common
    // with those of other forms is not the real ones'.
    func lines(_ submission: Submission) -> [String] {
      submission.findings.filter { $0.check != "NM05" }.map { $0.line }
    }
    let isSame = lines(outcome.submission) == lines(twin.submission)
    #expect(isSame)
    func tallies(_ submission: Submission) -> [String] {
      submission.tallies.filter { $0.check != "NM05" }.map { "\($0.check) \($0.tally)" }
    }
    #expect(tallies(outcome.submission) == tallies(twin.submission))
    let hasSameFields = Self.names(outcome.json) == Self.names(twin.json)
    #expect(hasSameFields)
  }

  /// The names of all members of the records, without any value.
  private static func names(_ json: JSON) -> [String] {
    func names(_ json: JSON, _ path: String) -> [String] {
      if json["value"].exists { return [path] }
      return json.members.flatMap { names($0.value, "\(path).\($0.key)") }
        + json.items.enumerated().flatMap { names($0.element, "\(path)[\($0.offset)]") }
    }
    return ["letter", "summary", "details"].flatMap { names(json[$0], $0) }
  }
}
