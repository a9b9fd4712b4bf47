import Testing
import Tieout

@Suite("Titles of forms with a number behind them")
struct NumberedTitlesTests {
  /// A summary of three grants and their forms, each under a title.
  private func grants(_ title: (Int) -> String) -> [String] {
    let names = ["Village hall roof", "Youth drama club", "Footpath repairs"]
    var lines = ["Schedule of bids", "", "No.\tProject title\tApplicant\tGrant requested"]
    for (place, name) in names.enumerated() {
      lines.append("\(place + 1)\t\(name)\tParish \(place)\t£\(place + 5),000")
    }
    lines.append("Total\t\t\t£18,000")
    for (place, name) in names.enumerated() {
      lines += [
        "", title(place + 1), "Project title: \(name)", "Applicant: Parish \(place)",
        "Description: What the parish asked for.", "Grant requested: £\(place + 5),000", "",
        "Outcome\tTarget", "Visitors\tat least 500 people",
      ]
    }
    return lines
  }

  @Test(
    "A title is one with its number, however that is written",
    arguments: [
      "Bid sheet C0#", "Bid sheet #", "Bid sheet no. #", "Bid sheet No. G-0#", "Bid sheet – #",
      "Bid sheet: 2025/0#", "Bid sheet (#)", "Bid sheet number #", "Bid sheet",
    ])
  func numbered(_ title: String) throws {
    let titles = (1...3).map { title.replacing("#", with: "\($0)") }
    let outcome = try Outcome(lines: grants { titles[$0 - 1] })
    #expect(outcome.details.map { $0["fields"]["title"].string } == titles)
    #expect(outcome.details.allSatisfy { $0["fields"]["text"].string == nil })
    #expect(outcome.submission.links.count == 3 && outcome.submission.unplaced().isEmpty)
  }

  @Test(
    "A line that only speaks of a form is no title",
    arguments: ["Bid sheet C01 is below.", "Bid sheets 1 to 3"])
  func noTitle(_ line: String) throws {
    let outcome = try Outcome(lines: grants { _ in line })
    #expect(outcome.details.allSatisfy { $0["fields"]["title"].string == nil })
  }

  @Test(
    "Forms in Chinese are counted in brackets or behind their titles",
    arguments: [
      ["项目支出绩效目标表（一）", "项目支出绩效目标表（二）"], ["项目支出绩效目标表（1）", "项目支出绩效目标表（2）"],
      ["项目支出绩效目标表1", "项目支出绩效目标表2"], ["项目支出绩效目标表 1", "项目支出绩效目标表 2"],
    ])
  func chinese(_ titles: [String]) throws {
    var lines = [
      "2024年项目支出绩效目标汇总表", "", "单位：万元", "", "序号\t项目名称\t项目单位\t金额\t备注",
      "1\t图书馆开放补助\t云州市图书馆\t644.51\t", "2\t非遗保护经费\t云州市图书馆\t1706\t", "合计\t\t\t2350.51\t",
    ]
    for (place, form) in [("图书馆开放补助", "644.51"), ("非遗保护经费", "1706")].enumerated() {
      lines += [
        "", titles[place], "", "项目名称\t\(form.0)\t\t", "主管部门\t云州市文旅局\t项目单位\t云州市图书馆",
        "预算金额\t\(form.1)\t其中：财政拨款\t\(form.1)", "年度目标\t完成年度任务，保障群众文化权益。\t\t",
        "一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t完成场次\t≥20场",
      ]
    }
    let outcome = try Outcome(lines: lines)
    let profile = outcome.submission.profile
    #expect(profile.id == "cn-budget-performance")
    // White space beside Han characters means nothing and is cleaned away.
    let read = outcome.details.map { $0["fields"]["title"].string }
    #expect(read == titles.map { $0.replacing(" ", with: "") })
    #expect(outcome.submission.links.count == 2 && outcome.submission.unplaced().isEmpty)
  }
}
