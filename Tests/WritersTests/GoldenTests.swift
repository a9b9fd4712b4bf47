import Foundation
import Testing
import TieoutModel
import TieoutTestSupport
import TieoutWriters

/// What the writers make of the sample, compared with recorded files.
///
/// `UPDATE_GOLDEN=1 swift test --filter GoldenTests` records them anew.
@Suite struct GoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let writer: any Writer.Type
    var isCompact = false
    var isPretty = false

    var testDescription: String { file }

    var output: [UInt8] {
      var options = WriteOptions()
      options.isCompact = isCompact
      options.isPretty = isPretty
      var output: [UInt8] = []
      writer.write(Sample.submission, options, into: &output)
      return output
    }
  }

  static let cases = [
    Case(file: "full.json", writer: JSONWriter.self),
    Case(file: "compact.json", writer: JSONWriter.self, isCompact: true),
    Case(file: "pretty.json", writer: JSONWriter.self, isPretty: true),
    Case(file: "full.xml", writer: XMLWriter.self),
    Case(file: "compact.xml", writer: XMLWriter.self, isCompact: true),
    Case(file: "pretty.xml", writer: XMLWriter.self, isPretty: true),
    Case(file: "findings.json", writer: FindingsWriter.self, isPretty: true),
    Case(file: "trace.json", writer: TraceWriter.self, isPretty: true),
    Case(file: "ledger.ndjson", writer: LedgerWriter.self),
    Case(file: "findings.sarif", writer: SARIFWriter.self, isPretty: true),
    Case(file: "junit.xml", writer: JUnitWriter.self),
    Case(file: "summary.csv", writer: CSVWriter.self),
    Case(file: "report.md", writer: MarkdownReport.self),
    Case(file: "records.ndjson", writer: NDJSONWriter.self),
    Case(file: "compact.ndjson", writer: NDJSONWriter.self, isCompact: true, isPretty: true),
  ]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test("writes exactly what was recorded", arguments: cases)
  func recorded(_ golden: Case) throws {
    try expectGolden(String(decoding: golden.output, as: UTF8.self), "Golden/\(golden.file)")
  }

  @Test("equal input gives equal bytes", arguments: cases)
  func repeatable(_ golden: Case) {
    #expect(golden.output == golden.output)
  }

  @Test("appends to what the buffer holds already", arguments: cases)
  func appends(_ golden: Case) {
    var output = Array("before".utf8)
    var options = WriteOptions()
    options.isCompact = golden.isCompact
    options.isPretty = golden.isPretty
    golden.writer.write(Sample.submission, options, into: &output)
    #expect(output == Array("before".utf8) + golden.output)
  }

  @Test("what is written keeps the contract", arguments: cases)
  func valid(_ golden: Case) {
    if golden.writer == XMLWriter.self {
      #expect(Contract.validate(xml: golden.output) == [])
    } else if golden.writer == JSONWriter.self || golden.writer == FindingsWriter.self {
      #expect(Contract.validate(json: golden.output) == [])
    }
  }

  @Test("indented JSON holds the same as JSON without white space")
  func sameWhenPretty() throws {
    let full = try JSONSerialization.jsonObject(with: Data(Self.cases[0].output)) as? NSDictionary
    let pretty = try JSONSerialization.jsonObject(with: Data(Self.cases[2].output)) as? NSDictionary
    #expect(full != nil)
    #expect(full == pretty)
  }
}
