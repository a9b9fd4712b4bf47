import Testing
import Tieout

@Suite("The budget submission says what its paper says")
struct BudgetTruthTests {
  @Test("Every field of every row, form and indicator is right: all 5190")
  func everyField() throws {
    let comparison = Comparison(try Budget.outcome.get(), try Budget.truth.get())
    comparison.expectAllRight()
    #expect(comparison.total == 5190)
    #expect(comparison.right == 5190)
  }

  @Test("Every row is tied to the form of its project")
  func links() throws {
    let links = try Budget.outcome.get().links
    #expect(links == (1...44).map { ["summary/\($0)", "detail/\($0)"] })
  }

  @Test("A comparison notices a wrong value, an absent one and one too many")
  func comparisonNotices() throws {
    let outcome = try Budget.outcome.get()
    var truth = try Budget.truth.get()
    truth.rows[0].values[4].text = "417.313"
    truth.rows[1].values[5].text = "一"
    truth.forms[0].values[2].text = nil
    truth.forms[2].indicators[0].values[5].text = "4"
    truth.forms[3].funding[0].text = "1"
    truth.forms[4].indicators.removeLast()
    let comparison = Comparison(outcome, truth)
    #expect(comparison.differences.count == 6)
    #expect(comparison.differences.first?.hasPrefix("summary.amount of row 1 (line 61)") == true)
  }

  @Test(
    "Numbers are equal as decimals, words by their characters",
    arguments: [
      ("1062", "1062.00", true), ("1,526.00", "1526", true), ("0.5", ".5", true),
      ("230.4", "230.04", false), ("0400-5551074", "0400", false), ("（一）", "(一) ", true),
      ("", "0", false), ("10", "1", false), ("-1", "1", false),
    ])
  func sameness(_ wanted: String, _ found: String, _ isSame: Bool) {
    #expect(SameValue.holds(wanted, found) == isSame)
  }

  @Test("Amounts in different units are equal where they are the same money")
  func units() {
    #expect(SameValue.holds("247.1", "2471000", unit: "万元", foundUnit: "元"))
    #expect(!SameValue.holds("247.1", "247100", unit: "万元", foundUnit: "元"))
  }

  @Test(
    "The summary's captions and its total",
    arguments: [
      ("title", "2024年度重点项目支出预算绩效目标汇总表"),
      ("threshold", "(单笔项目金额200万元以上为重点项目)"),
      ("filled_by", "监督评价科"), ("unit", "万元"), ("total", "48727.94"),
    ])
  func captions(_ name: String, _ text: String) throws {
    let summary = try Budget.outcome.get().json["summary"]
    let fields = summary["fields"]
    let value = name == "total" ? summary["total"]["fields"]["amount"].value : fields[name].value
    #expect(SameValue.holds(text, value), "is \(value ?? "absent")")
    #expect(fields.members.count == 4)
  }

  @Test("Each form has its title, its attachment label and its footnote")
  func formCaptions() throws {
    let details = try Budget.outcome.get().details
    for (index, detail) in details.enumerated() {
      let number = index + 1
      let fields = detail["fields"]
      let title = number == 30 ? "2024年度项目支出绩效目标表" : "2024年度项目支出预算绩效目标表"
      #expect(fields["title"].value == title, "form \(number)")
      // Forms 1, 2, 4 and 32 bear no label; that of form 33 has lost its first character.
      let label: String? =
        switch number {
        case 1, 2, 4, 32: nil
        case 3, 30: "附件2"
        case 33: "件1"
        default: "附件1"
        }
      #expect(fields["attachment"].value == label, "form \(number)")
      let word = number == 31 ? "填写" : "填列"
      let footnote =
        "预算资金来源中的“备注”标清资金具体来源。产出、效益、满意度指标均需\(word)。"
        + "涉及带率的指标，目标值应不低于90。"
      #expect(SameValue.holds(footnote, fields["footnote"].value), "form \(number)")
    }
  }
}

@Suite("The letter in front of the budget submission, and its slip")
struct BudgetLetterTests {
  /// All that the letter states, written down from the paper.
  static let stated: [(name: String, text: String)] = [
    ("slip_body", "中共青汇市人大常委会办公室"),
    ("slip_number", "办字〔2024〕26号"),
    ("slip_addressee", "望舒"),
    // The day on which it came in stands in front: no field of its own takes it.
    ("slip_subject", "12/3 市财政局关于2024年度预算重点项目支出绩效目标情况的报告。"),
    ("slip_signer", "葛听澜"),
    ("slip_date", "2024-03-12"),
    ("slip_handler", "褚以"),
    ("slip_reviewer", "葛听澜"),
    ("slip_office", "市人大常委会办公室"),
    ("slip_phone", "5551037"),
    ("slip_extension", "2046"),
    ("issuer", "青汇市财政局"),
    ("number", "青财呈〔2024〕26号"),
    ("signer", "翟以宁"),
    ("title", "青汇市财政局关于2024年度预算重点项目支出绩效目标情况的报告"),
    ("addressee", "市人大"),
    (
      "body",
      "根据《中共北辰省委北辰人民政府关于推进预算绩效管理的实施意见》（辰发〔2019〕30号）的要求，"
        + "重点项目支出的绩效目标应向同级党委、政府、人大报告。现报送市直2024年度预算重点项目绩效目标，"
        + "请审阅。"
    ),
    ("attachments", "市本级2024年度预算重点项目绩效目标情况统计表"),
    ("date", "2024-03-11"),
  ]

  @Test("Everything that it states", arguments: stated)
  func states(_ name: String, _ text: String) throws {
    let value = try Budget.outcome.get().json["letter"]["fields"][name].value
    #expect(SameValue.holds(text, value), "\(name) is \(value ?? "absent")")
  }

  @Test("Nothing that it doesn't state")
  func nothingElse() throws {
    let fields = try Budget.outcome.get().json["letter"]["fields"]
    #expect(fields.members.map { $0.key } == Self.stated.map { $0.name }.sorted())
  }

  @Test("Nobody whom the letter names is left where persons are masked")
  func masked() throws {
    var submission = try Budget.outcome.get().submission
    submission.redact([.person])
    let text = String(decoding: submission.document.text, as: UTF8.self)
    for name in ["slip_addressee", "slip_signer", "slip_handler", "slip_reviewer", "signer"] {
      let person = try #require(Self.stated.first { $0.name == name }).text
      #expect(!text.contains(person), "\(name)")
    }
  }

  @Test("Its title for archives has no blank between Chinese characters")
  func title() throws {
    var submission = try Budget.outcome.get().submission
    #expect(submission.metadata.title == Self.stated.first { $0.name == "title" }?.text)
    let broken = Array("关于 2024 年度\n预算 Tieout 的 报告".utf8)
    submission.document = Document()
    submission.document.bytes = broken
    submission.document.text = broken
    let slice = Slice(0..<broken.count)
    let name = try #require(submission.profile.letter.title)
    submission.letter = Record(
      id: "letter", kind: .letter, at: slice,
      fields: [Field(name: name, printed: slice, value: .text(slice))])
    #expect(submission.metadata.title == "关于 2024 年度预算 Tieout 的报告")
  }

  @Test("The remarks written on the slip, who wrote them and when")
  func notes() throws {
    let notes = try Budget.outcome.get().json["letter"]["groups"]["slip_notes"].items
    func all(_ name: String) -> [String] { notes.compactMap { $0[name].value } }
    #expect(all("text") == ["呈予安同志阅示。", "建议财经委、预工委阅。"])
    #expect(all("person") == ["羽", "褚以"])
    #expect(all("date") == ["--03-14", "--03-15"])
    let second = notes.first { $0["person"].value == "褚以" }
    #expect(second?["date"].value == "--03-15")
  }
}
