import Foundation
import Testing
import TieoutMarkup
import TieoutModel
import TieoutTestSupport
import TieoutWriters

/// Output in which a field is its value.
@Suite struct CompactTests {
  private func xml(_ submission: Submission, isCompact: Bool = true) -> [UInt8] {
    var options = WriteOptions()
    options.isCompact = isCompact
    var output: [UInt8] = []
    XMLWriter.write(submission, options, into: &output)
    return output
  }

  private func json(_ submission: Submission, isCompact: Bool = true) throws -> [String: Any] {
    var options = WriteOptions()
    options.isCompact = isCompact
    var output: [UInt8] = []
    JSONWriter.write(submission, options, into: &output)
    return try #require(JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
  }

  /// The elements `fields` of XML, in order.
  private func fields(_ xml: [UInt8], _ names: [String]) -> [[String: String]] {
    let events = MarkupEvents(xml: xml)
    return events.events.filter { $0.kind == .start && events.name($0) == "fields" }.map { event in
      Dictionary(
        uniqueKeysWithValues: names.compactMap { name in
          events.attribute(name, of: event).map { (name, $0) }
        })
    }
  }

  /// The fields of all records and items of JSON, in the order of the XML.
  private func fields(_ json: [String: Any]) throws -> [[String: String]] {
    func record(_ value: Any?) throws -> [[String: String]] {
      guard let record = value as? [String: Any] else { return [] }
      var fields = [try #require(record["fields"] as? [String: String])]
      for (_, items) in record["groups"] as? [String: [[String: String]]] ?? [:] {
        fields += items
      }
      return fields
    }
    let summary = try #require(json["summary"] as? [String: Any])
    var all = try record(json["letter"]) + record(summary)
    for row in try #require(summary["rows"] as? [Any]) { all += try record(row) }
    all += try record(summary["total"])
    for detail in try #require(json["details"] as? [Any]) { all += try record(detail) }
    return all
  }

  @Test("holds the same values as attributes in XML and as members in JSON")
  func sameValues() throws {
    let submission = Sample.submission
    var expected = try fields(try json(submission))
    // XML has no way to write this character of a stamp.
    for index in expected.indices {
      expected[index] = expected[index].mapValues {
        $0.replacingOccurrences(of: "\u{1}", with: "\u{FFFD}")
      }
    }
    #expect(expected.count == 7)
    #expect(fields(xml(submission), submission.profile.names) == expected)
  }

  @Test(
    "keeps white space, quotes and signs of markup in an attribute",
    arguments: ["a\rb", " a  b ", "\"'<>&", "&#10;&amp;", "a=\"b\"", "]]>", "　表\u{A0}一　", "≥90%"])
  func characters(_ text: String) throws {
    let bytes = Array(text.utf8)
    var maker = DocumentMaker()
    maker.source("a.txt") { $0.copy(bytes) }
    var profile = Profile(id: "p", version: "1")
    let slice = Slice(0..<bytes.count)
    let field = Field(name: profile.intern("goal"), printed: slice, value: .text(slice))
    var submission = Submission(document: maker.document, profile: profile, profileScore: 100)
    submission.details = [Record(id: "detail/1", kind: .detail, at: slice, fields: [field])]
    let output = xml(submission)
    #expect(Contract.validate(xml: output) == [])
    #expect(fields(output, ["goal"]).last == ["goal": text])
  }

  @Test("leaves out where repaired cells stand and what linked records hold themselves")
  func leftOut() throws {
    for isCompact in [false, true] {
      let json = try json(Sample.submission, isCompact: isCompact)
      let repair = try #require((json["repairs"] as? [[String: Any]])?.first)
      #expect((repair["cells"] == nil) == isCompact)
      #expect(repair["before"] as? [String] == ["", "1937.88"])
      let link = try #require((json["links"] as? [[String: Any]])?.first)
      let evidence = try #require((link["evidence"] as? [[String: String]])?.first)
      #expect(evidence["kind"] == "amount")
      #expect((evidence["summary"] == nil) == isCompact)
    }
  }

  @Test("keeps findings whole")
  func findings() throws {
    let compact = try #require(try json(Sample.submission)["findings"] as? NSArray)
    let full = try #require(try json(Sample.submission, isCompact: false)["findings"] as? NSArray)
    #expect(compact == full)
  }

  @Test(
    "is not mixed with fields in full",
    arguments: ["<field name=\"x\">1</field>", "<fields/>", "<fields>1</fields>", "<item/>"])
  func mixed(_ more: String) throws {
    let text = String(decoding: xml(Sample.submission), as: UTF8.self)
    let changed = text.replacingOccurrences(of: "</letter>", with: more + "</letter>")
    try #require(changed != text)
    #expect(!Contract.validate(xml: Array(changed.utf8)).isEmpty)
  }
}
