import Foundation
import Testing
import TieoutMarkup
import TieoutModel
import TieoutTestSupport
import TieoutWriters

@Suite("The workpaper that an auditor goes on with")
struct WorkpaperTests {
  private func file(_ submission: Submission, _ language: Language = .chinese) -> [UInt8] {
    var options = WriteOptions()
    options.language = language
    var output: [UInt8] = []
    WorkpaperWriter.write(submission, options, into: &output)
    return output
  }

  @Test("It is a ZIP archive, the same for the same papers, in each language another one")
  func bytes() {
    let first = file(ReportFixture.submission)
    #expect(first.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(first.suffix(22).starts(with: [0x50, 0x4B, 0x05, 0x06]))
    #expect(first == file(ReportFixture.submission))
    #expect(first != file(ReportFixture.submission, .english))
    #expect(!file(Sample.submission).isEmpty)
  }

  @Test("A submission without anything in it has a workpaper too")
  func empty() {
    let submission = Submission(
      document: Document(), profile: Profile(id: "p", version: "1"), profileScore: 0)
    #expect(file(submission).count > 2000)
  }

  @Test(
    "Hostile characters leave every sheet well-formed",
    arguments: ["=1+2", "+cmd|' /C calc'!A0", "]]><&\"'", "_x000D_", "\u{1}\u{FFFF}\t\n"])
  func hostile(_ text: String) throws {
    let bytes = Array(text.utf8)
    var maker = DocumentMaker()
    maker.source("=a.txt") { $0.copy(bytes) }
    var profile = Profile(id: "p", version: "1")
    let name = profile.intern("project")
    profile.summary.key = name
    profile.detail.key = name
    let slice = Slice(0..<bytes.count)
    let field = Field(name: name, printed: slice, value: .text(slice))
    var submission = Submission(document: maker.document, profile: profile, profileScore: 100)
    submission.summary.rows = [
      Record(id: "summary/1", kind: .row, at: slice, fields: [field])
    ]
    submission.details = [Record(id: "detail/1", kind: .detail, at: slice, fields: [field])]
    submission.setLinks([Link(row: 0, detail: 0, weight: 100, evidence: [])])
    let parts = try unzipped(file(submission))
    #expect(parts.count > 10)
    for (part, content) in parts {
      let events = MarkupEvents(xml: content)
      #expect(events.breakOff == nil && events.problems.isEmpty, "\(part)")
    }
    let sheet = String(
      decoding: try #require(parts["xl/worksheets/sheet2.xml"]), as: UTF8.self)
    // All formulas are ours.
    for formula in sheet.matches(of: #/<f>(.*?)</f>/#) {
      #expect(formula.1.hasPrefix("IF(") || formula.1.hasPrefix("ROUND("))
    }
  }

  /// The sheet of the tie-out, where the finding on its pair has a verdict.
  private func tieOut(_ verdict: Verdict) throws -> String {
    var submission = ReportFixture.submission
    for index in submission.findings.indices where submission.findings[index].check == "AG01" {
      submission.findings[index].verdict = verdict
    }
    let parts = try unzipped(file(submission))
    return String(decoding: try #require(parts["xl/worksheets/sheet2.xml"]), as: UTF8.self)
  }

  @Test(
    "A pair has the mark of its verdict, as long as nobody changes an amount",
    arguments: [(Verdict.rounded, "≈"), (.coarse, "◇"), (.open, "?"), (.broken, "✗")])
  func mark(_ verdict: Verdict, _ sign: String) throws {
    let sheet = try tieOut(verdict)
    #expect(sheet.contains("<v>\(sign)</v>"))
    #expect(verdict == .broken || sheet.contains("=-0.36,\"\(sign)\",\"✗\""))
    #expect(verdict == .broken || !sheet.contains("<v>✗</v>"))
  }

  @Test("An amount and two days can be typed on the cover, and nothing else in their cells")
  func entries() throws {
    let parts = try unzipped(file(ReportFixture.submission))
    let cover = String(
      decoding: try #require(parts["xl/worksheets/sheet1.xml"]), as: UTF8.self)
    #expect(cover.contains(#"type="decimal" operator="greaterThanOrEqual""#))
    #expect(cover.contains(#"type="date""#))
    // Its verdicts hold for the figures that were judged.
    #expect(cover.contains("已改动，重新判断"))
    let styles = String(decoding: try #require(parts["xl/styles.xml"]), as: UTF8.self)
    #expect(styles.contains(#"formatCode="yyyy\-mm\-dd""#))
  }

  @Test("Sums of many digits have room in their columns")
  func widths() throws {
    var submission = ReportFixture.submission
    let amount = try #require(submission.profile.summary.amount)
    for row in submission.summary.rows.indices {
      for field in submission.summary.rows[row].fields.indices
      where submission.summary.rows[row].fields[field].name == amount {
        submission.summary.rows[row].fields[field].value = .quantity(
          Quantity(digits: -12_345_678_901_234, scale: 2))
      }
    }
    let parts = try unzipped(file(submission))
    let sheet = String(
      decoding: try #require(parts["xl/worksheets/sheet2.xml"]), as: UTF8.self)
    let column = try #require(sheet.firstMatch(of: #/<col min="5" max="5" width="(\d+)"/#))
    // `-246,913,578,024.68` and a little room.
    #expect(try #require(Int(column.1)) >= 21)
  }

  /// The entries of an archive, by name.
  private func unzipped(_ archive: [UInt8]) throws -> [String: [UInt8]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.zip")
    try Data(archive).write(to: path)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-m", "zipfile", "-e", path.path, folder.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    var parts: [String: [UInt8]] = [:]
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    for name in names ?? [] where name.hasSuffix(".xml") || name.hasSuffix(".rels") {
      parts[name] = Array(try Data(contentsOf: folder.appending(path: name)))
    }
    return parts
  }
}
