internal import CSQLite

/// A database of SQLite that is open: in memory, or in a file whose path the command gives.
@safe
struct Database: ~Copyable {
  /// What a column of a row holds.
  enum Value {
    case none
    case text(String)
    case integer(Int)
    case real(Double)

    /// Characters, or nothing.
    static func text(_ text: String?) -> Value { text.map { .text($0) } ?? .none }

    /// A number, or nothing.
    static func integer(_ number: Int?) -> Value { number.map { .integer($0) } ?? .none }
  }

  private let handle: OpaquePointer
  private var statements: [String: OpaquePointer] = unsafe [:]

  /// Opens a file, made where there is none; in memory without a path.
  static func open(_ path: String?) throws(DatabaseError) -> Database {
    var handle: OpaquePointer?
    let status = unsafe sqlite3_open(path ?? ":memory:", &handle)
    guard let handle = unsafe handle else { throw DatabaseError(reason: "no memory") }
    let database = unsafe Database(handle)
    if status != SQLITE_OK { throw database.failure }
    return database
  }

  private init(_ handle: OpaquePointer) { unsafe self.handle = handle }

  deinit {
    unsafe statements.values.forEach { unsafe _ = sqlite3_finalize($0) }
    unsafe sqlite3_close(handle)
  }

  private var failure: DatabaseError {
    DatabaseError(reason: unsafe String(cString: sqlite3_errmsg(handle)))
  }

  /// Runs statements that give no rows.
  func run(_ sql: String) throws(DatabaseError) {
    if unsafe sqlite3_exec(handle, sql, nil, nil, nil) != SQLITE_OK { throw failure }
  }

  /// Runs a statement with values in place of its question marks, and gives the first number that
  /// it gives; the statement is kept for the next time.
  @discardableResult
  mutating func run(_ sql: String, _ values: [Value]) throws(DatabaseError) -> Int? {
    let statement = unsafe try statement(sql)
    defer { unsafe sqlite3_reset(statement) }
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let status =
        switch value {
        case .none: unsafe sqlite3_bind_null(statement, place)
        case .integer(let number): unsafe sqlite3_bind_int64(statement, place, Int64(number))
        case .real(let number): unsafe sqlite3_bind_double(statement, place, number)
        case .text(let text): unsafe bind(text, statement, place)
        }
      if status != SQLITE_OK { throw failure }
    }
    switch unsafe sqlite3_step(statement) {
    case SQLITE_DONE: return nil
    case SQLITE_ROW:
      guard unsafe sqlite3_column_type(statement, 0) != SQLITE_NULL else { return nil }
      return unsafe Int(sqlite3_column_int64(statement, 0))
    default: throw failure
    }
  }

  private func bind(_ text: String, _ statement: OpaquePointer, _ place: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) {
        unsafe CSQLite_bind_text(statement, place, $0.baseAddress, Int32($0.count))
      }
    }
  }

  private mutating func statement(_ sql: String) throws(DatabaseError) -> OpaquePointer {
    if let known = unsafe statements[sql] { return unsafe known }
    var statement: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK,
      let statement = unsafe statement
    else { throw failure }
    unsafe statements[sql] = statement
    return unsafe statement
  }

  /// Appends the bytes of the file that it would be.
  func serialise(into output: inout ByteBuffer) {
    var count: sqlite3_int64 = 0
    guard let bytes = unsafe sqlite3_serialize(handle, "main", &count, 0) else { return }
    defer { unsafe sqlite3_free(bytes) }
    output.raw(unsafe UnsafeBufferPointer(start: bytes, count: Int(count)).span)
  }
}

/// Why a database could not be written.
public struct DatabaseError: Error {
  /// What SQLite says, in English.
  public let reason: String
}
