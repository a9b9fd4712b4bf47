public import TieoutModel

/// Writes `submission.sqlite`: records, findings and places as tables that can be queried.
///
/// One database takes any number of submissions; each row says of which it speaks.
public enum SQLiteWriter: Writer {
  /// The name under which `--format` asks for it.
  public static let format = "sqlite"
  /// The file's name.
  public static let fileName = "submission.sqlite"
  /// Who queries nothing needs none.
  public static let isOnRequest = true
  /// The file of a batch, in which all its submissions stand.
  public static let batchFileName = "batch.sqlite"

  /// Appends a database of one submission.
  public static func write(
    _ submission: Submission, _ options: WriteOptions, into output: inout ByteBuffer
  ) {
    do throws(DatabaseError) {
      var rows = try DatabaseRows(Database.open(nil))
      try rows.prepare()
      try rows.add(submission, name: name(submission), document: 1)
      rows.serialise(into: &output)
    } catch {
      // In memory nothing is there that could fail but memory, without which nothing goes on.
      output.clear()
    }
  }

  /// Adds a submission to the database at a path, in place of one of the same name; without a name
  /// it is called by its first file.
  public static func add(
    _ submission: Submission, name: String?, to path: String
  ) throws(DatabaseError) {
    var rows = try DatabaseRows(Database.open(path))
    try rows.prepare()
    let name = name ?? Self.name(submission)
    let document = try rows.free(name)
    try rows.add(submission, name: name, document: document)
  }

  /// Makes a database at a path of the databases of many submissions, in their order.
  public static func gather(
    _ parts: [(name: String, path: String)], into path: String
  ) throws(DatabaseError) {
    var rows = try DatabaseRows(Database.open(path))
    try rows.prepare()
    for (index, part) in parts.enumerated() {
      try rows.add(from: part.path, name: part.name, document: index + 1)
    }
  }

  /// What a submission is called: its first file.
  private static func name(_ submission: Submission) -> String {
    submission.document.sources.first?.name ?? "submission"
  }
}
