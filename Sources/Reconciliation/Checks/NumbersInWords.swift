import TieoutModel

/// What stands in the summary's columns of numbers and is no damaged number.
struct NumbersInWords {
  private let submission: Submission
  /// Whether the rows are numbered by codes: else a letter that looks like a digit stands among numbers.
  private let areCodes: Bool

  init(_ submission: Submission) {
    self.submission = submission
    areCodes = Self.areCodes(submission)
  }

  /// Whether a text is meant as it stands: the word that names the total, or what numbers a row.
  func holds(_ slice: Slice, _ name: FieldName, of record: Record) -> Bool {
    let text = submission.document.text
    if record.kind == .total { return slice.start == record.at.start && !slice.hasDigit(in: text) }
    guard record.kind == .row, name == submission.profile.summary.sequence else { return false }
    return slice.isHanCount(in: text) || areCodes && Self.isCode(slice, text)
  }

  private static func areCodes(_ submission: Submission) -> Bool {
    guard let name = submission.profile.summary.sequence else { return false }
    let rows = submission.summary.rows.span
    var codes = 0
    for row in rows.indices {
      guard let field = rows[row].fields.named(name) else { continue }
      guard field.quantity == nil, isCode(field.printed, submission.document.text) else {
        return false
      }
      codes += 1
    }
    return codes > 1
  }

  /// Whether a text is letters and a number behind them: `A1`, `XM-003`, but not `O1`, which is 01.
  private static func isCode(_ slice: Slice, _ text: [UInt8]) -> Bool {
    let bytes = text[slice.range]
    let letters = bytes.prefix { $0.isLetterASCII }
    var rest = bytes.dropFirst(letters.count)
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return letters.contains { !"OoIl".utf8.contains($0) } && letters.count <= 4 && !rest.isEmpty
      && rest.allSatisfy(\.isDigitASCII)
  }
}
