import Foundation
import Testing
import TieoutMarkup
import TieoutModel
import TieoutWriters

@Suite("Checks as test cases, for build servers")
struct JUnitTests {
  private func events(_ submission: Submission) -> MarkupEvents {
    var output: [UInt8] = []
    JUnitWriter.write(submission, WriteOptions(), into: &output)
    return MarkupEvents(xml: output)
  }

  private func count(_ name: String, _ events: MarkupEvents) -> Int {
    events.events.count { $0.kind == .start && events.name($0) == name }
  }

  @Test("A check with an error fails, one that only wants a look does not")
  func failures() {
    let events = events(Sample.submission)
    #expect(count("testcase", events) == 2)
    #expect(count("failure", events) == 1)
    #expect(count("system-out", events) == 1)
    #expect(count("skipped", events) == 0)
  }

  @Test("What a reviewer has settled is skipped, with the reason")
  func settled() throws {
    var submission = Sample.submission
    submission.findings[0].decision = 0
    let events = events(submission)
    #expect(count("failure", events) == 0)
    let skipped = try #require(events.events.first { events.name($0) == "skipped" })
    let reason = try #require(events.attribute("message", of: skipped))
    #expect(reason == "reject, 李, 2026-11-26: 原件\n如此 <&>")
  }

  @Test("The counts of the suite are those of its cases")
  func counts() throws {
    let events = events(Sample.submission)
    let suite = try #require(events.events.first { events.name($0) == "testsuite" })
    #expect(events.attribute("tests", of: suite) == "2")
    #expect(events.attribute("failures", of: suite) == "1")
    #expect(events.attribute("skipped", of: suite) == "0")
  }
}
