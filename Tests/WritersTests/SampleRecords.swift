import TieoutModel
import TieoutTestSupport

/// The records of the sample.
enum SampleRecords {
  static func fill(
    _ submission: inout Submission, _ maker: DocumentMaker, _ names: SampleProfile.Names
  ) {
    func text(_ name: FieldName, _ slice: Slice) -> Field {
      Field(name: name, printed: slice, value: .text(slice))
    }
    func unit(_ name: String) -> UnitID { submission.profile.units.unit(named: name) ?? .none }
    func number(
      _ name: FieldName, _ slice: Slice, _ digits: Int64, _ scale: Int8, _ unitName: String
    ) -> Field {
      Field(
        name: name, printed: slice, value: .quantity(Quantity(digits: digits, scale: scale)),
        unit: unit(unitName))
    }

    let title = maker.slice("关于绩效目标的报告")
    var letter = Record(id: "letter", kind: .letter, at: title)
    letter.set(text(names.title, title))
    letter.set(
      Field(
        name: names.date, printed: maker.slice("三月十二日"),
        value: .date(PartialDate(year: 0, month: 3, day: 12))))
    submission.letter = letter

    let totalAmount = maker.slice("2,348.82")
    submission.summary.total = Record(
      id: "summary/total", kind: .total, at: maker.slice("合计\t\t\t2,348.82"),
      fields: [number(names.amount, totalAmount, 234882, 2, "万元")])

    var first = Record(
      id: "summary/1", kind: .row, at: maker.slice("1\t养老服务 & 救助\t1937.88万元"))
    first.set(number(names.seq, maker.slice("1\t养老").prefix(1), 1, 0, ""))
    first.set(text(names.project, maker.slice("养老服务 & 救助")))
    var amount = number(names.amount, maker.slice("1937.88万元"), 193788, 2, "万元")
    amount.rowRepair = 1
    amount.columnRepair = 2
    first.set(amount)
    first.set(text(names.note, maker.slice("重点<项目> ]]> \"甲\" 😀")))
    var second = Record(id: "summary/2", kind: .row, at: maker.slice("2\t留守儿童\t410.94"))
    second.set(number(names.seq, maker.slice("2\t留守").prefix(1), 2, 0, ""))
    second.set(text(names.project, maker.slice("留守儿童")))
    second.set(number(names.amount, maker.slice("410.94"), 4_109_400, 0, "元"))
    second.set(text(names.note, maker.slice("\u{1}印章")))
    submission.summary.rows = [first, second]
    submission.summary.fields = [text(names.threshold, title)]

    let name = maker.slice("养老服务\n及救助")
    var detail = Record(id: "detail/1", kind: .detail, at: name)
    detail.set(text(names.project, name))
    detail.set(number(names.total, maker.slice("1937.88", from: Int(name.end)), 193788, 2, "万元"))
    // Nothing is printed: absent is absent.
    detail.set(text(names.note, .none))
    let row = maker.slice("效益指标\t满意率≥90%")
    var level = Field(
      name: names.level1, printed: maker.slice("效益指标"), value: .term(TermID(rawValue: 0)))
    level.rowRepair = 3
    detail.groups = [
      Record.Group(
        name: names.indicators,
        items: [
          Record.Item(
            at: row,
            fields: [
              level, text(names.text, maker.slice("满意率≥90%")),
              Field(
                name: names.comparator, printed: maker.slice("≥90%").prefix(3),
                value: .comparator(.greaterOrEqual)),
              number(names.bound, maker.slice("90%"), 90, 0, "%"),
              text(names.boundUnit, maker.slice("%")),
              number(names.target, maker.slice("≥95%"), 95, 0, "%"),
            ])
        ])
    ]
    submission.details = [detail]

    for record in [letter, first, second, detail] + [submission.summary.total].compactMap(\.self) {
      for field in record.fields + record.groups.flatMap(\.items).flatMap(\.fields) {
        submission.ledger.book(field.printed, .value)
      }
    }
    submission.ledger.book(maker.slice("合计"), .label)
    submission.ledger.book(maker.slice("项目名称"), .label)
    submission.ledger.book(maker.slice("总额"), .label)
    submission.ledger.book(maker.slice("日期"), .boilerplate)
  }
}

extension Slice {
  /// The first bytes.
  func prefix(_ count: Int) -> Slice { Slice(Int(start)..<Int(start) + count) }
}
