/// A field inside a record: `total`, or `indicators[3].target` for one of a repeated part.
public struct FieldPath: Hashable, Sendable {
  /// The group and the place in it, counted from 0; `nil` for a field of the record itself.
  public var item: Item?
  /// The field.
  public var field: FieldName

  /// One of a repeated part.
  public struct Item: Hashable, Sendable {
    /// The group.
    public var group: FieldName
    /// The place in it, counted from 0.
    public var place: Int
  }

  /// Reads a path; `nil` where it is none, or names what the profile does not know.
  public init?(_ text: String, _ profile: Profile) {
    guard let bracket = text.firstIndex(of: "[") else {
      guard let field = profile.field(text) else { return nil }
      self.field = field
      return
    }
    let rest = text[text.index(after: bracket)...]
    guard let end = rest.firstIndex(of: "]"), let place = Int(rest[..<end]), place >= 0,
      rest[rest.index(after: end)...].hasPrefix("."),
      let group = profile.field(String(text[..<bracket])),
      let field = profile.field(String(rest[end...].dropFirst(2)))
    else { return nil }
    item = Item(group: group, place: place)
    self.field = field
  }
}

/// A record of a submission, by its place.
public enum RecordPlace: Hashable, Sendable {
  /// The letter and its slip.
  case letter
  /// The captions of the summary.
  case captions
  /// A row of the summary.
  case row(Int)
  /// The summary's total.
  case total
  /// A form.
  case detail(Int)
}

extension Submission {
  /// The place of a record by its identifier or by what fingerprints call it.
  public func place(ofRecord id: String) -> RecordPlace? {
    switch id {
    case "letter": return letter == nil ? nil : .letter
    case "summary": return .captions
    case "summary/total": return summary.total == nil ? nil : .total
    default: break
    }
    if id.hasPrefix("form-of/") {
      let row = "summary/" + id.dropFirst("form-of/".count)
      if let row = summary.rows.firstIndex(where: { $0.id == row }) {
        return link(ofRow: row).map { .detail($0.detail) }
      }
    }
    if let row = summary.rows.firstIndex(where: { $0.id == id }) { return .row(row) }
    if let detail = details.firstIndex(where: { $0.id == id }) { return .detail(detail) }
    return id.contains("/") ? RecordKeys(self).place(ofKey: id) : nil
  }

  /// The record at a place; `nil` for the captions, which are none.
  public func record(_ place: RecordPlace) -> Record? {
    switch place {
    case .letter: letter
    case .captions: nil
    case .row(let row): summary.rows[row]
    case .total: summary.total
    case .detail(let detail): details[detail]
    }
  }

  /// The fields among which a path ends; `nil` where there is no such part.
  public func fields(_ place: RecordPlace, _ item: FieldPath.Item?) -> [Field]? {
    guard let item else { return record(place)?.fields ?? summary.fields }
    guard let items = record(place)?.group(item.group)?.items, items.indices.contains(item.place)
    else { return nil }
    return Array(items[item.place].fields)
  }

  /// Changes the fields among which a path ends.
  public mutating func update(
    _ place: RecordPlace, _ item: FieldPath.Item?, _ change: (inout [Field]) -> Void
  ) {
    switch place {
    case .letter: if var record = letter { record.update(item, change); letter = record }
    case .captions: change(&summary.fields)
    case .row(let row): summary.rows[row].update(item, change)
    case .total:
      if var record = summary.total { record.update(item, change); summary.total = record }
    case .detail(let detail): details[detail].update(item, change)
    }
  }
}

extension Record {
  fileprivate mutating func update(_ item: FieldPath.Item?, _ change: (inout [Field]) -> Void) {
    guard let item else { return change(&fields) }
    guard let group = groups.firstIndex(where: { $0.name == item.group }),
      groups[group].items.indices.contains(item.place)
    else { return }
    var fields = Array(groups[group].items[item.place].fields)
    change(&fields)
    groups[group].items[item.place].fields = fields[...]
  }
}
