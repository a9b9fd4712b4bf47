import Testing
import Tieout

@Suite("Tables that head their first column with a word of their own")
struct OwnHeadTests {
  private func outcome(_ table: [String]) throws -> Outcome {
    var lines = ["Grants 2024: schedule of awards", "", "Ref\tOrganisation\tProject\tAward"]
    let names = ["Allotment shed", "Breakfast club", "Bike workshop"]
    for (place, name) in names.enumerated() {
      lines.append("G/\(place + 1)\tGroup \(place)\t\(name)\t\(300 + place)")
    }
    lines.append("Total\t\t\t903")
    for (place, name) in names.enumerated() {
      lines += [
        "", "Grant application", "", "Reference: G/\(place + 1)", "Project: \(name)",
        "Applicant: Group \(place)", "", "Item\tQuantity\tUnit cost (£)\tCost (£)",
        "Tools\t2\t100\t200", "Hire\t1\t\(100 + place)\t\(100 + place)",
        "Grant requested\t\t\t\(300 + place)", "",
      ]
      lines += place == 0 ? table : []
    }
    return try Outcome(lines: lines)
  }

  private func targets(_ outcome: Outcome) -> [[String?]] {
    (outcome.details.first?["groups"]["outcomes"].items ?? []).map { item in
      ["measure", "target"].map { item[$0].value }
    }
  }

  private func costs(_ outcome: Outcome) -> Int {
    outcome.details.first?["groups"]["costs"].items.count ?? 0
  }

  @Test("What is measured and its target are no lines of costs")
  func measures() throws {
    let outcome = try outcome([
      "What we will count\tTarget", "People taking part\tat least 40", "Attendance rate\t≥ 58%", "",
      "Attendance rates should be no less than 80%.",
    ])
    #expect(costs(outcome) == 2)
    #expect(targets(outcome) == [["People taking part", "40"], ["Attendance rate", "58"]])
    #expect(outcome.findings("ST06").isEmpty)
    #expect(outcome.findings("RL01").count == 1)
  }

  @Test("A state among labels and values heads nothing")
  func values() throws {
    let outcome = try outcome(["Present stage\tPlanned", "Telephone\t0117 4960000"])
    #expect(targets(outcome).isEmpty)
  }
}
