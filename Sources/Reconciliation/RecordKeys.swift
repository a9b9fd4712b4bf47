internal import TieoutModel

/// What records are called in fingerprints.
///
/// Forms are counted in reading order, so that one that is lost renames all behind it. Where a form
/// is linked, the printed number of its row says better which it is.
struct RecordKeys {
  /// The identifier of each form's row.
  private let rows: [String?]
  private static let prefix = Array("detail/".utf8)
  private static let key = Array("form-of/".utf8)
  /// The bytes of `summary/`.
  private static let row = 8

  /// Names the forms of a submission whose rows are linked.
  init(_ submission: borrowing Submission) {
    var rows: [String?] = Array(repeating: nil, count: submission.details.count)
    for link in submission.links { rows[link.detail] = submission.summary.rows[link.row].id }
    self.rows = rows
  }

  /// Puts the keys of records in place of their identifiers in the fingerprints of findings.
  func rename(_ findings: inout [Finding]) {
    var bytes: [UInt8] = []
    for place in findings.indices {
      if let renamed = renamed(findings[place].fingerprint, &bytes) {
        findings[place].fingerprint = renamed
      }
    }
  }

  /// A fingerprint like `AG02:detail/38:total:total` with the key of its record, or `nil`.
  ///
  /// `bytes` is a buffer.
  private func renamed(_ fingerprint: String, _ bytes: inout [UInt8]) -> String? {
    let text = fingerprint.utf8Span.span
    guard let colon = text.indices.first(where: { text[$0] == 0x3A }) else { return nil }
    var end = colon + 1
    for byte in Self.prefix {
      guard end < text.count, text[end] == byte else { return nil }
      end += 1
    }
    var number = 0
    while end < text.count, text[end].isDigitASCII, number <= rows.count {
      number = number * 10 + Int(text[end] - 0x30)
      end += 1
    }
    guard end < text.count, text[end] == 0x3A, rows.indices.contains(number - 1),
      let row = rows[number - 1]
    else { return nil }
    let name = row.utf8Span.span
    bytes.removeAll(keepingCapacity: true)
    bytes.append(addingCapacity: text.count + name.count) { bytes in
      for index in 0...colon { bytes.append(text[index]) }
      for byte in Self.key { bytes.append(byte) }
      for index in Self.row..<max(Self.row, name.count) { bytes.append(name[index]) }
      for index in end..<text.count { bytes.append(text[index]) }
    }
    return String(ofStrings: bytes)
  }
}
