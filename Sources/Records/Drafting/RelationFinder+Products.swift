internal import TieoutModel

extension RelationFinder {
  /// Amounts that are the product of two other columns of their lines: quantity and price.
  mutating func findProducts() {
    for group in profile.detail.groups {
      let columns = group.columns.filter(\.type.takesUnit)
      for result in columns where result.type == .amount {
        let factors = columns.filter { $0.name != result.name }
        var best: (entry: String, tally: Tally)?
        for (place, first) in factors.enumerated() {
          for second in factors.dropFirst(place + 1) {
            let product = product(first, second, result, group)
            // A column is one product: a count found may be the count booked in most rows.
            if product.tally.isConvincing, product.tally.isBetter(than: best?.tally) {
              best = product
            }
          }
        }
        if let best { propose(best.entry, best.tally, "rows") }
      }
    }
  }

  private func product(
    _ first: ColumnSpec, _ second: ColumnSpec, _ result: ColumnSpec, _ group: GroupSpec
  ) -> (entry: String, tally: Tally) {
    var tally = Tally()
    for record in submission.details {
      for (place, item) in (record.group(group.name)?.items ?? []).enumerated() {
        guard let left = item[first.name]?.quantity, let right = item[second.name]?.quantity,
          let stated = item[result.name]?.quantity?.digits(at: 8)
        else { continue }
        let (product, overflow) = Int128(left.digits).multipliedReportingOverflow(
          by: Int128(right.digits))
        let scale = 8 - Int(left.scale) - Int(right.scale)
        guard !overflow, scale >= 0 else { continue }
        let scaled = (0..<scale).reduce(product) { value, _ in value &* 10 }
        // Money is printed in hundredths at the finest.
        tally.count(
          abs(scaled - stated) <= 500_000, left.digits > 1 && right.digits > 1,
          "\(record.id).\(profile.name(group.name))[\(place)]")
      }
    }
    let entry =
      "recalculate: \(path(result.name, in: group.name)), "
      + "of: [\(path(first.name, in: group.name)), \(path(second.name, in: group.name))]"
    return (entry, tally)
  }
}
