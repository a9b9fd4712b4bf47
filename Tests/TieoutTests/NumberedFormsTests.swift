import Testing
import Tieout

@Suite("Lines above forms that number them")
struct NumberedFormsTests {
  private static let names = ["绿色防控示范", "校园网络升级", "监测哨点建设"]

  /// A paper of no known kind: a summary of three tasks and their forms, each below its own line.
  private func tasks(_ line: (Int) -> String) -> [String] {
    var lines = ["2025年度惠民专项申报项目汇总表", "", "单位：万元", "", "序号\t课题名称\t承担单位\t申请经费\t起止年月"]
    for (place, name) in Self.names.enumerated() {
      lines.append("\(place + 1)\t\(name)\t云州市第\(place + 1)中学\t\(place + 5).25\t2025.01-2025.12")
    }
    lines.append("合计\t\t\t18.75\t")
    for (place, name) in Self.names.enumerated() {
      lines += [
        "", line(place + 1), "", "惠民专项课题申报书", "", "课题名称\t\(name)",
        "承担单位\t云州市第\(place + 1)中学", "联系电话\t1380000123\(place)", "起止年月\t2025.01-2025.12",
        "申请经费\t\(place + 5).25", "考核指标\t培训\(place + 3)00人",
      ]
    }
    return lines
  }

  /// A summary of three bids below its title.
  private func bids(_ title: String) -> [String] {
    let rows = (1...3).map { "\($0)\tHall \($0 * 7)\tParish \($0)\t£\($0),000" }
    return [title, "", "No.\tProject title\tApplicant\tGrant requested"] + rows
      + ["Total\t\t\t£6,000"]
  }

  @Test(
    "A line with a number is kept with its form, beside the title",
    arguments: ["附件2-#", "附件2.#：", "附件#", "附件2—#", "附件2", "附表#", "任务#"])
  func kept(_ line: String) throws {
    let lines = (1...3).map { line.replacing("#", with: "\($0)") }
    let outcome = try Outcome(lines: tasks { lines[$0 - 1] })
    let numbers = outcome.details.map { $0["fields"]["附件"].string }
    #expect(numbers == lines.map { $0.replacing("：", with: "") })
    #expect(outcome.details.allSatisfy { $0["fields"]["title"].string == "惠民专项课题申报书" })
    #expect(outcome.submission.links.count == 3 && outcome.submission.unplaced().isEmpty)
  }

  @Test(
    "In English the number stands apart", arguments: ["Annex #", "Annex 2-#", "Annex 2"])
  func english(_ line: String) throws {
    var lines = bids("Schedule of bids")
    for place in 1...3 {
      lines += [
        "", line.replacing("#", with: "\(place)"), "Bid sheet", "Project title: Hall \(place * 7)",
        "Applicant: Parish \(place)", "Grant requested: £\(place),000", "Outcome\tTarget",
        "Visitors\tat least 500 people",
      ]
    }
    let outcome = try Outcome(lines: lines)
    let numbers = outcome.details.map { $0["fields"]["attachment"].string }
    #expect(numbers == (1...3).map { line.replacing("#", with: "\($0)") })
    #expect(outcome.details.allSatisfy { $0["fields"]["title"].string == "Bid sheet" })
    #expect(outcome.submission.unplaced().isEmpty)
  }

  @Test("A sum at the end of each form is no number of the next")
  func sums() throws {
    var lines = tasks { "共计\($0 * 4100)" }
    lines.append("共计16400")
    let outcome = try Outcome(lines: lines)
    #expect(outcome.details.count == 3)
    #expect(outcome.details.allSatisfy { $0["fields"]["附件"].string == nil })
  }

  @Test(
    "With words behind the number it is a title",
    arguments: ["Annex #: Bid sheet", "Appendix #: Application form"])
  func titles(_ title: String) throws {
    let titles = (2...4).map { title.replacing("#", with: "\($0)") }
    var lines = bids("Annex 1: Schedule of bids")
    for place in 1...3 {
      lines += [
        "", titles[place - 1], "Project title: Hall \(place * 7)", "Applicant: Parish \(place)",
        "Description: The plan is set out in Annex 2: three workshops and a fair.",
        "Grant requested: £\(place),000",
      ]
    }
    let outcome = try Outcome(lines: lines)
    let submission = outcome.submission
    let title = submission.profile.summary.title
    #expect(submission.profile.id == "grants-en")
    #expect(
      submission.summary.fields.filter { $0.name == title }.map { submission.text($0) }
        == ["Annex 1: Schedule of bids"])
    #expect(outcome.details.map { $0["fields"]["title"].string } == titles)
    #expect(submission.links.count == 3 && submission.unplaced().isEmpty)
  }

  @Test("A known form may have a number of parts, too")
  func known() throws {
    var lines = [
      "2024年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t金额\t备注",
      "1\t图书馆开放补助\t云州市图书馆\t644.51\t", "2\t非遗保护经费\t云州市图书馆\t1706\t", "合计\t\t\t2350.51\t",
    ]
    for (place, form) in [("图书馆开放补助", "644.51"), ("非遗保护经费", "1706")].enumerated() {
      lines += [
        "", "附件2-\(place + 1)", "", "项目支出绩效目标表", "", "项目名称\t\(form.0)\t\t",
        "主管部门\t云州市文旅局\t项目单位\t云州市图书馆", "预算金额\t\(form.1)\t其中：财政拨款\t\(form.1)",
        "年度目标\t完成年度任务，保障群众文化权益。\t\t", "一级指标\t二级指标\t三级指标\t指标值",
        "产出指标\t数量指标\t完成场次\t≥20场",
      ]
    }
    let outcome = try Outcome(lines: lines)
    #expect(outcome.submission.profile.id == "cn-budget-performance")
    #expect(outcome.details.map { $0["fields"]["attachment"].string } == ["附件2-1", "附件2-2"])
    #expect(outcome.submission.links.count == 2 && outcome.submission.unplaced().isEmpty)
  }

  @Test("Spans of time are texts, and telephones no sums")
  func types() throws {
    let outcome = try Outcome(lines: tasks { "附件\($0)" })
    let profile = outcome.submission.profile
    func type(_ name: String) -> FieldType? {
      profile.detail.fields.first { profile.name($0.name) == name }?.type
    }
    #expect(type("起止年月") == .text && type("联系电话") == .phone)
  }
}
