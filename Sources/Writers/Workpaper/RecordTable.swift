internal import TieoutModel

/// Fields of records under one another: which columns there are, and what their cells hold.
struct RecordTable {
  /// One column.
  private struct Column {
    var name: FieldName
    var title: String
    /// The unit of most of its numbers.
    var unit: UnitID
  }

  private let submission: Submission
  private let language: Language
  private var columns: [Column] = []

  /// Makes a column of each field that one of the records has, in the order of the profile.
  ///
  /// - Parameters:
  ///   - order: The fields as the profile lists them, with their labels.
  ///   - records: The fields of each record.
  init(
    _ submission: Submission, _ language: Language, order: [(FieldName, [LabelID])],
    records: [[Field]]
  ) {
    self.submission = submission
    self.language = language
    var units: [FieldName: [UnitID: Int]] = [:]
    var present: [FieldName] = []
    for field in records.joined() where !submission.document.isAbsent(field) {
      if units[field.name] == nil {
        units[field.name] = [:]
        present.append(field.name)
      }
      if field.quantity != nil { units[field.name]?[field.unit, default: 0] += 1 }
    }
    let known = order.map(\.0)
    for name in known + present where units[name] != nil {
      guard !columns.contains(where: { $0.name == name }) else { continue }
      let most = units[name]?.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
      let labels = order.first { $0.0 == name }?.1 ?? []
      columns.append(
        Column(
          name: name, title: submission.profile.word(for: name, labels, language),
          unit: most?.key ?? .none))
    }
  }

  /// The heads of the columns, with the units of their numbers.
  var heads: [String] {
    columns.map { column in
      let unit = submission.profile.units.name(column.unit)
      if unit.isEmpty { return column.title }
      return column.title + (language == .chinese ? "（\(unit)）" : " (\(unit))")
    }
  }

  /// The place of a field's column, whose numbers are in a unit; `nil` where there is none such.
  func place(of name: FieldName, in unit: UnitID) -> Int? {
    columns.firstIndex { $0.name == name && $0.unit == unit }
  }

  /// The widths of the columns, by their heads and the text that they hold; sheets make room for
  /// numbers by themselves.
  func widths(_ records: [[Field]]) -> [Int] {
    zip(columns, heads).map { column, head in
      var longest = 0
      for fields in records {
        guard let field = fields.named(column.name) else { continue }
        longest = max(longest, Display.width(submission.text(field)) + 2)
      }
      // Beside the head stands the sign that opens its filter.
      return max(8, Display.longestWord(head) + 3, min(longest, 42))
    }
  }

  /// The cells of a record.
  func cells(_ fields: [Field]) -> [Cell] {
    columns.map { column in
      guard let field = fields.named(column.name) else { return .blank(.line) }
      guard let number = field.quantity else { return .text(submission.text(field), .line) }
      // A number of another unit than the column's says so, and is none to add up.
      guard field.unit == column.unit, number.isExactInSpreadsheets else {
        let unit = submission.profile.units.name(field.unit)
        return .text(number.description + (unit.isEmpty ? "" : " \(unit)"), .line)
      }
      return .amount(number, .amount(CellStyle.decimals(Int(number.scale))))
    }
  }
}
