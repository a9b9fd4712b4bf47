internal import TieoutModel

/// What records are called in fingerprints.
///
/// Forms are counted in reading order, so that one that is lost renames all behind it. Where a form
/// is linked, the printed number of its row says better which it is.
struct RecordKeys {
  private let keys: [String?]
  private static let prefix = "detail/"

  /// Names the forms of a submission whose rows are linked.
  init(_ submission: borrowing Submission) {
    var keys: [String?] = Array(repeating: nil, count: submission.details.count)
    for link in submission.links {
      let row = submission.summary.rows[link.row].id.utf8
      keys[link.detail] = "form-of/" + String(Substring(row.dropFirst("summary/".utf8.count)))
    }
    self.keys = keys
  }

  /// A fingerprint with the key of its record in place of its identifier.
  func renamed(_ fingerprint: String) -> String {
    let bytes = fingerprint.utf8
    guard let start = bytes.firstIndex(of: 0x3A).map({ bytes.index(after: $0) }),
      let end = bytes[start...].firstIndex(of: 0x3A),
      bytes[start..<end].starts(with: Self.prefix.utf8),
      let number = Int(Substring(bytes[start..<end].dropFirst(Self.prefix.utf8.count))),
      keys.indices.contains(number - 1), let key = keys[number - 1]
    else { return fingerprint }
    return "\(fingerprint[..<start])\(key)\(fingerprint[end...])"
  }
}
