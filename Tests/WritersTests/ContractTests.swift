import Foundation
import Testing
import TieoutModel
import TieoutWriters

/// What breaks the contract, and how that is reported.
@Suite struct ContractTests {
  private static func golden(_ name: String) -> String {
    let url = GoldenTests.folder.appending(path: name)
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }

  /// A change of the recorded file, and where the problem is expected.
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let from: String
    let to: String
    let places: [String]
    var testDescription: String { what }
  }

  static let jsonCases = [
    Case(
      what: "an unknown key", from: "\"checks\":{", to: "\"checks\":{\"passed\":1,",
      places: ["/checks/passed"]),
    Case(what: "a missing key", from: "\"exact\":412,", to: "", places: ["/checks/exact"]),
    Case(what: "a wrong schema", from: "tieout/1", to: "tieout/2", places: ["/schema"]),
    Case(
      what: "a number for a string", from: "\"score\":\"0.97\"", to: "\"score\":0.97",
      places: ["/profile/score"]),
    Case(
      what: "a decimal with a comma", from: "\"weight\":\"9.2\"", to: "\"weight\":\"9,2\"",
      places: ["/links/0/weight"]),
    Case(
      what: "a decimal without digits", from: "\"slack\":\"0.005\"", to: "\"slack\":\".5\"",
      places: ["/findings/0/slack"]),
    Case(
      what: "an unknown verdict", from: "\"verdict\":\"broken\"", to: "\"verdict\":\"bad\"",
      places: ["/findings/0/verdict"]),
    Case(
      what: "an empty value", from: "\"value\":\"留守儿童\"", to: "\"value\":\"\"",
      places: ["/summary/rows/1/fields/project/value"]),
    Case(
      what: "null for absent", from: "\"majority\":\"1937.88\"", to: "\"majority\":null",
      places: ["/findings/0/majority"]),
    Case(
      what: "an array for a field", from: "{\"value\":\"留守儿童\"",
      to: "[\"value\",\"x\"],\"y\":{\"value\":\"z\"",
      places: ["/summary/rows/1/fields/project"]),
    Case(
      what: "a negative line", from: "\"line\":3,\"column\":1,", to: "\"line\":-3,\"column\":1,",
      places: ["/summary/rows/0/at/line", "/summary/rows/0/fields/seq/at/line"]),
    Case(
      what: "three ends of a range", from: "\"bytes\":[46,100]", to: "\"bytes\":[46,100,3]",
      places: ["/summary/rows/0/at/bytes"]),
    Case(
      what: "a place of a record without a source",
      from: "\"at\":{\"source\":0,\"page\":1,\"line\":3,\"column\":1,\"bytes\":[46,100]",
      to: "\"at\":{\"line\":3,\"column\":1,\"bytes\":[46,100]",
      places: ["/summary/rows/0/at/source"]),
    Case(
      what: "a repeated key", from: "\"exact\":412", to: "\"exact\":412,\"exact\":1",
      places: ["/checks/exact"]),
    Case(
      what: "a malformed repair", from: "[\"r1\",\"r2\"]", to: "[\"r1\",\"x2\"]",
      places: ["/summary/rows/0/fields/amount/repairs/1"]),
    Case(
      what: "an empty list of a repair", from: "\"state\":\"rejected\"",
      to: "\"state\":\"rejected\",\"evidence\":[]", places: ["/repairs/2/evidence"]),
    Case(
      what: "an empty group", from: "\"groups\":{", to: "\"groups\":{\"a/b~c\":[],",
      places: ["/details/0/groups/a~1b~0c"]),
    Case(
      what: "a short hash", from: "\"sha256\":\"0a", to: "\"sha256\":\"",
      places: ["/sources/0/sha256", "/sources/1/sha256"]),
    Case(
      what: "an unknown type", from: "\"type\":\"sequence\"", to: "\"type\":\"text\"",
      places: ["/types/summary.seq/type"]),
    Case(what: "no JSON", from: "{\"schema\"", to: "{schema", places: [""]),
    Case(
      what: "more after the end", from: "\"unplaced\":4}}", to: "\"unplaced\":4}}{}",
      places: [""]),
  ]

  @Test("names the place of each problem in JSON", arguments: jsonCases)
  func json(_ change: Case) throws {
    let text = Self.golden("full.json")
    try #require(text.contains(change.from))
    let changed = text.replacingOccurrences(of: change.from, with: change.to)
    let problems = Contract.validate(json: Array(changed.utf8))
    #expect(problems.map(\.place) == change.places)
    #expect(problems.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
  }

  static let findingsCases = [
    Case(
      what: "an unknown verdict", from: "\"verdict\": \"broken\"", to: "\"verdict\": \"bad\"",
      places: ["/findings/0/verdict"]),
    Case(
      what: "an unknown key", from: "\"sources\": [", to: "\"passed\": 1, \"sources\": [",
      places: ["/passed"]),
    Case(
      what: "a missing key", from: "\"sources\"", to: "\"inputs\"",
      places: ["/inputs", "/sources"]),
    Case(what: "a wrong schema", from: "tieout/1", to: "tieout/2", places: ["/schema"]),
  ]

  @Test("names the place of each problem in the findings alone", arguments: findingsCases)
  func findings(_ change: Case) throws {
    let text = Self.golden("findings.json")
    try #require(text.contains(change.from))
    let changed = text.replacingOccurrences(of: change.from, with: change.to)
    #expect(Contract.validate(json: Array(changed.utf8)).map(\.place) == change.places)
  }

  @Test(
    "a JSON file is known by its keys",
    arguments: [
      ("{\"schema\":1,\"findings\":[],\"checks\":{}}", ContractFile.findings),
      ("{\"findings\":[{\"links\":[]}],\"other\":1}", .findings),
      ("{\"findings\":[],\"links\":[]}", .submission),
      ("{\"findings\":[],\"ledger\":[],\"edits\":[],\"files\":[]}", .submission),
      ("{\"schema\":\"tieout-trace/1\",\"edits\":[],\"ledger\":[]}", .trace),
      ("{\"profile\":{},\"files\":[]}", .manifest),
      ("{\"details\":[{\"files\":[]}]}", .submission),
      ("{\"findings\":[", .findings), ("{}", .submission), ("[\"files\"]", .submission),
      ("{\"files\":", .manifest), ("", .submission),
    ])
  func kinds(_ text: String, _ file: ContractFile) {
    #expect(ContractFile(json: Array(text.utf8)) == file)
  }

  static let xmlCases = [
    Case(
      what: "an unknown attribute", from: "<checks ", to: "<checks passed=\"1\" ",
      places: ["/submission/checks[1]"]),
    Case(
      what: "a missing attribute", from: " exact=\"412\"", to: "",
      places: ["/submission/checks[1]"]),
    Case(
      what: "another namespace", from: "urn:tieout:1", to: "urn:tieout:2",
      places: ["/submission"]),
    Case(
      what: "an unknown element", from: "<total id", to: "<sum/><total id",
      places: ["/submission/summary[1]/sum[1]"]),
    Case(
      what: "a decimal with a comma", from: " score=\"0.97\"", to: " score=\"0,97\"",
      places: ["/submission/profile[1]"]),
    Case(
      what: "an unknown verdict", from: "verdict=\"broken\"", to: "verdict=\"bad\"",
      places: ["/submission/findings[1]/finding[1]"]),
    Case(
      what: "an empty printed text", from: "printed=\"410.94\"", to: "printed=\"\"",
      places: ["/submission/summary[1]/row[2]/field[3]"]),
    Case(
      what: "a repeated field of a row", from: "<field name=\"seq\"",
      to: "<field name=\"project\"", places: ["/submission/summary[1]/row[1]/field[2]"]),
    Case(
      what: "a repeated field of an item", from: "name=\"bound\"", to: "name=\"target\"",
      places: ["/submission/details[1]/detail[1]/group[1]/item[1]/field[6]"]),
    Case(
      what: "a repeated group", from: "<group name=\"indicators\">",
      to: "<group name=\"indicators\"><item/></group><group name=\"indicators\">",
      places: ["/submission/details[1]/detail[1]/group[2]"]),
    Case(
      what: "a repeated language", from: "<message lang=\"zh\">两处",
      to: "<message lang=\"en\">两处",
      places: ["/submission/findings[1]/finding[1]/message[2]"]),
    Case(what: "a cut tag", from: "</submission>", to: "</submission", places: [""]),
  ]

  @Test("names the element of each problem in XML", arguments: xmlCases)
  func xml(_ change: Case) throws {
    let text = Self.golden("full.xml")
    try #require(text.contains(change.from))
    let changed = text.replacingOccurrences(of: change.from, with: change.to)
    let problems = Contract.validate(xml: Array(changed.utf8))
    let first = try #require(problems.first)
    #expect(first.place == change.places[0])
    #expect(first.line != nil)
  }

  @Test("says that a long list of problems goes on, instead of hiding the rest")
  func manyProblems() {
    let bad = "{\"unplaced\":[" + Array(repeating: "1", count: 5000).joined(separator: ",") + "]}"
    let problems = Contract.validate(json: Array(bad.utf8))
    #expect(problems.count == 1001)
    #expect(problems.last?.message.en == "further problems are not listed")
  }

  @Test(
    "bytes that are nothing are a problem, never a trap",
    arguments: ["", " ", "[", "nul", "\"", "{\"schema\":", String(repeating: "[", count: 100_000)])
  func nothing(_ text: String) {
    #expect(Contract.validate(json: Array(text.utf8)).count >= 1)
    #expect(Contract.validate(xml: Array(text.utf8)).count >= 1)
  }

  @Test("the embedded schemas are the files in the repository")
  func schemas() throws {
    let folder = GoldenTests.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Writers/Schemas")
    #expect(
      try Contract.jsonSchema
        == Array(Data(contentsOf: folder.appending(path: "tieout.schema.json"))))
    #expect(try Contract.xmlSchema == Array(Data(contentsOf: folder.appending(path: "tieout.xsd"))))
  }
}
