internal import TieoutModel

/// Tells the rows of a form apart: labels with values, heads of columns, entries of groups.
enum FormRows {
  static func align(_ rows: Range<Int>, _ document: inout Document, _ profile: Profile) {
    var state = State(profile)
    for place in rows where !document.rows[place].isLine {
      state.take(place, &document)
    }
  }

  private struct State {
    let profile: Profile
    let groups: [Int]
    var aligner: RowAligner?
    var header = TableHeader(columns: [])
    var isBelowLabels = false

    init(_ profile: Profile) {
      self.profile = profile
      // Groups of listed parts are read by their labels, wherever these stand.
      groups = profile.detail.groups.indices.filter {
        profile.detail.groups[$0].columns.contains { !$0.labels.isEmpty }
      }
    }

    mutating func take(_ place: Int, _ document: inout Document) {
      let census = Census(document.rows[place], document, profile)
      if isBelowLabels {
        isBelowLabels = false
        if census.labels * 2 < census.filled {
          document.rows[place].role = .fieldValues
          return
        }
      }
      if let group = groups.first(where: { census.heads($0) }) {
        open(group, place, &document)
      } else if census.isFieldHeader {
        document.rows[place].role = .fieldHeader
        isBelowLabels = true
      } else if let group = entryGroup(census) {
        if aligner?.table != UInt8(group + 1) {
          aligner = RowAligner(profile, group: group)
          header = .usual(profile.detail.groups[group].columns)
        }
        aligner?.align(place, header, &document)
      }
    }

    /// Reads the labels of a group's columns.
    private mutating func open(_ group: Int, _ place: Int, _ document: inout Document) {
      let specs = profile.detail.groups[group].columns
      header = TableHeader(columns: [])
      for index in document.rows[place].cells {
        let cell = document.cells[index]
        let role = profile.role(cell.label)
        guard let column = role.groupColumns.first(where: { $0.group == group })?.column else {
          continue
        }
        header.add(spec: column, printed: Int(cell.column))
        document.cells[index].slot = UInt16(column)
      }
      let found = header.columns.map(\.spec)
      // A head that lost most of its labels says less than the usual order of the columns.
      let isWhole = specs.indices.allSatisfy {
        specs[$0].isOptional || !specs[$0].isMandatory || found.contains($0)
      }
      if !isWhole { header = .usual(specs) }
      document.rows[place].role = .header
      document.rows[place].table = UInt8(group + 1)
      aligner = RowAligner(profile, group: group)
    }

    /// The group that a row is an entry of: its words say so, or it stands below the group's head.
    private func entryGroup(_ census: Census) -> Int? {
      if let group = groups.first(where: { census.terms[$0] > 0 }) { return group }
      guard let aligner, census.fieldLabels == 0, census.filled > 0 else { return nil }
      return Int(aligner.table) - 1
    }
  }

  /// What the labels of a row are.
  private struct Census {
    var filled = 0
    var labels = 0
    var fieldLabels = 0
    var partTerms = 0
    var terms: [Int]
    var groupLabels: [Int]
    var hasKey = false

    init(_ row: Document.Row, _ document: Document, _ profile: Profile) {
      terms = Array(repeating: 0, count: profile.detail.groups.count)
      groupLabels = terms
      for index in row.cells where !document.cells[index].text.isEmpty {
        filled += 1
        let label = document.cells[index].label
        guard label != .none else { continue }
        let role = profile.role(label)
        guard role.isOfForm else { continue }
        labels += 1
        if !role.detailFields.isEmpty {
          fieldLabels += 1
          hasKey =
            hasKey
            || role.detailFields.contains { profile.detail.fields[$0].name == profile.detail.key }
        }
        for column in role.groupColumns { groupLabels[column.group] += 1 }
        for term in role.terms { terms[term.group] += 1 }
      }
    }

    /// Whether the row is nothing but labels, two of them of a group's columns.
    func heads(_ group: Int) -> Bool { groupLabels[group] >= 2 && labels == filled && !hasKey }

    /// Whether the row is nothing but labels of single values, the key's among them.
    var isFieldHeader: Bool { hasKey && labels >= 3 && labels == filled }
  }
}
