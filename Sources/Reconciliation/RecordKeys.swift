internal import TieoutModel

/// What records are called in fingerprints.
///
/// Forms are counted in reading order, so that one that is lost renames all behind it. Where a form
/// is linked, the printed number of its row says better which it is.
struct RecordKeys {
  private let keys: [String?]
  private static let prefix = Array("detail/".utf8)

  /// Names the forms of a submission whose rows are linked.
  init(_ submission: borrowing Submission) {
    var keys: [String?] = Array(repeating: nil, count: submission.details.count)
    for link in submission.links {
      let row = submission.summary.rows[link.row].id.utf8
      keys[link.detail] = "form-of/" + String(Substring(row.dropFirst("summary/".utf8.count)))
    }
    self.keys = keys
  }

  /// Puts the keys of records in place of their identifiers in the fingerprints of findings.
  func rename(_ findings: inout [Finding]) {
    var bytes: [UInt8] = []
    for place in findings.indices { rename(&findings[place].fingerprint, &bytes) }
  }

  /// Renames the record of a fingerprint, `AG02:detail/38:total:total`; `bytes` is a buffer.
  private func rename(_ fingerprint: inout String, _ bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: fingerprint.utf8)
    guard let colon = bytes.firstIndex(of: 0x3A),
      bytes[(colon + 1)...].starts(with: Self.prefix)
    else { return }
    let first = colon + 1 + Self.prefix.count
    var end = first
    var number = 0
    while end < bytes.count, bytes[end].isDigitASCII, number <= keys.count {
      number = number * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    guard end > first, end < bytes.count, bytes[end] == 0x3A,
      keys.indices.contains(number - 1), let key = keys[number - 1]
    else { return }
    bytes.replaceSubrange((colon + 1)..<end, with: key.utf8)
    fingerprint = String(decoding: bytes, as: UTF8.self)
  }
}
