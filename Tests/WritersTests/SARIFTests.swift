import Foundation
import Testing
import TieoutModel
import TieoutWriters

@Suite("Findings for code scanners")
struct SARIFTests {
  private typealias Object = [String: Any]

  private func run(_ submission: Submission = Sample.submission) throws -> Object {
    var output: [UInt8] = []
    SARIFWriter.write(submission, WriteOptions(), into: &output)
    let log = try #require(JSONSerialization.jsonObject(with: Data(output)) as? Object)
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [Object])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  private func results(_ submission: Submission = Sample.submission) throws -> [Object] {
    try #require(try run(submission)["results"] as? [Object])
  }

  @Test("Each finding is a result that says its rule, its message and its fingerprint")
  func complete() throws {
    let findings = Sample.submission.findings
    let run = try run()
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    let rules = try #require(driver["rules"] as? [Object])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    #expect((run["artifacts"] as? [Object])?.count == Sample.submission.document.sources.count)
    let results = try results()
    #expect(results.count == findings.count)
    for (result, finding) in zip(results, findings) {
      #expect(result["ruleId"] as? String == finding.check)
      if let rule = result["ruleIndex"] as? Int {
        #expect(rules[rule]["id"] as? String == finding.check)
      }
      #expect((result["message"] as? Object)?["text"] as? String == finding.message.zh)
      let fingerprints = result["partialFingerprints"] as? [String: String]
      #expect(fingerprints == ["tieout/v1": finding.fingerprint])
    }
  }

  @Test("A region is exactly the printed characters, counted in code points")
  func region() throws {
    let location = try #require((try results()[0]["locations"] as? [Object])?.first)
    let physical = try #require(location["physicalLocation"] as? Object)
    let region = try #require(physical["region"] as? [String: Int])
    let line = "1\t养老服务 & 救助\t１，９３７．８８万元"
    let start = try #require(line.range(of: "１"))
    let first = line[..<start.lowerBound].unicodeScalars.count + 1
    #expect(region["startLine"] == 3 && region["endLine"] == 3)
    #expect(region["startColumn"] == first)
    #expect(region["endColumn"] == line.unicodeScalars.count + 1)
    let artifact = try #require(physical["artifactLocation"] as? Object)
    #expect(artifact["uri"] as? String == "%E8%A1%A8%E4%B8%80.txt")
  }

  @Test("What a person must look at is no failure, and what is wrong is one")
  func kinds() throws {
    let results = try results()
    #expect(results.map { $0["level"] as? String } == ["error", "none"])
    #expect(results.map { $0["kind"] as? String } == [nil, "open"])
  }

  @Test("A decision that holds suppresses its result, a stale one does not")
  func suppressions() throws {
    var submission = Sample.submission
    func statuses() throws -> [[String?]] {
      try results(submission).map { result in
        (result["suppressions"] as? [Object])?.map { $0["status"] as? String } ?? []
      }
    }
    #expect(try statuses() == [[], ["underReview"]])
    submission.decisions[1].standing = .current
    #expect(try statuses() == [[], ["accepted"]])
    submission.decisions = []
    for index in submission.findings.indices { submission.findings[index].decision = nil }
    #expect(try results(submission).allSatisfy { $0["suppressions"] == nil })
  }

  @Test("Brackets of a message make no link")
  func noLinks() throws {
    var submission = Sample.submission
    submission.findings[0].message.zh = "[看](http://example.org)"
    let text = (try results(submission)[0]["message"] as? Object)?["text"] as? String
    #expect(text == "[看] (http://example.org)")
  }
}
