package import Tieout

extension Submission {
  /// All values of rows, total and forms by their paths, such as `detail/3.indicators[2].target`.
  package var values: [String: String] {
    var values: [String: String] = [:]
    func take(_ fields: ArraySlice<Field>, _ path: String) {
      for field in fields { values["\(path).\(profile.name(field.name))"] = text(field) }
    }
    for record in summary.rows + details + [summary.total].compactMap({ $0 }) {
      take(record.fields[...], record.id)
      for group in record.groups {
        for (place, item) in group.items.enumerated() {
          take(item.fields, "\(record.id).\(profile.name(group.name))[\(place)]")
        }
      }
    }
    return values
  }
}
