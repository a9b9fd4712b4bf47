import Testing
import TieoutModel
import TieoutWriters

@Suite("The decisions file")
struct DecisionLogTests {
  private static let accepted = Decision(
    fingerprint: "AG01:form-of/3:total:total", ruling: .accept, reason: "两处\n核实 \"是\" \u{1}",
    by: "李 \\ 伟", when: "2026-11-26T09:30:00Z", evidence: "00ff", version: "0.1.0")

  private static let corrected: Decision = {
    var decision = accepted
    decision.ruling = .correct
    decision.correction = Decision.Correction(
      subject: Subject(record: "form-of/3", field: "indicators[3].target"), value: "1937.88")
    return decision
  }()

  @Test("What is written is read again, whatever its characters; a decision is one line")
  func roundTrip() {
    let decisions = [Self.accepted, Self.corrected]
    let lines = DecisionLog.lines(decisions)
    #expect(lines.count { $0 == 0x0A } == 2)
    let (read, unreadable) = DecisionLog.read(lines)
    #expect(read == decisions)
    #expect(unreadable.isEmpty)
  }

  @Test("A line that was torn off costs itself and nothing else")
  func torn() {
    let whole = DecisionLog.lines([Self.accepted])
    for length in stride(from: 1, to: whole.count - 2, by: 7) {
      let bytes = whole + whole.prefix(length) + [0x0A] + whole
      let (read, unreadable) = DecisionLog.read(bytes)
      #expect(read.count == 2)
      #expect(unreadable == [2])
    }
  }

  @Test(
    "Lines that are no decisions are told by number",
    arguments: [
      "{}", "[]", "null", "x", "{\"schema\":\"tieout-decision/2\"}",
      "{\"schema\":\"tieout-decision/1\",\"fingerprint\":\"\",\"ruling\":\"accept\"}",
    ])
  func foreign(_ line: String) {
    let (read, unreadable) = DecisionLog.read(Array("\n\(line)\r\n\n".utf8))
    #expect(read.isEmpty)
    #expect(unreadable == [2])
  }

  @Test("A correction without a value is no decision")
  func incomplete() {
    let line = String(decoding: DecisionLog.lines([Self.corrected]), as: UTF8.self)
    let cut = line.replacing("\"value\":\"1937.88\",", with: "")
    #expect(DecisionLog.read(Array(cut.utf8)).decisions.isEmpty)
  }

  @Test("An empty file holds none")
  func empty() { #expect(DecisionLog.read([]).decisions.isEmpty) }
}

@Suite("The findings of an earlier run")
struct EarlierFindingsTests {
  @Test("They are read out of either file, with the evidence that the run itself would see")
  func read() throws {
    for writer in [JSONWriter.self, FindingsWriter.self] as [any Writer.Type] {
      var json: [UInt8] = []
      writer.write(Sample.submission, WriteOptions(), into: &json)
      let earlier = try #require(EarlierFindings.read(json))
      #expect(earlier.map(\.fingerprint) == Sample.submission.findings.map(\.fingerprint))
      #expect(earlier.map(\.evidence) == Sample.submission.findings.map(\.evidenceHash))
    }
  }

  @Test(
    "Nothing else is taken for them", arguments: ["", "{}", "[1]", "{\"findings\":[]}", "<a/>"])
  func foreign(_ text: String) { #expect(EarlierFindings.read(Array(text.utf8)) == nil) }
}
