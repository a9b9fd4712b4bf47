import Foundation
import Testing
import TieoutModel

@testable import TieoutWriters

@Suite("The report as Markdown")
struct MarkdownReportTests {
  private func report(_ submission: Submission, _ language: Language = .english) -> String {
    var options = WriteOptions()
    options.language = language
    var bytes: [UInt8] = []
    MarkdownReport.write(submission, options, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("Every finding and every repair is in it, in both languages", arguments: Language.allCases)
  func complete(_ language: Language) {
    let text = report(Sample.submission, language)
    for (index, finding) in Sample.submission.findings.enumerated() {
      #expect(text.contains("### f\(index + 1) \(finding.check) "))
    }
    for (index, repair) in Sample.submission.repairs.enumerated() {
      #expect(text.contains("- r\(index + 1) **\(repair.rule)** "))
    }
    #expect(text.hasSuffix("exit=0`\n\n"))
  }

  @Test(
    "Text of the paper is no markup",
    arguments: [
      ("<b>&amp;", "\\<b\\>\\&amp;"), ("a|b", "a\\|b"), ("*x*_y_`z`", "\\*x\\*\\_y\\_\\`z\\`"),
      ("[a](b)", "\\[a\\](b)"), ("# 1", "\\# 1"), ("$x$", "\\$x\\$"), ("a\nb", "a b"),
      ("\u{1B}[31m", "␛\\[31m"), ("≥95%（含）", "≥95%（含）"), ("1,080.50", "1,080.50"),
    ])
  func escaped(_ text: String, _ markup: String) {
    #expect(MarkdownPage.escaped(text) == markup)
  }

  @Test(
    "A paragraph that begins with a number or a dash is no list",
    arguments: [
      ("1. a", "1\\. a"), ("2) a", "2\\) a"), ("- a", "\\- a"), ("12.5", "12\\.5"), ("a", "a"),
    ])
  func paragraph(_ text: String, _ markup: String) {
    #expect(MarkdownPage.paragraph(text) == markup)
  }
}
