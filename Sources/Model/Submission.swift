/// Everything that a run knows about one submission; each step adds to it, none reaches back.
public struct Submission: Sendable {
  /// The cleaned, rebuilt document.
  public var document: Document
  /// The profile by which it was read, and how well it matched, in hundredths.
  public var profile: Profile
  /// How well the profile matched, in hundredths.
  public var profileScore: Int
  /// The letter and its slip.
  public var letter: Record?
  /// The summary table.
  public var summary = Summary()
  /// The detail forms, in reading order.
  public var details: [Record] = []
  /// The rows of forms that add up lines of theirs, form by form.
  public var lineTotals: [LineTotal] = []
  /// Which row stands for which form, in the order of the rows.
  public private(set) var links: [Link] = []
  /// What was changed in the structure.
  public var repairs: [Repair] = []
  /// What somebody must see.
  public var findings: [Finding] = []
  /// How the checks ended.
  public var tally = Tally()
  /// How each check that ran ended, in the order of the catalogue.
  public var tallies: [(check: String, tally: Tally)] = []
  /// What an auditor would tick; empty unless it was asked for.
  public var ticks: [Tick] = []
  /// What reviewers decided, the last word on each thing, in the order of the file.
  public var decisions: [Decision] = []
  /// What has changed since an earlier run; `nil` where none was given.
  public var comparison: Comparison?
  /// How much was masked, by type; empty where nothing was to be.
  public var redactions: [Redaction] = []
  /// What the checks are called, for outputs that name them; the front door fills it in.
  public var catalogue: [CatalogueEntry] = []
  /// What became of each character.
  public var ledger: Ledger
  /// Where records and the figures of findings stand, in the order in which they are written; empty
  /// unless somebody who writes them more than once has looked.
  public var places: [TextPlace] = []
  private var linkOfRow: [Int32] = []
  private var linkOfDetail: [Int32] = []

  /// Creates a submission from a document that nothing has been read from yet.
  public init(document: Document, profile: Profile, profileScore: Int) {
    self.document = document
    self.profile = profile
    self.profileScore = profileScore
    ledger = Ledger(count: document.text.count)
  }

  /// The text of a value, as outputs write it.
  public func text(_ field: Field) -> String {
    switch field.value {
    case .text(let slice): document.string(slice)
    case .quantity(let quantity): quantity.description
    case .comparator(let comparator): comparator.symbol
    case .term(let term): profile.terms[Int(term.rawValue)]
    case .date(let date): date.description
    }
  }

  /// Replaces all links.
  public mutating func setLinks(_ links: consuming [Link]) {
    links.sort { $0.row < $1.row }
    self.links = links
    linkOfRow = Array(repeating: -1, count: summary.rows.count)
    linkOfDetail = Array(repeating: -1, count: details.count)
    for index in self.links.indices {
      linkOfRow[self.links[index].row] = Int32(index)
      linkOfDetail[self.links[index].detail] = Int32(index)
    }
  }

  /// The link of a summary row.
  public func link(ofRow row: Int) -> Link? {
    row < linkOfRow.count && linkOfRow[row] >= 0 ? links[Int(linkOfRow[row])] : nil
  }

  /// The link of a detail form.
  public func link(ofDetail detail: Int) -> Link? {
    detail < linkOfDetail.count && linkOfDetail[detail] >= 0
      ? links[Int(linkOfDetail[detail])] : nil
  }

  /// The form that a summary row is linked to; copies no link, like the three below.
  public func detail(ofRow row: Int) -> Int? {
    row < linkOfRow.count && linkOfRow[row] >= 0 ? links.span[Int(linkOfRow[row])].detail : nil
  }

  /// The summary row that a detail form is linked to.
  public func row(ofDetail detail: Int) -> Int? {
    detail < linkOfDetail.count && linkOfDetail[detail] >= 0
      ? links.span[Int(linkOfDetail[detail])].row : nil
  }

  /// The form that a summary row is surely linked to.
  public func sureDetail(ofRow row: Int) -> Int? {
    guard let detail = detail(ofRow: row) else { return nil }
    return links.span[Int(linkOfRow[row])].isUnsure ? nil : detail
  }

  /// The summary row that a detail form is surely linked to.
  public func sureRow(ofDetail detail: Int) -> Int? {
    guard let row = row(ofDetail: detail) else { return nil }
    return links.span[Int(linkOfDetail[detail])].isUnsure ? nil : row
  }

  /// Adds a repair and gives its number, counted from 1.
  public mutating func add(_ repair: Repair) -> UInt32 {
    repairs.append(repair)
    return UInt32(repairs.count)
  }
}
