import Foundation
import Testing
import Tieout

@Suite("The pages of a listed paper, each a file")
struct ListedPagesTests {
  /// The pages of a text with form feeds, each a file.
  private static func files(_ text: String) -> [Input] {
    text.split(separator: "\u{0C}").enumerated().map { place, page in
      Input(name: "page-\(place + 1).txt", bytes: Array(page.utf8))
    }
  }

  @Test("They give what the whole text gives", arguments: ["d1", "d2", "d3"])
  func pages(_ name: String) throws {
    let text = String(decoding: try Corpus.bytes("\(name)/rapidocr.txt"), as: UTF8.self)
    let whole = try Outcome(Array(text.utf8))
    let pages = try Outcome(Self.files(text))
    #expect(pages.submission.document.sources.count > 5)
    #expect(pages.values == whole.values)
    #expect(pages.links == whole.links)
    #expect(pages.submission.ledgerTotals().balances)
    let said = pages.submission.document.remarks.filter { $0.message.en.contains("put together") }
    #expect(said.count == 1)
  }

  @Test("Each value is in its file, where it is said to be", arguments: ["d1", "d2", "d3"])
  func places(_ name: String) throws {
    let text = String(decoding: try Corpus.bytes("\(name)/rapidocr.txt"), as: UTF8.self)
    let pages = try Outcome(Self.files(text))
    let document = pages.submission.document
    var seen: Set<Int> = []
    for record in pages.rows + pages.details {
      let own = try #require(record["at"]["source"].integer)
      for (name, field) in record["fields"].members {
        let at = field["at"]
        let bounds = at["bytes"].items.compactMap(\.integer)
        let value = field["printed"].string ?? field["value"].string ?? ""
        guard bounds.count == 2, let first = value.utf8.first else { continue }
        let source = at["source"].integer ?? own
        seen.insert(source)
        let file = Array(document.sources[source].file?.bytes ?? [])
        try #require(bounds[1] <= file.count)
        #expect(file[bounds[0]] == first, "\(name): \(value)")
        #expect(at["line"].integer == file[..<bounds[0]].count { $0 == 0x0A } + 1)
      }
    }
    #expect(seen.count > 5)
  }

  private static let heads = ["2024年度项目支出预算绩效目标汇总表", "序号", "项目名称", "实施单位", "金额（万元）", "备注"]

  private static func rows(_ numbers: ClosedRange<Int>) -> [String] {
    numbers.flatMap { ["\($0)", "项目\($0)号", "乙局", "\($0)00"] }
  }

  private static func forms(_ numbers: ClosedRange<Int>) -> [String] {
    numbers.flatMap {
      ["2024年度项目支出预算绩效目标表", "项目名称", "项目\($0)号", "实施单位", "乙局", "年度资金总额（万元）", "\($0)00"]
    }
  }

  private static func input(_ place: Int, _ lines: [String]) -> Input {
    Input(name: "\(place).txt", bytes: Array(lines.joined(separator: "\n").utf8))
  }

  @Test("A table goes on in the next file, and a blank page between them is one")
  func goesOn() throws {
    let outcome = try Outcome([
      Self.input(1, Self.heads + Self.rows(1...4)), Self.input(2, []),
      Self.input(3, Self.rows(5...7)), Self.input(4, Self.forms(1...7)),
    ])
    #expect(outcome.rows.map { $0["fields"]["project"].value } == (1...7).map { "项目\($0)号" })
    #expect(outcome.rows.map { $0["at"]["source"].integer } == [0, 0, 0, 0, 2, 2, 2])
    #expect(outcome.rows.map { $0["at"]["page"].integer } == [1, 1, 1, 1, 3, 3, 3])
    #expect(outcome.links.count == 7)
  }

  @Test("A page in another encoding has its places in that")
  func encodings() throws {
    let first = "\u{FEFF}" + (Self.heads + Self.rows(1...6)).joined(separator: "\n")
    // “甲” in GB 18030; the rest of the page is digits and Latin.
    let last = Array("7\n".utf8) + [0xBC, 0xD7] + Array("ABC\n".utf8) + [0xD2, 0xD2, 0xBE, 0xD6]
    let outcome = try Outcome([
      Input(name: "1.txt", bytes: Array(first.utf8)),
      Input(name: "2.txt", bytes: last + Array("\n700".utf8)),
      Self.input(3, Self.forms(1...6)),
    ])
    let row = try #require(outcome.rows.last)
    #expect(row["fields"]["project"].value == "甲ABC")
    #expect(row["fields"]["project"]["at"]["bytes"].items.map(\.integer) == [2, 7])
    #expect(outcome.rows[0]["fields"]["seq"]["at"]["line"].integer == 7)
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test(
    "A number at the end of a page counts pages, where it is the page's own or counts on",
    arguments: [
      ["1", "2", "3"], ["", "2", ""], ["7", "8", "9"], ["- 1 -", "- 2 -", "- 3 -"],
      ["", "3/12", ""], ["", "", ""],
    ])
  func numbers(_ ends: [String]) throws {
    let pages = [
      Self.heads + Self.rows(1...4), Self.rows(5...7),
      Self.forms(1...7) + ["年度目标", "完成全部任务，保证质量。"],
    ]
    let outcome = try Outcome(
      zip(pages, ends).enumerated().map { place, page in
        Self.input(place + 1, page.0 + (page.1.isEmpty ? [] : [page.1]))
      })
    #expect(outcome.rows.map { $0["fields"]["amount"].value } == (1...7).map { "\($0)00" })
    #expect(outcome.rows.allSatisfy { !$0["fields"]["note"].exists })
  }
}
