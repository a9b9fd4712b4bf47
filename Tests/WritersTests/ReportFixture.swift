import TieoutModel

/// A small submission made by hand, with one of everything that a report shows.
enum ReportFixture {
  private static let source = """
    2024年度汇总表
    序号\t单位\t项目名称\t金额\t备注
    合计
    1\t民政局\t困难群众救助补助资金\t1,080.50\t
    2\t公安局\t执勤补贴\t230.04\t
    \t\t\t500.00\t
    项目名称\t执勤补贴
    合计\t230.4万元
    成本指标\t执勤补贴发放成本≤230.4万元\t万元\t230.04
    0007171 \u{1B}[31m红色\u{7}\t无人认领的一段文字
    """

  static let submission: Submission = {
    var profile = Profile(id: "made", version: "1")
    profile.title = Message(zh: "示例", en: "Example")
    let wan = profile.units.add("万元", exponent: 4)
    let project = profile.intern("project")
    let amount = profile.intern("amount")
    profile.summary.key = project
    profile.summary.amount = amount
    profile.detail.key = project
    profile.detail.total = amount
    var document = Document()
    document.bytes = Array(source.utf8)
    document.text = document.bytes
    for (offset, byte) in document.bytes.enumerated() where byte == 0x0A {
      document.lineStarts.append(UInt32(offset + 1))
    }
    document.sources = [
      Document.Source(
        name: "made.txt", range: document.bytes.indices, lines: 10, format: "text",
        reason: "made", encoding: "UTF-8")
    ]
    document.remarks = [
      Document.Remark(
        Message(zh: "这一行有控制字符", en: "this line holds control characters"),
        at: slice("0007171", in: document))
    ]
    var submission = Submission(document: document, profile: profile, profileScore: 83)
    submission.ledger.book(Slice(0..<slice("0007171", in: document).range.lowerBound), .value)

    func record(
      _ id: String, _ kind: Record.Kind, _ name: String, _ printed: String, _ quantity: Quantity
    ) -> Record {
      let at = slice(printed, in: document)
      return Record(
        id: id, kind: kind, at: at,
        fields: [
          Field(
            name: project, printed: slice(name, in: document),
            value: .text(slice(name, in: document))),
          Field(name: amount, printed: at, value: .quantity(quantity), unit: wan),
        ])
    }
    submission.summary.rows = [
      record(
        "summary/1", .row, "困难群众救助补助资金", "1,080.50", Quantity(digits: 108050, scale: 2)),
      record("summary/2", .row, "执勤补贴", "230.04", Quantity(digits: 23004, scale: 2)),
    ]
    submission.summary.total = record(
      "summary/total", .total, "合计", "500.00", Quantity(digits: 131054, scale: 2))
    submission.details = [
      record("detail/1", .detail, "执勤补贴", "230.4万元", Quantity(digits: 2304, scale: 1))
    ]
    submission.setLinks([Link(row: 1, detail: 0, weight: 920, evidence: [])])
    submission.repairs = [
      Repair(
        rule: "ST01", state: .proved,
        cells: [slice("1,080.50", in: document), slice("230.04", in: document)],
        before: ["", "1,080.50"], after: ["1,080.50", "230.04"],
        evidence: [
          Message(
            zh: "移动后 2 个金额与明细表相符，移动前 0 个",
            en: "2 amounts agree with their forms once moved, none before")
        ],
        alternatives: [Message(zh: "原样：0 个相符", en: "as printed: none agree")], score: "2 : 0")
    ]
    submission.findings = findings(document)
    submission.tally.exact = 41
    submission.tally.broken = 1
    submission.tally.open = 1
    return submission
  }()

  private static func findings(_ document: Document) -> [Finding] {
    var transposed = Finding(
      check: "AG01", severity: .error, verdict: .broken, attribution: .source,
      subject: Subject(record: "detail/1", field: "total"), records: ["detail/1", "summary/2"],
      message: Message(
        zh: "汇总表第 2 行的金额 230.04 万元与明细表的合计 230.4 万元不一致，相差 0.36 万元。请核对原件。",
        en:
          "The amount of summary row 2, 230.04 万元, disagrees with the form’s total, 230.4 万元, by 0.36 万元. The paper settles it."
      ),
      values: [
        Finding.Evidence(
          role: "summary", subject: Subject(record: "summary/2", field: "amount"),
          printed: slice("230.04", in: document), value: "230.04", unit: "万元"),
        Finding.Evidence(
          role: "total", subject: Subject(record: "detail/1", field: "total"),
          printed: slice("230.4万元", in: document), value: "230.4", unit: "万元"),
      ])
    transposed.diagnosis = [.transposition]
    transposed.difference = "0.36"
    transposed.differenceInYuan = "3600"
    transposed.majority = "230.4"
    transposed.related = ["r1"]
    let open = Finding(
      check: "FT02", severity: .review, verdict: .open, subject: Subject(record: "summary/total"),
      message: Message(
        zh: "明细表没有与汇总表的行一一配对，合计未核对。",
        en: "Forms and rows do not pair one to one; the total is not footed."))
    let note = Finding(
      check: "NM01", severity: .note, verdict: .broken, subject: Subject(record: "summary/1"),
      message: Message(zh: "名称不同。", en: "The names differ."))
    return [note, transposed, open]
  }

  /// The first place of some characters.
  private static func slice(_ text: String, in document: Document) -> Slice {
    let needle = Array(text.utf8)
    for start in document.text.indices.dropLast(needle.count - 1)
    where document.text[start..<(start + needle.count)].elementsEqual(needle) {
      return Slice(start..<(start + needle.count))
    }
    return .none
  }
}
