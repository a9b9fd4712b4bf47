import Testing
import TieoutModel

@testable import TieoutReconciliation

/// A paper of two rows with a letter.
private func paper(_ body: String, title: String? = nil, attachments: String? = nil) -> Draft {
  var paper = Draft()
  paper.captions = paper.fields(["title": "2024年度重点项目汇总表"])
  paper.row("1000.50")
  paper.row("2000")
  paper.sum("3000.50")
  paper.letter(["title": title, "attachments": attachments, "body": body])
  return paper
}

@Suite struct TheLetterAndTheTables {
  @Test(arguments: [
    "本次共报送项目2个，预算金额合计3000.5万元。", "共2个项目，总额约3000万元。", "项目2个，合计3千万元左右。",
    "共报送2个项目，资金总计30005000元，其中：财政资金2000万元。", "上年5个项目共计900万元；今年2个项目共计3000.50万元。",
    "其中重点项目5个。", "每个项目平均500万元。", "项目预算见附件。", "资金合计0.3亿元。", "共10余个单位报送项目。",
    "共2个项目，基金预算1000万元，专项2000万元。", "预算金额4000万元。",
    "全市支出合计90亿元。共报送项目2个，金额合计3000.50万元。", "支出合计90亿元。基金合计20亿元。",
  ])
  func agree(body: String) {
    #expect(paper(body).findings(LetterAgainstTables.self).isEmpty)
  }

  @Test(arguments: [
    ("共报送项目3个。", "count", "3"), ("预算金额合计3000.05万元。", "total", "3000.05"),
    ("总额约4000万元。", "total", "4000"), ("共报送2个项目，预算金额4000万元。", "total", "4000"),
    ("共计20余个项目。", "count", "20"), ("合计0.4亿元。", "total", "0.4"),
  ])
  func disagree(body: String, role: String, value: String) throws {
    let findings = paper(body).findings(LetterAgainstTables.self)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.line == "AG04 letter.body broken error")
    #expect(finding.values.first?.role == role)
    #expect(finding.values.first?.value == value)
  }

  @Test func tellOfSwappedDigits() throws {
    let finding = try #require(
      paper("合计3000.05万元。").findings(LetterAgainstTables.self).first)
    #expect(finding.diagnosis == [.transposition])
    #expect(finding.difference == "0.45")
  }

  @Test func areNotHeldAgainstAnotherColumn() {
    var paper = paper("共2个项目，总投资合计4000万元。")
    #expect(paper.findings(LetterAgainstTables.self).count == 1)
    let whole = paper.field("whole_total", "4000万元")
    paper.total?.fields.append(whole)
    #expect(paper.findings(LetterAgainstTables.self).isEmpty)
  }

  @Test func leaveAWrongTotalOfTheSummaryToItsSum() {
    var paper = paper("合计3000.50万元。")
    paper.sum("3100.50")
    #expect(paper.findings(LetterAgainstTables.self).isEmpty)
  }

  @Test func areOfOneYear() {
    let findings = paper("", title: "关于2023年度项目的报告").findings(LetterAgainstTables.self)
    #expect(findings.map(\.line) == ["AG04 letter.title broken error"])
    #expect(paper("", title: "关于2024 年度项目的报告").findings(LetterAgainstTables.self).isEmpty)
    #expect(paper("", title: "关于项目的报告").findings(LetterAgainstTables.self).isEmpty)
  }

  @Test func goTogetherByTheirTitles() {
    let other = paper("", attachments: "2024年度项目统计表").findings(LetterAgainstTables.self)
    #expect(other.map(\.line) == ["AG04 letter.attachments broken review"])
    #expect(
      paper("", attachments: "1. 2024 年度重点项目汇总表；2. 目标表")
        .findings(LetterAgainstTables.self).isEmpty)
  }

  /// An English paper of two rows with a letter.
  private func english(_ body: String) -> [Finding] {
    var paper = paper(body)
    paper.profile.rules.recordWords = ["application", "scheme"]
    _ = paper.profile.units.add("£", exponent: 0)
    paper.rows = []
    for amount in ["1200£", "2300£"] { paper.row(amount) }
    paper.sum("3500£")
    return paper.findings(LetterAgainstTables.self)
  }

  @Test(arguments: [
    "We enclose 2 applications, for £3,500 in all.",
    "Attached is the schedule of 2 capital schemes.",
    "The schedule covers 3 years of schemes.", "Since last year 7 schemes were closed.",
    "We closed 5 schemes.", "Applications for £900 were refused.",
  ])
  func agreeInEnglish(_ body: String) {
    #expect(english(body).isEmpty, "\(english(body).map(\.message.en))")
  }

  @Test(arguments: [
    ("We enclose 3 applications.", "count", "3"),
    ("The sums in the schedule amount to £3,600 in all.", "total", "3600"),
  ])
  func disagreeInEnglish(_ body: String, role: String, value: String) throws {
    let finding = try #require(english(body).first)
    #expect(finding.values.first?.role == role)
    #expect(finding.values.first?.value == value)
  }

  @Test func areNotComparedWithoutASummary() {
    var paper = Draft()
    paper.letter(["body": "共5个项目，合计10万元。"])
    #expect(paper.report(LetterAgainstTables.self) == CheckReport())
  }
}

@Suite("An amount in words in a cell of its own")
struct AmountsInWordsAlone {
  /// A form of procurement: the total, and the words beside it.
  private func findings(_ total: String, _ words: String) -> [Finding] {
    var paper = Draft()
    paper.profile.detail.fields.append(FieldSpec(name: paper.profile.intern("words")))
    paper.form(total)
    paper.details[0].set(paper.field("words", words))
    return paper.findings(AmountInWords.self)
  }

  @Test("It agrees with the total, or only the unit differs", arguments: ["17.76万元", "17.76元"])
  func agrees(total: String) {
    #expect(findings(total, "壹拾柒万柒仟陆佰元整").isEmpty)
  }

  @Test("It disagrees with the total")
  func disagrees() throws {
    let finding = try #require(findings("17.76万元", "壹拾捌万陆仟陆佰元整").first)
    #expect(finding.line == "AG06 detail/1.words broken error")
    #expect(finding.values.map(\.value) == ["186600", "177600"])
  }

  @Test("Other words are no amount", arguments: ["壹拾捌万陆仟陆佰", "拾级而上", "三项工程"])
  func noAmount(words: String) { #expect(findings("17.76万元", words).isEmpty) }
}

@Suite struct AmountsInWords {
  private func findings(_ text: String) -> [Finding] {
    var paper = Draft()
    paper.letter(["body": text])
    return paper.findings(AmountInWords.self)
  }

  @Test(arguments: [
    "金额为人民币壹万贰仟元整（¥12,000.00）。", "申请1.2万元（大写：壹万贰仟元整）。", "壹佰贰拾叁元肆角伍分（小写：123.45元）",
    "费用为壹万贰仟元整。", "陆续拾级而上，共佰余人，捌方来客（100人）。", "伍拾万元整，即50万元",
  ])
  func agreeOrStandAlone(text: String) {
    #expect(findings(text).isEmpty)
  }

  @Test(arguments: [
    ("金额为人民币壹万贰仟元整（¥21,000.00）。", "12000", "21000.00"),
    ("申请1.3万元（大写：壹万贰仟元整）。", "12000", "13000"),
    ("壹佰贰拾叁元肆角伍分（小写：123.54元）", "123.45", "123.54"),
  ])
  func disagree(text: String, words: String, digits: String) throws {
    let finding = try #require(findings(text).first)
    #expect(finding.line == "AG06 letter.body broken error")
    #expect(finding.values.map(\.value) == [words, digits])
  }
}

@Suite struct RemarksOfRowAndForm {
  private func findings(_ row: String?, _ form: String?) -> [String] {
    var paper = Draft()
    paper.row("1")
    paper.setRow(["note": row])
    paper.form("1")
    paper.set(["funding_note": form])
    paper.link()
    return paper.findings(NotesAgree.self).map(\.line)
  }

  @Test func areNotedWhereTheyDiffer() {
    #expect(findings("采购未支付资金", "财政拨款") == ["AG05 summary/1.note broken note"])
  }

  @Test func maySayMoreOrNothing() {
    #expect(findings("采购未支付资金", "采购未支付资金").isEmpty)
    #expect(findings("采购未支付 资金。", "采购未支付资金").isEmpty)
    #expect(findings("采购未支付资金", "2023年采购未支付资金").isEmpty)
    #expect(findings(nil, "财政拨款").isEmpty)
    #expect(findings("财政拨款", nil).isEmpty)
  }
}

@Suite struct NumbersInWordsOfALetter {
  @Test(
    "What agrees in words is silent, and so is what counts no records",
    arguments: [
      "本次共报送项目两个，预算金额合计三千万元。", "现报送二个项目，合计人民币叁仟万伍仟元整。", "共两项重点项目，资金合计三千万零五千元。",
      "第三个项目尚在审核。", "每三个项目一组，另五个项目待报。", "项目分三个阶段实施。", "同一个项目不得重复申报。",
      "重点推进五个项目建设。", "十个项目单位已完成自评。", "其余三个项目另行报送。",
    ])
  func agree(_ body: String) {
    #expect(paper(body).findings(LetterAgainstTables.self).map(\.line) == [])
  }

  @Test(
    "What disagrees in words is found as in digits",
    arguments: [
      ("共报送项目三个。", "count", "三个"), ("现报送五个重点项目。", "count", "五个"),
      ("资金合计人民币壹佰贰拾叁万元整。", "total", "壹佰贰拾叁万元整"), ("资金总额一千二百万元。", "total", "一千二百万元"),
    ])
  func disagree(_ body: String, _ role: String, _ printed: String) throws {
    let draft = paper(body)
    let findings = draft.findings(LetterAgainstTables.self)
    #expect(findings.map(\.line) == ["AG04 letter.body broken error"])
    let value = try #require(findings.first?.values.first)
    #expect(value.role == role)
    #expect(findings[0].message.zh.contains("“\(printed)”"))
  }
}

@Suite struct TheYearInALetter {
  @Test(
    "A year in the body, in digits or in words, must be that of the tables",
    arguments: ["现将2023年度2个项目报上。", "现将二〇二三年度2个项目报上。", "报送二○二三年度重点项目2个。"])
  func disagree(_ body: String) {
    #expect(
      paper(body).findings(LetterAgainstTables.self).map(\.line)
        == ["AG04 letter.body broken error"])
  }

  @Test(
    "Other years that a letter speaks of are no year of the tables",
    arguments: [
      "现将2024年度2个项目报上。", "现将二〇二四年度2个项目报上。", "根据2023年度预算执行情况，报送2个项目。",
      "按照《关于编制2023年度项目的通知》，报送2个项目。", "2023年度项目已完成，现报送2024年度2个项目。",
      "上年2023年度项目3个。", "报送2个项目，2023年12月31日前完成。", "对2022年度项目的绩效评价结果一并附后。",
      "在总结2023年度项目经验的基础上，报送2个项目。", "2025年度项目入库另行通知。",
    ])
  func silent(_ body: String) {
    #expect(paper(body).findings(LetterAgainstTables.self).map(\.line) == [])
  }

  @Test("A year that stands in the title already is told once")
  func once() {
    let findings = paper("现将2023年度2个项目报上。", title: "关于2023年度项目的报告")
      .findings(LetterAgainstTables.self)
    #expect(findings.map(\.line) == ["AG04 letter.title broken error"])
  }

  @Test(
    "Financial years in English are one year where they may mean the same",
    arguments: [
      ("Grants for FY2024", "Schedule 2023/24", true),
      ("Grants for FY2024", "Schedule FY 2024", true),
      ("Grants 2023/24", "Schedule 2024/25", false),
      ("Grants for FY2023", "Schedule FY2024", false),
      ("Grants 2023-2024", "Schedule 2023/24", true), ("Grants 12.03.2023", "Schedule 2024", true),
      ("Grants of 2,023", "Schedule 2024", true), ("Room 2023A", "Schedule 2024", true),
    ])
  func english(_ title: String, _ table: String, _ isOne: Bool) {
    var paper = paper("", title: title)
    paper.captions = paper.fields(["title": table])
    #expect(paper.findings(LetterAgainstTables.self).isEmpty == isOne)
  }
}
