import Testing
import TieoutModel

@testable import TieoutReconciliation

/// Forms with a name and a goal each.
func goals(_ forms: [(project: String, goal: String)], total: String = "1") -> Draft {
  var paper = Draft()
  for form in forms {
    paper.form(total, without: ["goal"], project: form.project)
    let goal = paper.field("goal", form.goal)
    paper.details[paper.details.count - 1].set(goal)
  }
  return paper
}

@Suite struct CopiedGoals {
  static let bridge = "新建跨河大桥一座，改善两岸居民出行条件，带动沿线经济发展，年底前完成主体结构施工并通过验收。"

  @Test func findsTheSameGoalInTwoForms() {
    let paper = goals([("跨河大桥工程", Self.bridge), ("图书馆购书经费", Self.bridge)])
    #expect(paper.findings(CopiedProse.self).map(\.line).count == 1)
    #expect(paper.findings(CopiedProse.self)[0].records == ["detail/2", "detail/1"])
  }

  @Test func findsGoalsThatDifferInAFewWords() {
    let other = Self.bridge.replacing("两岸居民", with: "两岸市民").replacing("一座", with: "2座")
    let paper = goals([("滨江路网工程", Self.bridge), ("图书馆购书经费", other)])
    #expect(
      paper.findings(CopiedProse.self).map(\.line) == ["DU01 detail/2.goal broken review"])
  }

  @Test func isANoteWhereTheCopyIsAboutTheOtherProject() {
    let paper = goals([("跨河大桥工程", Self.bridge), ("图书馆购书经费", Self.bridge)])
    #expect(paper.findings(CopiedProse.self).map(\.line) == ["DU01 detail/2.goal broken note"])
    #expect(
      paper.findings(ForeignProse.self).map(\.line) == ["DU02 detail/2.goal broken review"])
  }

  @Test func findsAGoalInWhichOnlyTheNameWasChanged() {
    let text = "按计划完成○○○○○任务，做好前期论证、招标采购、施工监理与竣工验收各环节，确保质量与安全。"
    let paper = goals([
      ("老城管网改造", text.replacing("○○○○○", with: "老城管网改造")),
      ("社区食堂建设", text.replacing("○○○○○", with: "社区食堂建设")),
    ])
    #expect(
      paper.findings(CopiedProse.self).map(\.line) == ["DU01 detail/2.goal broken review"])
  }

  @Test func isSilentOnShortGoalsThatAreOnlyAlike() {
    let paper = goals([("大桥", "按时完成大桥任务，保障资金到位。"), ("食堂", "按时完成食堂任务，保障资金到位。")])
    #expect(paper.findings(CopiedProse.self).isEmpty)
  }

  @Test func findsShortGoalsThatAreTheSame() {
    let goal = "职工活动中心装修、图版制作和设备购置。"
    #expect(goals([("大桥", goal), ("食堂", goal)]).findings(CopiedProse.self).count == 1)
    #expect(goals([("大桥", "互联互通。"), ("食堂", "互联互通。")]).findings(CopiedProse.self).isEmpty)
  }

  @Test func isSilentWhereTwoFormsAreOfOneProject() {
    let paper = goals([("部门项目款-执勤补贴", Self.bridge), ("执勤补贴", Self.bridge)])
    #expect(paper.findings(CopiedProse.self).isEmpty)
  }

  @Test func isSilentOnWordingThatStandsInThreeForms() {
    let paper = goals([("大桥", Self.bridge), ("食堂", Self.bridge), ("书库", Self.bridge)])
    #expect(paper.findings(CopiedProse.self).isEmpty)
  }

  @Test func isSilentOnDecreesThatBothQuote() {
    let rule = "依据《省人民政府关于建立残疾人两项补贴制度和相关保障措施的实施办法》（省政发[2015]37号）："
    let paper = goals([
      ("困难残疾人生活补贴", rule + "困难残疾人生活补贴每人每月80元。"),
      ("重度残疾人护理补贴", rule + "重度残疾人护理补贴每人每月100元。"),
    ])
    #expect(paper.findings(CopiedProse.self).isEmpty)
  }

  @Test func staysLinearWhereThousandsOfGoalsAreNearlyAlike() {
    var forms: [(String, String)] = []
    for number in 0..<3000 {
      let word = String(UnicodeScalar(0x4E00 + number)!)
      forms.append(("工程\(word)\(word)", Self.bridge.replacing("沿线", with: word)))
    }
    // All clauses but one are common wording, and so is what they share.
    #expect(goals(forms).findings(CopiedProse.self).isEmpty)
  }
}

@Suite struct ForeignGoals {
  @Test func findsAGoalAboutAnotherProject() {
    let paper = goals([
      ("部门项目款-留置场所建设维护资金", "廉政教育基地装修、外挂电梯安装、消防设施改造。"),
      ("部门项目款-*廉政教育基地建设资金", "廉政教育基地装修。"),
    ])
    #expect(
      paper.findings(ForeignProse.self).map(\.line) == ["DU02 detail/1.goal broken review"])
    #expect(paper.findings(ForeignProse.self)[0].records == ["detail/1", "detail/2"])
  }

  @Test func isSilentWhereTheGoalSpeaksOfItsOwnProjectToo() {
    let paper = goals([
      ("留置场所建设维护资金", "留置场所与廉政教育基地一并装修。"), ("廉政教育基地建设资金", "基地装修。"),
    ])
    #expect(paper.findings(ForeignProse.self).isEmpty)
  }

  @Test func isSilentOnWordsThatAllProjectsHave() {
    let paper = goals([
      ("留置场所资金", "保障重点项目建设资金及时到位。"), ("重点项目建设资金", "及时拨付。"),
    ])
    #expect(paper.findings(ForeignProse.self).isEmpty)
  }

  @Test func isSilentOnWordsThatSeveralNamesHave() {
    let paper = goals([
      ("殡仪馆搬迁", "为参保人员缴纳城乡居民医疗保险。"), ("城乡居民医疗保险匹配资金", "足额匹配。"),
      ("城乡居民医疗保险信息平台", "平台上线。"),
    ])
    #expect(paper.findings(ForeignProse.self).isEmpty)
  }

  @Test func findsAnIndicatorAboutAnotherProject() {
    var paper = goals([("困难残疾人生活补贴资金", "生活补贴"), ("重度残疾人护理补贴资金", "护理补贴")])
    paper.indicator("数量指标", "享受重度残疾人护理补贴人数", "≥10人", unit: "人", target: "10")
    paper.details[0].groups = paper.details[1].groups
    paper.details[1].groups = []
    #expect(
      paper.findings(ForeignIndicator.self).map(\.line)
        == ["RL07 detail/1.indicators[0].level3 broken review"])
  }

  @Test(arguments: ["", "甲", "甲乙", "甲乙丙", "A", "甲，", "（甲）1"])
  func seesInBytesThatAnotherProjectMayBeMentioned(before: String) {
    let subjects = Subjects(goals([("老城管网改造", ""), ("社区食堂建设", "")]).submission)
    for name in ["社区食堂", "社区食堂建设", "区食堂建设", "社，区食堂", "社 区食堂"] {
      for after in ["", "甲", "甲乙", "，甲", "1"] {
        let title = Array("\(before)\(name)\(after)".utf8)
        let mayMention = subjects.mayMention(title.span, otherThan: 0)
        #expect(mayMention)
      }
    }
    for other in ["道路维修数量完成情况", "老城管网改造完成情况", "改造老城管网改造及老城管网"] {
      let title = Array(other.utf8)
      let mayMention = subjects.mayMention(title.span, otherThan: 0)
      #expect(!mayMention)
    }
  }

  @Test func findsIndicatorsOfOneName() {
    var paper = goals([("书库", "购书")])
    paper.indicator("数量指标", "购置图书数量", "≥10册", unit: "册", target: "10")
    paper.indicator("质量指标", "购置图书数量", "≥95%", unit: "%", target: "95")
    #expect(
      paper.findings(ForeignIndicator.self).map(\.line)
        == ["RL07 detail/1.indicators[1].level3 broken review"])
  }

  @Test func isSilentWhereOneThingIsBoundedFromBothSides() {
    var paper = goals([("书库", "恒温")])
    paper.indicator("质量指标", "库房温度", "≥18度", unit: "度", target: "18")
    paper.indicator("质量指标", "库房温度", "≤26度", unit: "度", target: "26")
    #expect(paper.findings(ForeignIndicator.self).isEmpty)
  }
}
