internal import TieoutModel

/// Joins the rest of a text to its value, as the end of a page leaves them.
///
/// Below a page's number, or at the head of the next page, a row holds nothing but words, in the column
/// in which the row above ended with the value of a label: they are the rest of its cell.
///
/// - before: `年度目标 | 全年组织`, `— 5 —`, ` | 活动不少于120场次`
/// - after: the goal `全年组织活动不少于120场次`
/// - leaves alone: numbers, values that are no prose or whose sentence has ended, a row with more cells,
///   one right below another
struct BrokenValues {
  private let reader: ValueReader
  /// The most pages that a text goes on over.
  private static let longest = 8
  private static let stops = ["。", "！", "？", "；", ".", "!", "?", ";"].map { Array($0.utf8) }
  private static let marks = ["。", "，", "；", "、", ","]

  init(_ reader: ValueReader) { self.reader = reader }

  func join(
    _ strays: [LabelWalk.Stray], _ id: String, _ form: inout FormFields,
    _ submission: inout Submission
  ) {
    // The fields of which a row is the rest: a page may be short.
    var joined: [Int: FieldName] = [:]
    for stray in strays where joined.count < Self.longest && isRest(stray, submission) {
      guard let above = rowAbove(stray.row), let last = lastCell(above),
        Int(last.column) == stray.column,
        let name = joined[above] ?? form.fields.first(where: { $0.printed == last.text })?.name,
        isText(name), let field = form.fields.named(name),
        goesOn(submission.text(field), with: stray.cell),
        join(stray.cell, to: field, id, &form, &submission)
      else { continue }
      joined[stray.row] = name
    }
  }

  /// Whether a row of a table holds nothing but words that nobody took.
  private func isRest(_ stray: LabelWalk.Stray, _ submission: borrowing Submission) -> Bool {
    let row = reader.rows[stray.row]
    return !row.isLine && reader.quantity(stray.cell) == nil
      && submission.ledger.accounts[Int(stray.cell.start)] == 0
      && row.cells.allSatisfy {
        reader.cells[$0].text.isEmpty || reader.cells[$0].text == stray.cell
      }
  }

  /// The row of a table above another one, where the end of a page parts them.
  private func rowAbove(_ place: Int) -> Int? {
    var above = place - 1
    var isParted = false
    while above >= 0, reader.rows[above].isLine, reader.rows[above].role == .plain {
      let row = reader.rows[above]
      guard row.cellCount == 1 else { return nil }
      if Marginalia.holds(reader.cells[Int(row.firstCell)].text, reader.document) {
        isParted = true
      }
      above -= 1
    }
    guard above >= 0, reader.rows[above].role == .plain, !reader.rows[above].isLine else {
      return nil
    }
    return isParted || reader.rows[above].page != reader.rows[place].page ? above : nil
  }

  private func lastCell(_ row: Int) -> Document.Cell? {
    reader.rows[row].cells.last { !reader.cells[$0].text.isEmpty }.map { reader.cells[$0] }
  }

  private func isText(_ name: FieldName) -> Bool {
    reader.profile.detail.fields.first { $0.name == name }?.type == .text
  }

  /// Whether a value is prose whose sentence has not ended; one that has goes on with the next point of
  /// a list.
  private func goesOn(_ value: String, with rest: Slice) -> Bool {
    let isEnded = Self.stops.contains { Array(value.utf8).suffix($0.count).elementsEqual($0) }
    if isEnded { return reader.document.withoutEnumerator(rest) != rest }
    return Self.marks.contains(where: value.contains)
  }

  private func join(
    _ rest: Slice, to field: Field, _ id: String, _ form: inout FormFields,
    _ submission: inout Submission
  ) -> Bool {
    let (left, right) = (submission.text(field), reader.document.string(rest))
    let whole = left.joined(withRest: right)
    var repair = Repair(
      rule: "ST04", state: .likely, record: id, cells: [rest], before: [right], after: [whole],
      evidence: [
        Message(
          zh: "页末的文字未完，下一页首行在同一列只有其余部分，没有标签",
          en: "a page ends with the text; the next begins with words in its column and no label"
        )
      ])
    submission.document.turnIfOverruled(&repair)
    let number = submission.add(repair)
    guard repair.state.isApplied else { return false }
    let value = submission.document.append(whole, inPlaceOf: field.printed)
    form.change(field.name, to: .text(value), number)
    submission.ledger.book(rest, .value)
    return true
  }
}

extension String {
  /// The words with their rest behind them: Latin ones are parted by a blank.
  func joined(withRest rest: String) -> String {
    let isLatin = utf8.last?.isLetterASCII == true && rest.utf8.first?.isLetterASCII == true
    return self + (isLatin ? " " : "") + rest
  }
}
