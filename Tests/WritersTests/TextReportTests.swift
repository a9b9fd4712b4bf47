import Foundation
import Testing
import TieoutModel

@testable import TieoutWriters

@Suite("The report for people")
struct TextReportTests {
  private func report(_ change: (inout WriteOptions) -> Void) -> String {
    var options = WriteOptions()
    options.exitCode = 1
    change(&options)
    var bytes: [UInt8] = []
    TextReport.write(ReportFixture.submission, options, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "It reads as its golden file",
    arguments: [(Language.chinese, 80), (.english, 80), (.english, 120)])
  func golden(_ language: Language, _ width: Int) throws {
    let actual = report {
      $0.language = language
      $0.width = width
    }
    let name = "report-\(language.rawValue)-\(width).txt"
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try actual.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(actual == expected, "\(name) differs; UPDATE_GOLDEN=1 accepts the change")
  }

  @Test("No line is wider than the terminal", arguments: [60, 80, 100, 120])
  func width(_ width: Int) {
    for language in Language.allCases {
      let text = report {
        $0.language = language
        $0.width = width
      }
      // The tally is one line for machines, however long.
      for line in text.split(separator: "\n").dropLast() {
        #expect(Display.width(String(line)) <= width, "\(line)")
      }
    }
  }

  @Test("The last line is the tally")
  func tally() {
    let last = report { $0.exitCode = 1 }.split(separator: "\n").last.map { String($0) }
    let counts = "rows=2 details=1 links=1 repairs=1 error=1 warning=0 review=0 note=1 open=1"
    #expect(last == "tieout: \(counts) unplaced=24 exit=1")
  }

  @Test("Without colour no byte of the input commands the terminal")
  func neutralised() {
    let text = report { _ in }
    #expect(!text.utf8.contains(0x1B) && !text.utf8.contains(0x07))
    #expect(text.contains("␛[31m红色␇"))
  }

  @Test("With colour the only commands are its own colours")
  func coloured() {
    let text = report { $0.isColoured = true }
    let pieces = text.components(separatedBy: "\u{1B}[").dropFirst()
    #expect(pieces.count > 10)
    for piece in pieces {
      #expect(piece.prefix { $0.isNumber || $0 == ";" }.count < 6)
      #expect(piece.drop { $0.isNumber || $0 == ";" }.first == "m")
    }
    let plain = text.replacing(#/\u{1B}\[[0-9;]*m/#, with: "")
    #expect(plain == report { _ in })
  }

  @Test("The caret stands under the printed value")
  func caret() throws {
    let lines = report { $0.width = 100 }.components(separatedBy: "\n")
    let index = try #require(lines.firstIndex { $0.contains("│ 合计 ¦ 230.4万元") })
    let value = try #require(lines[index].range(of: "230.4万元"))
    let caret = try #require(lines[index + 1].firstIndex(of: "^"))
    #expect(
      Display.width(String(lines[index][..<value.lowerBound]))
        == Display.width(String(lines[index + 1][..<caret])))
    #expect(lines[index + 1].count { $0 == "^" } == Display.width("230.4万元"))
  }
}

@Suite("Columns of a terminal")
struct DisplayTests {
  @Test(
    "East Asian wide characters take two columns, combining ones none",
    arguments: [
      ("", 0), ("abc", 3), ("万元", 4), ("（％）", 6), ("│", 1), ("≥90", 3), ("e\u{301}", 1),
      ("ｱ", 1), ("한글", 4), ("𠀀", 2), ("\u{200B}a", 1), ("“”", 2), ("😀", 2),
    ])
  func width(_ text: String, _ columns: Int) { #expect(Display.width(text) == columns) }

  @Test(
    "What commands a terminal is made visible, everything else stays",
    arguments: [
      ("\u{1B}]0;title\u{7}", "␛]0;title␇"), ("a\tb\nc", "a b c"), ("\u{9B}31m", "\u{FFFD}31m"),
      ("\u{202E}abc", "\u{FFFD}abc"), ("\u{7F}", "␡"), ("≥95%（含）é😀", "≥95%（含）é😀"),
    ])
  func visible(_ text: String, _ shown: String) { #expect(Display.visible(text) == shown) }
}

@Suite("Lines of a report")
struct TextLayoutTests {
  @Test(
    "Text breaks at spaces and between wide characters, never before a closing mark",
    arguments: [
      ("one two three", 8, ["one two", "three"]),
      ("金额不一致，请核对", 10, ["金额不一", "致，请核对"]),
      ("相差 0.36 万元", 9, ["相差 0.36", "万元"]),
      ("标签“附件”在此", 7, ["标签“附", "件”在此"]),
      ("标签“附件”在此", 6, ["标签", "“附件”", "在此"]),
      ("“abcdefgh", 4, ["“abc", "defg", "h"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("short", 10, ["short"]),
      ("", 10, [""]),
      ("a  b", 1, ["a", "b"]),
    ])
  func wrapping(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(TextLayout.wrapped(text, to: width) == lines)
  }

  @Test(
    "What is cut shows where",
    arguments: [("项目名称", 8, "项目名称", "项目名称"), ("项目名称", 6, "项目…", "…名称"), ("abc", 2, "a…", "…c")])
  func cutting(_ text: String, _ width: Int, _ head: String, _ tail: String) {
    #expect(TextLayout.head(text, width) == head)
    #expect(TextLayout.tail(text, width) == tail)
  }
}
