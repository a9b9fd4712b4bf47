import Foundation
import Testing
import TieoutModel
import TieoutRecords
import TieoutStages
import TieoutTestSupport

@testable import TieoutReaders

/// Documents of a few lines, `⇥` for a tab, and below `=====` what a stage makes of them.
///
/// What is settled before rows are aligned shows in the aligned rows.
@Suite("Tables, case by case")
struct TableCaseTests {
  static let stages = Stages.all
  static let files = [
    "spread-spans", "column-numbers", "lines-in-tables", "label-cells", "far-marks",
    "settle-columns", "join-parts",
    "long-tables", "split-rows", "deal-amounts", "find-regions", "sibling-labels",
    "misread-labels", "align-rows",
  ].flatMap { CaseFile.files("Cases/\($0)") }

  @Test("a document is rebuilt as recorded", arguments: files)
  func rebuilt(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let parts = text.components(separatedBy: "=====\n")
    let profile = try #require(BuiltInProfiles.load("cn-budget-performance"))
    let folder = file.deletingLastPathComponent().lastPathComponent
    let isSettled = [
      "spread-spans", "column-numbers", "lines-in-tables", "far-marks", "settle-columns",
      "join-parts",
      "long-tables", "split-rows", "deal-amounts",
    ].contains(folder)
    let last = isSettled ? "align-rows" : folder
    let document = try document(
      parts[0], upTo: last, isMeasured: Self.isMeasured(file), profile)
    try expectGolden(
      parts[0] + "=====\n" + document.dump(profile), "Cases/\(folder)/\(file.lastPathComponent)")
  }

  @Test("running a stage twice changes nothing", arguments: files)
  func idempotent(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let profile = try #require(BuiltInProfiles.load("cn-budget-performance"))
    let isMeasured = Self.isMeasured(file)
    var document = try document(
      text.components(separatedBy: "=====\n")[0], upTo: "align-rows", isMeasured: isMeasured,
      profile)
    let once = document.dump(profile)
    for stage in Self.stages { stage.run(&document, profile) }
    #expect(document.dump(profile) == once)
  }

  /// Whether the rows of a case stand for measured ones.
  private static func isMeasured(_ file: URL) -> Bool {
    file.path.contains("sibling-labels") || file.lastPathComponent.hasPrefix("measured-")
  }

  @Test("every stage has its cases")
  func complete() {
    for stage in Self.stages {
      #expect(!CaseFile.files("Cases/\(stage.name)").isEmpty, "\(stage.name)")
    }
  }

  private func document(
    _ text: String, upTo last: String, isMeasured: Bool, _ profile: Profile
  ) throws -> Document {
    var document = Document()
    let bytes = Array(text.replacingOccurrences(of: "⇥", with: "\t").utf8)
    let reader = Readers.all.first { $0.recognise(bytes, name: "case") != nil }
    try reader?.read(bytes, name: "case", reason: "", into: &document)
    // Siblings are asked only where boxes were measured.
    if isMeasured {
      for row in document.rows.indices { document.rows[row].isMeasured = true }
    }
    for stage in Self.stages {
      stage.run(&document, profile)
      if stage.name == last { break }
    }
    return document
  }
}
