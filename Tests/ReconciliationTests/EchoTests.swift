import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite("One cause, told once")
struct EchoTests {
  /// A contract: its amount, what was paid, the rate, and the total of its form.
  private func findings(_ amount: String, _ executed: String, _ rate: String, form: String)
    -> [String]
  {
    var paper = Draft()
    paper.row(amount)
    paper.setRow(["executed": executed])
    var field = paper.field("amount", rate)
    field.name = paper.name("rate")
    field.unit = paper.profile.units.unit(named: "%") ?? .none
    paper.rows[0].set(field)
    paper.form(form)
    paper.link()
    var submission = paper.submission
    Reconciler.reconcile(&submission, checks: [AgreeWithSummary.self, Recalculation.self])
    return submission.findings.map(\.line)
  }

  @Test("A rate that is right with the form's amount follows from the row's")
  func rate() {
    #expect(
      findings("450万元", "270万元", "50", form: "540万元") == ["AG01 summary/1.amount broken error"])
  }

  @Test("A rate that is wrong either way is a finding of its own")
  func ownRate() {
    #expect(
      findings("450万元", "270万元", "55", form: "540万元") == [
        "AG01 summary/1.amount broken error", "FT06 summary/1.rate broken warning",
      ])
  }
}

@Suite("A row beside two fields of its form")
struct TwoFieldsTests {
  private func findings(whole: String) -> [Finding] {
    var paper = Draft()
    let amount = FigureRelation.Place(isOfSummary: true, field: paper.name("amount"))
    let field = FigureRelation.Place(isOfSummary: false, field: paper.name("whole_total"))
    paper.profile.relations = [FigureRelation(.agree, amount, [field])]
    paper.row("425万元")
    paper.form("452万元")
    paper.set(["whole_total": whole])
    paper.link()
    var submission = paper.submission
    Reconciler.reconcile(&submission, checks: [AgreeWithSummary.self])
    return submission.findings
  }

  @Test("Both say the same against the row: one disagreement")
  func same() {
    let findings = findings(whole: "452万元")
    #expect(findings.count == 1)
    #expect(findings.first?.message.zh.contains("由此还可解释（AG01）") == true)
  }

  @Test("They differ from one another as well: two disagreements")
  func different() { #expect(findings(whole: "460万元").count == 2) }
}

@Suite("References of rows and forms")
struct ReferenceNumbersTests {
  private func findings(_ rows: [String], _ forms: [String?]) -> [Finding] {
    var paper = Draft()
    for row in rows {
      paper.row("1")
      paper.setRow(["project_code": row])
    }
    for form in forms {
      paper.form("1")
      paper.set(["project_code": form])
    }
    paper.link()
    return paper.findings(SequenceCheck.self)
  }

  @Test("A form with another row's reference")
  func repeated() throws {
    let findings = findings(
      ["EC-301", "EC-302", "EC-303", "EC-304"], ["EC-301", "EC-302", "EC-303", "EC-303"])
    #expect(findings.map(\.line) == ["ST03 detail/4.project_code broken error"])
    #expect(findings.first?.message.en.contains("that of summary item 3") == true)
  }

  @Test("Blank references, longer ones, and other numberings say nothing")
  func silent() {
    let rows = ["EC-301", "EC-302", "EC-303", "EC-304"]
    #expect(findings(rows, ["EC-301", "EC-302", "EC-303", nil]).isEmpty)
    #expect(findings(rows, ["EC-301", "EC-302", "EC-303", "2024/EC-304"]).isEmpty)
    #expect(findings(rows, ["A1", "A2", "A3", "A4"]).isEmpty)
  }
}
