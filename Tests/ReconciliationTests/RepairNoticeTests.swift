import Testing
import TieoutModel

@testable import TieoutReconciliation

@Suite struct RepairsAsFindings {
  private func paper(_ repairs: [(String, String?, Repair.State, String)]) -> Draft {
    var paper = Draft()
    paper.form("1")
    for (rule, record, state, cause) in repairs {
      paper.repairs.append(
        Repair(
          rule: rule, state: state, record: record, cells: [paper.print("格")], before: ["甲"],
          after: ["乙"], evidence: [Message(zh: cause, en: cause)]))
    }
    return paper
  }

  @Test func areOneFindingForEachCauseOverAllForms() {
    let paper = paper([
      ("ST05", "detail/1", .proved, "左移"), ("ST05", "detail/1", .proved, "左移"),
      ("ST05", "detail/2", .proved, "左移"), ("ST05", "detail/1", .proved, "标签截断"),
      ("ST07", "detail/2", .likely, "标签丢失"), ("ST07", "detail/2", .proved, "标签移位"),
      ("ST01", nil, .proved, "整列下移"),
    ])
    let rows = paper.findings(MisalignedRow.self)
    #expect(rows.map(\.related) == [["r1", "r2", "r3"], ["r4"]])
    #expect(rows.map(\.records) == [["detail/1", "detail/2"], ["detail/1"]])
    #expect(rows.map(\.severity) == [.note, .note])
    #expect(rows.map(\.attribution) == [.ocr, .ocr])
    #expect(Set(rows.map(\.fingerprint)).count == 2)
    #expect(rows.map(\.values.count) == [3, 1])
    #expect(rows[0].values.map(\.subject.record) == ["detail/1", "detail/1", "detail/2"])
    #expect(rows.allSatisfy { $0.values.allSatisfy { $0.value == "格" } })
    let forms = paper.findings(DamagedForm.self)
    #expect(forms.map(\.line) == ["ST07 detail/2 broken review"])
    #expect(forms.map(\.related) == [["r5", "r6"]])
    #expect(forms.map(\.attribution) == [.undetermined])
  }

  @Test func sayHowManyFormsAndPlacesTheyTouch() {
    let rows = paper([
      ("ST05", "detail/1", .proved, "左移 1 列"), ("ST05", "detail/2", .proved, "左移 2 列"),
      ("ST05", "summary/1", .proved, "左移 1 列"), ("ST05", "summary/2", .proved, "左移 1 列"),
      ("ST05", nil, .proved, "左移 1 列"),
    ]).findings(MisalignedRow.self)
    #expect(rows.map(\.related) == [["r1", "r2"], ["r3", "r4", "r5"]])
    #expect(rows[0].message.en.hasPrefix("2 forms (first on line "))
    #expect(rows[0].message.en.hasSuffix("(2 times): 左移 1 列; 左移 2 列; repaired."))
    #expect(rows[1].message.en.hasPrefix("3 places in the summary (first on line "))
    #expect(rows[1].message.zh.hasPrefix("汇总表中3处（首处第"))
  }

  @Test func waitForALookInEachForm() {
    let rows = paper([
      ("ST05", "detail/1", .offered, "左移"), ("ST05", "detail/2", .offered, "左移"),
    ]).findings(MisalignedRow.self)
    #expect(rows.map(\.line) == ["ST05 detail/1 open review", "ST05 detail/2 open review"])
    #expect(rows.map(\.related) == [["r1"], ["r2"]])
    #expect(Set(rows.map(\.fingerprint)).count == 2)
  }

  @Test func tellNoMoreReasonsThanAPersonReads() {
    let rows = paper((1...7).map { ("ST05", "detail/1", .proved, "左移 \($0) 列") })
      .findings(MisalignedRow.self)
    #expect(rows.map(\.related.count) == [7])
    #expect(rows[0].message.en.hasSuffix("左移 5 列; and more; repaired."))
  }

  @Test func areCalledByTheirCauseWhateverComesBeforeThem() {
    let both = paper([
      ("ST05", "detail/1", .proved, "左移 1 列"), ("ST05", "detail/1", .proved, "标签截断"),
    ]).findings(MisalignedRow.self)
    let second = paper([("ST05", "detail/1", .proved, "标签截断")]).findings(MisalignedRow.self)
    #expect(both.map(\.fingerprint).last == second.first?.fingerprint)
    let other = paper([("ST05", "detail/1", .proved, "左移 2 列")]).findings(MisalignedRow.self)
    #expect(both.first?.fingerprint == other.first?.fingerprint)
  }

  @Test func stayOpenWhileOnlyOffered() {
    let findings = paper([("ST05", "detail/1", .offered, "左移")]).findings(MisalignedRow.self)
    #expect(findings.map(\.line) == ["ST05 detail/1 open review"])
  }

  @Test func sayNothingWithoutRepairs() {
    #expect(paper([]).findings(MisalignedRow.self).isEmpty)
    #expect(paper([]).findings(DamagedForm.self).isEmpty)
  }
}
