/// The tables of the database: `document` says in each of which submission a row speaks.
enum DatabaseTable: String, CaseIterable {
  case documents, sources, records, fields, links, tie_out, findings, figures, finding_records
  case repairs, unplaced

  /// The columns with their types, in order.
  var columns: String {
    switch self {
    case .documents:
      """
      document INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, title TEXT, number TEXT, date TEXT,
      issuer TEXT, pages INTEGER, profile TEXT NOT NULL, profile_version TEXT NOT NULL,
      profile_score REAL NOT NULL, unit TEXT, stated_total TEXT, sum_of_rows TEXT, sum_of_forms TEXT,
      scalars INTEGER NOT NULL, in_values INTEGER NOT NULL, in_labels INTEGER NOT NULL,
      in_boilerplate INTEGER NOT NULL, in_markup INTEGER NOT NULL, in_unplaced INTEGER NOT NULL,
      version TEXT NOT NULL
      """
    case .sources:
      """
      document INTEGER NOT NULL, source INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL, lines INTEGER NOT NULL, format TEXT NOT NULL, encoding TEXT NOT NULL,
      PRIMARY KEY (document, source)
      """
    case .records:
      """
      document INTEGER NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL, name TEXT,
      source INTEGER, page INTEGER, line INTEGER, PRIMARY KEY (document, record)
      """
    case .fields:
      """
      document INTEGER NOT NULL, record TEXT NOT NULL, part TEXT, item INTEGER, field TEXT NOT NULL,
      value TEXT NOT NULL, number REAL, unit TEXT, printed TEXT, source INTEGER, page INTEGER,
      line INTEGER, first_byte INTEGER, end_byte INTEGER
      """
    case .links:
      """
      document INTEGER NOT NULL, summary_record TEXT NOT NULL, form_record TEXT NOT NULL,
      weight REAL NOT NULL, is_unsure INTEGER NOT NULL, PRIMARY KEY (document, summary_record)
      """
    case .tie_out:
      """
      document INTEGER NOT NULL, summary_record TEXT, form_record TEXT, name TEXT, amount TEXT,
      total TEXT, difference TEXT, verdict TEXT
      """
    case .findings:
      """
      document INTEGER NOT NULL, finding TEXT NOT NULL, "check" TEXT NOT NULL, check_name TEXT,
      severity TEXT NOT NULL, verdict TEXT NOT NULL, attribution TEXT NOT NULL, record TEXT NOT NULL,
      field TEXT, message_zh TEXT NOT NULL, message_en TEXT NOT NULL, difference TEXT,
      difference_in_yuan TEXT, diagnosis TEXT, majority TEXT, suggested TEXT,
      fingerprint TEXT NOT NULL, ruling TEXT, reason TEXT, decided_by TEXT, decided_on TEXT,
      is_settled INTEGER NOT NULL, PRIMARY KEY (document, finding)
      """
    case .figures:
      """
      document INTEGER NOT NULL, finding TEXT NOT NULL, place INTEGER NOT NULL, role TEXT NOT NULL,
      record TEXT NOT NULL, field TEXT, value TEXT NOT NULL, unit TEXT, printed TEXT, source INTEGER,
      page INTEGER, line INTEGER, first_byte INTEGER, end_byte INTEGER,
      PRIMARY KEY (document, finding, place)
      """
    case .finding_records:
      """
      document INTEGER NOT NULL, finding TEXT NOT NULL, record TEXT NOT NULL
      """
    case .repairs:
      """
      document INTEGER NOT NULL, repair TEXT NOT NULL, rule TEXT NOT NULL, state TEXT NOT NULL,
      record TEXT, before TEXT, after TEXT, evidence_zh TEXT, evidence_en TEXT, score TEXT,
      PRIMARY KEY (document, repair)
      """
    case .unplaced:
      """
      document INTEGER NOT NULL, place INTEGER NOT NULL, text TEXT NOT NULL, source INTEGER,
      page INTEGER, line INTEGER, first_byte INTEGER, end_byte INTEGER,
      PRIMARY KEY (document, place)
      """
    }
  }

  /// The names of the columns.
  var columnNames: [String] {
    columns.split(separator: ",").compactMap { column in
      let words = column.split { $0 == " " || $0 == "\n" }
      guard let name = words.first, words.count > 1, name != "PRIMARY" else { return nil }
      return String(name)
    }
  }

  /// The statement that adds a row.
  var insertion: String {
    let marks = columnNames.map { _ in "?" }.joined(separator: ",")
    return "INSERT INTO \(rawValue) VALUES (\(marks))"
  }

  /// Makes all tables, their indices, and the views that answer the usual questions.
  static var schema: String {
    allCases.map { "CREATE TABLE \($0.rawValue) (\($0.columns));" }.joined(separator: "\n") + """

      CREATE INDEX fields_by_record ON fields (document, record);
      CREATE INDEX fields_by_name ON fields (field, value);
      CREATE INDEX findings_by_record ON findings (document, record);
      CREATE VIEW rows_that_do_not_tie AS
        SELECT documents.name AS document_name, tie_out.*, documents.unit
        FROM tie_out JOIN documents USING (document)
        WHERE verdict IS NULL OR verdict NOT IN ('exact', 'rounded');
      CREATE VIEW findings_by_check AS
        SELECT documents.name AS document_name, document, "check", check_name,
          CASE verdict WHEN 'open' THEN 'open' ELSE severity END AS weight, count(*) AS findings
        FROM findings JOIN documents USING (document) WHERE NOT is_settled
        GROUP BY document, "check", weight ORDER BY document, "check", weight;
      CREATE VIEW findings_to_settle AS
        SELECT documents.name AS document_name, findings.*
        FROM findings JOIN documents USING (document) WHERE NOT is_settled;
      CREATE VIEW unplaced_text AS
        SELECT documents.name AS document_name, unplaced.*
        FROM unplaced JOIN documents USING (document);
      CREATE VIEW named_fields AS
        SELECT documents.name AS document_name, records.kind, records.name AS record_name, fields.*
        FROM fields JOIN records USING (document, record) JOIN documents USING (document);
      PRAGMA user_version = \(version);
      """
  }

  /// The version of the tables.
  static let version = 2
}
