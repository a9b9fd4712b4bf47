internal import TieoutModel

/// A database of submissions under construction.
struct DatabaseRows: ~Copyable {
  private var database: Database
  /// The submission that is being added.
  private var document = 0
  private var places = PlaceFinder()

  /// Takes an open database.
  init(_ database: consuming Database) { self.database = database }

  /// Makes the tables, unless they are there; a file of other tables is left alone.
  mutating func prepare() throws(DatabaseError) {
    // The file counts only when it is whole and renamed: nothing has to survive on the way.
    try database.run("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
    let version = try database.run("PRAGMA user_version", []) ?? 0
    if version == DatabaseTable.version { return }
    let tables = try database.run("SELECT count(*) FROM sqlite_schema", []) ?? 0
    guard version == 0, tables == 0 else {
      throw DatabaseError(reason: "it is a database of other tables")
    }
    try database.run(DatabaseTable.schema)
  }

  /// Frees a name and gives the number for a submission of that name.
  mutating func free(_ name: String) throws(DatabaseError) -> Int {
    let known = try database.run("SELECT document FROM documents WHERE name = ?", [.text(name)])
    if let known {
      for table in DatabaseTable.allCases {
        try database.run("DELETE FROM \(table.rawValue) WHERE document = ?", [.integer(known)])
      }
      return known
    }
    return (try database.run("SELECT max(document) FROM documents", []) ?? 0) + 1
  }

  /// Appends the bytes of the file.
  func serialise(into output: inout ByteBuffer) { database.serialise(into: &output) }

  /// Adds what the database of one submission holds.
  mutating func add(from path: String, name: String, document: Int) throws(DatabaseError) {
    try database.run("ATTACH ? AS part", [.text(path)])
    try database.run("BEGIN")
    for table in DatabaseTable.allCases {
      let others = table.columnNames.dropFirst(table == .documents ? 2 : 1)
      let taken = others.joined(separator: ", ")
      let first = table == .documents ? "?, ?, " : "?, "
      let values = [.integer(document)] + (table == .documents ? [Database.Value.text(name)] : [])
      // The order of the rows is that of the part.
      try database.run(
        "INSERT INTO main.\(table.rawValue) SELECT \(first)\(taken) FROM part.\(table.rawValue)"
          + " ORDER BY part.\(table.rawValue).rowid", values)
    }
    try database.run("COMMIT")
    try database.run("DETACH part")
  }

  /// Adds a submission.
  mutating func add(
    _ submission: Submission, name: String, document: Int
  ) throws(DatabaseError) {
    self.document = document
    places = PlaceFinder()
    try database.run("BEGIN")
    try head(submission, name)
    try records(submission)
    try ties(submission)
    try findings(submission)
    try repairs(submission)
    for (index, run) in submission.unplaced().enumerated() {
      let at = place(of: run, submission)
      try insert(
        .unplaced, [.integer(index + 1), .text(submission.document.string(run))] + at)
    }
    try database.run("COMMIT")
  }

  /// Adds a row of the submission.
  mutating func insert(
    _ table: DatabaseTable, _ values: [Database.Value]
  ) throws(DatabaseError) {
    try database.run(table.insertion, [.integer(document)] + values)
  }

  /// Source, page, line, first and end byte of some characters.
  mutating func place(of slice: Slice, _ submission: Submission) -> [Database.Value] {
    guard !slice.isEmpty else { return Array(repeating: .none, count: 5) }
    let at = places.location(of: slice, in: submission.document)
    return [
      .integer(at.source), .integer(at.page), .integer(at.line), .integer(at.bytes.lowerBound),
      .integer(at.bytes.upperBound),
    ]
  }

  private mutating func head(_ submission: Submission, _ name: String) throws(DatabaseError) {
    let (profile, metadata) = (submission.profile, submission.metadata)
    let tieOut = TieOut(submission)
    let unit = profile.units.name(tieOut.unit)
    let ledger = submission.ledgerTotals()
    try insert(
      .documents,
      [
        .text(name), .text(metadata.title), .text(metadata.number), .text(metadata.date),
        .text(metadata.issuer), .integer(metadata.pages), .text(profile.id),
        .text(profile.version), .real(Double(submission.profileScore) / 100),
        unit.isEmpty ? .none : .text(unit), .text(tieOut.stated?.quantity?.description),
        .text(tieOut.rows.sum?.description), .text(tieOut.forms.sum?.description),
        .integer(ledger.scalars), .integer(ledger.values), .integer(ledger.labels),
        .integer(ledger.boilerplate), .integer(ledger.markup), .integer(ledger.unplaced),
        .text(Generator.version),
      ])
    for (index, source) in submission.document.sources.enumerated() {
      try insert(
        .sources,
        [
          .integer(index), .text(source.name), .text(source.sha256), .integer(source.byteCount),
          .integer(source.lines), .text(source.format), .text(source.encoding),
        ])
    }
  }

  /// Adds the pairs of rows and forms, and how they tie.
  private mutating func ties(_ submission: Submission) throws(DatabaseError) {
    let (tieOut, names) = (TieOut(submission), RecordNames(submission))
    for link in submission.links {
      try insert(
        .links,
        [
          .text(submission.summary.rows[link.row].id), .text(submission.details[link.detail].id),
          .real(Double(link.weight) / 100), .integer(link.isUnsure ? 1 : 0),
        ])
    }
    func amount(_ record: Record?) -> Database.Value {
      .text(record.flatMap { tieOut.amount(of: $0, submission) }?.description)
    }
    for (index, row) in submission.summary.rows.enumerated() {
      let link = submission.link(ofRow: index)
      let form = link.map { submission.details[$0.detail] }
      let difference = link.flatMap { tieOut.difference($0, submission) }
      try insert(
        .tie_out,
        [
          .text(row.id), .text(form?.id), .text(names[row.id]), amount(row), amount(form),
          .text(difference?.description),
          .text(link.map { tieOut.verdict($0, submission).rawValue }),
        ])
    }
    for (index, form) in submission.details.enumerated()
    where submission.link(ofDetail: index) == nil {
      try insert(
        .tie_out, [.none, .text(form.id), .text(names[form.id]), .none, amount(form), .none, .none])
    }
  }
}
