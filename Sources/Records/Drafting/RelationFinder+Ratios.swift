internal import TieoutModel

extension RelationFinder {
  /// Rates that are one amount by another: spent by granted.
  mutating func findRatios() {
    let columns = profile.summary.columns
    findRatios(
      columns.map { ($0.name, $0.type, $0.unit) }, "rows", { "summary.\($0)" },
      submission.summary.rows.map { ($0.id, $0.fields) })
    for group in profile.detail.groups {
      let prefix = "detail.\(profile.name(group.name))."
      var items: [(String, [Field])] = []
      for record in submission.details {
        for (place, item) in (record.group(group.name)?.items ?? []).enumerated() {
          items.append(("\(record.id).\(profile.name(group.name))[\(place)]", Array(item.fields)))
        }
      }
      findRatios(
        group.columns.map { ($0.name, $0.type, $0.unit) }, "rows", { prefix + $0 }, items)
    }
    findRatios(
      profile.detail.fields.map { ($0.name, $0.type, $0.unit) }, "forms", { "detail.\($0)" },
      submission.details.map { ($0.id, $0.fields) })
  }

  private mutating func findRatios(
    _ fields: [(name: FieldName, type: FieldType, unit: UnitID)], _ what: String,
    _ path: (String) -> String, _ records: [(id: String, fields: [Field])]
  ) {
    let amounts = fields.filter { $0.type == .amount }
    for rate in fields where rate.type == .rate {
      var known: Set<[Int128]> = []
      for part in amounts {
        for whole in amounts where whole.name != part.name {
          var tally = Tally()
          var wholes: [Int128] = []
          for (id, fields) in records {
            guard let stated = fields.named(rate.name)?.quantity,
              let left = figure(fields.named(part.name), part.unit),
              let right = figure(fields.named(whole.name), whole.unit), right != 0,
              let printed = stated.digits(at: 6)
            else { continue }
            wholes.append(right)
            // In millionths of a hundredth; the rate may be rounded to what it is printed in.
            let apart = abs(left * 100_000_000 / right - printed)
            var unit: Int128 = 1
            for _ in 0..<max(0, 6 - Int(stated.scale)) { unit *= 10 }
            tally.count(apart <= unit / 2 + 1, left != right && left != 0, id)
          }
          // Columns of the same figures say the same.
          guard tally.isConvincing, known.insert(wholes).inserted else { continue }
          propose(
            "ratio: \(path(profile.name(rate.name))), of: [\(path(profile.name(part.name))), "
              + "\(path(profile.name(whole.name)))]", tally, what)
        }
      }
    }
  }

  /// Dates of forms that follow one another, and sums of which no more is paid than they are.
  mutating func findOrders() {
    let dates = profile.detail.fields.filter { $0.type == .date }
    for (place, first) in dates.enumerated() {
      for second in dates.dropFirst(place + 1) {
        let forward = order(first.name, second.name)
        let backward = order(second.name, first.name)
        if forward.holds >= backward.holds {
          propose("order: [\(path(first.name)), \(path(second.name))]", forward, "forms")
        } else {
          propose("order: [\(path(second.name)), \(path(first.name))]", backward, "forms")
        }
      }
    }
    guard let total = profile.detail.fields.first(where: { $0.name == profile.detail.total }) else {
      return
    }
    for field in profile.detail.fields
    where field.type == .amount && field.name != total.name
      && field.labels.contains(where: {
        DraftWords.holds(ProfileDraft.key(profile.labels.word($0)), DraftWords.paid)
      })
    {
      var tally = Tally()
      for record in submission.details {
        guard let paid = figure(record[field.name], field.unit),
          let whole = figure(record[total.name], total.unit)
        else { continue }
        tally.count(paid <= whole, paid != whole, record.id)
      }
      propose("bound: \(path(field.name)), at_most: \(path(total.name))", tally, "forms")
    }
  }

  private func order(_ first: FieldName, _ second: FieldName) -> Tally {
    var tally = Tally()
    for record in submission.details {
      guard case .date(let left)? = record[first]?.value,
        case .date(let right)? = record[second]?.value, left.year > 0, right.year > 0
      else { continue }
      let (a, b) = ((left.year, left.month, left.day), (right.year, right.month, right.day))
      tally.count(a <= b, a != b, record.id)
    }
    return tally
  }
}
