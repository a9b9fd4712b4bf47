import Testing
import Tieout

@Suite("Layouts that are read by what repeats in them")
struct GenericLayoutsTests {
  private func generic(_ lines: [String]) throws -> Submission {
    var options = Options()
    options.isGeneric = true
    let text = lines.joined(separator: "\n")
    return try Tieout.run([Input(name: "x.txt", bytes: Array(text.utf8))], options)
  }

  private func totals(_ submission: Submission) -> [String?] {
    let total = submission.profile.detail.total
    return submission.details.map { record in record[total].map { submission.text($0) } }
  }

  private func errors(_ submission: Submission) -> [String] {
    submission.findings.filter { $0.severity == .error }.map {
      "\($0.check) \($0.records.joined(separator: " "))"
    }
  }

  private let names = ["河堤加固", "校舍改造", "污水管网", "道路硬化"]

  @Test("Forms that are nothing but lines, one below the other")
  func linesAlone() throws {
    var lines = ["Bursary awards", "", "No.\tStudent\tCollege\tAward"]
    let awards = ["$1,200.00", "$850.00", "$990.00"]
    let students = ["Ann Lee", "Bo Ray", "Cy Fox"]
    for (place, student) in students.enumerated() {
      lines.append("\(place + 1)\t\(student)\tNorth \(place)\t\(awards[place])")
    }
    lines.append("Total\t\t\t$3,040.00")
    for (place, student) in students.enumerated() {
      let award = place == 2 ? "$909.00" : awards[place]
      lines += [
        "", "Bursary form", "", "Student: \(student)", "College: North \(place)",
        "Award: \(award)",
      ]
    }
    let submission = try generic(lines)
    #expect(totals(submission) == ["1200.00", "850.00", "909.00"])
    #expect(errors(submission) == ["AG01 summary/3 detail/3"])
    #expect(submission.unplaced().isEmpty)
    let money = submission.profile.units
    let total = submission.profile.detail.total
    #expect(submission.details.allSatisfy { money.name($0[total]?.unit ?? .none) == "$" })
  }

  @Test("Years head columns beside other labels, and the sum of them is the total")
  func years() throws {
    var lines = ["投资计划表", "单位：万元", "", "序号\t项目名称\t地点\t2022年\t2023年\t合计"]
    var forms: [String] = []
    for (place, name) in names.enumerated() {
      let (first, second) = (100 + place * 7, 40 + place)
      lines.append("\(place + 1)\t\(name)\t第\(place)乡\t\(first)\t\(second)\t\(first + second)")
      forms += [
        "", "投资计划申请表", "", "项目名称\t\(name)\t地点\t第\(place)乡", "资金来源\t2022年\t2023年\t合计",
        "上级补助\t\(first - 30)\t\(second - 10)\t\(first + second - 40)",
        "县级配套\t30\t10\t40", "总投资\t\(first)\t\(second)\t\(first + second)",
      ]
    }
    lines.append("合计\t\t\t442\t166\t608")
    let submission = try generic(lines + forms)
    #expect(submission.profile.summary.amount.map { submission.profile.name($0) } == "合计")
    #expect(totals(submission) == ["140", "148", "156", "164"])
    #expect(submission.details.allSatisfy { $0.groups.first?.items.count == 2 })
    #expect(errors(submission).isEmpty)
    #expect(submission.unplaced().isEmpty)
  }

  @Test("A line that adds the others up is their total, whatever it is called")
  func total() throws {
    var lines = ["奖学金名册", "单位：元", "", "序号\t姓名\t学号\t奖励金额"]
    var forms: [String] = []
    for (place, name) in ["叶知秋", "莫小雨", "戴安然", "柳如烟", "康乐"].enumerated() {
      lines.append("\(place + 1)\t\(name)\t\(2_024_011 + place * 13)\t\(place + 6)00")
      let sum = 85 + place + 90 + (place == 1 ? 3 : 0)
      forms += [
        "", "奖学金申请表", "", "姓名\t\(name)\t学号\t\(2_024_011 + place * 13)",
        "奖励金额\t\(place + 6)00元\t综合排名\t\(place + 3)", "科目\t成绩\t教师",
        "语文\t\(85 + place)\t傅老师", "数学\t90\t邱老师", "总成绩\t\(sum)\t",
      ]
    }
    lines.append("合计\t\t\t4000")
    let submission = try generic(lines + forms)
    #expect(errors(submission) == ["FT03 detail/2"])
    #expect(submission.details.allSatisfy { $0.groups.first?.items.count == 2 })
    #expect(totals(submission) == ["600", "700", "800", "900", "1000"])
  }

  @Test(
    "A line that is a tenth of what the summary states is a line, though its digits are the same")
  func tenth() throws {
    var lines = ["设备购置汇总表", "单位：元", "", "序号\t设备名称\t科室\t预算金额"]
    var forms: [String] = []
    for (place, name) in ["超声仪", "分析仪", "麻醉机", "监护仪"].enumerated() {
      let price = 19_000 + place * 7_000
      lines.append("\(place + 1)\t\(name)\t第\(place)科\t\(price)")
      forms += [
        "", "设备购置申请表", "", "设备名称\t\(name)\t科室\t第\(place)科", "预算金额（元）\t\(price)\t数量\t1",
        "配置\t数量\t单价\t金额", "主机\t1\t\(price / 10 * 7)\t\(price / 10 * 7)",
        "附件\t2\t\(price / 10)\t\(price / 10 * 2)", "安装\t1\t\(price / 10)\t\(price / 10)",
        "合计\t\t\t\(price)",
      ]
    }
    let submission = try generic(lines + forms)
    #expect(submission.details.allSatisfy { $0.groups.first?.items.count == 3 })
    #expect(errors(submission).isEmpty)
    #expect(BookedValues(submission).lost().isEmpty)
  }

  @Test("A register in whose rows nothing is blank has rows, and no headings")
  func wholeRows() throws {
    let lines =
      ["School\tRoll\tLast year\tThis year\tChange"]
      + ["North\t210\t£3,700\t£3,800\t£100", "South\t305\t£2,300\t£1,900\t-£400"]
      + ["West\t118\t£5,600\t£3,600\t-£2,000", "Total\t\t£11,600\t£9,300\t"]
    let submission = try generic(lines)
    #expect(submission.summary.rows.count == 3)
    #expect(submission.summary.total != nil)
  }

  @Test("A reason that all forms give is a text, and heads nothing")
  func prose() throws {
    var lines = ["助学金汇总表", "", "序号\t姓名\t班级\t补助金额（元）"]
    var forms: [String] = []
    for (place, name) in ["王小红", "李大力", "张三丰"].enumerated() {
      lines.append("\(place + 1)\t\(name)\t高二（\(place)）班\t\(place + 1)650")
      forms += [
        "", "助学金申请表", "", "姓名\t\(name)\t班级\t高二（\(place)）班", "申请理由\t家庭经济困难，收入不稳定。\t\t",
        "补助档次\t第\(place)档\t补助金额（元）\t\(place + 1)650", "学校意见\t同意\t\t",
      ]
    }
    let submission = try generic(lines + forms)
    #expect(totals(submission) == ["1650", "2650", "3650"])
    #expect(submission.details.allSatisfy { $0.groups.isEmpty })
    #expect(submission.unplaced().isEmpty)
  }

  @Test("Of two figures behind a label both are read")
  func secondFigure() throws {
    var lines = OtherFamiliesTests.selfEvaluation(initial: ["120.00", "80.00", "70.00"])
    lines = lines.map { $0.replacing("总分\t\t\t\t\t\t100\t97.9", with: "总分\t\t\t\t\t\t100\t9\t") }
    let scores = ["97.9", "96.5", "95.1"]
    var next = 0
    for place in lines.indices where lines[place].hasPrefix("总分") {
      lines[place] = "总分\t\t\t\t\t\t100\t\(scores[next])"
      next += 1
    }
    let submission = try generic(lines)
    let values = submission.details.map { record in
      record.fields.map { submission.text($0) }.filter { scores.contains($0) || $0 == "100" }
    }
    #expect(values == scores.map { ["100", $0] })
  }
}
