internal import TieoutModel

/// What people call the records that findings name by identifier.
struct RecordNames {
  private var names: [String: String] = [:]

  /// Collects the names of all rows and forms.
  init(_ submission: Submission) {
    let profile = submission.profile
    for record in submission.summary.rows {
      if let name = record[profile.summary.key] { names[record.id] = submission.text(name) }
    }
    for record in submission.details {
      if let name = record[profile.detail.key] { names[record.id] = submission.text(name) }
    }
  }

  /// The name of a record; `nil` where it has none.
  subscript(id: String) -> String? { names[id] }
}

extension Submission {
  /// Where a slice stands, for people: `line 78`, with the file's name where there are several.
  func place(of slice: Slice, _ language: Language) -> String {
    place(document.location(of: slice), language)
  }

  /// A location for people.
  func place(_ location: Location, _ language: Language) -> String {
    let chinese = language == .chinese
    var place = chinese ? "第 \(location.line) 行" : "line \(location.line)"
    if let page = location.page {
      place = (chinese ? "第 \(page) 页" : "page \(page), ") + place
    }
    guard document.sources.count > 1 else { return place }
    return "\(document.sources[location.source].name) \(place)"
  }

  /// The same as short as it goes, for a margin: `78`, `3:78` with a page, `b.txt:78` of several.
  func margin(of slice: Slice) -> String {
    let location = document.location(of: slice)
    let line = (location.page.map { "\($0):" } ?? "") + String(location.line)
    guard document.sources.count > 1 else { return line }
    return "\(document.sources[location.source].name):\(line)"
  }
}
