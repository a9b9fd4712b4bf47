public import TieoutModel

/// Makes records of a document whose tables were rebuilt.
public enum Extractor {
  /// Keeps with a profile what recognising and reading papers needs of it alone, where many documents
  /// are read by it.
  public static func prepare(_ profile: inout Profile) {
    profile.prepare(ExpectedLabels.init)
    profile.prepare(FormPlan.init)
  }

  /// The records of a document, read by a profile that fits it to a score in hundredths.
  public static func extract(
    _ document: consuming Document, _ profile: Profile, score: Int
  ) -> Submission {
    var submission = Submission(document: document, profile: profile, profileScore: score)
    // From here on they are the submission's alone: to change what two own would copy it.
    swap(&submission.repairs, &submission.document.repairs)
    for copy in submission.document.copies { submission.ledger.book(copy, .markup) }
    let regions = submission.document.regions
    let reader = ValueReader(document: submission.document, profile: profile)
    var summary = SummaryReader(reader)
    var form = FormReader(reader)
    if let prose = regions.first, prose.kind == .prose {
      LetterReader(reader).read(prose.rows, &submission)
    }
    // Forms count in the money that the summary names, wherever it stands.
    for region in regions where region.kind == .summary { summary.read(region.rows, &submission) }
    SectionTotals.settle(&submission)
    UnknownTotal.settle(&submission)
    submission.details.reserveCapacity(regions.count { $0.kind == .form })
    for region in regions where region.kind == .form {
      form.read(region.rows, moneyIn: summary.captionUnit, &submission)
    }
    form.cut.join(&submission)
    LostHeads.restore(reader, &submission)
    HeadingSums.settle(&submission)
    BrokenRows.join(&submission)
    BrokenIndicators.join(&submission)
    SlidLevels.restore(&submission)
    RowNumbers.restore(&submission)
    MergedOrganisations.fill(&submission)
    LostComparators.restore(&submission)
    Marginalia.book(&submission)
    // Columns that the papers brought along belong to the profile from here on.
    if submission.profile.columnCount > profile.columnCount { submission.profile.compile() }
    return submission
  }
}

extension Profile {
  /// The number of columns of all tables.
  fileprivate var columnCount: Int {
    detail.groups.reduce(summary.columns.count) { $0 + $1.columns.count }
  }
}

extension Document {
  /// The characters of a row, seams included; the head of a long table that stands above it is no part
  /// of a form's row.
  func slice(of row: Row) -> Slice {
    guard let last = row.cells.last else { return .none }
    let first = cells[row.cells.lowerBound].text.start
    var start = UInt32.max
    var end: UInt32 = 0
    for index in row.cells where !cells[index].text.isEmpty && cells[index].text.start >= first {
      start = min(start, cells[index].text.start)
      end = max(end, cells[index].text.end)
    }
    return start < end ? Slice(start: start, count: end - start) : cells[last].text
  }

  /// The characters of a row in one set of columns; the first has what all share besides.
  func slice(of row: Row, set: UInt8) -> Slice {
    row.cells.filter { cells[$0].set == set || cells[$0].set == 0 && set == 1 }
      .reduce(Slice.none) { $0.joined(with: cells[$1].text) }
  }

  /// Whether something stands in a set of columns of a row.
  func hasCells(of row: Row, set: UInt8) -> Bool {
    row.cells.contains { cells[$0].set == set && !cells[$0].text.isEmpty }
  }

  /// The number of sets of columns side by side that a row has cells in.
  func sets(of row: Row) -> Int { max(1, row.cells.last.map { Int(cells[$0].set) } ?? 1) }

  /// The characters of a run of rows, seams included.
  func slice(of rows: Range<Int>) -> Slice {
    guard let first = rows.first, let last = rows.last else { return .none }
    return slice(of: self.rows[first]).joined(with: slice(of: self.rows[last]))
  }
}
