import Testing
import Tieout

@Suite("A moved column between sections with subtotals")
struct SectionedSummaryTests {
  @Test(
    "Amounts printed a line too low, headings included, are all moved back",
    arguments: ["d2/vlm-n2.txt", "d2/vlm-n3.txt"])
  func movedBack(_ path: String) throws {
    let outcome = try Outcome(Corpus.bytes(path))
    #expect(outcome.submission.repairs.filter { $0.rule == "ST01" }.map { $0.state } == [.likely])
    let amounts = outcome.rows.map { $0["fields"]["amount"].value ?? "" }
    let expected = [
      "644.51", "1706.00", "2906.00", "536.00", "3497.55", "699.00", "655.00", "2481.94", "124.72",
    ]
    #expect(amounts == expected)
    #expect(outcome.json["summary"]["total"]["fields"]["amount"].value == "13260.62")
  }
}
