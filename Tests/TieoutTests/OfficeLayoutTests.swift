import Testing
import Tieout

@Suite("Budget forms as different offices lay them out")
struct OfficeLayoutTests {
  static let papers = OfficePaper.Summary.allCases.flatMap { summary in
    OfficePaper.Form.allCases.map { (summary, $0) }
  }

  @Test("Every value is read, and nothing is reported", arguments: papers)
  func readWhole(_ summary: OfficePaper.Summary, _ form: OfficePaper.Form) throws {
    let outcome = try Outcome(lines: OfficePaper(summary: summary, form: form).lines)
    #expect(outcome.submission.profile.id == "cn-budget-performance")
    #expect(outcome.details.count == OfficePaper.projects.count)
    #expect(outcome.submission.ledgerTotals().balances)
    for (place, project) in OfficePaper.projects.enumerated() {
      let row = try #require(outcome.rows.first { $0["fields"]["seq"].string == "\(place + 1)" })
      #expect(row["fields"]["project"].string == project.name)
      #expect(row["fields"]["department"].string == project.body)
      #expect(row["fields"]["unit"].string == project.body)
      #expect(row["fields"]["amount"].string == project.total)
      let detail = outcome.details[place]
      let expected = [
        "project": project.name, "department": project.body, "unit": project.body,
        "head": project.head, "head_phone": project.phone, "total": project.total,
        "goal": project.goal,
      ]
      for (name, value) in expected {
        #expect(detail["fields"][name].string == value, "\(name)")
      }
      let funding = detail["groups"]["funding"].items
      #expect(funding.map { $0["source"].string } == ["财政拨款", "其他资金"])
      #expect(funding.map { $0["amount"].string } == [project.fiscal, project.other])
      let indicators = detail["groups"]["indicators"].items
      #expect(indicators.map { $0["target"].string } == ["51", "95", "90"])
      #expect(indicators.map { $0["name"].string } == ["维护次数", "验收合格率", "群众满意度"])
      #expect(indicators.map { $0["unit"].string } == ["次", "%", "%"])
    }
    // The merged summary has a fourth row of nothing, which no form belongs to.
    let grave = outcome.submission.findings.filter {
      $0.severity >= .warning && !$0.records.contains("summary/4")
    }
    #expect(grave.isEmpty, "\(grave.map(\.message.en))")
  }

  @Test("A cell that was lost in a column printed throughout stays blank")
  func lostCell() throws {
    var lines = OfficePaper(summary: .plain, form: .central).lines
    let row = try #require(lines.firstIndex { $0.hasPrefix("2\t") })
    lines[row] = "2\t某县交通运输局\t\t渡口船舶检测经费\t64.50\t"
    let outcome = try Outcome(lines: lines)
    #expect(outcome.rows[1]["fields"]["department"].string == nil)
  }

  @Test("A number behind a name is not lost where the form has its telephone already")
  func twoNumbers() throws {
    let lines = OfficePaper(summary: .plain, form: .central).lines.map {
      $0.hasPrefix("项目负责人\t陶立新") ? "联系电话\t0400-5551999\t项目负责人\t陶立新 0400-5551201" : $0
    }
    let outcome = try Outcome(lines: lines)
    let texts = outcome.details[0]["fields"].members.compactMap { $0.value.string }
    for number in ["0400-5551999", "0400-5551201"] {
      let isKept = texts.contains { $0.contains(number) }
      #expect(isKept, "\(number)")
    }
  }

  @Test("Rows that Han numerals count throughout are rows")
  func countedInHan() throws {
    let lines = OfficePaper(summary: .plain, form: .central).lines.map { line in
      zip(["1", "2", "3"], ["一", "二", "三"]).reduce(line) { line, pair in
        line.hasPrefix(pair.0 + "\t") ? pair.1 + line.dropFirst() : line
      }
    }
    let outcome = try Outcome(lines: lines)
    #expect(outcome.rows.count == 3)
    #expect(outcome.submission.links.count == 3)
  }

  /// Forms that print three years and one year side by side.
  private func twoPeriods(other: String = "30.37") -> [String] {
    OfficePaper(summary: .plain, form: .central).lines.flatMap { line -> [String] in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if line.hasPrefix("项目资金") {
        return ["项目资金（万元）\t实施期资金总额\t990.00\t年度资金总额\t\(cells[2])"]
      }
      if line.hasPrefix("\t其中：财政拨款") { return ["\t其中：财政拨款\t900.00\t其中：财政拨款\t\(cells[2])"] }
      guard line.hasPrefix("\t其他资金") else { return [line] }
      return ["\t其他资金\t90.00\t其他资金\t\(cells[2] == "30.37" ? other : cells[2])"]
    }
  }

  @Test("Of two periods side by side, the sources of the year make its total")
  func periods() throws {
    let sound = try Outcome(lines: twoPeriods())
    #expect(sound.details[0]["fields"]["whole_total"].string == "990.00")
    #expect(sound.details[0]["fields"]["total"].string == "180.37")
    #expect(sound.findings("FT04").isEmpty)
    let broken = try Outcome(lines: twoPeriods(other: "20.37")).findings("FT04")
    #expect(broken.map(\.verdict) == [.broken])
  }
}
