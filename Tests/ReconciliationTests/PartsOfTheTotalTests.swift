import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("What is part of a total")
struct PartsOfTheTotalTests {
  private func form(_ parts: [(source: String, amount: String?)], cost: String) -> Draft {
    var paper = Draft()
    paper.form("9800", parts: parts)
    paper.indicator("成本指标", "中央补助资金", "≤\(cost)万元", unit: "万元", target: cost)
    return paper
  }

  @Test("A cost that one of several parts states is that part's")
  func costOfAPart() {
    let paper = form([("中央补助", "7800"), ("地方资金", "2000")], cost: "7800")
    #expect(paper.all.isEmpty)
    // Nor is it evidence for or against another figure.
    var odd = form([("中央补助", "7800"), ("地方资金", "2900")], cost: "7800")
    odd.row("9800")
    odd.link()
    let finding = odd.findings(CrossFoot.self).first
    #expect(finding?.values.contains { $0.value == "7800" && $0.role != "parts" } == false)
  }

  @Test(
    "A cost that no part states is held against the total",
    arguments: [
      ([("中央补助", "7800"), ("地方资金", "2000")], "8900"), ([("财政拨款", "9800")], "8900"),
    ])
  func costOfTheWhole(parts: [(source: String, amount: String?)], cost: String) {
    #expect(form(parts, cost: cost).findings(AgreeInside.self).map(\.check) == ["AG02"])
  }

  @Test("A digit that looks alike is no misreading where the summary adds up with it")
  func lookAlike() throws {
    func paper(_ total: String) -> Draft {
      var paper = Draft()
      paper.row("66.5")
      paper.row("500")
      paper.sum(total)
      paper.form("60.5")
      paper.form("500")
      paper.link()
      return paper
    }
    let printed = try #require(paper("566.5").findings(AgreeWithSummary.self).first)
    #expect(printed.diagnosis == [.lookAlike])
    #expect(printed.attribution == .undetermined)
    let misread = try #require(paper("560.5").findings(AgreeWithSummary.self).first)
    #expect(misread.attribution == .ocr)
  }

  private func rows(
    _ values: [(amount: String, superior: String?, local: String?, fiscal: String?)]
  )
    -> Draft
  {
    var paper = Draft()
    for value in values {
      paper.row(value.amount)
      paper.setRow(["superior": value.superior, "local": value.local, "fiscal": value.fiscal])
    }
    return paper
  }

  @Test("Money from above and of one's own adds up to the row's amount")
  func superiorAndLocal() {
    let paper = rows([
      ("644.51", "644.51", "0", nil), ("1706", "1500", "206", nil), ("290.6", "290.6", "29.6", nil),
      ("536", "500", "36", nil),
    ])
    #expect(
      paper.findings(CrossFoot.self).map(\.line) == ["FT04 summary/3.amount broken error"])
  }

  @Test("Columns that part only what another way of parting adds up say nothing")
  func severalWays() {
    let paper = rows([
      ("100", "60", "40", "100"), ("200", "150", "50", "200"), ("300", "300", "0", "300"),
      // Of the money from the budget, only what comes from above is told.
      ("400", "100", nil, "400"), ("500", "300", "100", "500"),
    ])
    #expect(paper.findings(CrossFoot.self).isEmpty)
  }

  @Test("A row that no way of parting fits is told once")
  func noWay() {
    let paper = rows([
      ("100", "60", "40", "100"), ("200", "150", "50", "200"), ("300", "300", "0", "300"),
      ("400", "300", "10", "310"),
    ])
    #expect(paper.findings(CrossFoot.self).map(\.line) == ["FT04 summary/4.amount broken error"])
  }
}
