import Foundation
import Testing
import TieoutModel

@testable import TieoutWriters

@Suite("The page of a batch")
struct BatchHTMLTests {
  private static let catalogue = ["AG01", "AG02", "FT01"].map {
    CatalogueEntry(id: $0, name: $0, title: Message(zh: "检查\($0)", en: "Check \($0)"))
  }

  private static func page(
    _ summary: BatchSummary, linking file: String = "report.html", _ language: Language = .chinese
  ) -> String {
    var buffer = ByteBuffer()
    BatchHTML.write(summary, catalogue, page: file, language: language, into: &buffer)
    return String(decoding: buffer.array, as: UTF8.self)
  }

  private static func tally(errors: Int, checks: [String: Int] = [:]) -> ReportTally {
    var tally = ReportTally()
    tally[.error] = errors
    tally[.rows] = 40
    tally.checks = checks
    tally.scalars = 1000
    return tally
  }

  private static func part(_ page: String, _ start: String, _ end: String) throws -> String {
    let first = try #require(page.firstRange(of: start))
    let rest = page[first.upperBound...]
    let last = try #require(rest.firstRange(of: end))
    return String(rest[..<last.lowerBound])
  }

  @Test("It is one whole page in the language that was asked for", arguments: Language.allCases)
  func whole(_ language: Language) {
    var summary = BatchSummary()
    #expect(Self.page(summary, language).contains("</html>"))
    summary.add("a.txt", folder: "a", Self.tally(errors: 1))
    let page = Self.page(summary, language)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(!page.contains("{{"))
  }

  @Test("It asks nobody for anything, and its policy names its own style and script")
  func policy() throws {
    var summary = BatchSummary()
    summary.add("a.txt", folder: "a", Self.tally(errors: 1))
    let page = Self.page(summary)
    for word in ["https:", "src=", "@import", "url(", "fetch(", "style=", "onclick", "innerHTML"] {
      #expect(!page.contains(word), "\(word)")
    }
    let style = try Self.part(page, "<style>", "</style>")
    let script = try Self.part(page, "<script type=\"module\">", "</script>")
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("style-src '\(contentHash(style.utf8Span.span))'"))
    #expect(page.contains("script-src '\(contentHash(script.utf8Span.span))'"))
  }

  @Test("The worst documents come first, each with the way to its report")
  func worst() throws {
    var summary = BatchSummary()
    summary.add("mild.txt", folder: "mild", Self.tally(errors: 1))
    summary.add("fine.txt", folder: "fine", Self.tally(errors: 0))
    summary.add("bad.txt", folder: "bad", Self.tally(errors: 7))
    let page = Self.page(summary)
    let bad = try #require(page.firstRange(of: "<a href=\"bad/report.html\">bad.txt</a>"))
    let mild = try #require(page.firstRange(of: "<a href=\"mild/report.html\">mild.txt</a>"))
    #expect(bad.lowerBound < mild.lowerBound)
    #expect(!page.contains("fine.txt"))
  }

  @Test("Checks are listed by how much they found, with their titles in both languages")
  func checks() throws {
    var summary = BatchSummary()
    summary.add("a.txt", folder: "a", Self.tally(errors: 1, checks: ["AG01": 2, "AG02": 5]))
    summary.add("b.txt", folder: "b", Self.tally(errors: 1, checks: ["AG01": 1]))
    let page = Self.page(summary)
    let second = try #require(page.firstRange(of: "<code>AG02</code>"))
    let first = try #require(page.firstRange(of: "<code>AG01</code>"))
    #expect(second.lowerBound < first.lowerBound)
    #expect(page.contains("检查AG02") && page.contains("Check AG02"))
    #expect(!page.contains("FT01"))
  }

  @Test("No name of a file becomes markup, or an address that leads elsewhere")
  func hostile() {
    var summary = BatchSummary()
    summary.add(
      "</script><img src=x onerror=alert(1)>", folder: "javascript:alert(1)//",
      Self.tally(errors: 1))
    summary.add("#?%.txt", folder: "#?%", Self.tally(errors: 1))
    summary.add(
      "<b>.txt", unusable: Message(zh: "“<b>”是空文件", en: "“<b>” is empty"), exit: 2)
    let page = Self.page(summary)
    #expect(!page.contains("<img") && !page.contains("<b>.txt") && !page.contains("“<b>”"))
    #expect(page.contains("href=\"javascript%3Aalert%281%29%2F%2F/report.html\""))
    #expect(page.contains("href=\"%23%3F%25/report.html\""))
    #expect(page.components(separatedBy: "<script").count == 2)
  }

  @Test("Its size does not grow with the documents, and it says what it leaves out")
  func bounded() {
    var summary = BatchSummary()
    for number in 0..<1000 {
      summary.add("\(number).txt", folder: "\(number)", Self.tally(errors: 1))
      summary.add("\(number).bin", unusable: Message(zh: "坏", en: "bad"), exit: 2)
    }
    let page = Self.page(summary)
    #expect(page.contains("800 more are listed in batch.json"))
    #expect(page.components(separatedBy: "report.html").count == BatchSummary.worstCount + 1)
  }

  @Test("The share of characters that are left over is counted in a million")
  func rate() {
    var tally = ReportTally()
    #expect(tally.unplacedPerMillion == "0.0")
    tally.scalars = 3_000_000
    tally[.unplaced] = 10
    #expect(tally.unplacedPerMillion == "3.3")
  }
}
