internal import Tieout

/// Databases that take more than one submission.
enum DatabaseFile {
  /// Adds a submission to the database at a path, which is made where there is none.
  static func add(
    _ submission: Submission, name: String?, to path: String
  ) throws(Complaint) {
    try make(path, keepsOld: true) { beside throws(DatabaseError) in
      try SQLiteWriter.add(submission, name: name, to: beside)
    }
  }

  /// Makes one database of those of many submissions, in their order.
  static func gather(_ parts: [(name: String, path: String)], in folder: String) throws(Complaint) {
    let path = Inputs.join(folder, SQLiteWriter.batchFileName)
    try make(path, keepsOld: false) { beside throws(DatabaseError) in
      try SQLiteWriter.gather(parts, into: beside)
    }
  }

  private static func make(
    _ path: String, keepsOld: Bool, _ write: (String) throws(DatabaseError) -> Void
  ) throws(Complaint) {
    let result: Result<Void, DatabaseError>
    do throws(Files.Failure) {
      result = try Files.remake(path, keepsOld: keepsOld, make: write)
    } catch {
      throw Complaint(error, .write)
    }
    guard case .failure(let error) = result else { return }
    throw Complaint(
      zh: "无法写入数据库“\(path)”：\(error.reason)。请换一个文件。",
      en: "Cannot write the database “\(path)”: \(error.reason). Choose another file.")
  }
}
