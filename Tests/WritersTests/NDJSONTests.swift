import Foundation
import Testing
import TieoutModel
import TieoutWriters

@Suite("A record a line")
struct NDJSONTests {
  @Test("Each line is the record of submission.json", arguments: [false, true])
  func same(_ isCompact: Bool) throws {
    var options = WriteOptions()
    options.isCompact = isCompact
    var output: [UInt8] = []
    NDJSONWriter.write(Sample.submission, options, into: &output)
    let lines = try output.split(separator: 0x0A).map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line)) as? NSDictionary)
    }
    var json: [UInt8] = []
    JSONWriter.write(Sample.submission, options, into: &json)
    let root = try #require(JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    let summary = try #require(root["summary"] as? [String: Any])
    let parts =
      [root["letter"] as Any] + (summary["rows"] as? [Any] ?? []) + [summary["total"] as Any]
      + (root["details"] as? [Any] ?? [])
    #expect(lines == parts.compactMap { $0 as? NSDictionary })
    #expect(output.last == 0x0A)
  }

  @Test("Nothing read is no line")
  func empty() {
    let submission = Submission(
      document: Document(), profile: Profile(id: "p", version: "1"), profileScore: 0)
    var output: [UInt8] = []
    NDJSONWriter.write(submission, WriteOptions(), into: &output)
    #expect(output.isEmpty)
  }
}
