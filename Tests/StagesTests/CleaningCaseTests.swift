import Foundation
import Testing
import TieoutModel
import TieoutTestSupport

@testable import TieoutReaders
@testable import TieoutStages

@Suite("Cleaning, case by case")
struct CleaningCaseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: String
    let isLine: Bool
    let before: String
    /// `nil` where nothing may change.
    let after: String?
    var testDescription: String { "\(rule): \(before)" }

    init?(_ line: String, rule: String) {
      self.rule = rule
      isLine = line.hasPrefix("line: ")
      guard isLine || line.hasPrefix("cell: ") else { return nil }
      let text = line.dropFirst(6)
      if text.hasSuffix(" =") {
        before = String(text.dropLast(2))
        after = nil
      } else if let arrow = text.range(of: " ⇒ ") {
        before = String(text[..<arrow.lowerBound])
        after = String(text[arrow.upperBound...])
      } else {
        return nil
      }
    }
  }

  static let files = CaseFile.files("Cases/clean-text")
  static let cases: [Case] = files.flatMap { file -> [Case] in
    let rule = file.deletingPathExtension().lastPathComponent
    return ((try? CaseFile.lines(file)) ?? []).compactMap { Case($0, rule: rule) }
  }

  @Test("a case changes as written, by the rule it is filed under", arguments: cases)
  func change(_ example: Case) throws {
    let document = try clean(example.before, isLine: example.isLine)
    let cell = try #require(document.cells.first)
    #expect(document.string(cell.text) == example.after ?? example.before)
    let rules = document.map.entries.map { document.rules[Int($0.rule)] }
    if example.after == nil {
      #expect(rules == [])
    } else {
      #expect(rules.contains(example.rule), "changed by \(rules) only")
    }
  }

  @Test("what is clean stays clean", arguments: cases)
  func idempotent(_ example: Case) throws {
    let once = try clean(example.before, isLine: example.isLine)
    let cell = try #require(once.cells.first)
    let twice = try clean(once.string(cell.text), isLine: example.isLine)
    #expect(twice.map.entries == [])
  }

  @Test("every rule has a file of cases, and every file is a rule's")
  func complete() throws {
    let names = Self.files.map { $0.deletingPathExtension().lastPathComponent }
    #expect(names.sorted() == Cleaner.names.sorted())
    for file in Self.files {
      let lines = try CaseFile.lines(file)
      #expect(
        lines.compactMap { Case($0, rule: "") }.count == lines.count, "\(file.lastPathComponent)")
    }
  }

  private func clean(_ text: String, isLine: Bool) throws -> Document {
    var document = Document()
    // A second, blank cell makes a table row of a line.
    try TextReader.read(
      Array((isLine ? text : text + "\t").utf8), name: "case", reason: "", into: &document)
    CleanText.run(&document, Profile(id: "none", version: "0"))
    return document
  }
}
