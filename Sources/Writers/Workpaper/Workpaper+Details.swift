internal import TieoutModel

extension Workpaper {
  /// More sources of money than this make no columns that anybody reads.
  private static let sourceLimit = 12

  /// All forms, a row each: their fields, their parts, and whether the parts add up.
  mutating func detailSheet() -> Sheet {
    let profile = submission.profile
    let forms = submission.details
    let table = RecordTable(
      submission, language, order: profile.detail.fields.map { ($0.name, $0.labels) },
      records: forms.map(\.fields))
    let parts = Parts(submission)
    let partUnit = submission.profile.units.name(parts.unit)
    let suffix = partUnit.isEmpty ? "" : word("（\(partUnit)）", " (\(partUnit))")
    var heads = [word("明细表", "Form"), word("汇总行", "Summary row")] + table.heads
    heads += parts.sources.map { $0 + suffix }
    if !parts.sources.isEmpty { heads.append(word("分项之和减合计", "Parts less total")) }
    heads.append(word("审计说明", "Remarks"))
    var sheet = Sheet(
      detailsName,
      widths: [11, 12] + table.widths(forms.map(\.fields)) + parts.sources.map { _ in 15 }
        + (parts.sources.isEmpty ? [] : [13]) + [28])
    sheet.addHead(heads)
    sheet.frozenColumns = 1
    for (index, form) in forms.enumerated() {
      let row = submission.link(ofDetail: index).map { submission.summary.rows[$0.row].id }
      var cells: [Cell] =
        [.text(record(form.id)), .text(row.map { record($0) } ?? "")] + table.cells(form.fields)
      let first = cells.count
      if !parts.sources.isEmpty {
        cells += parts.cells(form, decimals: decimals)
        cells.append(
          parts.difference(
            form, CellPlace(row: index + 1, column: first),
            total: totalPlace(table, parts.unit, index + 1),
            decimals: decimals))
      }
      sheet.add(cells + [.blank(.entry)])
      if let row, let target = targets[row] {
        sheet.link(CellPlace(row: index + 1, column: 1), to: target)
      }
    }
    sheet.filterTable()
    if !parts.sources.isEmpty, !forms.isEmpty {
      let column = heads.count - 2
      let first = CellPlace(row: 1, column: column)
      sheet.colour(
        first, CellPlace(row: forms.count, column: column),
        where: "AND(\(first.name)<>\"\",\(first.name)<>0)", .red)
    }
    return sheet
  }

  /// Where a form's total stands.
  private func totalPlace(_ table: RecordTable, _ unit: UnitID, _ row: Int) -> CellPlace? {
    submission.profile.detail.total.flatMap { table.place(of: $0, in: unit) }
      .map { CellPlace(row: row, column: 2 + $0) }
  }

  /// The parts of all forms that are not parts of its total: indicators and other lines.
  mutating func itemSheet() -> Sheet {
    let profile = submission.profile
    let groups = profile.detail.groups.filter { $0.kind != .parts }
    let wanted = Set(groups.map(\.name))
    var order: [(FieldName, [LabelID])] = []
    for group in groups {
      for column in group.columns where !order.contains(where: { $0.0 == column.name }) {
        order.append((column.name, column.labels))
      }
    }
    let records = submission.details.flatMap { form in
      form.groups.filter { wanted.contains($0.name) }.flatMap { $0.items.map { Array($0.fields) } }
    }
    let table = RecordTable(submission, language, order: order, records: records)
    var sheet = Sheet(itemsName, widths: [11, 30, 6] + table.widths(records) + [28])
    sheet.addHead(
      [word("明细表", "Form"), word("名称", "Name"), word("行", "Line")] + table.heads
        + [word("审计说明", "Remarks")])
    sheet.frozenColumns = 3
    for form in submission.details {
      for group in form.groups where wanted.contains(group.name) {
        for (index, item) in group.items.enumerated() {
          let path = "\(form.id).\(profile.name(group.name))[\(index)]"
          targets[path] = sheet.target(row: sheet.rows.count)
          sheet.add(
            [.text(record(form.id)), .text(names[form.id] ?? "", .line), .count(index + 1)]
              + table.cells(Array(item.fields)) + [.blank(.entry)])
          if let target = targets[form.id] {
            sheet.link(CellPlace(row: sheet.rows.count - 1, column: 0), to: target)
          }
        }
      }
    }
    sheet.filterTable()
    return sheet
  }

  /// The parts of which forms' totals are made, a column for each source.
  private struct Parts {
    let submission: Submission
    /// The names of the sources; empty where there are none, or too many.
    private(set) var sources: [String] = []
    /// The unit of the amounts.
    private(set) var unit = UnitID.none
    private var spec: GroupSpec?

    init(_ submission: Submission) {
      self.submission = submission
      guard let spec = submission.profile.detail.groups.first(where: { $0.kind == .parts }),
        let source = spec.roles[.source], let amount = spec.roles[.amount]
      else { return }
      self.spec = spec
      var names: [String] = []
      for item in submission.details.flatMap({ $0.group(spec.name)?.items ?? [] }) {
        guard let name = item[source].map({ submission.text($0) }) else { continue }
        if !names.contains(name) { names.append(name) }
        if unit == .none { unit = item[amount]?.unit ?? .none }
      }
      sources = names.count <= sourceLimit ? names : []
    }

    /// The amount of each source, where a form names it once.
    func cells(_ form: Record, decimals: Int) -> [Cell] {
      sources.map { .amount(amount($0, form), .amount(decimals)) }
    }

    private func amount(_ source: String, _ form: Record) -> Quantity? {
      let items = (form.group(spec?.name)?.items ?? []).filter { item in
        item[spec?.roles[.source]].map { submission.text($0) } == source
      }
      guard items.count == 1, let amount = items[0][spec?.roles[.amount]], amount.unit == unit
      else { return nil }
      return amount.quantity
    }

    /// The sum of the amounts less the total, where the form means them to be the whole of it.
    func difference(
      _ form: Record, _ first: CellPlace, total: CellPlace?, decimals: Int
    ) -> Cell {
      let style = CellStyle.amount(decimals)
      let items = form.group(spec?.name)?.items ?? []
      let amounts = sources.compactMap { amount($0, form) }
      let printed = items.compactMap { $0[spec?.roles[.amount]]?.quantity }
      guard let total, let field = form[submission.profile.detail.total],
        let stated = field.quantity, field.unit == unit, amounts.count == printed.count,
        !amounts.isEmpty, (amounts + [stated]).allSatisfy(\.isExactInSpreadsheets),
        let sum = amounts.dropFirst().reduce(amounts[0], { $0?.plus($1) }),
        let difference = sum.minus(stated)
      else { return .blank(style) }
      // Where parts of parts are listed, only the check knows which of them are addends.
      let isReported = submission.findings.contains {
        $0.check == "FT04" && $0.subject.record == form.id
      }
      guard difference.digits == 0 || isReported else { return .blank(style) }
      let last = CellPlace(row: first.row, column: first.column + sources.count - 1)
      return Cell(
        value: .formula(
          "ROUND(SUM(\(first.name):\(last.name))-\(total.name),\(decimals))", difference),
        style: style)
    }
  }
}
