import Foundation
import Testing
import TieoutMarkup
import TieoutModel
import TieoutTestSupport
import TieoutWriters

/// Characters that formats trip over.
@Suite struct HostileTextTests {
  /// A submission whose only detail has one field with these bytes.
  private func submission(_ bytes: [UInt8]) -> Submission {
    var maker = DocumentMaker()
    maker.source("a<&\">'.txt") { $0.copy(bytes) }
    var profile = Profile(id: "p", version: "1")
    let name = profile.intern("na\"m<e&")
    let slice = Slice(0..<bytes.count)
    var submission = Submission(document: maker.document, profile: profile, profileScore: 100)
    submission.details = [
      Record(
        id: "detail/1", kind: .detail, at: slice,
        fields: [Field(name: name, printed: slice, value: .text(slice))])
    ]
    let text = String(decoding: bytes.filter { $0 != 0x09 && $0 != 0x0A }, as: UTF8.self)
    submission.findings = [
      Finding(
        check: "AG01", severity: .note, verdict: .exact, subject: Subject(record: text),
        message: Message(zh: text, en: text))
    ]
    return submission
  }

  private func json(_ bytes: [UInt8], isPretty: Bool = false) -> [UInt8] {
    var options = WriteOptions()
    options.isPretty = isPretty
    var output: [UInt8] = []
    JSONWriter.write(submission(bytes), options, into: &output)
    return output
  }

  static let texts: [[UInt8]] = [
    Array("\"\\/ \u{8}\u{C}\r".utf8), Array("]]> <![CDATA[ --> &amp; <x y='z'>".utf8),
    Array((0...0x1F).map { UInt8($0) }) + Array("x".utf8), Array("\u{7F}\u{85}\u{2028}".utf8),
    Array("😀👨‍👩‍👧𠀀".utf8), Array("\u{FFFE}\u{FFFF}\u{FFFD}".utf8), Array("}{][,:\",\"".utf8),
    [0x41, 0xE4, 0xB8, 0x42], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE4], [0x80, 0x80], [0xF0, 0x9F, 0x98],
  ]

  @Test("JSON gives back the characters, whatever they are", arguments: texts)
  func jsonKeepsAll(_ bytes: [UInt8]) throws {
    for isPretty in [false, true] {
      let output = json(bytes, isPretty: isPretty)
      #expect(Contract.validate(json: output) == [])
      let root = try #require(
        JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
      let detail = try #require((root["details"] as? [[String: Any]])?.first)
      let fields = try #require(detail["fields"] as? [String: [String: Any]])
      let value = try #require(fields["na\"m<e&"]?["value"] as? String)
      let expected = String(decoding: bytes.filter { $0 != 0x09 && $0 != 0x0A }, as: UTF8.self)
      #expect(Array(value.unicodeScalars) == Array(expected.unicodeScalars))
    }
  }

  @Test("XML stays well-formed and valid, whatever the characters are", arguments: texts)
  func xmlStaysValid(_ bytes: [UInt8]) {
    for isPretty in [false, true] {
      var options = WriteOptions()
      options.isPretty = isPretty
      var output: [UInt8] = []
      XMLWriter.write(submission(bytes), options, into: &output)
      #expect(Contract.validate(xml: output) == [])
    }
  }

  @Test("what is written on request stays whole, whatever the characters are", arguments: texts)
  func requested(_ bytes: [UInt8]) throws {
    func written(_ writer: any Writer.Type) -> [UInt8] {
      var output: [UInt8] = []
      writer.write(submission(bytes), WriteOptions(), into: &output)
      return output
    }
    let log = try JSONSerialization.jsonObject(with: Data(written(SARIFWriter.self)))
    #expect(((log as? [String: Any])?["runs"] as? [Any])?.count == 1)
    let junit = MarkupEvents(xml: written(JUnitWriter.self))
    #expect(junit.breakOff == nil && junit.problems.isEmpty)
    let record = written(NDJSONWriter.self)
    #expect(try JSONSerialization.jsonObject(with: Data(record)) is [String: Any])
    #expect(record.count { $0 == 0x0A } == 1)
    for writer in [MarkdownReport.self, CSVWriter.self] as [any Writer.Type] {
      #expect(String(validating: written(writer), as: UTF8.self) != nil)
    }
    let commands = written(MarkdownReport.self).contains { $0 < 0x20 && $0 != 0x0A }
    #expect(!commands)
  }

  @Test("characters that XML forbids become U+FFFD, all others stay")
  func xmlCharacters() {
    var output: [UInt8] = []
    XMLWriter.write(
      submission(Array("a\u{1}b\u{FFFF}c\u{7F}d\r😀".utf8)), WriteOptions(), into: &output)
    let text = String(decoding: output, as: UTF8.self)
    #expect(text.contains(">a\u{FFFD}b\u{FFFD}c\u{7F}d&#13;😀</field>"))
  }

  @Test("an empty submission is valid, too")
  func empty() {
    let submission = Submission(
      document: Document(), profile: Profile(id: "p", version: "1"), profileScore: 0)
    var json: [UInt8] = []
    var xml: [UInt8] = []
    JSONWriter.write(submission, WriteOptions(), into: &json)
    XMLWriter.write(submission, WriteOptions(), into: &xml)
    #expect(Contract.validate(json: json) == [])
    #expect(Contract.validate(xml: xml) == [])
  }
}
