import Testing
import TieoutModel

@testable import TieoutReconciliation

/// A form a line: unit, head, telephone.
private func paper(_ forms: [(String, String?, String?)]) -> Draft {
  var paper = Draft()
  for (unit, head, phone) in forms {
    paper.form("1")
    paper.set(["unit": unit])
    let last = paper.details.count - 1
    paper.details[last].remove(paper.name("head"))
    paper.details[last].remove(paper.name("head_phone"))
    paper.set(["head": head, "head_phone": phone])
  }
  return paper
}

@Suite struct ContactsOfAUnit {
  @Test func standOutAgainstTheMajority() throws {
    let paper = paper([
      ("甲局", "张三", "0400-5550001"), ("甲局", "张三", "0400-5550001"), ("甲局", "李四", "0400-5550001"),
      ("甲局", "张三", "0400-5550010"),
    ])
    let findings = paper.findings(ContactVaries.self)
    #expect(
      findings.map(\.line) == [
        "NM05 detail/3.head broken review", "NM05 detail/4.head_phone broken review",
      ])
    #expect(findings[0].majority == "张三")
  }

  @Test("Names that the profile declares to be one unit's are one unit")
  func areOfOneUnitByItsAlias() {
    let forms = [
      ("就业局", "张三", "5550001"), ("就业创业服务中心", "张三", "5550001"), ("就业局", "李四", "5550001"),
    ]
    #expect(
      paper(forms).findings(ContactVaries.self).map(\.line) == ["NM05 detail/3.head broken review"])
    let others = [("就业局", "张三", "5550001"), ("财政局", "李四", "5550002"), ("教育局", "王五", "5550003")]
    #expect(paper(others).findings(ContactVaries.self).isEmpty)
  }

  @Test func areOneFindingAForm() throws {
    let findings = paper([
      ("甲局", "张三", "5550001"), ("甲局", "张三", "5550001"), ("甲局", "李四", "5550010"),
    ]).findings(ContactVaries.self)
    #expect(findings.map(\.line) == ["NM05 detail/3.head broken review"])
    #expect(findings.first?.values.count == 4)
  }

  @Test func mayHaveBeenMisread() throws {
    let finding = try #require(
      paper([("甲局", "张三", "5550001"), ("甲局", "张三", "5550001"), ("甲局", "张三", "5550007")])
        .findings(ContactVaries.self).first)
    #expect(finding.diagnosis == [.lookAlike])
    #expect(finding.attribution == .undetermined)
    #expect(finding.majority == "5550001")
  }

  @Test func standOutAmongTwoWhereOneHalfAgrees() {
    #expect(
      paper([("甲局", "张三", "5550001"), ("甲局", "张三", "5550010")])
        .findings(ContactVaries.self).count == 1)
    #expect(
      paper([("甲局", "张三", "5550001"), ("甲局", "李四", "5550001")])
        .findings(ContactVaries.self).count == 1)
  }

  @Test("A person with another telephone in each form is one finding, which names all of them")
  func areOneFindingAUnitWhereNoMajorityTells() throws {
    let findings = paper((1...4).map { ("甲局", "张三", "555000\($0)") })
      .findings(ContactVaries.self)
    #expect(findings.map(\.line) == ["NM05 detail/2.head_phone broken review"])
    let finding = try #require(findings.first)
    #expect(finding.records == ["detail/2", "detail/3", "detail/4", "detail/1"])
    #expect(finding.values.map(\.value) == ["5550002", "5550003", "5550004", "5550001"])
    #expect(finding.majority == nil)
    #expect(finding.message.en.contains("“5550004” (line 40) in form 4, but “5550001” in form 1."))
    #expect(finding.message.zh.contains("在第4张明细表为“5550004”（第40行），而第1张明细表为“5550001”。"))
  }

  @Test("A long list of forms is cut in words; the values hold all")
  func areNotAllToldInWords() throws {
    let forms = (10...18).map { ("甲局", "张三" as String?, "55500\($0)" as String?) }
    let finding = try #require(paper(forms).findings(ContactVaries.self).first)
    #expect(finding.values.count == 9)
    #expect(finding.message.en.contains("“5550015”"))
    #expect(!finding.message.en.contains("“5550016”"))
    #expect(finding.message.en.contains(" and others in 3 more forms, but “5550010” in form 1."))
  }

  @Test("A form that stands out against a majority keeps its finding beside that of the unit")
  func areToldApartByWhatTheyStandAgainst() {
    let forms = [
      ("甲局", "张三", "5550001"), ("甲局", "张三", "5550012"), ("甲局", "张三", "5550023"),
      ("甲局", "李四", "5550034"),
    ]
    #expect(
      paper(forms).findings(ContactVaries.self).map(\.line) == [
        "NM05 detail/4.head broken review", "NM05 detail/2.head_phone broken review",
      ])
  }

  @Test func mayBeOthersForOtherProjectsAndUnits() {
    for forms in [
      [("甲局", "张三", "5550001"), ("甲局", "李四", "5550002")],
      [("甲局", "张三", "5550001"), ("乙局", "张三", "5550002")],
      [("甲局", "张三", "0400-5550001"), ("甲局", "张三", "5550001")],
      [("甲局", "张三", nil), ("甲局", "张三", "5550001"), ("甲局", nil, "5550001")],
    ] as [[(String, String?, String?)]] {
      #expect(paper(forms).findings(ContactVaries.self).isEmpty)
    }
  }
}

@Suite struct TextsThatAreCutOff {
  private func note(_ row: String, goal: String) -> [String] {
    var paper = Draft()
    paper.row("1")
    paper.setRow(["note": row])
    paper.form("1")
    paper.set(["goal": goal])
    paper.link()
    return paper.findings(NameTruncated.self).map(\.line)
  }

  @Test func areRemarksThatTheFormGoesOnWith() {
    #expect(
      note("用来提升全市战时和平时的应急通信", goal: "用来提升全市战时和平时的应急通信能力。") == [
        "NM03 summary/1.note broken note"
      ])
  }

  @Test func areNotWholeSentencesOrShortWords() {
    #expect(note("用来提升全市战时和平时的应急通信", goal: "用来提升全市战时和平时的应急通信，并更新设备。").isEmpty)
    #expect(note("用来提升全市战时和平时的应急通信", goal: "用来提升全市战时和平时的应急通信").isEmpty)
    #expect(note("应急通信", goal: "应急通信能力").isEmpty)
  }

  @Test func areRatesThatStopInsideTheirWord() {
    var paper = Draft()
    paper.form("1")
    paper.indicator("质量指标", "服务对象满意", "≥95%", unit: "%", target: "95")
    paper.indicator("质量指标", "服务对象满意度", "≥95%", unit: "%", target: "95")
    paper.indicator("质量指标", "群众满意", "≥95户", unit: "户", target: "95")
    #expect(
      paper.findings(NameTruncated.self).map(\.line) == [
        "NM03 detail/1.indicators[0].level3 broken note"
      ])
  }
}

@Suite struct RecordsThatStandTwice {
  /// A row a line: unit, project, amount.
  private func paper(_ rows: [(String?, String, String?)]) -> Draft {
    var paper = Draft()
    for (unit, project, amount) in rows {
      paper.row(amount, project: project)
      paper.setRow(["unit": unit])
    }
    return paper
  }

  @Test func areOneNameOneUnitAndOneAmount() {
    let findings = paper([("甲局", "供暖费", "5"), ("乙局", "供暖费", "5"), ("甲局", "供 暖费", "5.00")])
      .findings(DuplicateRecord.self)
    #expect(findings.map(\.line) == ["DU03 summary/3.project broken warning"])
    #expect(findings.first?.records == ["summary/3", "summary/1"])
  }

  @Test func mayDifferInOneOfThem() {
    for rows in [
      [("甲局", "供暖费", "5"), ("甲局", "供暖费", "6")], [("甲局", "供暖费", "5"), ("甲局", "取暖费", "5")],
      [("甲局", "供暖费", "5"), ("乙局", "供暖费", "5")], [("甲局", "供暖费", nil), ("甲局", "供暖费", nil)],
      [(nil, "供暖费", "5"), (nil, "供暖费", "5")],
    ] as [[(String?, String, String?)]] {
      #expect(paper(rows).findings(DuplicateRecord.self).isEmpty)
    }
  }

  @Test func areFormsAsWell() {
    var paper = Draft()
    for _ in 0..<2 {
      paper.form("5", project: "供暖费")
      paper.set(["unit": "甲局"])
    }
    #expect(
      paper.findings(DuplicateRecord.self).map(\.line) == ["DU03 detail/2.project broken warning"])
  }

  @Test func shareANameAcrossUnits() {
    let findings = paper([
      ("甲局", "部门项目款-津贴", "5"), ("乙局", "津贴", "6"), ("乙局", "供暖费", "5"),
    ]).findings(NameShared.self)
    #expect(findings.map(\.line) == ["DU04 summary/1.project broken note"])
    #expect(findings.first?.records == ["summary/1", "summary/2"])
    #expect(paper([("甲局", "津贴", "5"), ("甲局", "津贴", "6")]).findings(NameShared.self).isEmpty)
  }
}
