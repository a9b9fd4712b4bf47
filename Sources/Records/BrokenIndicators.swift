internal import TieoutModel

/// Joins indicators that stand in two pieces, as the end of a page leaves them.
///
/// The last row of a page has a name and no value at all; the first of the next page, below a
/// repeated head or a page's number, has values and no word of a level: it is the rest of that row.
///
/// - before: `社会效益指标 | 受益人 | `, the next page, ` | 次 | ≥3000人次`
/// - after: `社会效益指标 | 受益人次 | ≥3000人次`
/// - leaves alone: rows between which nothing stands, a row with a value, and one that has a level
enum BrokenIndicators {
  static func join(_ submission: inout Submission) {
    guard let spec = submission.profile.detail.groups.first(where: { $0.kind == .indicators })
    else { return }
    let columns = Columns(spec)
    for detail in submission.details.indices {
      guard
        let group = submission.details[detail].groups.firstIndex(where: { $0.name == spec.name })
      else { continue }
      let items = submission.details[detail].groups[group].items
      guard items.contains(where: columns.isName) else { continue }
      var whole: [Record.Item] = []
      whole.reserveCapacity(items.count)
      for item in items {
        if let first = whole.last, columns.isName(first), let rest = columns.rest(item),
          isParted(first.at, item.at, submission.document.text),
          let joined = join(first, rest, of: submission.details[detail].id, spec, &submission)
        {
          whole[whole.count - 1] = joined
        } else {
          whole.append(item)
        }
      }
      submission.details[detail].groups[group].items = whole
    }
  }

  /// The columns of indicators, by what breaks in them.
  private struct Columns {
    let levels: [FieldName]
    /// The printed text, and the name that is read out of it.
    let texts: [FieldName]

    init(_ spec: GroupSpec) {
      levels = spec.columns.filter { $0.type == .term && $0.isCarried }.map { $0.name }
      texts = [spec.roles[.text], spec.roles[.name]].compactMap(\.self)
    }

    /// Whether an item has a name and no value.
    func isName(_ item: Record.Item) -> Bool {
      item.fields.count <= levels.count + texts.count
        && item.fields.contains { texts.contains($0.name) }
        && item.fields.allSatisfy { texts.contains($0.name) || levels.contains($0.name) }
    }

    /// What an item prints itself, where it has values and none of them is a level; what is carried
    /// down to it is printed above.
    func rest(_ item: Record.Item) -> [Field]? {
      let own = item.fields.filter { item.at.range.contains(Int($0.printed.start)) }
      let hasValues = own.contains { !texts.contains($0.name) }
      return hasValues && !own.contains { levels.contains($0.name) } ? Array(own) : nil
    }
  }

  /// Whether more than the end of a line parts two rows.
  private static func isParted(_ first: Slice, _ second: Slice, _ text: [UInt8]) -> Bool {
    first.end <= second.start
      && text[Int(first.end)..<Int(second.start)].count { $0 == 0x0A } > 1
  }

  private static func join(
    _ first: Record.Item, _ rest: [Field], of id: String, _ spec: GroupSpec,
    _ submission: inout Submission
  ) -> Record.Item? {
    var repair = Repair(
      rule: "ST04", state: .likely, record: id, cells: rest.map(\.printed),
      before: rest.map(submission.text), after: [],
      evidence: [
        Message(
          zh: "页末一行只有名称，下一页首行只有其余部分和各值",
          en: "the page ends with a name without values; the next begins with values and no level")
      ])
    submission.document.turnIfOverruled(&repair)
    let number = submission.add(repair)
    guard repair.state.isApplied else { return nil }
    var whole = first
    for field in rest {
      var field = field
      if let place = whole.fields.firstIndex(where: { $0.name == field.name }) {
        let words = submission.text(whole.fields[place])
          .joined(withRest: submission.text(field))
        let printed = whole.fields[place].printed
        whole.fields[place].value = .text(submission.document.append(words, inPlaceOf: printed))
        whole.fields[place].rowRepair = number
      } else {
        field.rowRepair = number
        whole.fields.append(field)
      }
    }
    submission.repairs[Int(number) - 1].after = whole.fields
      .filter { $0.rowRepair == number }.map(submission.text)
    return whole
  }
}
