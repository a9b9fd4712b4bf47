import Testing
import TieoutModel

@testable import TieoutReconciliation

/// A row and its self-evaluation: the whole of the budget in the first line, its sources below.
private func paper(
  row: String = "128", executed: String = "115.2", score: String? = "93", formScore: String? = "93",
  _ lines: [(source: String, budget: String?, executed: String?)]
) -> Draft {
  var paper = Draft()
  paper.row(row)
  paper.setRow(["executed": executed, "score": score])
  paper.form(lines.first?.budget)
  paper.set(["score": formScore])
  let items = lines.map { line in
    let fields = paper.fields([
      "source": line.source, "budget": line.budget, "executed": line.executed,
    ])
    return Record.Item(at: fields.first?.printed ?? .none, fields: fields)
  }
  paper.details[0].groups.append(Record.Group(name: paper.name("execution"), items: items))
  // The form's total is the very figure of the whole's line.
  if let budget = items.first?[paper.name("budget")] {
    var total = budget
    total.name = paper.name("total")
    paper.details[0].set(total)
  }
  paper.link()
  return paper
}

@Suite("A self-evaluation beside its row")
struct SelfEvaluationTests {
  @Test("All figures agree")
  func agree() {
    let paper = paper([
      ("年度资金总额", "128", "115.2"), ("其中：当年财政拨款", "100", "90"), ("其他资金", "28", "25.2"),
    ])
    #expect(paper.findings(CrossFoot.self).isEmpty)
    #expect(paper.findings(AgreeWithSummary.self).isEmpty)
  }

  @Test("The whole's line, and not all lines, is what was spent")
  func executed() throws {
    let paper = paper([
      ("年度资金总额", "128", "112.5"), ("其中：当年财政拨款", "100", "87.3"), ("其他资金", "28", "25.2"),
    ])
    let findings = paper.findings(AgreeWithSummary.self)
    #expect(findings.map(\.line) == ["AG01 summary/1.executed broken error"])
    #expect(findings.first?.difference == "2.7")
    #expect(findings.first?.diagnosis == [.transposition])
  }

  @Test("Scores of row and form differ")
  func score() {
    let paper = paper(formScore: "95", [("年度资金总额", "128", "115.2")])
    #expect(
      paper.findings(AgreeWithSummary.self).map(\.line) == ["AG01 summary/1.score broken error"])
  }

  @Test("Sources that do not add up to the whole, in two columns, are one finding")
  func sources() throws {
    let paper = paper([
      ("年度资金总额", "128", "128"), ("其中：当年财政拨款", "82", "82"), ("其他资金", "28", "28"),
    ])
    let findings = paper.findings(CrossFoot.self)
    #expect(findings.map(\.line) == ["FT04 detail/1.execution[0].budget broken error"])
    #expect(findings.first?.difference == "18")
  }

  @Test("Lines that bear out the row leave the total to AG01")
  func ofTheSummary() {
    let paper = paper([
      ("年度资金总额", "182", "115.2"), ("其中：当年财政拨款", "100", "90"), ("其他资金", "28", "25.2"),
    ])
    #expect(paper.findings(CrossFoot.self).isEmpty)
    #expect(
      paper.findings(AgreeWithSummary.self).map(\.line) == ["AG01 summary/1.amount broken error"])
  }

  @Test(
    "What is no whole with all its parts is not added up",
    arguments: [
      [("年度资金总额", "128", "115.2"), ("其中：财政拨款", "100", "90")],
      [("财政拨款", "128", "115.2"), ("其他资金", "28", "25.2")],
    ])
  func noWhole(lines: [(String, String, String)]) {
    let paper = paper(executed: "140.4", lines.map { ($0.0, Optional($0.1), Optional($0.2)) })
    #expect(paper.findings(CrossFoot.self).isEmpty)
  }
}
