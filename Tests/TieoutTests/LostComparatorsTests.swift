import Testing
import Tieout

@Suite("Papers of an engine that has no sign for ≥ and ≤")
struct LostComparatorsTests {
  /// The second made document in boxes, as such an engine writes it: other characters before amounts
  /// and counts, angles before the rest.
  private static func paper(
    _ sign: String, _ change: (String) -> String = { $0 }
  ) throws -> [UInt8] {
    var made = try MadePages("d2")
    made.pages = made.pages.map { page in
      page.map { block in
        guard case .table(var rows) = block else { return block }
        for row in rows.indices {
          for cell in rows[row].indices {
            rows[row][cell].text = change(lost(rows[row][cell].text, sign))
          }
        }
        return .table(rows)
      }
    }
    return Array(WordOutput.rapidOCR(PaperPress(made, WordFormatsRunTests.styles[0])).utf8)
  }

  private static func lost(_ text: String, _ sign: String) -> String {
    text.replacing(#/≤(?=[0-9.,]+万元)/#, with: sign).replacing(#/≥(?=[0-9]+(户|人次))/#, with: "三")
      .replacing("≥", with: ">").replacing("≤", with: "<")
  }

  private static func targets(_ outcome: Outcome) -> [JSON] {
    outcome.details.flatMap { $0["groups"]["indicators"].items }
  }

  @Test("A number behind one character that says nothing is read, and a repair says why")
  func restored() throws {
    let made = PaperPress(try MadePages("d2"), WordFormatsRunTests.styles[0])
    let plain = try Outcome(Array(WordOutput.rapidOCR(made).utf8), isCompact: true)
    let outcome = try Outcome(Self.paper("入"), isCompact: true)
    let (before, after) = (Self.targets(plain), Self.targets(outcome))
    #expect(before.map { $0["target"] } == after.map { $0["target"] })
    #expect(before.map { $0["unit"] } == after.map { $0["unit"] })
    // A sum of the form itself is bounded from above; before a count nothing tells the sign.
    for (left, right) in zip(before, after) {
      let isKnown = right["target_comparator"] == left["target_comparator"]
      #expect(isKnown || !right["target_comparator"].exists)
    }
    let repairs = outcome.submission.repairs.filter { $0.rule == "ST06" && $0.state == .likely }
    #expect(repairs.contains { $0.before.contains { $0.hasPrefix("入") } })
    #expect(outcome.submission.ledgerTotals().balances)
  }

  @Test("A character that says something stays in its text", arguments: ["约", "共", "-"])
  func meant(_ sign: String) throws {
    let outcome = try Outcome(Self.paper(sign), isCompact: true)
    let repairs = outcome.submission.repairs.flatMap(\.before)
    #expect(!repairs.contains { $0.hasPrefix(sign) })
  }

  @Test("Where ≥ can be read anywhere, a stray character is no comparator")
  func known() throws {
    let paper = try Self.paper("入") { $0 == "一级指标" ? "一级指标≥" : $0 }
    let outcome = try Outcome(paper, isCompact: true)
    #expect(!outcome.submission.repairs.contains { $0.before.contains { $0.hasPrefix("入") } })
  }
}
