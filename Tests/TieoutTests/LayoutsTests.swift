import Testing
import Tieout

@Suite("Layouts of one family that differ from the usual one")
struct LayoutsTests {
  /// A self-evaluation whose lines are changed.
  private func evaluation(_ change: ([String]) -> [String]) throws -> Outcome {
    try Outcome(
      lines: change(OtherFamiliesTests.selfEvaluation(initial: ["120.00", "80.00", "70.00"])))
  }

  private func grave(_ outcome: Outcome) -> [String] {
    outcome.submission.findings.filter { $0.severity >= .review }.map {
      "\($0.check) \($0.records.joined(separator: " "))"
    }
  }

  /// Figures in yuan instead of ten thousands of them.
  private func yuan(_ line: String) -> String {
    var line = line.replacing("（万元）", with: "（元）")
    for figure in ["120.00", "80.00", "70.00", "118.80", "79.20", "69.30"] {
      line = line.replacing(figure, with: figure.replacing(".", with: "") + "00")
    }
    return line
  }

  @Test("Forms in 元 agree with a summary in 万元: all their lines are in what their head names")
  func yuanBelowTenThousands() throws {
    let outcome = try evaluation { lines in
      let first = lines.firstIndex { $0 == "项目支出绩效自评表" } ?? 0
      return Array(lines[..<first]) + lines[first...].map(yuan)
    }
    #expect(grave(outcome).isEmpty)
    let form = try #require(outcome.submission.details.first)
    let units = outcome.submission.profile.units
    let execution = try #require(
      form.groups.first { outcome.submission.profile.name($0.name) == "execution" })
    let amounts = execution.items.flatMap(\.fields).filter { units.exponent($0.unit) != nil }
    #expect(amounts.count == 6)
    #expect(amounts.allSatisfy { units.name($0.unit) == "元" })
    #expect(form[outcome.submission.profile.detail.total].map { units.name($0.unit) } == "元")
  }

  @Test("A form that names no unit counts in what the summary's caption names")
  func captionAlone() throws {
    let outcome = try evaluation { lines in
      lines.map { yuan($0).replacing("单位：万元", with: "单位：元").replacing("项目资金（元）", with: "项目资金") }
        .map { $0.replacing("270.00", with: "2700000").replacing("267.30", with: "2673000") }
    }
    #expect(grave(outcome).isEmpty)
  }

  @Test("Labels with a year before them, codes of bodies, other words for the name")
  func years() throws {
    let outcome = try evaluation { lines in
      lines.map {
        $0.replacing(
          "序号\t项目名称\t项目单位\t主管部门\t全年预算数\t全年执行数\t执行率",
          with: "序号\t转移支付（项目）名称\t项目单位\t主管部门及代码\t2023年预算数\t2023年执行数\t预算执行率"
        )
        .replacing("项目名称\t", with: "转移支付（项目）名称\t")
        .replacing("偏差原因", with: "偏差原因分析及改进措施")
      }
    }
    #expect(grave(outcome).isEmpty)
    #expect(outcome.submission.links.count == 3)
    #expect(outcome.submission.summary.total != nil)
    #expect(outcome.submission.unplaced().isEmpty)
  }

  @Test("Of two years side by side the later one is meant")
  func laterYear() throws {
    let outcome = try evaluation { lines in
      lines.map {
        $0.hasPrefix("序号")
          ? $0.replacing("全年预算数", with: "2022年预算数\t2023年预算数")
          : $0.replacing("某区教育局\t120.00", with: "某区教育局\t95.00\t120.00")
            .replacing("某区教育局\t80.00", with: "某区教育局\t75.00\t80.00")
            .replacing("某区教育局\t70.00", with: "某区教育局\t65.00\t70.00")
            .replacing("\t\t\t\t270.00", with: "\t\t\t\t235.00\t270.00")
      }
    }
    let amount = outcome.submission.profile.summary.amount
    let amounts = outcome.submission.summary.rows.map { row in
      row[amount].map { outcome.submission.text($0) }
    }
    #expect(amounts == ["120.00", "80.00", "70.00"])
    #expect(grave(outcome).isEmpty)
  }

  @Test("定性 in the column of comparators is no fault, moves nothing, and stands as it is printed")
  func qualitative() throws {
    let outcome = try evaluation { lines in
      lines.map {
        $0.replacing("三级指标\t年度指标值", with: "三级指标\t指标性质\t指标值")
          .replacing("完成数量\t≥1", with: "完成数量\t≥\t1")
          .replacing("受益人数\t≥5", with: "受益人数\t≥\t5")
          .replacing("群众满意度\t≥90%\t93%", with: "群众满意度\t定性\t较高\t较高")
      }
    }
    #expect(grave(outcome).isEmpty)
    #expect(outcome.submission.repairs.isEmpty)
    let last = try #require(outcome.details.first?["groups"]["indicators"].items.last)
    #expect(last["comparator"].string == "定性")
    #expect(last["target"].string == "较高")
    #expect(last["name"].string == "群众满意度")
  }

  @Test("Dashes beside scores are nothing, and whole scores are added up to the point")
  func scores() throws {
    let whole = try evaluation { lines in
      lines.map {
        $0.replacing("\t9.9", with: "\t10").replacing("97.9", with: "98")
          .replacing("群众满意度\t≥90%\t93%\t10\t10", with: "群众满意度\t≥90%\t93%\t10\t10")
      }
    }
    #expect(grave(whole).isEmpty)
    // A sum of four rounded figures might be two off; points are not rounded.
    let off = try evaluation { lines in
      lines.map {
        $0.replacing("\t9.9", with: "\t10").replacing(
          "总分\t\t\t\t\t\t100\t97.9", with: "总分\t\t\t\t\t\t100\t97")
      }
    }
    let findings = off.submission.findings.filter { $0.check == "FT04" }
    #expect(findings.map(\.severity) == [.error, .error, .error])
  }

  @Test("A summary without numbers is one by its heads, where rows of values stand below")
  func withoutNumbers() throws {
    let outcome = try evaluation { lines in
      lines.map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count == 8, ["序号", "1", "2", "3"].contains(cells[0]) else { return line }
        return (["序号": "单位代码"][cells[0]].map { $0 } ?? "30\(cells[0])001") + "\t"
          + cells.dropFirst().joined(separator: "\t")
      }
    }
    #expect(outcome.submission.summary.rows.count == 3)
    #expect(outcome.submission.links.count == 3)
    #expect(grave(outcome).isEmpty)
  }

  @Test("A head that can be read is its own column's, and takes no other's place")
  func readableHead() throws {
    let outcome = try evaluation { lines in
      lines.map {
        $0.replacing("三级指标\t年度指标值\t实际完成值", with: "三级指标\t责任人\t实际完成值")
          .replacing("\t≥1", with: "\t王老师").replacing("≥5000人", with: "李老师")
          .replacing("≥5100人", with: "李老师").replacing("≥5200人", with: "李老师")
          .replacing("≥90%", with: "赵老师")
      }
    }
    let items = outcome.details.flatMap { $0["groups"]["indicators"].items }
    #expect(items.count == 9)
    #expect(items.allSatisfy { $0["target"].string == nil })
  }
}

@Suite("A profile that fits by its title alone")
struct GivingWayTests {
  @Test("It gives way to what repeats, and the reading says so")
  func givesWay() throws {
    let lines = [
      "某镇设备项目清单", "", "号牌\t名目\t经手\t费用合计", "A1\t水泵\t甲站\t1200.00", "A2\t路灯\t乙站\t800.00",
      "A3\t帐篷\t丙站\t950.00", "合计\t\t\t2950.00",
    ]
    let submission = try Outcome(lines: lines).submission
    #expect(submission.profile.isGeneric)
    #expect(submission.summary.rows.count == 3)
    let remark = submission.document.remarks.map(\.message.en).first ?? ""
    #expect(remark.hasPrefix("the profile “cn-budget-performance” fits, but reads no row"))
  }
}
