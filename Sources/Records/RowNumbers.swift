internal import TieoutModel

/// Numbers summary rows whose printed numbers cannot be read, where the rows around them leave one
/// reading: between 4 and 8 stand three rows, or no row has a number that can be read.
enum RowNumbers {
  static func restore(_ submission: inout Submission) {
    let name = submission.profile.summary.sequence
    let rows = submission.summary.rows
    let numbers = rows.map { number($0, name) }
    guard numbers.contains(where: { $0 == nil }), !areCodes(rows, name, submission.document) else {
      return
    }
    var ids = Set(rows.map(\.id))
    var start = 0
    while start < rows.count {
      guard numbers[start] == nil else {
        start += 1
        continue
      }
      var end = start
      while end < rows.count, numbers[end] == nil { end += 1 }
      let before = start > 0 ? numbers[start - 1] ?? 0 : 0
      if end == rows.count || numbers[end] == before + end - start + 1 {
        for place in start..<end {
          rename(place, before + place - start + 1, name, &ids, &submission)
        }
      }
      start = end
    }
  }

  /// The whole number that a row bears.
  private static func number(_ record: Record, _ name: FieldName?) -> Int? {
    guard let quantity = record.fields.first(where: { $0.name == name })?.quantity,
      quantity.scale == 0, (0..<1_000_000).contains(quantity.digits)
    else { return nil }
    return Int(quantity.digits)
  }

  /// Whether what stands in a number's place may be one: words are none.
  private static func mayBeMisread(_ printed: String) -> Bool {
    let scalars = printed.unicodeScalars
    return scalars.count == 1 || scalars.contains { ("0"..."9").contains($0) }
      || scalars.count <= 3 && scalars.allSatisfy(\.isASCII)
  }

  /// Whether the rows bear codes, as `L1` and `L2` are: the same letters before numbers, twice or more.
  private static func areCodes(
    _ rows: [Record], _ name: FieldName?, _ document: Document
  ) -> Bool {
    var known: Set<String> = []
    for row in rows {
      guard let field = row[name], field.quantity == nil else { continue }
      let letters = document.string(field.printed).prefix { !$0.isNumber }
      let rest = document.string(field.printed).dropFirst(letters.count)
      guard !letters.isEmpty, !rest.isEmpty, rest.allSatisfy(\.isNumber) else { continue }
      if !known.insert(String(letters)).inserted { return true }
    }
    return false
  }

  private static func rename(
    _ place: Int, _ number: Int, _ name: FieldName?, _ ids: inout Set<String>,
    _ submission: inout Submission
  ) {
    let old = submission.summary.rows[place].id
    let id = "summary/\(number)"
    guard ids.insert(id).inserted else { return }
    ids.remove(old)
    submission.summary.rows[place].id = id
    for index in submission.repairs.indices where submission.repairs[index].record == old {
      submission.repairs[index].record = id
    }
    guard let field = submission.summary.rows[place].fields.firstIndex(where: { $0.name == name }),
      submission.summary.rows[place].fields[field].quantity == nil
    else { return }
    let printed = submission.summary.rows[place].fields[field].printed
    guard mayBeMisread(submission.document.string(printed)) else { return }
    var repair = Repair(
      rule: "ST05", state: .likely, record: id, cells: [printed],
      before: [submission.document.string(printed)], after: ["\(number)"],
      evidence: [
        Message(
          zh: "序号无法辨认；前后各行的序号之间只容得下 \(number)",
          en: "the number is unreadable; those of the rows around it leave \(number) for it")
      ])
    submission.document.turnIfOverruled(&repair)
    let index = submission.add(repair)
    guard repair.state.isApplied else { return }
    submission.summary.rows[place].fields[field].value = .quantity(
      Quantity(digits: Int64(number), scale: 0))
    submission.summary.rows[place].fields[field].rowRepair = index
  }
}
