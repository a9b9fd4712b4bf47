import TieoutModel

/// A paper written down as a test wants to read it: one line a row, cells between bars.
///
/// Summary: `number | unit | department | project | amount | note`, pages apart by `---`;
/// a line that begins with 合计 is the total, with 小计 a subtotal, with 一、 a heading, with nothing
/// nobody's.
/// Forms: `project | unit | department | total | note`.
struct Paper {
  var pages: [[[String]]]
  var forms: [[String]]

  init(pages: [[[String]]], forms: [[String]]) {
    self.pages = pages
    self.forms = forms
  }

  init(summary: String, forms: String) {
    pages = [[]]
    for line in summary.split(separator: "\n") {
      if line.hasPrefix("---") {
        pages.append([])
      } else {
        pages[pages.count - 1].append(cells(line))
      }
    }
    self.forms = forms.split(separator: "\n").map { cells($0) }
  }

  /// The submission that an extraction would make of the paper.
  func submission() -> Submission {
    var builder = Builder()
    for (page, lines) in pages.enumerated() {
      var piece = Summary.Piece(lines: [])
      for line in lines { piece.lines.append(builder.summaryLine(line, page: page + 1)) }
      builder.summary.pieces.append(piece)
    }
    for (index, form) in forms.enumerated() { builder.form(form, number: index + 1, pages.count) }
    return builder.submission()
  }
}

private func cells(_ line: Substring) -> [String] {
  line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
    String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

private struct Builder {
  var document = Document()
  var profile = Profile.budgetForTests()
  var summary = Summary()
  var details: [Record] = []

  mutating func row(_ cells: [String], page: Int) -> (at: Slice, cells: [Slice]) {
    let first = document.text.count
    var slices: [Slice] = []
    let firstCell = document.cells.count
    for (column, cell) in cells.enumerated() {
      if column > 0 { document.text.append(0x09) }
      let start = document.text.count
      document.text.append(contentsOf: cell.utf8)
      let slice = Slice(start..<document.text.count)
      document.cells.append(Document.Cell(text: slice, column: UInt16(column)))
      slices.append(slice)
    }
    document.rows.append(
      Document.Row(
        firstCell: UInt32(firstCell), cellCount: UInt32(cells.count), page: UInt32(page)))
    let at = Slice(first..<document.text.count)
    document.text.append(0x0A)
    document.lineStarts.append(UInt32(document.text.count))
    return (at, slices)
  }

  func fields(_ names: [String], _ slices: [Slice]) -> [Field] {
    zip(names, slices).compactMap { name, slice in
      guard !slice.isEmpty, let field = profile.field(name) else { return nil }
      let isAmount = name == "amount" || name == "total"
      if isAmount || name == "seq", let quantity = Quantity.whole(document.text, slice) {
        return Field(
          name: field, printed: slice, value: .quantity(quantity),
          unit: isAmount ? profile.units.unit(named: "万元") ?? .none : .none)
      }
      return Field(name: field, printed: slice, value: .text(slice))
    }
  }

  mutating func summaryLine(_ cells: [String], page: Int) -> Summary.Line {
    let names = ["seq", "unit", "department", "project", "amount", "note"]
    let (at, slices) = row(cells, page: page)
    let fields = fields(names, slices)
    let owner: Summary.Line.Owner
    var label: LabelRole.SummaryRow?
    switch cells.first ?? "" {
    case "合计":
      owner = .total
      summary.total = Record(id: "summary/total", kind: .total, at: at, fields: fields)
    case "小计":
      owner = .subtotal
      label = .subtotal
    case "承前页":
      owner = .subtotal
      label = .carry
    case let heading where heading.contains("、"): owner = .subtotal
    case "": owner = .nobody
    case let number:
      owner = .row(summary.rows.count)
      summary.rows.append(
        Record(id: "summary/\(number)", kind: .row, at: at, fields: fields))
    }
    return Summary.Line(owner: owner, at: at, fields: fields, label: label)
  }

  mutating func form(_ cells: [String], number: Int, _ pages: Int) {
    let names = ["project", "unit", "department", "total", "funding_note"]
    let (at, slices) = row(cells, page: pages + number)
    details.append(
      Record(id: "detail/\(number)", kind: .detail, at: at, fields: fields(names, slices)))
  }

  consuming func submission() -> Submission {
    document.bytes = document.text
    document.sources = [
      Document.Source(
        name: "paper.txt", range: 0..<document.bytes.count, lines: document.rows.count,
        format: "text", reason: "test", encoding: "UTF-8")
    ]
    var submission = Submission(document: document, profile: profile, profileScore: 100)
    submission.summary = summary
    submission.details = details
    return submission
  }
}

extension Profile {
  /// As much of the budget profile as linking looks at.
  static func budgetForTests() -> Profile {
    var profile = Profile(id: "test", version: "1")
    profile.organisations.endings = [
      "管理服务部门", "服务部门", "管理部门", "部门", "本级", "本部", "机关",
    ]
    profile.organisations.aliases = [["就业局", "就业创业服务中心"]]
    profile.namePrefixes = ["部门项目款-", "综合项目款-"]
    _ = profile.units.add("元", exponent: 0)
    _ = profile.units.add("万元", exponent: 4)
    profile.summary.sequence = profile.intern("seq")
    profile.summary.organisation = profile.intern("unit")
    profile.summary.department = profile.intern("department")
    profile.summary.key = profile.intern("project")
    profile.summary.amount = profile.intern("amount")
    profile.summary.note = profile.intern("note")
    for (name, label) in [
      ("seq", "序号"), ("unit", "预算单位简称"), ("department", "主管部门简称"), ("project", "项目名称"),
      ("amount", "金额"), ("note", "备注"),
    ] {
      var column = ColumnSpec(name: profile.intern(name))
      column.labels = [profile.labels.add(label)]
      if name == "amount" {
        column.type = .amount
        column.unit = profile.units.unit(named: "万元") ?? .none
      }
      profile.summary.columns.append(column)
    }
    profile.detail.key = profile.intern("project")
    profile.detail.organisation = profile.intern("unit")
    profile.detail.department = profile.intern("department")
    profile.detail.total = profile.intern("total")
    profile.detail.note = profile.intern("funding_note")
    return profile
  }
}
